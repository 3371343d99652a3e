import * as fc from 'fast-check'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { Timestamp } from '../../src/index.js'
import { title } from '../laws/title.js'

const LAST = 8_640_000_000_000

/** Every Date there is, those near the ends and near the powers of two among them. */
const date = (): fc.Arbitrary<Date> => {
  const last = LAST * 1000
  const near = (ms: number): fc.Arbitrary<number> => fc.integer({ min: Math.max(-last, ms - 1000), max: ms + 1000 })
  return fc
    .oneof(
      fc.integer({ min: -last, max: last }),
      fc.constantFrom(...Array.from({ length: 53 }, (_, n) => 2 ** n)).chain((ms) => near(ms)),
      fc.nat({ max: 1000 }).map((n) => last - n)
    )
    .chain((ms) => fc.constantFrom(ms, -ms))
    .map((ms) => new Date(ms))
}

describe('Timestamp', () => {
  it(title('client.createDate.exact'), () => {
    fc.assert(
      fc.property(date(), (d) => {
        expect(Timestamp.decode(Timestamp.encode(d))).toEqual(right(d))
      }),
      { numRuns: 3000 }
    )
    // the seconds of the last one, times 1000, round to the next millisecond
    for (const ms of [LAST * 1000, LAST * 1000 - 1, 2 ** 52, 2 ** 52 + 1, 2 ** 51 + 1, 1, 0, 4_439_409_134_409_693]) {
      for (const d of [new Date(ms), new Date(-ms)]) expect(Timestamp.decode(Timestamp.encode(d))).toEqual(right(d))
    }
    expect(Timestamp.decode(1785000000)).toEqual(right(new Date('2026-07-25T17:20:00.000Z')))
    expect(Timestamp.decode(1785000000.123)).toEqual(right(new Date('2026-07-25T17:20:00.123Z')))
    expect(Timestamp.decode(1.785e9)).toEqual(right(new Date('2026-07-25T17:20:00.000Z')))
  })

  it(title('response.clientSecretCreateDate.noExponent'), () => {
    fc.assert(
      fc.property(date(), (d) => /^-?\d+(?:\.\d+)?$/.test(JSON.stringify(Timestamp.encode(d)))),
      { numRuns: 3000 }
    )
    for (const ms of [0, 1, -1, LAST * 1000, -LAST * 1000, LAST * 1000 - 1]) {
      expect(JSON.stringify(Timestamp.encode(new Date(ms)))).toMatch(/^-?\d+(?:\.\d{1,3})?$/)
    }
  })

  it(title('response.clientSecretCreateDate.number'), () => {
    const wrong = ['1785000000', '2026-07-25', '', true, {}, [], [1785000000], 1785000000n, new Date(0), Object(1)]
    for (const u of [...wrong, NaN, Infinity, -Infinity, LAST + 0.001, -LAST - 0.001, 1e308]) {
      expect(isLeft(Timestamp.decode(u))).toBe(true)
    }
    for (const u of [0, -0, 0.001, -0.001, LAST, -LAST]) expect(isLeft(Timestamp.decode(u))).toBe(false)
  })

  it('rounds to the nearest millisecond', () => {
    expect(Timestamp.decode(1.0004)).toEqual(right(new Date(1000)))
    expect(Timestamp.decode(1.0006)).toEqual(right(new Date(1001)))
    expect(Timestamp.decode(5e-324)).toEqual(right(new Date(0)))
  })

  it('knows a Date by what it is, not by what it claims to be', () => {
    expect(Timestamp.is(new Date(0))).toBe(true)
    expect(Timestamp.is(new Date(NaN))).toBe(false)
    const impostors = [{ getTime: () => 0 }, Object.create(Date.prototype), new Proxy(new Date(0), {}), 0, '0', null]
    for (const u of impostors) expect(Timestamp.is(u)).toBe(false)
  })
})
