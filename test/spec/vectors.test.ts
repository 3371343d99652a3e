/**
 * The code holds to every vector, and the JSON Schemas do.
 */
import { inspect } from 'node:util'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import {
  ClientId,
  documentedExceptions,
  UserPoolId,
  validationMessage,
  type Violation,
  violations
} from '../../src/index.js'
import { clauseIds, clausesThatBind } from '../../src/clauses/index.js'
import {
  CONTENT_TYPE,
  decodeError,
  decodeRequest,
  decodeResponse,
  errorName,
  OPERATION,
  TARGET_PREFIX
} from '../../src/protocol/index.js'
import { complaints, parseSpec, strictAjv, validatorOf } from './files.js'
import {
  bodyOf,
  type ErrorTypeVector,
  type ExpectedViolation,
  type IdVector,
  type RequestVector,
  type ResponseVector,
  vectorFiles
} from './Vector.js'

const requestSchema = validatorOf('request.schema.json')
const responseSchema = validatorOf('response.schema.json')

const memberSchema = (member: string): ValidateFunction =>
  strictAjv().compile(
    (parseSpec('request.schema.json') as { properties: Record<string, object> }).properties[member] ?? false
  )

const idSchemas = { ClientId: memberSchema('ClientId'), UserPoolId: memberSchema('UserPoolId') }
const idCodecs = { ClientId, UserPoolId }

/** Violations without order; the limit counts where the vector states one. */
const expectViolations = (found: ReadonlyArray<Violation>, expected: ReadonlyArray<ExpectedViolation>): void => {
  expect(found).toHaveLength(expected.length)
  for (const { path, constraint, limit } of expected) {
    expect(found).toContainEqual(
      limit === undefined ? expect.objectContaining({ path, constraint }) : { path, constraint, limit }
    )
  }
}

const parsed = (text: string): { readonly json: unknown } | undefined => {
  try {
    return { json: text === '' ? {} : (JSON.parse(text) as unknown) }
  } catch {
    return undefined
  }
}

const ids = (wanted: string): ReadonlyMap<string, IdVector> => {
  const file = vectorFiles.find(([name]) => name === wanted)?.[1]
  const vectors = file?.kind === 'ClientId' || file?.kind === 'UserPoolId' ? file.vectors : []
  return new Map(vectors.map((vector) => [vector.id, vector]))
}

const hasLoneSurrogate = (u: unknown): boolean =>
  typeof u === 'string'
    ? /\p{Surrogate}/u.test(u)
    : typeof u === 'object' && u !== null && Object.values(u).some(hasLoneSurrogate)

const checkId = (kind: 'ClientId' | 'UserPoolId', { id, valid, violations: expected }: IdVector): void => {
  const decoded = idCodecs[kind].decode(id)
  const broken = decoded._tag === 'Left' ? violations(decoded.left).map(({ constraint }) => constraint) : []
  expect(new Set(broken)).toEqual(new Set(expected))
  expect(broken).toHaveLength(expected.length)
  expect(decoded._tag === 'Right').toBe(valid)
  expect(idCodecs[kind].is(id)).toBe(valid)
  expect(idSchemas[kind](id)).toBe(valid)
}

