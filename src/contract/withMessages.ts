/**
 * A codec with texts of your own, for forms.
 */
import { type Issue, issueAt } from './Check.js'
import { Codec } from './Codec.js'
import type { Constraint } from './Violation.js'

/** A text for each constraint. Cognito's wording stays for those that are left out. */
export type Messages = { readonly [C in Constraint]?: string }

/** An empty text breaks two constraints; for a form it is an empty field. */
const asField = (issue: Issue): ReadonlyArray<Issue> => {
  // no string of this package has to be longer than one character
  if (issue.violation.constraint === 'minLength') return [issueAt(issue.path, 'required')()]
  return issue.shown === '' ? [] : [issue]
}

/**
 * The same codec with other texts for some constraints. An empty text has one issue, `required`, as a form says it of an
 * empty field. Inside an io-ts type of your own the texts are Cognito's again; `violations` is the same everywhere.
 */
export const withMessages = <A, O>({ description }: Codec<A, O>, messages: Messages): Codec<A, O> =>
  new Codec({
    ...description,
    checkAt: (path, side) => {
      const check = description.checkAt(path, side)
      return (u, issues) => {
        const found: Array<Issue> = []
        const checked = check(u, found)
        for (const one of found.flatMap(asField)) {
          issues.push({ ...one, message: messages[one.violation.constraint] ?? one.message })
        }
        return checked
      }
    }
  })
