/**
 * Every view of the request's description answers as an independent oracle does, which goes character by character.
 */
import { Ajv, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { constrainedString } from '../../src/contract/ConstrainedString.js'
import { optional, structure } from '../../src/contract/Structure.js'
import { listUserPoolClientSecretsRequest } from '../../src/generators/index.js'
import {
  Codec,
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  validateRequest,
  type Violation,
  violations
} from '../../src/index.js'
import { independentViolations } from '../../src/laws/shared/independentCheck.js'
import { nearId } from './arbitraries.js'

const PATTERNS: Readonly<Record<string, string>> = { ClientId: '[\\w+]+', UserPoolId: '[\\w-]+_[0-9a-zA-Z]+' }

/** Cognito's words, written out here a second time. */
const words = ({ constraint, limit, path }: Violation): string => {
  const texts: Readonly<Record<string, string>> = {
    required: 'not be null',
    type: `be of type ${limit}`,
    minLength: `have length greater than or equal to ${limit}`,
    maxLength: `have length less than or equal to ${limit}`,
    pattern: `satisfy regular expression pattern: ${PATTERNS[String(path[0])]}`
  }
  return `Member must ${texts[constraint]}`
}

const sentence = (u: unknown, violation: Violation): string => {
  const member = violation.path[0]
  const value: unknown = member === undefined ? u : (u as Readonly<Record<string, unknown>>)[member]
  const isShown = violation.constraint !== 'type' && typeof value === 'string' && value.length < 24
  const shown = violation.constraint === 'required' ? ' null' : isShown ? ` '${value}'` : ''
  const place = member === 'ClientId' ? 'clientId' : member === 'UserPoolId' ? 'userPoolId' : 'input'
  return `Value${shown} at '${place}' failed to satisfy constraint: ${words(violation)}`
}

const message = (u: unknown, all: ReadonlyArray<Violation>): string =>
  `${all.length} validation error${all.length === 1 ? '' : 's'} detected: ${all.map((one) => sentence(u, one)).join('; ')}`

/** The same constraints as a user of io-ts alone would compose them. */
const idOf = (name: string, maxLength: number, pattern: RegExp) =>
  t.refinement(t.string, (s) => [...s].length >= 1 && [...s].length <= maxLength && pattern.test(s), name)

const plain = t.type({
  ClientId: idOf('ClientId', 128, /^[0-9A-Za-z_+]+$/),
  UserPoolId: idOf('UserPoolId', 55, /^[0-9A-Za-z_-]+_[0-9A-Za-z]+$/)
})

const TARGETS = ['draft-2020-12', 'draft-07', 'openapi-3.0'] as const

/** `strict: 'log'` would print; an unknown keyword throws here. OpenAPI's `nullable` is one that ajv knows. */
const compile = (target: (typeof TARGETS)[number], schema: Record<string, unknown>): ValidateFunction =>
  target === 'draft-2020-12'
    ? new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile(schema)
    : new Ajv({ allowUnionTypes: true, strictRequired: false }).compile(schema)

const schemas = TARGETS.map((target) =>
  compile(target, ListUserPoolClientSecretsRequest['~standard'].jsonSchema.input({ target }))
)

/** Requests as JSON can carry them: good ones, near misses, other things. */
const request = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    listUserPoolClientSecretsRequest(),
    fc.record(
      {
        ClientId: fc.oneof({ weight: 4, arbitrary: nearId() }, { weight: 1, arbitrary: fc.jsonValue() }),
        UserPoolId: fc.oneof({ weight: 4, arbitrary: nearId() }, { weight: 1, arbitrary: fc.jsonValue() }),
        NextToken: fc.jsonValue()
      },
      { requiredKeys: [] }
    ),
    fc.constantFrom<unknown>(null, [], {}, '', 0, [{ ClientId: 'a', UserPoolId: 'a_0' }], {
      ClientId: null,
      UserPoolId: null
    }),
    fc.jsonValue()
  )

