/**
 * Which members a type has, for the compiler to check, and which a schema has.
 */

/** An object of this type names every member of `T`, and says whether it may be left out. */
export type Members<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? 'optional' : 'required'
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: ReadonlyArray<string>
}

/** The same of a schema. */
export const membersIn = (schema: ObjectSchema | undefined): Readonly<Record<string, 'optional' | 'required'>> =>
  Object.fromEntries(
    Object.keys(schema?.properties ?? {}).map((name) => [
      name,
      schema?.required?.includes(name) === true ? 'required' : 'optional'
    ])
  )
