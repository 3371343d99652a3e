/**
 * A point in time: `Date` in memory, a JSON number of epoch seconds on the wire, to the millisecond both ways.
 */
import { typeRefusalAt } from './Check.js'
import { Codec } from './Codec.js'
import type { Description, Side } from './Description.js'

export type Timestamp = Date

/** The time value of a Date from any realm, NaN for everything else; it never calls the value's own code. */
const timeOf = (u: unknown): number => {
  try {
    return Date.prototype.getTime.call(u)
  } catch {
    return NaN
  }
}

/** Far from 1970 the product rounds to one too many; then the number before it encodes to the same seconds. */
const toMilliseconds = (seconds: number): number => {
  const near = Math.round(seconds * 1000)
  return (near - 1) / 1000 === seconds ? near - 1 : near
}

/** A fresh Date, which nobody can change; `undefined` where `u` is none, or no Date is so far away. */
export const dateOf = (u: unknown, side: Side): Date | undefined => {
  const date = new Date(side === 'memory' ? timeOf(u) : typeof u === 'number' ? toMilliseconds(u) : NaN)
  return Number.isNaN(date.getTime()) ? undefined : date
}

export const timestamp: Description<Timestamp> = {
  name: 'Timestamp',
  shape: { kind: 'date' },
  checkAt: (path, side) => {
    const noDate = typeRefusalAt(path, side === 'wire' ? 'timestamp in epoch seconds' : 'Date (a valid one)')
    return (u, issues) => dateOf(u, side) ?? noDate(u, issues)
  },
  encode: (date) => timeOf(date) / 1000
}

/**
 * Every Date survives encoding and decoding. What it encodes to prints without exponent, because a Date is a whole number
 * of milliseconds and no more than 8.64e12 seconds. Clauses `response.clientSecretCreateDate.*` (AWS JSON 1.1,
 * timestamp).
 */
export const Timestamp: Codec<Timestamp, number> = /* @__PURE__ */ new Codec(timestamp)
