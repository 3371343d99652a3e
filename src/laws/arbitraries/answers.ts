/**
 * HTTP answers of ListUserPoolClientSecrets with what they mean: in every way that the protocol allows, and in the ways
 * that the contract rules out.
 */
import * as fc from 'fast-check'
import { documentedExceptions } from '../../contract/errors.js'
import { CONTENT_TYPE } from '../../protocol/index.js'
import type { AnswerCase, Meaning, Trait } from '../clientLaws.js'
import type { ClauseId } from '../clauses/index.js'
import { character, clientSecret, clientSecretId } from './values.js'

// ------------------------------------------------------------------------------------
// JSON as it may be written
// ------------------------------------------------------------------------------------

/** A member: its name, and its value as JSON text. */
type Member = readonly [name: string, json: string]

const members = (all: Readonly<Record<string, unknown>>): ReadonlyArray<Member> =>
  Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, JSON.stringify(value)]]))

/** How one object is written. */
interface Manner {
  /** Members that nobody knows, the name and the value; `undefined` is the place for a secret. */
  readonly unknown: ReadonlyArray<readonly [name: string, json: string | undefined]>
  /** Whether absent members are there as null. */
  readonly nulls: boolean
  /** Members are sorted by these, as far as they go. */
  readonly order: ReadonlyArray<number>
}

const manner = (): fc.Arbitrary<Manner> => {
  const name = fc.oneof(
    fc.constantFrom('NextToken', 'ClientSecret', 'clientSecrets', '__proto__', 'toString', '$metadata'),
    fc.stringMatching(/^[A-Z][a-z]{1,8}[0-9]$/)
  )
  const json = fc.option(
    fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)),
    { nil: undefined }
  )
  // mostly unusual in one way: who misreads it is told which
  return fc
    .record({
      unknown: fc.uniqueArray(fc.tuple(name, json), { maxLength: 3, selector: ([key]) => key }),
      nulls: fc.constant(true),
      order: fc.array(fc.nat({ max: 9 }), { maxLength: 6 }),
      keep: fc.constantFrom<ReadonlyArray<keyof Manner>>(
        [],
        ['unknown'],
        ['nulls'],
        ['order'],
        ['unknown', 'nulls', 'order']
      )
    })
    .map(({ unknown, nulls, order, keep }) => ({
      unknown: keep.includes('unknown') ? unknown : [],
      nulls: nulls && keep.includes('nulls'),
      order: keep.includes('order') ? order : []
    }))
}

interface Written {
  readonly json: string
  readonly traits: ReadonlyArray<Trait>
}

const write = (known: ReadonlyArray<Member>, absent: ReadonlyArray<string>, how: Manner, secret = 'x'): Written => {
  const unknown = how.unknown.map(([name, json]) => [name, json ?? JSON.stringify(secret)] as const)
  const nulls = how.nulls ? absent.filter((key) => known.every(([name]) => name !== key)) : []
  const all: ReadonlyArray<Member> = [...known, ...unknown, ...nulls.map((name) => [name, 'null'] as const)]
  const order = all.map((_, i) => i).sort((a, b) => (how.order[a] ?? 0) - (how.order[b] ?? 0))
  return {
    json: `{${order.map((i) => `${JSON.stringify(all[i]?.[0])}:${all[i]?.[1]}`).join(',')}}`,
    traits: [
      ...(unknown.length > 0 ? ['unknown members' as const] : []),
      ...(nulls.length > 0 ? ['null members' as const] : []),
      ...(order.some((i, at) => i !== at) ? ['another order' as const] : [])
    ]
  }
}

/** Milliseconds as seconds: with a fraction, with an exponent, or as an integer where they are one. */
const seconds = (time: number, form: number): string => {
  const sign = time < 0 ? '-' : ''
  const digits = String(Math.abs(time))
  const [whole, fraction] = [digits.slice(0, -3) || '0', digits.slice(-3).padStart(3, '0')]
  const forms = [
    ...(fraction === '000' ? [`${sign}${whole}`, `${sign}${whole}E+0`] : []),
    `${sign}${whole}.${fraction}`,
    `${sign}${whole}.${fraction}000`,
    `${sign}${digits}e-3`,
    `${sign}${digits.charAt(0)}.${digits.slice(1)}0E${digits.length - 4}`
  ]
  return forms[form % forms.length] ?? whole
}

// ------------------------------------------------------------------------------------
// HTTP as it may be spoken
// ------------------------------------------------------------------------------------

type Spelling = (name: string) => string

