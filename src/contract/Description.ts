/**
 * A shape, described once. Checks are made from it, and so are the views that cost more: the io-ts codec (Codec.ts) and
 * JSON Schema (JsonSchema.ts), which a bundler leaves out where nobody asks for them.
 */
import { type Check, type CheckAt, guarded, type Path } from './Check.js'
import type { Shape } from './JsonSchema.js'

/** Where a value is: in JSON, or in memory. They differ where a Date stands for a number. */
export type Side = 'wire' | 'memory'

/** What a value is in JSON. */
export type Wire<A> = A extends Date
  ? number
  : A extends string
    ? string
    : A extends ReadonlyArray<infer E>
      ? ReadonlyArray<Wire<E>>
      : A extends object
        ? { readonly [K in keyof A]: Wire<A[K]> }
        : A

export interface Description<A, O = Wire<A>> {
  readonly name: string
  readonly shape: Shape
  /** The check at a place. It is made once for each place, reads each member once, and returns a fresh copy. */
  readonly checkAt: (path: Path, side: Side) => CheckAt<A>
  /** A faster yes or no than the check in memory, where there is one. */
  readonly is?: (u: unknown) => u is A
  /** Declared as a method, so that the description of an id is one of unknown values too. */
  encode(a: A): O
}

/** Returns for every value. */
export const checkOf = <A>(description: Description<A, unknown>, side: Side = 'wire'): Check<A> =>
  guarded(description.checkAt([], side))

/** Tries `accept` before the check: most values are good, and engines are fastest with names that are written out. */
export const withFastPath = <A extends object, O>(
  description: Description<A, O>,
  accept: (u: unknown, side: Side) => A | undefined
): Description<A, O> => ({
  ...description,
  checkAt: (path, side) => {
    const check = description.checkAt(path, side)
    return (u, issues) => accept(u, side) ?? check(u, issues)
  }
})
