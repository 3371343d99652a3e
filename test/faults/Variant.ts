/**
 * Implementations to try the suite on, as data: broken ones, each with the clauses that must notice, and ones that are
 * right although unusual.
 */
import type { ClauseId } from '../../src/clauses/index.js'
import type { Listening } from '../../src/node/index.js'
import { type Change, type Handler, serve } from './service.js'

export interface Variant {
  readonly name: string
  readonly description: string
  /** A fresh implementation: nothing that one run does is seen by the next. */
  readonly make: () => Handler
  /** The layers that `make` puts around the reference, where it does nothing else: several variants can then be one. */
  readonly changes?: ReadonlyArray<Change>
  /** A server of its own, for what a handler cannot express: raw header names, resets, bodies cut short. */
  readonly listen?: (handler: Handler) => Promise<Listening>
  /** Nothing is wrong with it until it is behind a socket. */
  readonly onlyOverSockets?: true
}

export interface Fault extends Variant {
  /** At least one of these must be seen broken, at every seed. */
  readonly kills: ReadonlyArray<ClauseId>
}

export const fault = (
  name: string,
  description: string,
  kills: ReadonlyArray<ClauseId>,
  ...changes: ReadonlyArray<Change>
): Fault => ({ name, description, kills, make: serve(...changes) })

export const unusual = (name: string, description: string, ...changes: ReadonlyArray<Change>): Variant => ({
  name,
  description,
  make: serve(...changes),
  changes
})
