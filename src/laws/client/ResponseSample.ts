/**
 * An answer of ListUserPoolClientSecrets with what it means, for clients to read.
 */
import type { HttpResponse } from '../../protocol/index.js'
import type { ClauseId } from '../../clauses/index.js'

/** What an answer says, whichever way it says it. */
export type ExpectedOutcome =
  /** A success with these descriptors; `time` in epoch milliseconds. */
  | {
      readonly _tag: 'Listing'
      readonly descriptors: ReadonlyArray<{ readonly id: string | undefined; readonly time: number | undefined }>
    }
  /** An error; `type` is `undefined` where the answer names none. */
  | {
      readonly _tag: 'Error'
      readonly type: string | undefined
      readonly message: string | undefined
      readonly reasonCode: string | undefined
    }
  /** What the contract rules out, and the clause that does. */
  | { readonly _tag: 'Violation'; readonly breaks: ClauseId }

/** What is unusual about an answer. */
export type Trait =
  | 'unknown members'
  | 'null members'
  | 'another order'
  | 'date with an exponent'
  /** Two places name an error differently. */
  | 'several types'
  /** With a namespace before the name, or something behind it. */
  | 'decorated type'
  /** The name is not in `__type`. */
  | 'type elsewhere'
  /** An error whose body is no JSON object. */
  | 'unreadable body'

/** An answer with what a client must read from it. */
export interface ResponseSample {
  /** What the client is answered. */
  readonly response: HttpResponse
  /** What a right client reads in it. */
  readonly means: ExpectedOutcome
  /** Empty for a plain answer. */
  readonly traits: ReadonlyArray<Trait>
  /** Of an unusual answer, where it is known: the same in all else, without the traits. */
  readonly undisturbed?: HttpResponse
  /** What it gives away and a client must not keep. */
  readonly secrets: ReadonlyArray<string>
}

export type ExpectedListing = Extract<ExpectedOutcome, { readonly _tag: 'Listing' }>

export type ExpectedError = Extract<ExpectedOutcome, { readonly _tag: 'Error' }>

export const isPlain = ({ traits }: ResponseSample): boolean => traits.length === 0

export const isUnusualOnlyIn =
  (trait: Trait) =>
  ({ traits }: ResponseSample): boolean =>
    traits.length === 1 && traits[0] === trait
