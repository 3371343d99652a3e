/**
 * A JSON object of documented members. A null member counts as absent, unknown members are ignored and dropped, every
 * violation is collected, and no input makes it throw: own members only, each read once, hostile getters contained.
 */
import type * as t from 'io-ts'
import { Codec, type ContractError, contractError, refuse } from './Codec.js'
import { isLeft, left, right } from './Either.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

type Members = Readonly<Record<string, t.Mixed>>

/** What a structure with these required and optional members decodes to. */
type TypeOf<R extends Members, O extends Members> = { readonly [K in keyof R]: t.TypeOf<R[K]> } & {
  readonly [K in keyof O]?: t.TypeOf<O[K]>
}

type OutputOf<R extends Members, O extends Members> = { readonly [K in keyof R]: t.OutputOf<R[K]> } & {
  readonly [K in keyof O]?: t.OutputOf<O[K]>
}

interface Options<O extends Members> {
  readonly optional?: O
  /** Members that must be absent or null: their presence is a violation, their value is never looked at. */
  readonly absent?: ReadonlyArray<string>
}

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/** Stands for what could not be read; no codec accepts it. */
const unreadable = Symbol('unreadable')

export const isRecord = (u: unknown): u is object => {
  try {
    return typeof u === 'object' && u !== null && !Array.isArray(u)
  } catch {
    return false // a revoked proxy
  }
}

/** An own member of `u`, `undefined` where it has none or null. */
export const member = (u: object, key: string | number): unknown => {
  try {
    return Object.hasOwn(u, key) ? ((u as Record<string | number, unknown>)[key] ?? undefined) : undefined
  } catch {
    return unreadable
  }
}

/** A member of `u`, be it its own or its prototype's, as an accessor of a class is. */
export const property = (u: object, key: string): unknown => {
  try {
    return (u as Record<string, unknown>)[key] ?? undefined
  } catch {
    return unreadable
  }
}

// ------------------------------------------------------------------------------------
// codec
// ------------------------------------------------------------------------------------

/** @internal */
export const structure = <R extends Members, O extends Members = Record<never, never>>(
  name: string,
  required: R,
  { optional, absent = [] }: Options<O> = {}
): Codec<TypeOf<R, O>, OutputOf<R, O>> => {
  const members: ReadonlyArray<readonly [string, t.Mixed]> = Object.entries({ ...required, ...optional })
  const mayBeAbsent = (key: string) => !Object.hasOwn(required, key)

  const is = (u: unknown): u is TypeOf<R, O> =>
    isRecord(u) &&
    absent.every((key) => member(u, key) === undefined) &&
    members.every(([key, type]) => {
      const value = member(u, key)
      return value === undefined ? mayBeAbsent(key) : type.is(value)
    })

  const validate = (u: unknown, context: t.Context): t.Validation<TypeOf<R, O>> => {
    if (u === undefined || u === null) return refuse(context, 'required')
    if (!isRecord(u)) return refuse(context, 'type', 'object')
    const errors: Array<t.ValidationError | ContractError> = []
    const out: Record<string, unknown> = {}
    for (const [key, type] of members) {
      const value = member(u, key)
      if (value === undefined && mayBeAbsent(key)) continue
      const result = type.validate(value, [...context, { key, type }])
      if (isLeft(result)) errors.push(...result.left)
      else out[key] = result.right
    }
    for (const key of absent) {
      if (member(u, key) !== undefined) errors.push(contractError([...context, { key, type: codec }], 'absent'))
    }
    return errors.length === 0 ? right(out as TypeOf<R, O>) : left(errors)
  }

  const encode = (a: TypeOf<R, O>): OutputOf<R, O> => {
    const out: Record<string, unknown> = {}
    for (const [key, type] of members) {
      const value = member(a, key)
      if (value !== undefined) out[key] = type.encode(value)
    }
    return out as OutputOf<R, O>
  }

  const codec = new Codec<TypeOf<R, O>, OutputOf<R, O>>(name, is, validate, encode)
  return codec
}
