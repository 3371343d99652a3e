/**
 * Every pair of kinds of values for the two members, through every view of the contract, against a table of what is good.
 */
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as t from 'io-ts'
import { expect, test } from 'vitest'
import { ClientId, ListUserPoolClientSecretsRequest, UserPoolId, validateRequest } from '../../../src/index.js'

const ABSENT = Symbol('absent')

const wrongTypes = [true, false, 0, 1, -1.5, [], ['a_b'], {}, { a: 'a_b' }, [null]]

/** A value, and whether it is good as a ClientId and as a UserPoolId. */
type Kind = readonly [value: unknown, client: boolean, pool: boolean]

const kinds: ReadonlyArray<Kind> = [
  ...[ABSENT, null, undefined, ...wrongTypes].map((value): Kind => [value, false, false]),
  ['', false, false],
  ['a', true, false],
  ['a_', true, false],
  ['_a', true, false],
  ['a_b', true, true],
  ['a-b_c', false, true],
  ['a+b', true, false],
  ['a+b_c', true, false],
  ['a_b-', false, false],
  ['a_b\n', false, false],
  [' a_b', false, false],
  ['a_\u0660', false, false],
  [`a_${'b'.repeat(53)}`, true, true],
  [`a_${'b'.repeat(54)}`, true, false],
  [`a_${'b'.repeat(126)}`, true, false],
  [`a_${'b'.repeat(127)}`, false, false],
  ['\u{1f511}'.repeat(55), false, false]
]

const isValid = new Ajv2020().compile(
  ListUserPoolClientSecretsRequest['~standard'].jsonSchema.input({ target: 'draft-2020-12' })
)

const composed = t.type({ ClientId, UserPoolId })

const views: Readonly<Record<string, (u: object) => boolean>> = {
  validateRequest: (u) => validateRequest(u)._tag === 'Right',
  decode: (u) => ListUserPoolClientSecretsRequest.decode(u)._tag === 'Right',
  is: (u) => ListUserPoolClientSecretsRequest.is(u),
  '~standard': (u) => !('issues' in ListUserPoolClientSecretsRequest['~standard'].validate(u)),
  'JSON Schema': (u) => isValid(u),
  'io-ts': (u) => composed.decode(u)._tag === 'Right'
}

test.each(Object.entries(views))('%s accepts the good pairs and no other', (_, accepts) => {
  const wrong: Array<string> = []
  for (const [ClientId, isClient] of kinds) {
    for (const [UserPoolId, , isPool] of kinds) {
      const request = Object.fromEntries(
        Object.entries({ ClientId, UserPoolId }).filter(([, value]) => value !== ABSENT)
      )
      if (accepts(request) !== (isClient && isPool)) wrong.push(JSON.stringify(request))
    }
  }
  expect(wrong).toEqual([])
})
