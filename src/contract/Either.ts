/**
 * fp-ts's `Either` without its code: an `Either` is plain data, so two constructors are all that the contract needs.
 * Importing `fp-ts/lib/Either.js` here would add 5 kB to every bundle, importing `fp-ts` 40 ms to every cold start.
 */
import type { Either } from 'fp-ts/lib/Either.js'

export type { Either }

export const left = <E>(e: E): Either<E, never> => ({ _tag: 'Left', left: e })

export const right = <A>(a: A): Either<never, A> => ({ _tag: 'Right', right: a })

export const isLeft = <E, A>(e: Either<E, A>): e is Extract<Either<E, A>, { readonly _tag: 'Left' }> =>
  e._tag === 'Left'
