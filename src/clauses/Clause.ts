/**
 * One normative statement, in our own words, with where it comes from and whom it binds.
 */

/** A MUST fails a run; a SHOULD warns, and fails with `--strict`. */
export type Level = 'MUST' | 'SHOULD'

/**
 * - `page`: the documentation of the operation or of a type it uses
 * - `protocol`: AWS JSON 1.1, HTTP or JSON themselves
 * - `observed`: seen on the wire or in public threads
 */
export type Evidence = 'page' | 'protocol' | 'observed'

/** Whom a clause binds. */
export type Binds = 'validator' | 'server' | 'client'

export interface Clause {
  readonly sentence: string
  readonly level: Level
  readonly evidence: Evidence
  /** The section of the page, or the other source. */
  readonly section: string
  readonly binds: ReadonlyArray<Binds>
  /** For clients, where it is less than for servers: what a good client need not notice. */
  readonly clientLevel?: 'SHOULD'
  /** Why no request can provoke it: the suite judges it whenever it occurs, and excuses it where it does not. */
  readonly onlyWhenSeen?: string
}

/** Keeps each id's literal type. */
export const clausesOf = <const Id extends string>(
  clauses: Readonly<Record<Id, Clause>>
): Readonly<Record<Id, Clause>> => clauses
