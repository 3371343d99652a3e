/**
 * The io-ts `Type` behind every codec here. Its errors never hold the input, as io-ts's own do in every context entry,
 * and it has the two interfaces of Standard Schema.
 */
import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec'
import * as t from 'io-ts'
import { type Check, type Issue, type Path, Refusal } from './Check.js'
import type { ConstrainedString, StringConstraints } from './ConstrainedString.js'
import { checkOf, type Description } from './Description.js'
import { left, right } from './Either.js'
import { jsonSchemaOf } from './JsonSchema.js'
import { describeViolation, type Violation } from './Violation.js'

/** An io-ts error that knows its violation. `value` is set only for an id that may be shown again. */
export interface ContractError extends t.ValidationError {
  /** What is wrong, as data. Its path begins where decoding began. */
  readonly violation: Violation
  readonly message: string
}

/** Standard Schema's properties; each issue of a failed validation has its `violation` too. */
export interface StandardProps<I, A> extends StandardSchemaV1.Props<I, A>, StandardJSONSchemaV1.Props<I, A> {
  /** Returns for every value. */
  readonly validate: (value: unknown) => StandardSchemaV1.SuccessResult<A> | { readonly issues: ReadonlyArray<Issue> }
}

/** An io-ts `Type` that is also a Standard Schema and prints a JSON Schema. Its errors never hold the input. */
export class Codec<A, O> extends t.Type<A, O, unknown> {
  /** Returns for every value. */
  readonly check: Check<A>

  /** What all views of this codec are made from. */
  readonly description: Description<A, O>

  constructor(description: Description<A, O>) {
    const check = checkOf(description)
    super(
      description.name,
      guardOf(description),
      (u, context) => toValidation(check(u), context, this),
      (a) => description.encode(a)
    )
    this.check = check
    this.description = description
  }

  /** Right holds a fresh copy of the documented members, Left every violation. Returns for every value. */
  override decode(u: unknown): t.Validation<A> {
    return toValidation(this.check(u), [{ key: '', type: this }], this)
  }

  /**
   * For libraries that take a Standard Schema: `validate` and `jsonSchema`. Both read the encoded form, as `decode`
   * does.
   */
  get ['~standard'](): StandardProps<O, A> {
    const { check, description } = this
    return {
      version: 1,
      vendor: 'cognito-secrets-contract',
      validate: (value) => {
        const checked = check(value)
        return checked instanceof Refusal ? { issues: checked.issues } : { value: checked }
      },
      jsonSchema: {
        input: ({ target }) => jsonSchemaOf(description.shape, target, 'input'),
        output: ({ target }) => jsonSchemaOf(description.shape, target, 'output')
      }
    }
  }
}

/** The codec of a string with constraints, such as `ClientId`. */
export interface ConstrainedStringC<A extends string> extends Codec<A, string> {
  /** For your own form or schema: `maxlength`, `pattern`. */
  readonly constraints: StringConstraints
}

export const stringCodec = <A extends string>(description: ConstrainedString<A>): ConstrainedStringC<A> =>
  Object.assign(new Codec(description), { constraints: description.constraints })

/** Whether a value in memory is of this type. Returns for every value. */
const guardOf = <A>(description: Description<A, unknown>): t.Is<A> => {
  const check = checkOf(description, 'memory')
  const is = description.is ?? ((u: unknown): u is A => !(check(u) instanceof Refusal))
  return (u): u is A => {
    try {
      return is(u)
    } catch {
      return false
    }
  }
}

/** Contexts exist for io-ts's reporters alone, so only a refusal makes them. */
const toValidation = <A>(checked: A | Refusal, context: t.Context, type: t.Mixed): t.Validation<A> =>
  checked instanceof Refusal ? left(checked.issues.map((issue) => toError(issue, context, type))) : right(checked)

const toError = ({ violation, message, shown }: Issue, context: t.Context, type: t.Mixed): ContractError => {
  const before = pathOf(context)
  const inPlace = before.length === 0 ? violation : { ...violation, path: [...before, ...violation.path] }
  return {
    value: shown,
    context: [
      ...context.map((entry) => ({ key: entry.key, type: entry.type })),
      ...violation.path.map((key) => ({ key: String(key), type }))
    ],
    message: inPlace === violation ? message : describeViolation(inPlace, shown),
    violation: inPlace
  }
}

/**
 * Whether io-ts, decoding with this type, puts the number of an alternative into the context: it leads nowhere in the
 * value. Types that pass their own context on are looked through.
 */
const hasAlternatives = (type: unknown): boolean => {
  const { _tag = '', type: inner } = Object(type) as { readonly _tag?: string; readonly type?: unknown }
  if (['IntersectionType', 'UnionType'].includes(_tag)) return true
  return ['ExactType', 'ReadonlyType', 'RecursiveType', 'RefinementType'].includes(_tag) && hasAlternatives(inner)
}

const isList = (type: unknown): boolean => ['ReadonlyArrayType', 'ArrayType', 'TupleType'].includes(Object(type)._tag)

/** The members and indexes that a context of io-ts goes through. */
const pathOf = (context: t.Context): Path =>
  context.flatMap(({ key }, i): Path => {
    const parent: unknown = context[i - 1]?.type
    if (key === '' || hasAlternatives(parent)) return []
    return isList(parent) ? [Number(key)] : [key]
  })

/** The violations behind the errors of a codec of this package, alone or inside yours; other codecs' count as `type`. */
export const violations = (errors: t.Errors): ReadonlyArray<Violation> =>
  errors.map(
    (e: t.ValidationError & Partial<ContractError>) =>
      e.violation ?? { path: pathOf(e.context), constraint: 'type', limit: e.context.at(-1)?.type.name ?? 'unknown' }
  )
