/**
 * A check takes any value and returns either what it stands for or a refusal. Everything else that a codec offers is a
 * view of its check.
 */
import { describeViolation, type Violation } from './Violation.js'

export type Path = Violation['path']

/** A violation and its sentence. It holds nothing of the value, except an id that may be shown again. */
export interface Issue {
  /** In Cognito's words; a codec of `withMessages` has yours. */
  readonly message: string
  /** As in the violation. */
  readonly path: Path
  /** The same as data. */
  readonly violation: Violation
  /** The id that `message` shows. */
  readonly shown?: string
}

/** A class, so that `instanceof` tells a refusal from every value, and good values need no wrapper. */
export class Refusal {
  readonly issues: ReadonlyArray<Issue>
  constructor(issues: ReadonlyArray<Issue>) {
    this.issues = issues
  }
}

/** Returns for every value. */
export type Check<A> = (u: unknown) => A | Refusal

/** What a check at a place returns when it has added to the issues. */
export const REFUSED: unique symbol = Symbol('refused')

/** The check of a value at its place: a fresh copy, or `REFUSED` with its issues at the end of the list. */
export type CheckAt<A> = (u: unknown, issues: Array<Issue>) => A | typeof REFUSED

/** Prepares a violation at its place, so that a check which finds it allocates no texts, or only one with the id. */
export const issueAt = (
  path: Path,
  constraint: Violation['constraint'],
  limit?: Violation['limit']
): ((shown?: string) => Issue) => {
  const violation: Violation = Object.freeze({ path, constraint, ...(limit === undefined ? {} : { limit }) })
  const plain: Issue = Object.freeze({ message: describeViolation(violation), path, violation })
  const behindValue = plain.message.slice('Value'.length)
  return (shown) =>
    shown === undefined ? plain : { message: `Value '${shown}'${behindValue}`, path, violation, shown }
}

/** Refuses every value with the same issue. */
export const refusalAt = (...at: Parameters<typeof issueAt>): CheckAt<never> => {
  const issue = issueAt(...at)()
  return (_, issues) => {
    issues.push(issue)
    return REFUSED
  }
}

/** Refuses what is absent or null as `required`, and everything else as not of this type. */
export const typeRefusalAt = (path: Path, type: string): CheckAt<never> => {
  const required = refusalAt(path, 'required')
  const wrongType = refusalAt(path, 'type', type)
  return (u, issues) => (u === undefined || u === null ? required : wrongType)(u, issues)
}

const unreadable = /* @__PURE__ */ new Refusal([/* @__PURE__ */ issueAt([], 'type', 'readable value')()])

/**
 * The one boundary around foreign code: a getter or a proxy in the value may throw, and its error may quote a secret, so
 * it is dropped. Data without code of its own never comes out as unreadable.
 */
export const guarded =
  <A>(check: CheckAt<A>): Check<A> =>
  (u) => {
    const issues: Array<Issue> = []
    try {
      const checked = check(u, issues)
      return checked === REFUSED ? new Refusal(issues) : checked
    } catch {
      return unreadable
    }
  }
