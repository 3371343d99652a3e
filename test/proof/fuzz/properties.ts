/**
 * What must hold for every value: a public pure function returns, leaves its input as it was, and its refusal holds no
 * planted secret.
 */
import * as fc from 'fast-check'
import {
  ClientId,
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  redactSecrets,
  sanitize,
  UserPoolId,
  validateRequest
} from '../../../src/index.js'
import {
  buildRequest,
  decodeError,
  decodeInput,
  decodeRequest,
  decodeResponse,
  encodeError,
  encodeResponse,
  errorName
} from '../../../src/protocol/index.js'
import { checkOutput } from '../../../src/adapters/checkOutput.js'

/** With characters that no id may hold, so that no id that is accepted is one. */
const SECRET = '=pl4ntedS3cretOfThirtyTwoLetter='

const key = fc.constantFrom(
  'ClientId',
  'UserPoolId',
  'ClientSecrets',
  'ClientSecretValue',
  'ClientSecretCreateDate',
  '_tag',
  'status',
  'headers',
  'body',
  'method',
  'right',
  'left',
  '__type',
  '__proto__'
)

const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    SECRET,
    null,
    undefined,
    'a',
    'a_b',
    200,
    400,
    500,
    1.5,
    Number.NaN,
    'POST',
    'Right',
    'Left'
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.double(),
  fc.boolean()
)

/** Structured: the names that the functions read, at every depth, and JSON of such values as bodies. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }).map((u) => JSON.stringify(u))
  )
}))

const request = fc.record({
  method: fc.constantFrom('POST', 'GET'),
  path: fc.constant('/'),
  headers: fc.constant({
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
  }),
  body: value.map((u) => JSON.stringify(u) ?? '')
})

const response = fc.record({
  status: fc.constantFrom(200, 400, 500, 204),
  headers: fc.dictionary(fc.constantFrom('x-amzn-errortype', 'content-type'), fc.string()),
  body: value.map((u) => JSON.stringify(u) ?? '')
})

/** The untyped face of a function. */
type Any = (u: unknown) => unknown

/** Each takes any value; its parameter's type is what it is made for. */
const functions: Readonly<Record<string, Any>> = {
  validateRequest,
  decodeInput,
  buildRequest,
  checkOutput,
  errorName,
  sanitize: (u) => sanitize(u, { secrets: [SECRET] }),
  redactSecrets: redactSecrets as Any,
  decodeRequest: decodeRequest as Any,
  decodeResponse: decodeResponse as Any,
  decodeError: decodeError as Any,
  encodeError: encodeError as Any,
  encodeResponse: encodeResponse as Any,
  ...Object.fromEntries(
    Object.entries({
      ClientId,
      UserPoolId,
      ListUserPoolClientSecretsRequest,
      ListUserPoolClientSecretsResponse
    }).flatMap(([name, codec]): ReadonlyArray<readonly [string, Any]> => [
      [`${name}.decode`, (u) => codec.decode(u)],
      [`${name}.is`, (u) => codec.is(u)],
      [`${name}['~standard']`, (u) => codec['~standard'].validate(u)]
    ])
  )
}

/** A server's own words may pass `decodeError` and what is built on it; an error's own message leaves by `encodeError`. */
const PASSES_WORDS = ['decodeError', 'decodeResponse', 'encodeError', 'encodeResponse']

const holdsSecret = (u: unknown): boolean => {
  const isRefusal = typeof u === 'object' && u !== null && ('issues' in u || Reflect.get(u, '_tag') === 'Left')
  return (
    isRefusal && JSON.stringify(u, (name, member: unknown) => (name === 'type' ? undefined : member)).includes(SECRET)
  )
}

export const functionNames = Object.keys(functions)

/** One batch for one function. What was found, with a minimal input, or nothing. */
export const fuzz = (name: string, numRuns: number, seed: number): string | undefined => {
  const call = functions[name] ?? ((u) => u)
  const property = fc.property(fc.oneof(value, request, response), (input) => {
    const before = fc.stringify(input)
    const output = call(input)
    if (fc.stringify(input) !== before) throw new Error('the input was changed')
    if (
      name === 'sanitize' ? fc.stringify(output).includes(SECRET) : !PASSES_WORDS.includes(name) && holdsSecret(output)
    ) {
      throw new Error('the output holds the planted secret')
    }
  })
  const { failed, counterexample, errorInstance } = fc.check(property, { numRuns, seed })
  return failed ? `${name}: ${String(errorInstance)}, for ${fc.stringify(counterexample)}` : undefined
}
