/**
 * The JSON Schemas of the wire accept what the codecs accept.
 */
import * as fc from 'fast-check'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import {
  documentedExceptions,
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  validateRequest
} from '../../src/index.js'
import {
  almostRequest,
  clientId,
  clientSecretId,
  listUserPoolClientSecretsRequest,
  listUserPoolClientSecretsResponse,
  nearMissClientId,
  nearMissUserPoolId,
  timestamp,
  userPoolId
} from '../../src/generators/index.js'
import { clause } from '../../src/clauses/index.js'
import { parseSpec, validatorOf } from './files.js'

/** What is left of a value as JSON; null where nothing is. */
const toJson = (u: unknown): unknown => {
  try {
    const text = JSON.stringify(u) as string | undefined
    return text === undefined ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}

const anyJson = (): fc.Arbitrary<unknown> => fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, [], {}))

const object = (members: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.record(members, { requiredKeys: [] }), fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 }))
    .map(([known, unknown]) => toJson({ ...unknown, ...known }))

const request = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    almostRequest().map(toJson),
    listUserPoolClientSecretsRequest(),
    fc.record({
      ClientId: fc.oneof(
        clientId(),
        nearMissClientId().map(({ id }) => id),
        anyJson()
      ),
      UserPoolId: fc.oneof(
        userPoolId(),
        nearMissUserPoolId().map(({ id }) => id),
        anyJson()
      ),
      NextToken: anyJson()
    }),
    anyJson()
  )

const seconds = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    timestamp().map((date) => date.getTime() / 1000),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(8.64e12, -8.64e12, 8.64e12 + 0.001, -8.64e12 - 0.001, 1e21, '1785000000'),
    anyJson()
  )

const descriptor = (): fc.Arbitrary<unknown> =>
  object({
    ClientSecretId: fc.oneof({ weight: 3, arbitrary: clientSecretId() }, fc.string({ minLength: 120 }), anyJson()),
    ClientSecretCreateDate: seconds(),
    ClientSecretValue: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, anyJson())
  })

const response = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    listUserPoolClientSecretsResponse().map(ListUserPoolClientSecretsResponse.encode),
    object({ ClientSecrets: fc.array(descriptor(), { maxLength: 3 }), NextToken: anyJson() }),
    object({ ClientSecrets: anyJson() }),
    anyJson()
  )

const text = (): fc.Arbitrary<unknown> => fc.oneof(fc.string(), fc.constant(null), anyJson())

const error = (): fc.Arbitrary<unknown> =>
  object({
    __type: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...Object.keys(documentedExceptions)) },
      fc.constant('InternalServerException:'),
      anyJson()
    ),
    code: anyJson(),
    message: text(),
    Message: text(),
    reasonCode: text()
  })

const isText = (u: unknown): boolean => u === undefined || u === null || typeof u === 'string'

/** On so many values, a tenth of them at least on either side. */
const agree = (
  values: fc.Arbitrary<unknown>,
  schema: ValidateFunction,
  accepts: (value: unknown) => boolean,
  numRuns = 2000
): void => {
  const seen = { accepted: 0, refused: 0 }
  fc.assert(
    fc.property(values, (value) => {
      const accepted = accepts(value)
      seen[accepted ? 'accepted' : 'refused']++
      return schema(value) === accepted
    }),
    { numRuns, seed: 1 }
  )
  expect(Math.min(seen.accepted, seen.refused), JSON.stringify(seen)).toBeGreaterThan(numRuns / 10)
}

test(`validator.agrees: ${clause('validator.agrees').sentence}`, () => {
  const { is, '~standard': standard } = ListUserPoolClientSecretsRequest
  agree(request(), validatorOf('request.schema.json'), (value) => {
    const accepted = validateRequest(value)._tag === 'Right'
    const others = [is(value), standard.validate(value).issues === undefined]
    if (others.includes(!accepted)) throw new Error(`decoder: ${accepted}, guard and Standard Schema: ${others.join()}`)
    return accepted
  })
})

describe('response.schema.json', () => {
  test('accepts what the codec decodes', () => {
    agree(
      response(),
      validatorOf('response.schema.json'),
      (value) => ListUserPoolClientSecretsResponse.decode(value)._tag === 'Right'
    )
  })

  test('accepts everything that the codec encodes', () => {
    const schema = validatorOf('response.schema.json')
    fc.assert(
      fc.property(listUserPoolClientSecretsResponse(), (value) =>
        schema(toJson(ListUserPoolClientSecretsResponse.encode(value)))
      ),
      { seed: 1 }
    )
  })
})

describe('error.schema.json', () => {
  test(`error.message.string: ${clause('error.message.string').sentence}`, () => {
    agree(error(), validatorOf('error.schema.json'), (value) => {
      const { message, Message, reasonCode } = value as Readonly<Record<string, unknown>>
      return isText(message) && isText(Message) && isText(reasonCode)
    })
  })

  test.each(Object.entries(documentedExceptions))('$defs/%s accepts what the codec decodes', (name, codec) => {
    const plain = fc.oneof(
      error(),
      object({ message: text(), reasonCode: text() }).map((members) => ({ ...(members as object), __type: name }))
    )
    agree(plain, validatorOf('error.schema.json', name), (value) => codec.decode(value)._tag === 'Right', 500)
  })

  test('has a definition for each documented exception, with its HTTP status', () => {
    const { $defs } = parseSpec('error.schema.json') as { readonly $defs: Readonly<Record<string, object>> }
    expect($defs).toMatchObject({
      InternalServerException: { description: 'HTTP 500.' },
      InvalidParameterException: { description: 'HTTP 400.', properties: { reasonCode: {} } },
      LimitExceededException: { description: 'HTTP 400.' },
      ResourceNotFoundException: { description: 'HTTP 400.' },
      TooManyRequestsException: { description: 'HTTP 400.' }
    })
    expect(Object.keys($defs)).toEqual(Object.keys(documentedExceptions))
  })
})