const spelling = (): fc.Arbitrary<Spelling> =>
  fc.constantFrom<Spelling>(
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => name.replace(/(?:^|-)[a-z]/g, (c) => c.toUpperCase())
  )

interface Spoken {
  readonly spelled: Spelling
  readonly asBytes: boolean
}

const spoken = { spelled: spelling(), asBytes: fc.boolean() }

const answer = (
  { spelled, asBytes }: Spoken,
  status: number,
  body: string | Uint8Array,
  means: Meaning,
  { traits = [], secrets = [], errorType }: Partial<AnswerCase> & { readonly errorType?: string | undefined } = {}
): AnswerCase => ({
  response: {
    status,
    headers: {
      [spelled('content-type')]: CONTENT_TYPE,
      ...(errorType === undefined ? {} : { [spelled('x-amzn-errortype')]: errorType })
    },
    body: asBytes && typeof body === 'string' ? new TextEncoder().encode(body) : body
  },
  means,
  traits: [...new Set(traits)],
  secrets
})

// ------------------------------------------------------------------------------------
// successes
// ------------------------------------------------------------------------------------

interface Descriptor {
  readonly id: string | undefined
  readonly time: number | undefined
  readonly form: number
  readonly how: Manner
}

const descriptor = (): fc.Arbitrary<Descriptor> =>
  fc.record({
    id: fc.option(clientSecretId(), { nil: undefined }),
    time: fc.option(
      fc.oneof(
        fc.integer({ min: -1e12, max: 4e12 }),
        fc.integer({ min: 0, max: 4e9 }).map((s) => s * 1000)
      ),
      {
        nil: undefined
      }
    ),
    form: fc.nat({ max: 11 }),
    how: manner()
  })

const writeDescriptor = (
  { id, time, form, how }: Descriptor,
  secret?: string,
  bad: ReadonlyArray<Member> = []
): Written => {
  const good: ReadonlyArray<Member> = [
    ...members({ ClientSecretId: id }),
    ...(time === undefined ? [] : [['ClientSecretCreateDate', seconds(time, form)] as const])
  ]
  const known = [...good.filter(([name]) => bad.every(([other]) => name !== other)), ...bad]
  return write(known, ['ClientSecretId', 'ClientSecretCreateDate', 'ClientSecretValue'], how, secret)
}

const writeListing = (all: ReadonlyArray<Written>, how: Manner, secret?: string): Written => {
  const { json, traits } = write([['ClientSecrets', `[${all.map((one) => one.json).join(',')}]`]], [], how, secret)
  return { json, traits: [...traits, ...all.flatMap((one) => one.traits)] }
}

/**
 * Successes, written in every legal way; some give a secret away under a name that means nothing.
 *
 * @since 0.1.0
 */
export const listingAnswer = (): fc.Arbitrary<AnswerCase> =>
  fc
    .record({
      ...spoken,
      all: fc.array(descriptor(), { maxLength: 2 }),
      how: manner(),
      secret: fc.noShrink(clientSecret())
    })
    .map(({ all, how, secret, ...http }) => {
      const { json, traits } = writeListing(
        all.map((one) => writeDescriptor(one, secret)),
        how,
        secret
      )
      const means: Meaning = { _tag: 'Listing', descriptors: all.map(({ id, time }) => ({ id, time })) }
      return answer(http, 200, json, means, { traits, secrets: json.includes(secret) ? [secret] : [] })
    })

// ------------------------------------------------------------------------------------
// errors
// ------------------------------------------------------------------------------------

const errorType = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...Object.keys(documentedExceptions)),
    fc.constantFrom('SerializationException', 'UnrecognizedClientException', 'AccessDeniedException', 'NotAuthorized'),
    fc.stringMatching(/^[A-Z][A-Za-z0-9_]{2,20}(?:Exception|Error)$/)
  )

/** What may stand around a name. */
const decoration = (): fc.Arbitrary<readonly [before: string, after: string]> =>
  fc.tuple(
    fc.constantFrom('', 'com.amazonaws.cognito#', 'com.amazonaws.cognitoidentityprovider#'),
    fc.constantFrom('', ':', ':http://internal.amazon.com/coral/com.amazon.coral.validate/')
  )

const PLACES = ['x-amzn-errortype', 'code', '__type'] as const

type Place = (typeof PLACES)[number]

/** Where an error's name stands, and how. */
interface Naming {
  readonly type: string
  readonly names: Readonly<Partial<Record<Place, string>>>
  readonly traits: ReadonlyArray<Trait>
}

