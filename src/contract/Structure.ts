/**
 * A JSON object of documented members. A null member counts as absent, unknown members are ignored and dropped, and every
 * violation is collected. Only own members count, and each is read once.
 */
import { type Check, join, Refusal, refusalAt } from './Check.js'
import { Codec } from './Codec.js'
import { type JsonSchema, nullable, onlyNull } from './JsonSchema.js'

type AnyCodec = Codec<unknown, unknown>

type Members = Readonly<Record<string, { readonly _A: unknown; readonly _O: unknown }>>

type TypeOf<R extends Members, O extends Members> = { readonly [K in keyof R]: R[K]['_A'] } & {
  readonly [K in keyof O]?: O[K]['_A']
}

type OutputOf<R extends Members, O extends Members> = { readonly [K in keyof R]: R[K]['_O'] } & {
  readonly [K in keyof O]?: O[K]['_O']
}

interface Options<O extends Members> {
  readonly optional?: O
  /** Members that must be absent or null: their presence is a violation, and their value is not used. */
  readonly absent?: ReadonlyArray<string>
  /** How a member is read. Default: `ownMember`. */
  readonly read?: (u: object, key: string) => unknown
}

export const isObject = (u: unknown): u is object => typeof u === 'object' && u !== null && !Array.isArray(u)

/** An own member of `u`; `undefined` where it has none or null. */
export const ownMember = (u: object, key: string): unknown =>
  Object.hasOwn(u, key) ? ((u as Record<string, unknown>)[key] ?? undefined) : undefined

/** A member of `u` or of its prototype, as an accessor of a class is. */
export const anyMember = (u: object, key: string): unknown => (u as Record<string, unknown>)[key] ?? undefined

export const structure = <R extends Members, O extends Members = Record<never, never>>(
  name: string,
  required: R,
  { optional, absent = [], read = ownMember }: Options<O> = {}
): Codec<TypeOf<R, NoInfer<O>>, OutputOf<R, NoInfer<O>>> => {
  const members = Object.entries({ ...required, ...optional }).map(([key, codec]) => ({
    key,
    codec: codec as AnyCodec, // every member is a codec of this package; the type says only what the result needs
    isRequired: Object.hasOwn(required, key)
  }))

  const checkAt = (path: ReadonlyArray<string | number>): Check<TypeOf<R, O>> => {
    const missing = refusalAt(path, 'required')
    const notObject = refusalAt(path, 'type', 'object')
    const checks = members.map(({ key, codec, isRequired }) => ({
      key,
      check: codec.description.checkAt([...path, key]),
      isRequired
    }))
    const absences = absent.map((key) => ({ key, refusal: refusalAt([...path, key], 'absent') }))
    return (u) => {
      if (!isObject(u)) return u === undefined || u === null ? missing : notObject
      const out: Record<string, unknown> = {}
      let refusal: Refusal | undefined
      for (const { key, check, isRequired } of checks) {
        const value = read(u, key)
        if (value === undefined && !isRequired) continue
        const checked = check(value)
        if (checked instanceof Refusal) refusal = join(refusal, checked)
        else if (refusal === undefined) out[key] = checked
      }
      for (const one of absences) {
        if (read(u, one.key) !== undefined) refusal = join(refusal, one.refusal)
      }
      return refusal ?? (out as TypeOf<R, O>) // every required member was checked and put in
    }
  }

  return new Codec<TypeOf<R, O>, OutputOf<R, O>>({
    name,
    checkAt,
    is: (u): u is TypeOf<R, O> =>
      isObject(u) &&
      absent.every((key) => read(u, key) === undefined) &&
      members.every(({ key, codec, isRequired }) => {
        const value = read(u, key)
        return value === undefined ? !isRequired : codec.description.is(value)
      }),
    encode: (a) => {
      const out: Record<string, unknown> = {}
      for (const { key, codec } of members) {
        const value = read(a, key)
        if (value !== undefined) out[key] = codec.description.encode(value)
      }
      return out as OutputOf<R, O> // as above
    },
    jsonSchema: (dialect, side) => {
      const properties: Record<string, JsonSchema> = {}
      for (const { key, codec, isRequired } of members) {
        const schema = codec.description.jsonSchema(dialect, side)
        properties[key] = isRequired ? schema : nullable(schema, dialect)
      }
      for (const key of absent) properties[key] = onlyNull(dialect)
      const requiredKeys = Object.keys(required)
      return { type: 'object', ...(requiredKeys.length === 0 ? {} : { required: requiredKeys }), properties }
    }
  })
}