/** The oracle for members, and what it leaves to the caller: a value that is not an object at all. */
const violationsIn = (u: unknown): ReadonlyArray<Violation> => {
  if (u === null) return [{ path: [], constraint: 'required' }]
  if (typeof u !== 'object' || Array.isArray(u)) return [{ path: [], constraint: 'type', limit: 'object' }]
  return independentViolations(u)
}

const settings = { seed: 8, numRuns: 4000 } as const

/** Runs a property on requests, and shows that a tenth of them at least were good and a tenth bad. */
const forAllRequests = (property: (u: unknown, expected: ReadonlyArray<Violation>) => void): void => {
  const seen = { good: 0, bad: 0 }
  fc.assert(
    fc.property(request(), (u) => {
      const expected = violationsIn(u)
      seen[expected.length === 0 ? 'good' : 'bad']++
      property(u, expected)
    }),
    settings
  )
  expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(settings.numRuns / 10)
}

describe('the views of ListUserPoolClientSecretsRequest', () => {
  it('validateRequest says every violation, and says them in the words of Cognito', () => {
    forAllRequests((u, expected) => {
      const validated = validateRequest(u)
      expect(isLeft(validated) ? validated.left : undefined).toEqual(
        expected.length === 0
          ? undefined
          : { _tag: 'InvalidParameterException', status: 400, message: message(u, expected), violations: expected }
      )
    })
  })

  it('is accepts exactly what has no violation', () => {
    forAllRequests((u, expected) => {
      expect(ListUserPoolClientSecretsRequest.is(u)).toBe(expected.length === 0)
    })
  })

  it('decode gives the two members of a good request, and an io-ts error for each violation of another', () => {
    forAllRequests((u, expected) => {
      const decoded = ListUserPoolClientSecretsRequest.decode(u)
      if (isRight(decoded)) {
        expect(expected).toEqual([])
        const { ClientId, UserPoolId } = u as Readonly<Record<string, unknown>>
        expect(decoded.right).toStrictEqual({ ClientId, UserPoolId })
      } else {
        expect(violations(decoded.left)).toEqual(expected)
        expect(decoded.left.map((e) => e.message)).toEqual(expected.map((one) => sentence(u, one)))
      }
    })
  })

  it('decode of a user’s own io-ts types finds the same violations at the longer path', () => {
    const outer = t.type({ calls: t.array(ListUserPoolClientSecretsRequest) })
    const good = { ClientId: 'a', UserPoolId: 'a_0' }
    forAllRequests((u, expected) => {
      const decoded: t.Validation<unknown> = outer.decode({ calls: [good, u] })
      const nested = expected.map((one) => ({ ...one, path: ['calls', 1, ...one.path] }))
      expect(isLeft(decoded) ? violations(decoded.left) : []).toEqual(nested)
    })
  })

  it('~standard.validate says the same, with the same words and paths', () => {
    forAllRequests((u, expected) => {
      const { issues } = ListUserPoolClientSecretsRequest['~standard'].validate(u)
      const found = issues?.map((issue) => ({ message: issue.message, path: issue.path, violation: issue.violation }))
      const wanted = expected.map((violation) => ({ message: sentence(u, violation), path: violation.path, violation }))
      expect(found ?? []).toEqual(wanted)
    })
  })

  it('~standard.jsonSchema, checked by ajv in every dialect, accepts exactly what has no violation', () => {
    forAllRequests((u, expected) => {
      expect(schemas.map((validate) => validate(u))).toEqual(TARGETS.map(() => expected.length === 0))
    })
  })

  it('io-ts alone, composed by hand, accepts exactly what has no violation', () => {
    forAllRequests((u, expected) => {
      expect(isRight(plain.decode(u))).toBe(expected.length === 0)
    })
  })
})