/** Half of the errors are named plainly in `__type`, most others unusually in one way. */
const naming = (): fc.Arbitrary<Naming> =>
  fc
    .record({
      types: fc.uniqueArray(errorType(), { minLength: 3, maxLength: 3 }),
      way: fc.constantFrom('plain', 'plain', 'plain', 'elsewhere', 'decorated', 'both', 'several'),
      place: fc.constantFrom<Place>('x-amzn-errortype', 'code'),
      places: fc.subarray([...PLACES], { minLength: 2 }),
      around: decoration()
    })
    .map(({ types, way, place, places, around: [before, after] }) => {
      const [type = ''] = types
      const isElsewhere = way === 'elsewhere' || way === 'both'
      const name = way === 'decorated' || way === 'both' ? `${before}${type}${after}` : type
      return {
        type,
        names:
          way === 'several'
            ? Object.fromEntries(places.map((one, i) => [one, types[i]]))
            : { [isElsewhere ? place : '__type']: name },
        traits: [
          ...(way === 'several' ? ['several types' as const] : []),
          ...(isElsewhere ? ['type elsewhere' as const] : []),
          ...(name === type ? [] : ['decorated type' as const])
        ]
      }
    })

/**
 * Errors, named in every legal way: in the header, in `code`, in `__type`, in several of them, with a namespace or a
 * colon; explained in `message`, in `Message` or not at all.
 *
 * @since 0.1.0
 */
export const errorAnswer = (): fc.Arbitrary<AnswerCase> =>
  fc
    .record({
      ...spoken,
      how: manner(),
      named: naming(),
      status: fc.constantFrom(400, 401, 403, 404, 413, 429, 500, 503, 599),
      message: fc.option(fc.string({ unit: character() }), { nil: undefined }),
      capital: fc.boolean(),
      reasonCode: fc.option(fc.string(), { nil: undefined })
    })
    .map(({ how, named: { type, names, traits }, status, message, capital, reasonCode, ...http }) => {
      const { code, __type } = names
      const body = { code, __type, [capital ? 'Message' : 'message']: message, reasonCode }
      const written = write(members(body), ['message', 'Message', 'reasonCode'], how)
      return answer(
        http,
        status,
        written.json,
        { _tag: 'Error', type, message, reasonCode: type === 'InvalidParameterException' ? reasonCode : undefined },
        { errorType: names['x-amzn-errortype'], traits: [...written.traits, ...traits] }
      )
    })

const ordinary = { spelled: (name: string) => name, asBytes: false }

/**
 * The documented exceptions, each named in `__type`, in `code` and in the header, plainly and with a namespace, explained
 * in `message` and in `Message`: what no number of generated answers is sure to show.
 *
 * @since 0.1.0
 */
export const documentedErrorAnswers: ReadonlyArray<AnswerCase> = Object.keys(documentedExceptions).flatMap((type) => {
  const status = type === 'InternalServerException' ? 500 : 400
  const reasonCode = type === 'InvalidParameterException' ? 'why' : undefined
  const means: Meaning = { _tag: 'Error', type, message: 'a message', reasonCode }
  const named = (names: object, traits: ReadonlyArray<Trait>, errorType?: string): AnswerCase =>
    answer(ordinary, status, JSON.stringify({ ...names, message: 'a message', reasonCode }), means, {
      traits,
      errorType
    })
  return [
    named({ __type: type }, []),
    named({ code: type }, ['type elsewhere']),
    named({}, ['type elsewhere'], type),
    named({ __type: `com.amazonaws.cognito#${type}` }, ['decorated type']),
    answer(ordinary, status, JSON.stringify({ __type: type, Message: 'a message', reasonCode }), means)
  ]
})

/**
 * Errors whose body says nothing: HTML, no bytes, JSON that is no object; some named in the header.
 *
 * @since 0.1.0
 */
export const bareErrorAnswer = (): fc.Arbitrary<AnswerCase> =>
  fc
    .record({
      ...spoken,
      type: fc.option(errorType(), { nil: undefined }),
      status: fc.constantFrom(400, 403, 404, 413, 500, 502, 503, 504),
      body: fc.constantFrom('', ' ', '<html>502 Bad Gateway</html>', '[]', 'null', '"oops"', '{"message":', '\0')
    })
    .map(({ type, status, body, ...http }) =>
      answer(
        http,
        status,
        body,
        { _tag: 'Error', type, message: undefined, reasonCode: undefined },
        {
          errorType: type,
          traits: [
            ...(body === '' ? [] : ['unreadable body' as const]),
            ...(type === undefined ? [] : ['type elsewhere' as const])
          ]
        }
      )
    )

