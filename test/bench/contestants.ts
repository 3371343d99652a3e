/**
 * The same two constraints, as each library's own documentation would write them. All check the whole value, count code
 * units where the library offers nothing else, and strip or ignore members that they do not know.
 */
import { Ajv } from 'ajv'
import * as t from 'io-ts'
import { PathReporter } from 'io-ts/lib/PathReporter.js'
import * as v from 'valibot'
import { z } from 'zod'
import { validateRequest } from 'cognito-secrets-contract'

const CLIENT_ID = /^[\w+]+$/
const USER_POOL_ID = /^[\w-]+_[0-9a-zA-Z]+$/

interface ClientIdBrand {
  readonly ClientId: unique symbol
}

interface UserPoolIdBrand {
  readonly UserPoolId: unique symbol
}

const branded = t.type({
  ClientId: t.brand(
    t.string,
    (s): s is t.Branded<string, ClientIdBrand> => s.length >= 1 && s.length <= 128 && CLIENT_ID.test(s),
    'ClientId'
  ),
  UserPoolId: t.brand(
    t.string,
    (s): s is t.Branded<string, UserPoolIdBrand> => s.length >= 1 && s.length <= 55 && USER_POOL_ID.test(s),
    'UserPoolId'
  )
})

const zod = z.object({
  ClientId: z.string().min(1).max(128).regex(CLIENT_ID),
  UserPoolId: z.string().min(1).max(55).regex(USER_POOL_ID)
})

const valibot = v.object({
  ClientId: v.pipe(v.string(), v.minLength(1), v.maxLength(128), v.regex(CLIENT_ID)),
  UserPoolId: v.pipe(v.string(), v.minLength(1), v.maxLength(55), v.regex(USER_POOL_ID))
})

const ajv = new Ajv({ allErrors: true }).compile({
  type: 'object',
  required: ['ClientId', 'UserPoolId'],
  properties: {
    ClientId: { type: 'string', minLength: 1, maxLength: 128, pattern: CLIENT_ID.source },
    UserPoolId: { type: 'string', minLength: 1, maxLength: 55, pattern: USER_POOL_ID.source }
  }
})

export interface Contestant {
  readonly name: string
  /** Whether the input is accepted. */
  readonly run: (u: unknown) => boolean
}

export const contestants: ReadonlyArray<Contestant> = [
  { name: 'validateRequest', run: (u) => validateRequest(u)._tag === 'Right' },
  { name: 'io-ts, t.brand', run: (u) => branded.decode(u)._tag === 'Right' },
  {
    name: 'io-ts, PathReporter',
    run: (u) => PathReporter.report(branded.decode(u))[0] === 'No errors!'
  },
  { name: 'zod 4, safeParse', run: (u) => zod.safeParse(u).success },
  { name: 'valibot, safeParse', run: (u) => v.safeParse(valibot, u).success },
  { name: 'ajv, allErrors', run: (u) => ajv(u) }
]

export interface Input {
  readonly name: string
  readonly value: unknown
  readonly isValid: boolean
}

const ids = { ClientId: '1h57kf5cpq17m0eml12example', UserPoolId: 'us-east-1_Example12' }

export const inputs: ReadonlyArray<Input> = [
  { name: 'valid', value: ids, isValid: true },
  { name: 'near miss', value: { ...ids, ClientId: '1h57kf5cpq-17m0eml12exampl' }, isValid: false },
  { name: 'both wrong', value: { ClientId: 'a b', UserPoolId: 'us-east-1_' }, isValid: false },
  { name: 'empty', value: {}, isValid: false }
]
