/**
 * A codec with texts of your own, for forms.
 */
import { type Issue, issueAt, Refusal } from './Check.js'
import { Codec } from './Codec.js'
import type { Constraint } from './Violation.js'

export type Messages = { readonly [C in Constraint]?: string }

const isEmptyText = ({ violation }: Issue): boolean => violation.constraint === 'minLength' && violation.limit === 1

/**
 * The same codec with other texts for some constraints. An empty text has one issue, `required`, as a form says it of an
 * empty field. Inside an io-ts type of your own the texts are Cognito's again; `violations` is the same everywhere.
 */
export const withMessages = <A, O>({ description }: Codec<A, O>, messages: Messages): Codec<A, O> => {
  const reword = (issues: ReadonlyArray<Issue>): ReadonlyArray<Issue> => {
    const empty = new Set(issues.filter(isEmptyText).map(({ path }) => path.join('.')))
    return issues
      .filter((issue) => isEmptyText(issue) || !empty.has(issue.path.join('.')))
      .map((issue) => (isEmptyText(issue) ? issueAt(issue.path, 'required')() : issue))
      .map((issue) => ({ ...issue, message: messages[issue.violation.constraint] ?? issue.message }))
  }
  return new Codec({
    ...description,
    checkAt: (path) => {
      const check = description.checkAt(path)
      return (u) => {
        const checked = check(u)
        return checked instanceof Refusal ? new Refusal(reword(checked.issues)) : checked
      }
    }
  })
}