// ------------------------------------------------------------------------------------
// what the contract rules out
// ------------------------------------------------------------------------------------

/** Bodies with HTTP status 200 that break a clause, whatever else is in the answer. */
const badBodies: ReadonlyArray<readonly [ClauseId, ReadonlyArray<string | Uint8Array>]> = [
  [
    'response.body.object',
    ['[]', 'null', '"x"', '0', '<html/>', '{}{}', "{'ClientSecrets':[]}", Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d)]
  ],
  [
    'response.clientSecrets.present',
    ['', '{}', ...['null', '{}', '"x"', '0'].map((json) => `{"ClientSecrets":${json}}`), '{"clientSecrets":[]}']
  ],
  [
    'response.names.unique',
    [
      '{"ClientSecrets":[],"ClientSecrets":[]}',
      '{"ClientSecrets":[{"ClientSecretId":"a","ClientSecretId":"b"}]}',
      '{"ClientSecrets":[],"A":{"a":1,"\\u0061":2}}'
    ]
  ]
]

/** Members that break a clause in any descriptor. */
const badMember = (secret: string): fc.Arbitrary<readonly [ClauseId, name: string, value: unknown]> =>
  fc.oneof(
    fc
      .constantFrom<unknown>(secret, [secret], { S: secret })
      .map((value) => ['response.secretValue.absent', 'ClientSecretValue', value] as const),
    fc
      .constantFrom<unknown>('1785000000', '1785000000.5', '2026-07-25T17:20:00Z', '', true, [1785000000], { N: '1' })
      .map((value) => ['response.clientSecretCreateDate.number', 'ClientSecretCreateDate', value] as const),
    fc
      .constantFrom('', 'a'.repeat(129), '\u{1f600}'.repeat(129), '-'.repeat(1000))
      .map((value) => ['response.clientSecretId.length', 'ClientSecretId', value] as const)
  )

const breaks = (clause: ClauseId): Meaning => ({ _tag: 'Violation', breaks: clause })

/**
 * Answers that no conforming server gives, each with the clause that it breaks.
 *
 * @since 0.1.0
 */
export const illegalAnswer = (): fc.Arbitrary<AnswerCase> => {
  const listing = { ...spoken, how: manner(), all: fc.array(descriptor(), { maxLength: 1 }) }
  const leak = fc.noShrink(clientSecret())
  return fc.oneof(
    ...badBodies.map(([clause, bodies]) =>
      fc
        .record({ ...spoken, body: fc.constantFrom(...bodies) })
        .map(({ body, ...http }) => answer(http, 200, body, breaks(clause)))
    ),
    fc
      .record({
        ...listing,
        one: descriptor(),
        bad: leak.chain((secret) => fc.tuple(fc.constant(secret), badMember(secret)))
      })
      .map(({ how, all, one, bad: [secret, [clause, name, value]], ...http }) => {
        const listed = [...all.map((d) => writeDescriptor(d)), writeDescriptor(one, secret, members({ [name]: value }))]
        const { json } = writeListing(listed, how)
        return answer(http, 200, json, breaks(clause), { secrets: json.includes(secret) ? [secret] : [] })
      }),
    fc
      .record({ ...listing, all: fc.array(descriptor(), { minLength: 3, maxLength: 5 }) })
      .map(({ how, all, ...http }) =>
        answer(
          http,
          200,
          writeListing(
            all.map((d) => writeDescriptor(d)),
            how
          ).json,
          breaks('response.clientSecrets.atMostTwo')
        )
      ),
    fc.record({ ...listing, cut: fc.nat() }).map(({ how, all, cut, ...http }) => {
      const { json } = writeListing(
        all.map((d) => writeDescriptor(d)),
        how
      )
      return answer(http, 200, json.slice(0, 1 + (cut % (json.length - 1))), breaks('response.body.object'))
    }),
    fc
      .record({ ...listing, status: fc.constantFrom(201, 202, 204, 206, 301, 302, 304, 399) })
      .map(({ how, all, status, ...http }) =>
        answer(
          http,
          status,
          writeListing(
            all.map((d) => writeDescriptor(d)),
            how
          ).json,
          breaks('response.status.ok')
        )
      )
  )
}

/**
 * Any of these.
 *
 * @since 0.1.0
 */
export const answerCase = (): fc.Arbitrary<AnswerCase> =>
  fc.oneof(listingAnswer(), errorAnswer(), bareErrorAnswer(), illegalAnswer())
