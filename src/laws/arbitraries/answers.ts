/**
 * HTTP answers of ListUserPoolClientSecrets with what they mean: in every way that the protocol allows, and in the ways
 * that the contract rules out.
 */
import * as fc from 'fast-check'
import { documentedExceptions } from '../../contract/errors.js'
import type { AnswerCase, Meaning, Trait } from '../clientLaws.js'
import type { ClauseId } from '../clauses/index.js'
import { clientSecret, clientSecretId, timestamp } from './values.js'

// ------------------------------------------------------------------------------------
// JSON as it may be written
// ------------------------------------------------------------------------------------

/** A member: its name, and its value as JSON text. */
type Member = readonly [name: string, json: string]

/** A value of an answer as JSON text, and what is unusual about it. */
interface Written {
  readonly json: string
  readonly traits: ReadonlyArray<Trait>
}

const object = (members: ReadonlyArray<Member>): string =>
  `{${members.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`

const member = (name: string, value: unknown): ReadonlyArray<Member> =>
  value === undefined ? [] : [[name, JSON.stringify(value)]]

/** Names that no part of the operation knows. */
const unknownName = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom('NextToken', 'ClientSecret', 'clientSecrets', '__proto__', 'toString', 'ResultMetadata'),
    fc.stringMatching(/^[A-Z][a-z]{1,8}[0-9]$/)
  )

/** A secret under one of these names must not outlive the reading, though the name is unknown. */
const unknownMembers = (secrets: ReadonlyArray<string>): fc.Arbitrary<ReadonlyArray<Member>> => {
  const value = fc.oneof(fc.jsonValue(), ...secrets.map((secret) => fc.constant(secret)))
  return fc
    .uniqueArray(fc.tuple(unknownName(), value), { maxLength: 3, selector: ([name]) => name })
    .map((all) => all.map(([name, json]) => [name, JSON.stringify(json)] as const))
}

/** An object with `members`, in any order, perhaps with unknown ones and with `null` for some that are absent. */
const written = (
  members: ReadonlyArray<Member>,
  absent: ReadonlyArray<string>,
  secrets: ReadonlyArray<string>
): fc.Arbitrary<Written> =>
  fc
    .record({ unknown: unknownMembers(secrets), nulls: fc.subarray([...absent]) })
    .chain(({ unknown, nulls }) => {
      const all: ReadonlyArray<Member> = [...members, ...unknown, ...nulls.map((name) => [name, 'null'] as const)]
      return fc.shuffledSubarray([...all], { minLength: all.length }).map((order) => ({
        json: object(order),
        traits: [
          ...(unknown.length > 0 ? ['unknown members' as const] : []),
          ...(nulls.length > 0 ? ['null members' as const] : []),
          ...(order.some((m, i) => m !== all[i]) ? ['another order' as const] : [])
        ]
      }))
    })

/** The same number of seconds as an integer, with a fraction, or with an exponent. */
const seconds = (time: number): fc.Arbitrary<string> => {
  const sign = time < 0 ? '-' : ''
  const digits = String(Math.abs(time)).padStart(4, '0')
  const [whole, fraction] = [digits.slice(0, -3), digits.slice(-3)]
  const mantissa = String(Math.abs(time))
  return fc.constantFrom(
    `${sign}${whole}.${fraction}`,
    `${sign}${whole}.${fraction}000`,
    `${sign}${mantissa}e-3`,
    `${sign}${mantissa.charAt(0)}.${mantissa.slice(1)}0E${mantissa.length - 4}`,
    ...(fraction === '000' ? [`${sign}${whole}`, `${sign}${whole}E+0`] : [])
  )
}

// ------------------------------------------------------------------------------------
// HTTP as it may be spoken
// ------------------------------------------------------------------------------------

const spelled = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(name, name.toUpperCase(), name.replace(/(?:^|-)[a-z]/g, (c) => c.toUpperCase()))

const answer = (
  status: number,
  body: string | Uint8Array,
  means: Meaning,
  rest: Partial<AnswerCase> & { readonly headers?: Readonly<Record<string, string>> } = {}
): fc.Arbitrary<AnswerCase> =>
  fc.tuple(spelled('content-type'), fc.boolean()).map(([name, asBytes]) => ({
    response: {
      status,
      headers: { [name]: 'application/x-amz-json-1.1', ...rest.headers },
      body: asBytes && typeof body === 'string' ? new TextEncoder().encode(body) : body
    },
    means,
    traits: [...new Set(rest.traits)],
    secrets: rest.secrets ?? []
  }))

// ------------------------------------------------------------------------------------
// successes
// ------------------------------------------------------------------------------------

interface Descriptor {
  readonly id: string | undefined
  readonly time: number | undefined
}

const DOCUMENTED = ['ClientSecretId', 'ClientSecretCreateDate'] as const

const descriptor = (): fc.Arbitrary<Descriptor> =>
  fc.record({
    id: fc.option(clientSecretId(), { nil: undefined }),
    time: fc.option(
      timestamp().map((date) => date.getTime()),
      { nil: undefined }
    )
  })

const members = ({ id, time }: Descriptor): fc.Arbitrary<ReadonlyArray<Member>> =>
  (time === undefined ? fc.constant(undefined) : seconds(time)).map((date) => [
    ...member('ClientSecretId', id),
    ...(date === undefined ? [] : [['ClientSecretCreateDate', date] as const])
  ])

const listed = (one: Descriptor, secrets: ReadonlyArray<string>): fc.Arbitrary<Written> => {
  const absent = DOCUMENTED.filter((_, i) => [one.id, one.time][i] === undefined)
  return members(one).chain((m) => written(m, [...absent, 'ClientSecretValue'], secrets))
}

const listingOf = (all: ReadonlyArray<Written>, secrets: ReadonlyArray<string> = []): fc.Arbitrary<Written> =>
  written([['ClientSecrets', `[${all.map(({ json }) => json).join(',')}]`]], [], secrets).map(({ json, traits }) => ({
    json,
    traits: [...traits, ...all.flatMap((one) => one.traits)]
  }))

/**
 * Successes, written in every legal way; some give a secret away under a name that means nothing.
 *
 * @since 0.1.0
 */
export const listingAnswer = (): fc.Arbitrary<AnswerCase> =>
  fc
    .tuple(fc.array(descriptor(), { maxLength: 2 }), fc.option(fc.noShrink(clientSecret()), { nil: undefined }))
    .chain(([descriptors, secret]) => {
      const secrets = secret === undefined ? [] : [secret]
      return fc
        .tuple(...descriptors.map((one) => listed(one, secrets)))
        .chain((all) => listingOf(all, secrets))
        .chain(({ json, traits }) => answer(200, json, { _tag: 'Listing', descriptors }, { traits, secrets }))
    })
