import * as fc from 'fast-check'
import { isLeft, isRight, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { ListUserPoolClientSecretsResponse, redactSecrets, type StoredClientSecret } from '../../src/index.js'
import { storedClientSecret } from '../../src/laws/arbitraries/index.js'
import { title } from '../laws/title.js'
import { PLANTED, shapedWithPlanted, withPlanted } from './arbitraries.js'
import { givesAway } from './deepText.js'

/** With dates up to the year 71000, as in Timestamp.test. */
const stored = (maxLength = 2): fc.Arbitrary<ReadonlyArray<StoredClientSecret>> =>
  fc.array(
    storedClientSecret(PLANTED).filter((r) => Math.abs(r.ClientSecretCreateDate.getTime()) < 2 ** 51),
    { maxLength }
  )

/** What was there before, so that a change would show. */
const snapshot = (u: unknown): string =>
  JSON.stringify(u, (_, v: unknown) => (typeof v === 'function' ? 'function' : v))

describe('redactSecrets', () => {
  it('keeps the two documented members of each record, in order, and nothing else', () => {
    fc.assert(
      fc.property(stored(), (records) => {
        const expected = records.map(({ ClientSecretId, ClientSecretCreateDate }) => ({
          ClientSecretId,
          ClientSecretCreateDate
        }))
        expect(redactSecrets(records)).toStrictEqual(right({ ClientSecrets: expected }))
      })
    )
  })

  it(title('response.secretValue.absent'), () => {
    fc.assert(fc.property(stored(4), (records) => !givesAway(redactSecrets(records), PLANTED)))
  })

  it(title('response.clientSecrets.atMostTwo'), () => {
    fc.assert(
      fc.property(stored(6), (records) => {
        const result = redactSecrets(records)
        return records.length > 2
          ? isLeft(result) && result.left._tag === 'InternalServerException' && result.left.status === 500
          : isRight(result) && result.right.ClientSecrets.length === records.length
      })
    )
  })

  it('changes nothing that it is given, and shares no list or record with it', () => {
    fc.assert(
      fc.property(stored(3), (records) => {
        const before = snapshot(records)
        Object.freeze(records)
        records.forEach((record) => Object.freeze(record))
        const result = redactSecrets(records)
        expect(snapshot(records)).toBe(before)
        if (isRight(result)) {
          expect(result.right.ClientSecrets).not.toBe(records)
          result.right.ClientSecrets.forEach((d, i) => expect(d).not.toBe(records[i]))
        }
      })
    )
  })

  it('leaves out what a record leaves out', () => {
    expect(redactSecrets([{}, { ClientSecretId: 'a' }])).toStrictEqual(
      right({ ClientSecrets: [{}, { ClientSecretId: 'a' }] })
    )
    expect(redactSecrets([])).toStrictEqual(right({ ClientSecrets: [] }))
  })

  it.each([
    [[{ ClientSecretId: '' }], "Value at 'clientSecrets.1.member.clientSecretId'"],
    [[{ ClientSecretId: 'a'.repeat(129) }], "Value at 'clientSecrets.1.member.clientSecretId'"],
    [[{}, { ClientSecretCreateDate: new Date(NaN) }], "Value at 'clientSecrets.2.member.clientSecretCreateDate'"],
    [[{}, {}, {}], "Value at 'clientSecrets'"]
  ])('a record that breaks the contract is an InternalServerException that says where: %j', (records, where) => {
    const result = redactSecrets(records)
    expect(isLeft(result) && result.left.message).toContain(where)
  })

  it('takes the date of a record from a Date only', () => {
    for (const ClientSecretCreateDate of [1785000000, '2026-07-25', { getTime: () => 0 }]) {
      expect(isLeft(redactSecrets([{ ClientSecretCreateDate } as never]))).toBe(true)
    }
  })

  it('junk in place of records never throws and never passes', () => {
    const junk = fc.oneof(withPlanted(), fc.array(withPlanted(), { maxLength: 4 }), shapedWithPlanted())
    fc.assert(
      fc.property(junk, (records) => {
        const result = redactSecrets(records as never)
        // an id is an id, whatever it looks like
        const said = isLeft(result)
          ? result
          : result.right.ClientSecrets.map((d) => ({ ...d, ClientSecretId: undefined }))
        expect(givesAway(said, PLANTED)).toBe(false)
        expect(isLeft(result) || ListUserPoolClientSecretsResponse.is(result.right)).toBe(true)
      }),
      { numRuns: 2000 }
    )
    for (const records of [undefined, null, {}, 'records', 0, [null], [undefined], { length: 1 }]) {
      expect(isLeft(redactSecrets(records as never))).toBe(true)
    }
  })

  it('a record cannot change between the check and the copy', () => {
    let reads = 0
    const record = {
      get ClientSecretId(): string {
        return reads++ === 0 ? 'a--1' : PLANTED
      }
    }
    expect(redactSecrets([record])).toStrictEqual(right({ ClientSecrets: [{ ClientSecretId: 'a--1' }] }))
  })
})
