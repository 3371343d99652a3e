/**
 * openapi.json says what the code does: its schemas agree with the codecs, and its examples are what clients read and
 * servers send.
 */
import { Validator } from '@seriousme/openapi-schema-validator'
import type { AnySchemaObject, ValidateFunction } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentedExceptions, ListUserPoolClientSecretsResponse } from '../../src/index.js'
import { clientSecretId, timestamp } from '../../src/generators/index.js'
import {
  CONTENT_TYPE,
  decodeRequest,
  decodeResponse,
  encodeError,
  type HttpRequest,
  OPERATION,
  TARGET_PREFIX
} from '../../src/protocol/index.js'
import { complaints, parseSpec, readSpec, strictAjv } from './files.js'

interface Examples {
  readonly [name: string]: { readonly summary: string; readonly value: unknown }
}

interface Content {
  readonly content: Readonly<Record<string, { readonly schema: AnySchemaObject; readonly examples: Examples }>>
}

interface Document {
  readonly info: { readonly title: string }
  readonly paths: {
    readonly '/': {
      readonly post: {
        readonly parameters: ReadonlyArray<{
          readonly name: string
          readonly in: string
          readonly schema: { readonly enum: ReadonlyArray<string> }
        }>
        readonly requestBody: Content
        readonly responses: Readonly<Record<string, Content>>
      }
    }
  }
  readonly components: { readonly schemas: Readonly<Record<string, AnySchemaObject>> }
}

const document = parseSpec('openapi.json') as Document
const { post } = document.paths['/']

/** References point into the document, so the document is what a validator is compiled from. */
const validatorAt = (schema: AnySchemaObject): ValidateFunction =>
  strictAjv()
    .addKeyword('components')
    .compile({ ...schema, components: document.components })

const media = ({ content }: Content): { readonly schema: AnySchemaObject; readonly examples: Examples } => {
  expect(Object.keys(content)).toEqual([CONTENT_TYPE])
  return content[CONTENT_TYPE] ?? { schema: {}, examples: {} }
}

const examplesOf = (content: Content): ReadonlyArray<readonly [name: string, value: unknown]> =>
  Object.entries(media(content).examples).map(([name, { value }]) => [name, value])

const requestOf = (value: unknown): HttpRequest => ({
  method: 'POST',
  path: '/',
  headers: {
    'content-type': CONTENT_TYPE,
    ...Object.fromEntries(post.parameters.map((one) => [one.name, one.schema.enum[0]]))
  },
  body: JSON.stringify(value)
})

const responseOf = (status: string): Content => post.responses[status] ?? { content: {} }

const read = (status: string, value: unknown): ReturnType<typeof decodeResponse> =>
  decodeResponse({ status: Number(status), headers: { 'content-type': CONTENT_TYPE }, body: JSON.stringify(value) })

