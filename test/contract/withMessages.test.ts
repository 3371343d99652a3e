import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { almostRequest, anything, clientId, userPoolId } from '../../src/generators/index.js'
import {
  ClientId,
  ListUserPoolClientSecretsRequest,
  validateRequest,
  violations,
  withMessages
} from '../../src/index.js'
import type { Codec, Violation } from '../../src/index.js'
import { nearId } from './arbitraries.js'

const TEXTS = { required: 'Please enter an id.', pattern: 'Only letters, digits, _ and + are possible.' }

const Field = withMessages(ClientId, TEXTS)
const Form = withMessages(ListUserPoolClientSecretsRequest, TEXTS)

const issuesOf = <A, O>(codec: Codec<A, O>, value: unknown): ReadonlyArray<readonly [string, string]> => {
  const checked = codec['~standard'].validate(value)
  return 'issues' in checked && checked.issues
    ? checked.issues.map(({ path, message }) => [path.join('.'), message] as const)
    : []
}

const nearRequest = (): fc.Arbitrary<Readonly<Record<string, unknown>>> => {
  const id = fc.oneof({ weight: 4, arbitrary: nearId() }, { weight: 1, arbitrary: fc.constantFrom('', null, 7) })
  return fc.oneof(
    fc.record({ ClientId: clientId(), UserPoolId: userPoolId() }),
    fc.record({ ClientId: id, UserPoolId: id }, { requiredKeys: [] })
  )
}

const violationsOf = (value: unknown): ReadonlyArray<Violation> => {
  const validated = validateRequest(value)
  return validated._tag === 'Left' ? validated.left.violations : []
}

describe('withMessages', () => {
  test.each([
    ['', [['', TEXTS.required]]],
    [undefined, [['', TEXTS.required]]],
    ['a-b', [['', TEXTS.pattern]]],
    ['good', []]
  ])('%j of a field', (value, issues) => {
    expect(issuesOf(Field, value)).toEqual(issues)
  })

  test('each member of a form has its own text, and an empty member has one', () => {
    expect(issuesOf(Form, { ClientId: '', UserPoolId: 'a' })).toEqual([
      ['ClientId', TEXTS.required],
      ['UserPoolId', TEXTS.pattern]
    ])
  })

  test('a constraint without a text keeps the text of the service', () => {
    const [[, message = ''] = []] = issuesOf(Field, 'a'.repeat(129))
    expect(message).toContain('length less than or equal to 128')
  })

  test('it accepts exactly what the codec accepts, and decodes it to the same', () => {
    fc.assert(
      fc.property(fc.oneof(almostRequest(), anything()), (value) => {
        const plain = ListUserPoolClientSecretsRequest.decode(value)
        const worded = Form.decode(value)
        expect(worded._tag).toBe(plain._tag)
        if (plain._tag === 'Right') expect(worded).toEqual(plain)
      }),
      { seed: 31, numRuns: 300 }
    )
  })

  test('every view agrees: is, decode, ~standard and JSON Schema accept the same, with the same texts and paths', () => {
    const { jsonSchema, validate } = Form['~standard']
    const accepts = new Ajv2020().compile(jsonSchema.input({ target: 'draft-2020-12' }))
    const seen = { good: 0, bad: 0 }
    fc.assert(
      fc.property(fc.oneof(nearRequest(), fc.jsonValue()), (value) => {
        const decoded = Form.decode(value)
        const { issues = [] } = validate(value)
        seen[issues.length === 0 ? 'good' : 'bad']++
        const isGood = issues.length === 0
        expect([Form.is(value), decoded._tag === 'Right', validateRequest(value)._tag === 'Right']).toEqual([
          isGood,
          isGood,
          isGood
        ])
        expect(accepts(value)).toBe(isGood)
        if (decoded._tag === 'Right') return
        expect(decoded.left.map(({ message }) => message)).toEqual(issues.map(({ message }) => message))
        expect(violations(decoded.left)).toEqual(issues.map(({ violation }) => violation))
        expect(issues.map(({ path }) => path)).toEqual(issues.map(({ violation }) => violation.path))
      }),
      { seed: 32, numRuns: 2000 }
    )
    expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(200)
  })

  test('its violations are those of the codec, but for one `required` in place of what an empty text breaks', () => {
    fc.assert(
      fc.property(nearRequest(), (value) => {
        const { issues = [] } = Form['~standard'].validate(value)
        const expected = violationsOf(value).filter(({ path }) => value[String(path[0])] !== '')
        const empty = Object.keys(value).filter((key) => value[key] === '')
        expect(issues.map(({ violation }) => violation).filter(({ path }) => !empty.includes(String(path[0])))).toEqual(
          expected
        )
        expect(issues.filter(({ path }) => empty.includes(String(path[0]))).map(({ violation }) => violation)).toEqual(
          ['ClientId', 'UserPoolId']
            .filter((key) => empty.includes(key))
            .map((key) => ({ path: [key], constraint: 'required' }))
        )
        for (const { violation, message } of issues) {
          const own = new Map<string, string>(Object.entries(TEXTS)).get(violation.constraint)
          if (own !== undefined) expect(message).toBe(own)
        }
      }),
      { seed: 33, numRuns: 1000 }
    )
  })
})