describe('the JSON Schema of ListUserPoolClientSecretsResponse', () => {
  const descriptor = fc.record(
    {
      ClientSecretId: fc.oneof(
        fc.constantFrom<unknown>(null, '', 'a', 'a'.repeat(128), 'a'.repeat(129), 1),
        fc.string()
      ),
      ClientSecretCreateDate: fc.oneof(
        fc.constantFrom<unknown>(null, 8.64e12, 8.64e12 + 1, -8.64e12, -8.64e12 - 1, '1785000000'),
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e10, max: 1e10 })
      ),
      ClientSecretValue: fc.constantFrom<unknown>(null, null, null, 'x', '', 0, false),
      Other: fc.jsonValue()
    },
    { requiredKeys: [] }
  )
  const response = fc.oneof(
    { weight: 6, arbitrary: fc.record({ ClientSecrets: fc.array(descriptor, { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ ClientSecrets: fc.jsonValue() }) },
    { weight: 1, arbitrary: fc.jsonValue() }
  )

  it.each(TARGETS)('%s accepts what the codec decodes, and nothing else', (target) => {
    const validate = compile(target, ListUserPoolClientSecretsResponse['~standard'].jsonSchema.input({ target }))
    const seen = { good: 0, bad: 0 }
    fc.assert(
      fc.property(response, (u) => {
        const isGood = isRight(ListUserPoolClientSecretsResponse.decode(u))
        seen[isGood ? 'good' : 'bad']++
        expect(validate(u)).toBe(isGood)
      }),
      settings
    )
    expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(settings.numRuns / 10)
  })

  it('says null in the way of each dialect', () => {
    const idIn = (target: (typeof TARGETS)[number]): unknown => {
      const schema = ListUserPoolClientSecretsResponse['~standard'].jsonSchema.input({ target })
      return JSON.parse(JSON.stringify(schema)).properties.ClientSecrets.items.properties.ClientSecretId as unknown
    }
    const limits = { minLength: 1, maxLength: 128 }
    expect(idIn('draft-2020-12')).toEqual({ type: ['string', 'null'], ...limits })
    expect(idIn('draft-07')).toEqual({ type: ['string', 'null'], ...limits })
    expect(idIn('openapi-3.0')).toEqual({ type: 'string', nullable: true, ...limits })
  })
})

describe('the patterns of JSON Schemas', () => {
  const { properties } = ListUserPoolClientSecretsRequest['~standard'].jsonSchema.input({
    target: 'draft-2020-12'
  }) as { readonly properties: Readonly<Record<string, { readonly pattern: string }>> }

  it('spell out their classes, because \\w means more than ASCII in some languages', () => {
    for (const { pattern } of Object.values(properties)) expect(pattern).not.toContain('\\w')
  })

  it('are anchored at both ends', () => {
    for (const { pattern } of Object.values(properties)) expect(pattern).toMatch(/^\^.*\$$/)
  })

  it('come with a guard against a line feed at the end, which $ lets through in some languages', () => {
    for (const schema of Object.values(properties)) expect(schema).toMatchObject({ not: { pattern: '\n' } })
  })
})

describe('an optional member with a pattern', () => {
  const codec = new Codec(
    structure('Optional', {
      a: optional(constrainedString<string>('A', { minLength: 1, maxLength: 9, pattern: '[a-z]+' }))
    })
  )

  it.each(TARGETS)('may be null in %s, as the codec reads it, and still guards against a line feed', (target) => {
    const validate = compile(target, codec['~standard'].jsonSchema.input({ target }))
    for (const value of [{}, { a: null }, { a: 'b' }, { a: 'b\n' }, { a: '' }, { a: 7 }]) {
      expect([value, validate(value)]).toEqual([value, codec.decode(value)._tag === 'Right'])
    }
  })
})

describe('targets that are not supported', () => {
  it.each(['draft-04', 'openapi-3.1', '', 'toString'])('%j throws, as Standard JSON Schema says', (target) => {
    const { jsonSchema } = ListUserPoolClientSecretsRequest['~standard']
    expect(() => jsonSchema.input({ target })).toThrow('is not supported')
    expect(() => jsonSchema.output({ target })).toThrow('is not supported')
  })
})
