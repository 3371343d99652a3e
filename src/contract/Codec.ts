/**
 * The io-ts `Type` behind every codec here. It differs from io-ts's own in two ways: its errors never hold the input
 * (io-ts keeps it in every context entry, secrets included), and it implements Standard Schema's `~standard`.
 */
import * as t from 'io-ts'
import { isLeft, left } from './Either.js'
import { describeViolation, type Violation } from './Violation.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * An io-ts error that knows its violation. `value` is set only for an id that may be shown again.
 *
 * @since 0.1.0
 */
export interface ContractError extends t.ValidationError {
  readonly violation: Violation
  readonly message: string
}

/**
 * The part of Standard Schema v1 (https://standardschema.dev) that consumers call. `I` is what a form holds: the
 * encoded type. `validate` takes anything.
 *
 * @since 0.1.0
 */
export interface StandardProps<I, A> {
  readonly version: 1
  readonly vendor: 'cognito-secrets-contract'
  readonly validate: (value: unknown) => StandardResult<A>
  readonly types?: { readonly input: I; readonly output: A } | undefined
}

/**
 * @since 0.1.0
 */
export interface StandardIssue {
  readonly message: string
  readonly path: ReadonlyArray<string | number>
  /** What Standard Schema does not ask for: the same as data, for texts of your own. */
  readonly violation: Violation
}

/**
 * @since 0.1.0
 */
export type StandardResult<A> =
  { readonly value: A; readonly issues?: undefined } | { readonly issues: ReadonlyArray<StandardIssue> }

/**
 * @since 0.1.0
 */
export class Codec<A, O> extends t.Type<A, O, unknown> {
  get '~standard'(): StandardProps<O, A> {
    return { version: 1, vendor: 'cognito-secrets-contract', validate: (value) => toStandard(this.decode(value)) }
  }
}

// ------------------------------------------------------------------------------------
// errors
// ------------------------------------------------------------------------------------

/**
 * Whether io-ts, decoding with this type, puts the number of an alternative into the context: it leads nowhere in the
 * value. Types that pass their own context on are looked through.
 */
const hasAlternatives = (type: unknown): boolean => {
  const { _tag = '', type: inner } = Object(type) as { readonly _tag?: string; readonly type?: unknown }
  if (/^(?:Intersection|Union)Type$/.test(_tag)) return true
  return /^(?:Exact|Readonly|Recursive|Refinement)Type$/.test(_tag) && hasAlternatives(inner)
}

const pathOf = (context: t.Context): Violation['path'] =>
  context.flatMap(({ key }, i): Violation['path'] => {
    if (key === '') return []
    if (!/^(?:0|[1-9]\d*)$/.test(key)) return [key]
    return hasAlternatives(context[i - 1]?.type) ? [] : [Number(key)]
  })

/** A failure at `context`, holding none of the input but `shown`. */
export const contractError = (
  context: t.Context,
  constraint: Violation['constraint'],
  limit?: Violation['limit'],
  shown?: string
): ContractError => {
  const violation: Violation = { path: pathOf(context), constraint, ...(limit === undefined ? {} : { limit }) }
  return {
    value: shown,
    context: context.map(({ key, type }) => ({ key, type })),
    message: describeViolation(violation, shown),
    violation
  }
}

/**
 * The violations behind the errors of a codec of this package (alone or inside a codec of yours; errors of other
 * codecs count as `type`).
 *
 * @since 0.1.0
 */
export const violations = (errors: t.Errors): ReadonlyArray<Violation> =>
  errors.map(
    (e: t.ValidationError & Partial<ContractError>) =>
      e.violation ?? { path: pathOf(e.context), constraint: 'type', limit: e.context.at(-1)?.type.name ?? 'unknown' }
  )

const toStandard = <A>(result: t.Validation<A>): StandardResult<A> =>
  isLeft(result)
    ? {
        issues: violations(result.left).map((violation, i) => ({
          message: result.left[i]?.message ?? describeViolation(violation),
          path: violation.path,
          violation
        }))
      }
    : { value: result.right }

/** One failure as io-ts's `Validation`. */
export const refuse = (...error: Parameters<typeof contractError>): t.Validation<never> =>
  left([contractError(...error)])
