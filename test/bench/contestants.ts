/**
 * The same two constraints, as each library's own documentation would write them. All check the whole value, and strip or
 * ignore members that they do not know. The patterns are ASCII, so that counting UTF-16 units accepts the same values as
 * counting code points.
 */
import { Type as box } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import { Ajv } from 'ajv'
import { type } from 'arktype'
import { isFailure } from 'effect/Result'
import * as S from 'effect/Schema'
import * as t from 'io-ts'
import { PathReporter } from 'io-ts/lib/PathReporter.js'
import * as s from 'superstruct'
import * as v from 'valibot'
import { z } from 'zod'
import { ListUserPoolClientSecretsRequest, validateRequest } from 'cognito-secrets-contract'
import { guard, isGuarded } from './guard.js'

const CLIENT_ID = /^[\w+]+$/
const USER_POOL_ID = /^[\w-]+_[0-9a-zA-Z]+$/

interface ClientIdBrand {
  readonly ClientId: unique symbol
}

interface UserPoolIdBrand {
  readonly UserPoolId: unique symbol
}

const ioTs = t.type({
  ClientId: t.brand(
    t.string,
    (id): id is t.Branded<string, ClientIdBrand> => id.length >= 1 && id.length <= 128 && CLIENT_ID.test(id),
    'ClientId'
  ),
  UserPoolId: t.brand(
    t.string,
    (id): id is t.Branded<string, UserPoolIdBrand> => id.length >= 1 && id.length <= 55 && USER_POOL_ID.test(id),
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

const ajv = new Ajv({ allErrors: true })
const ajvCheck = ajv.compile({
  type: 'object',
  required: ['ClientId', 'UserPoolId'],
  properties: {
    ClientId: { type: 'string', minLength: 1, maxLength: 128, pattern: CLIENT_ID.source },
    UserPoolId: { type: 'string', minLength: 1, maxLength: 55, pattern: USER_POOL_ID.source }
  }
})

const typeBox = TypeCompiler.Compile(
  box.Object({
    ClientId: box.String({ minLength: 1, maxLength: 128, pattern: CLIENT_ID.source }),
    UserPoolId: box.String({ minLength: 1, maxLength: 55, pattern: USER_POOL_ID.source })
  })
)

const arkType = type({
  ClientId: type('1 <= string <= 128').and(CLIENT_ID),
  UserPoolId: type('1 <= string <= 55').and(USER_POOL_ID)
})

const effect = S.Struct({
  ClientId: S.String.check(S.isMinLength(1), S.isMaxLength(128), S.isPattern(CLIENT_ID)),
  UserPoolId: S.String.check(S.isMinLength(1), S.isMaxLength(55), S.isPattern(USER_POOL_ID))
})
const effectDecode = S.decodeUnknownResult(effect, { errors: 'all' })
const effectIs = S.is(effect)

const superStruct = s.type({
  ClientId: s.pattern(s.size(s.string(), 1, 128), CLIENT_ID),
  UserPoolId: s.pattern(s.size(s.string(), 1, 55), USER_POOL_ID)
})

export interface Contestant {
  readonly name: string
  /** Whether the value is accepted, by the call that makes the library's result. */
  readonly accepts: (u: unknown) => boolean
  /** All that is wrong, as one text; `undefined` for a valid value. Missing where the library has no such text. */
  readonly explain?: (u: unknown) => string | undefined
  /** The library's fastest yes or no. Missing where the library has none of its own. */
  readonly is?: (u: unknown) => boolean
}

export const OURS = 'this package'
export const GUARD = 'hand-written guard'
export const IO_TS = 'io-ts'
export const ZOD = 'zod 4'
export const VALIBOT = 'valibot'
export const AJV = 'ajv'
export const TYPEBOX = 'TypeBox, compiled'
const ARKTYPE = 'arktype'
const EFFECT = 'effect Schema'
const SUPERSTRUCT = 'superstruct'

export const contestants: ReadonlyArray<Contestant> = [
  {
    name: OURS,
    accepts: (u) => validateRequest(u)._tag === 'Right',
    explain: (u) => {
      const validated = validateRequest(u)
      return validated._tag === 'Right' ? undefined : validated.left.message
    },
    is: ListUserPoolClientSecretsRequest.is
  },
  { name: GUARD, accepts: (u) => guard(u)._tag === 'Right', is: isGuarded },
  {
    name: IO_TS,
    accepts: (u) => ioTs.decode(u)._tag === 'Right',
    explain: (u) => {
      const decoded = ioTs.decode(u)
      return decoded._tag === 'Right' ? undefined : PathReporter.report(decoded).join('; ')
    },
    is: ioTs.is
  },
  {
    name: ZOD,
    accepts: (u) => zod.safeParse(u).success,
    explain: (u) =>
      zod
        .safeParse(u)
        .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; ')
  },
  {
    name: VALIBOT,
    accepts: (u) => v.safeParse(valibot, u).success,
    explain: (u) =>
      v
        .safeParse(valibot, u)
        .issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)
        .join('; '),
    is: (u) => v.is(valibot, u)
  },
  {
    name: AJV,
    accepts: (u) => ajvCheck(u),
    explain: (u) => (ajvCheck(u) ? undefined : ajv.errorsText(ajvCheck.errors, { separator: '; ' })),
    is: (u) => ajvCheck(u)
  },
  {
    name: TYPEBOX,
    accepts: (u) => typeBox.Check(u),
    explain: (u) =>
      typeBox.Check(u)
        ? undefined
        : Array.from(typeBox.Errors(u), ({ path, message }) => `${path}: ${message}`).join('; '),
    is: (u) => typeBox.Check(u)
  },
  {
    name: ARKTYPE,
    accepts: (u) => !(arkType(u) instanceof type.errors),
    explain: (u) => {
      const parsed = arkType(u)
      return parsed instanceof type.errors ? parsed.summary : undefined
    },
    is: (u) => arkType.allows(u)
  },
  {
    name: EFFECT,
    accepts: (u) => !isFailure(effectDecode(u)),
    explain: (u) => {
      const decoded = effectDecode(u)
      return isFailure(decoded) ? decoded.failure.message : undefined
    },
    is: effectIs
  },
  {
    name: SUPERSTRUCT,
    accepts: (u) => s.validate(u, superStruct)[0] === undefined,
    explain: (u) =>
      s
        .validate(u, superStruct)[0]
        ?.failures()
        .map(({ message }) => message)
        .join('; '),
    is: (u) => s.is(u, superStruct)
  }
]
