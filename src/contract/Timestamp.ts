/**
 * A point in time: `Date` in memory, a JSON number of epoch seconds on the wire, to the millisecond both ways.
 */
import { refusalAt } from './Check.js'
import { Codec } from './Codec.js'

export type Timestamp = Date

/** The last second, either way, that a Date can hold. */
const LAST_SECOND = 8.64e12

/** The time value of a Date from any realm, NaN for everything else; it never calls the value's own code. */
export const timeOf = (u: unknown): number => {
  try {
    return Date.prototype.getTime.call(u)
  } catch {
    return NaN
  }
}

/** Far from 1970 the product is off by one; the neighbour that encodes to the same number is the right one. */
const toMilliseconds = (seconds: number): number => {
  const near = Math.round(seconds * 1000)
  return near / 1000 === seconds ? near : ([near - 1, near + 1].find((ms) => ms / 1000 === seconds) ?? near)
}

/** Epoch seconds to a Date; `undefined` where no Date is so far away. */
export const toDate = (seconds: number): Date | undefined => {
  const date = new Date(toMilliseconds(seconds))
  return Number.isNaN(date.getTime()) ? undefined : date
}

/**
 * Every Date survives encoding and decoding. What it encodes to prints without exponent, because a Date is a whole number
 * of milliseconds and no more than 8.64e12 seconds. Clauses `response.clientSecretCreateDate.*` (AWS JSON 1.1,
 * timestamp).
 */
export const Timestamp: Codec<Timestamp, number> = new Codec({
  name: 'Timestamp',
  checkAt: (path) => {
    const required = refusalAt(path, 'required')
    const notTimestamp = refusalAt(path, 'type', 'timestamp in epoch seconds')
    return (u) => {
      if (u === undefined || u === null) return required
      return (typeof u === 'number' ? toDate(u) : undefined) ?? notTimestamp
    }
  },
  is: (u): u is Date => !Number.isNaN(timeOf(u)),
  encode: (date) => timeOf(date) / 1000,
  jsonSchema: (_, side) => {
    if (side === 'output') throw new Error('A Date has no JSON Schema; ask for the input')
    return { type: 'number', minimum: -LAST_SECOND, maximum: LAST_SECOND }
  }
})
