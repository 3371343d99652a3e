import * as fc from 'fast-check'
import { isLeft, isRight, left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { ListUserPoolClientSecretsResponse, redactSecrets, type StoredClientSecret } from '../../src/index.js'
import { storedClientSecret } from '../../src/generators/index.js'
import { title } from '../laws/title.js'
import { PLANTED, shapedWithPlanted, withPlanted } from './arbitraries.js'
import { givesAway } from './deepText.js'

const stored = (maxLength = 2): fc.Arbitrary<ReadonlyArray<StoredClientSecret>> =>
  fc.array(storedClientSecret(PLANTED), { maxLength })

const GOOD = { ClientSecretId: 'a--1', ClientSecretCreateDate: new Date(0) }

const DATE_PATH = 'clientSecrets.1.member.clientSecretCreateDate'
const ID = "Value at 'clientSecrets.1.member.clientSecretId'"
const DATE = `Value at '${DATE_PATH}'`
const AT_LEAST_1 = 'Member must have length greater than or equal to 1'
const AT_MOST = 'Member must have length less than or equal to'
const VALID_DATE = 'Member must be of type Date (a valid one)'

const broken = (reasons: string) =>
  left({
    _tag: 'InternalServerException',
    status: 500,
    message: `The stored client secrets break the contract: ${reasons}`
  })

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

  it('of no records makes an empty list', () => {
    expect(redactSecrets([])).toStrictEqual(right({ ClientSecrets: [] }))
  })

  it.each([
    [[{ ...GOOD, ClientSecretId: '' }], `${ID} failed to satisfy constraint: ${AT_LEAST_1}`],
    [[{ ...GOOD, ClientSecretId: 'a'.repeat(129) }], `${ID} failed to satisfy constraint: ${AT_MOST} 128`],
    [[{ ...GOOD, ClientSecretId: 7 }], `${ID} failed to satisfy constraint: Member must be of type string`],
    [[{ ...GOOD, ClientSecretCreateDate: new Date(NaN) }], `${DATE} failed to satisfy constraint: ${VALID_DATE}`],
    [[{ ...GOOD, ClientSecretCreateDate: 1785000000 }], `${DATE} failed to satisfy constraint: ${VALID_DATE}`],
    [[{ ...GOOD, ClientSecretCreateDate: '2026-07-25' }], `${DATE} failed to satisfy constraint: ${VALID_DATE}`],
    [
      [{ ...GOOD, ClientSecretCreateDate: { getTime: (): number => 0 } }],
      `${DATE} failed to satisfy constraint: ${VALID_DATE}`
    ],
    [[GOOD, GOOD, GOOD], `Value at 'clientSecrets' failed to satisfy constraint: ${AT_MOST} 2`],
    [[GOOD, 'raw'], "Value at 'clientSecrets.2.member' failed to satisfy constraint: Member must be of type object"],
    [[5], "Value at 'clientSecrets.1.member' failed to satisfy constraint: Member must be of type object"],
    [[[GOOD]], "Value at 'clientSecrets.1.member' failed to satisfy constraint: Member must be of type object"],
    [[null], "Value null at 'clientSecrets.1.member' failed to satisfy constraint: Member must not be null"]
  ])(
    'a record that breaks the contract is an InternalServerException that says where and why: %j',
    (records, reason) => {
      expect(redactSecrets(records as never)).toEqual(broken(reason))
    }
  )

  it.each([title('response.clientSecretId.present'), title('response.clientSecretCreateDate.present')])('%s', () => {
    const missing = (member: string) =>
      `Value null at '${member}' failed to satisfy constraint: Member must not be null`
    const [id, date] = [missing('clientSecrets.1.member.clientSecretId'), missing(DATE_PATH)]
    for (const none of [undefined, null]) {
      expect(redactSecrets([{ ...GOOD, ClientSecretId: none }] as never)).toEqual(broken(id))
      expect(redactSecrets([{ ...GOOD, ClientSecretCreateDate: none }] as never)).toEqual(broken(date))
    }
    // members in another spelling are not the documented ones
    const camel = { clientSecretId: 'a', clientSecretCreateDate: new Date(0) }
    expect(redactSecrets([camel] as never)).toEqual(broken(`${id}; ${date}`))
  })

  it('reads accessors of a class, and members that a record inherits', () => {
    class Row {
      readonly #secret = PLANTED
      get ClientSecretId(): string {
        return `a--${this.#secret.length}`
      }
      get ClientSecretCreateDate(): Date {
        return GOOD.ClientSecretCreateDate
      }
      get ClientSecretValue(): string {
        return this.#secret
      }
    }
    const expected = { ClientSecretId: `a--${PLANTED.length}`, ClientSecretCreateDate: new Date(0) }
    expect(redactSecrets([new Row()])).toStrictEqual(right({ ClientSecrets: [expected] }))
    expect(redactSecrets([Object.create(GOOD) as StoredClientSecret])).toStrictEqual(right({ ClientSecrets: [GOOD] }))
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

  it('reads no more of too long a list than it takes to refuse it', () => {
    let reads = 0
    const record = {
      ClientSecretCreateDate: new Date(0),
      get ClientSecretId(): string {
        reads++
        return 'a--1'
      }
    }
    expect(isLeft(redactSecrets(Array.from({ length: 1000 }, () => record)))).toBe(true)
    expect(reads).toBeLessThanOrEqual(3)
  })

  it('a record cannot change between the check and the copy', () => {
    let reads = 0
    const ClientSecretCreateDate = new Date(0)
    const record = {
      ClientSecretCreateDate,
      get ClientSecretId(): string {
        return reads++ === 0 ? 'a--1' : PLANTED
      }
    }
    const result = redactSecrets([record])
    ClientSecretCreateDate.setTime(1)
    expect(result).toStrictEqual(
      right({ ClientSecrets: [{ ClientSecretId: 'a--1', ClientSecretCreateDate: new Date(0) }] })
    )
    expect(reads).toBe(1)
  })
})