const checkRequest = (vector: RequestVector): void => {
  const { expected } = vector
  const decoded = decodeRequest({
    method: 'POST',
    path: '/',
    headers: { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${OPERATION}` },
    body: bodyOf(vector)
  })
  if (expected.outcome === 'unspecified') {
    expect(['Left', 'Right']).toContain(decoded._tag)
    return
  }
  const json = parsed(vector.body ?? '')
  if (json !== undefined) expect(requestSchema(json.json)).toBe(expected.outcome === 'accepted')
  if (expected.outcome === 'accepted') {
    expect(decoded).toEqual({ _tag: 'Right', right: expected.request })
    return
  }
  expect(decoded._tag).toBe('Left')
  if (decoded._tag === 'Right') return
  const refusal = decoded.left
  expect(refusal.status).toBe(expected.status)
  if (expected.outcome === 'SerializationException') {
    expect(refusal).toMatchObject({ _tag: 'CommonError', type: 'SerializationException' })
    return
  }
  expect(refusal._tag).toBe('InvalidParameterException')
  expectViolations((refusal as { violations?: ReadonlyArray<Violation> }).violations ?? [], expected.violations)
  const phrases = expected.violations.map(({ phrase }) => phrase ?? '')
  expect(expected.message).toBe(validationMessage(phrases))
  expect(refusal.message).toHaveLength(expected.message.length)
  expect(refusal.message?.split(': ', 1)).toEqual(expected.message.split(': ', 1))
  for (const phrase of phrases) expect(refusal.message).toContain(phrase)
}

const checkResponse = (vector: ResponseVector): void => {
  const { status, headers, secret, expected } = vector
  const decoded = decodeResponse({ status, headers, body: bodyOf(vector) })
  if (secret !== undefined) {
    expect(JSON.stringify(decoded)).not.toContain(secret)
    expect(inspect(decoded, { depth: Infinity, showHidden: true })).not.toContain(secret)
  }
  const json = status === 200 && vector.body !== undefined ? parsed(vector.body) : undefined
  if (json !== undefined) expect(responseSchema(json.json)).toBe(expected.outcome === 'success')
  if (expected.outcome === 'success') {
    const ClientSecrets = expected.clientSecrets.map(({ createDateMs, ...rest }) =>
      createDateMs === undefined ? rest : { ...rest, ClientSecretCreateDate: new Date(createDateMs) }
    )
    expect(decoded).toStrictEqual({ _tag: 'Right', right: { ClientSecrets } })
    return
  }
  expect(decoded._tag).toBe('Left')
  if (decoded._tag === 'Right') return
  const failure = decoded.left
  if (expected.outcome === 'ContractViolation') {
    expect(failure._tag).toBe('ContractViolation')
    expectViolations(failure._tag === 'ContractViolation' ? failure.violations : [], expected.violations)
    return
  }
  const { outcome: _, name, status: openStatus, ...texts } = expected
  expect(failure).toStrictEqual(
    openStatus === undefined
      ? { _tag: name, status: documentedStatus(name), ...texts }
      : { _tag: 'CommonError', type: name ?? 'UnknownError', status: openStatus, ...texts }
  )
}

/** As the page has them. */
const documentedStatus = (name: string | null): number => (name === 'InternalServerException' ? 500 : 400)

const checkErrorType = ({ header, code, __type, name }: ErrorTypeVector): void => {
  const error = decodeError({
    status: 400,
    headers: header === undefined ? {} : { 'X-Amzn-ErrorType': header },
    body: JSON.stringify({ code, __type })
  })
  expect(error._tag === 'CommonError' ? error.type : error._tag).toBe(name ?? 'UnknownError')
  expect(error._tag !== 'CommonError').toBe(Object.hasOwn(documentedExceptions, name ?? ''))
  const only = [header, code, __type].filter((raw) => raw !== undefined && raw !== null)
  if (only.length === 1) expect(errorName(only[0])).toBe(name)
}

for (const [name, file] of vectorFiles) {
  describe(name, () => {
    if (file.kind === 'ClientId' || file.kind === 'UserPoolId') {
      const { kind } = file
      for (const vector of file.vectors) test(vector.why, () => checkId(kind, vector))
    }
    if (file.kind === 'request') for (const vector of file.vectors) test(vector.why, () => checkRequest(vector))
    if (file.kind === 'response') for (const vector of file.vectors) test(vector.why, () => checkResponse(vector))
    if (file.kind === 'errorType') for (const vector of file.vectors) test(vector.why, () => checkErrorType(vector))
  })
}

describe('the vectors as a whole', () => {
  const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
  const digits = '0123456789'
  const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const lower = 'abcdefghijklmnopqrstuvwxyz'

  /** The ASCII characters that are valid in a place, each of which must have its vector. */
  const validAt = (vectors: ReadonlyMap<string, IdVector>, before: string, after: string): string =>
    ascii
      .filter((c) => {
        const vector = vectors.get(`${before}${c}${after}`)
        expect(vector, JSON.stringify(`${before}${c}${after}`)).toBeDefined()
        return vector?.valid
      })
      .join('')

  test('client-id.json has every ASCII character in three places', () => {
    const vectors = ids('vectors/client-id.json')
    const legal = `+${digits}${upper}_${lower}`
    expect(validAt(vectors, '', 'aB')).toBe(legal)
    expect(validAt(vectors, 'a', 'B')).toBe(legal)
    expect(validAt(vectors, 'aB', '')).toBe(legal)
  })

  test('user-pool-id.json has every ASCII character in four places', () => {
    const vectors = ids('vectors/user-pool-id.json')
    expect(validAt(vectors, '', 'a_0Z')).toBe(`-${digits}${upper}_${lower}`)
    expect(validAt(vectors, 'a', 'b_0Z')).toBe(`-${digits}${upper}_${lower}`)
    expect(validAt(vectors, 'ab_0', 'Z')).toBe(`${digits}${upper}_${lower}`)
    expect(validAt(vectors, 'ab_0Z', '')).toBe(`${digits}${upper}${lower}`)
  })

  test.each(vectorFiles.map(([name]) => name))('%s has the form of vectors.schema.json', (name) => {
    expect(complaints(validatorOf('vectors.schema.json'), parseSpec(name))).toEqual([])
  })

  test.each(vectorFiles)('%s gives every vector a name of its own', (_, { vectors }) => {
    const names = vectors.map(({ why }) => why)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  test('only the files that say so in their names hold lone surrogates', () => {
    const lone = vectorFiles.filter(([, file]) => hasLoneSurrogate(file)).map(([name]) => name)
    expect(lone).toEqual(['vectors/client-id.surrogates.json', 'vectors/user-pool-id.surrogates.json'])
  })

  const named = new Set(
    vectorFiles.flatMap(([, { vectors }]) => vectors.flatMap((v) => ('clauses' in v ? v.clauses : [])))
  )

  test('they name clauses that there are', () => {
    expect([...named].filter((id) => !clauseIds.includes(id as (typeof clauseIds)[number]))).toEqual([])
  })

  test('they show every clause on validators and clients but those that no single message can show', () => {
    const bound = clauseIds.filter((id) => [...clausesThatBind('validator'), ...clausesThatBind('client')].includes(id))
    expect(bound.filter((id) => !named.has(id))).toEqual([
      'response.names.unique',
      'validator.total',
      'validator.agrees',
      'client.total',
      'client.request.refused',
      'client.request.wire'
    ])
  })
})
