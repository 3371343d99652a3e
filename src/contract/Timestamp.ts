/**
 * A point in time: `Date` in memory, a JSON number of epoch seconds on the wire, to the millisecond both ways.
 */
import type * as t from 'io-ts'
import { Codec, refuse } from './Codec.js'
import { right } from './Either.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export type Timestamp = Date

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/** The time value of a Date from any realm, NaN for everything else; never throws, never calls the value's own code. */
export const timeOf = (u: unknown): number => {
  try {
    return Date.prototype.getTime.call(u)
  } catch {
    return NaN
  }
}

const is = (u: unknown): u is Date => !Number.isNaN(timeOf(u))

const validate = (u: unknown, context: t.Context): t.Validation<Date> => {
  if (u === undefined || u === null) return refuse(context, 'required')
  const date = typeof u === 'number' ? new Date(Math.round(u * 1000)) : undefined
  return date !== undefined && is(date) ? right(date) : refuse(context, 'type', 'timestamp in epoch seconds')
}

// ------------------------------------------------------------------------------------
// codec
// ------------------------------------------------------------------------------------

/**
 * Fractions survive; every number that it encodes to prints without exponent, since a Date is a whole number of
 * milliseconds and no more than 8.64e12 seconds. Clauses `response.clientSecretCreateDate.*` (AWS JSON 1.1, timestamp).
 *
 * @since 0.1.0
 */
export const Timestamp: Codec<Timestamp, number> = new Codec('Timestamp', is, validate, (date) => timeOf(date) / 1000)
