/**
 * How fast requests go out: the rate falls when the target throttles and rises with every request that it answers. Pure:
 * the caller has the clock.
 */

/** Times are milliseconds of any one clock. */
export interface SendRate {
  /** Requests a second. `Infinity` until the target throttles for the first time. */
  readonly perSecond: number
  /** It never rises above this. */
  readonly ceiling: number
  /** When the next request may go out. */
  readonly nextAt: number
  /** When the rate was last lowered. */
  readonly loweredAt: number
}

/** The rate that throttling starts from where none was set. */
const FIRST = 100

/** The rate never falls below this, so that a run hears soon that a target has recovered. */
const FLOOR = 2

/** What is left of the rate after throttling. */
const DECREASE = 0.7

/**
 * By how much each request that is not throttled raises the rate: two of them make up for one that is. A target with a
 * limit is asked a little more than it allows, and one that throttles at random is not asked slower for it.
 */
const INCREASE = 1.2

export const sendRate = (ceiling: number = Infinity): SendRate => ({
  perSecond: ceiling,
  ceiling,
  nextAt: 0,
  loweredAt: -Infinity
})

/** Takes the next turn: when the request may go out, and the rate afterwards. */
export const takeTurn = (rate: SendRate, now: number): { readonly at: number; readonly rate: SendRate } => {
  const at = Math.max(now, rate.nextAt)
  return { at, rate: { ...rate, nextAt: at + 1000 / rate.perSecond } }
}

/** After a request that was not throttled. */
export const raise = (rate: SendRate): SendRate => ({
  ...rate,
  perSecond: Math.min(rate.ceiling, rate.perSecond * INCREASE)
})

/**
 * After a request, sent at `sentAt`, that was throttled. Requests that were on their way when the rate was lowered do not
 * lower it again. All requests wait for the new rate's next turn.
 */
export const lower = (rate: SendRate, sentAt: number, now: number): SendRate => {
  if (sentAt < rate.loweredAt) return rate
  const before = rate.perSecond === Infinity ? FIRST : rate.perSecond
  const perSecond = Math.min(rate.ceiling, Math.max(FLOOR, before * DECREASE))
  return { ...rate, perSecond, loweredAt: now, nextAt: Math.max(rate.nextAt, now + 1000 / perSecond) }
}