describe('openapi.json', () => {
  test('is an OpenAPI 3.1 document', async () => {
    const result = await new Validator().validate(JSON.parse(readSpec('openapi.json')) as Record<string, unknown>)
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
  })

  test('the linter refuses a document that has a mistake in it', async () => {
    const broken = JSON.parse(readSpec('openapi.json').replace('"in": "header"', '"in": "head"')) as Record<
      string,
      unknown
    >
    expect((await new Validator().validate(broken)).valid).toBe(false)
  })

  test('refers to every component, and to none that is missing', () => {
    const referred = Array.from(readSpec('openapi.json').matchAll(/"\$ref": "#\/components\/(.+)"/g), ([, to]) => to)
    const components = Object.entries(document.components).flatMap(([kind, members]) =>
      kind === 'securitySchemes' ? [] : Object.keys(members).map((name) => `${kind}/${name}`)
    )
    expect([...new Set(referred)].sort()).toEqual([...components].sort())
  })

  test('names the operation as X-Amz-Target does', () => {
    expect(document.info.title).toBe(OPERATION)
    expect(post.parameters).toMatchObject([
      { name: 'X-Amz-Target', in: 'header', required: true, schema: { enum: [`${TARGET_PREFIX}${OPERATION}`] } }
    ])
  })

  test.each(examplesOf(post.requestBody))('the request %s is well-formed', (_, value) => {
    expect(complaints(validatorAt(media(post.requestBody).schema), value)).toEqual([])
    expect(decodeRequest(requestOf(value))._tag).toBe('Right')
  })

  const answers = Object.entries(post.responses).flatMap(([status, content]) =>
    examplesOf(content).map(([name, value]) => ({ status, name, value }))
  )

  test.each(answers)('the example $name of $status has the form of its schema', ({ status, value }) => {
    expect(complaints(validatorAt(media(responseOf(status)).schema), value)).toEqual([])
  })

  test.each(answers)('a client reads the example $name of $status', ({ status, name, value }) => {
    const answer = read(status, value)
    if (answer._tag === 'Right') {
      expect(status).toBe('200')
      expect(ListUserPoolClientSecretsResponse.encode(answer.right)).toEqual(value)
      return
    }
    const error = answer.left
    expect(error._tag === 'CommonError' ? error.type : error._tag).toBe(name)
    expect(String(error._tag === 'ContractViolation' ? 0 : error.status)).toBe(status)
  })

  test('has an example of every documented exception, under its status', () => {
    for (const [name, codec] of Object.entries(documentedExceptions)) {
      const decoded = codec.decode({ __type: name })
      const status = decoded._tag === 'Right' ? decoded.right.status : 0
      expect(examplesOf(responseOf(String(status))).map(([example]) => example)).toContain(name)
    }
  })

  test.each([
    ['InvalidParameterException', { ClientId: 'my-client', UserPoolId: 'us-east-1_' }],
    ['SerializationException', { ClientId: 1, UserPoolId: 'us-east-1_Example12' }]
  ])('the example %s is what the ill-formed request in its summary is answered with', (name, body) => {
    const decoded = decodeRequest(requestOf(body))
    const answered = decoded._tag === 'Left' ? encodeError(decoded.left).body : ''
    expect(media(responseOf('400')).examples[name]?.value).toEqual(JSON.parse(answered))
  })
})

describe('the schema of a success', () => {
  const asSent = validatorAt(media(responseOf('200')).schema)
  const whole = fc.record({ ClientSecretCreateDate: timestamp(), ClientSecretId: clientSecretId() })

  test('accepts every list of whole descriptors', () => {
    fc.assert(
      fc.property(fc.array(whole, { maxLength: 2 }), (ClientSecrets) =>
        asSent(JSON.parse(JSON.stringify(ListUserPoolClientSecretsResponse.encode({ ClientSecrets }))))
      ),
      { seed: 1 }
    )
  })

  test('accepts nothing that a client would refuse', () => {
    const member = fc.oneof(fc.constant(null), fc.integer(), fc.string({ maxLength: 3 }))
    const descriptor = fc.record(
      { ClientSecretCreateDate: member, ClientSecretId: member, ClientSecretValue: member },
      { requiredKeys: [] }
    )
    let accepted = 0
    fc.assert(
      fc.property(fc.record({ ClientSecrets: fc.array(descriptor, { maxLength: 3 }) }), (body) => {
        if (!asSent(body)) return
        accepted++
        expect(read('200', body)._tag).toBe('Right')
      }),
      { seed: 1, numRuns: 1000 }
    )
    expect(accepted).toBeGreaterThan(20)
  })

  const [date, id] = [1785000000, 'a--1']
  test.each([
    ['without a date', { ClientSecrets: [{ ClientSecretId: id }] }],
    ['without an id', { ClientSecrets: [{ ClientSecretCreateDate: date }] }],
    ['with a date that is null', { ClientSecrets: [{ ClientSecretId: id, ClientSecretCreateDate: null }] }],
    ['with an id that is null', { ClientSecrets: [{ ClientSecretId: null, ClientSecretCreateDate: date }] }],
    ['with NextToken', { ClientSecrets: [], NextToken: 'a' }],
    ['with NextToken null', { ClientSecrets: [], NextToken: null }],
    [
      'with a third',
      { ClientSecrets: [1, 2, 3].map((n) => ({ ClientSecretId: `a--${n}`, ClientSecretCreateDate: n })) }
    ],
    [
      'with a value',
      { ClientSecrets: [{ ClientSecretId: id, ClientSecretCreateDate: date, ClientSecretValue: 'a'.repeat(24) }] }
    ]
  ])('refuses a list %s', (_, body) => {
    expect(asSent(body)).toBe(false)
  })
})
