/**
 * Time against size: ids of 1 to a million characters and bodies of 1 kB to 1 MB, made of what patterns and scanners
 * find hardest. Where a row is linear, its time for each character stays what it was.
 */
import { ListUserPoolClientSecretsRequest, validateRequest } from 'cognito-secrets-contract'
import { decodeRequest } from 'cognito-secrets-contract/protocol'
import { race, type RaceOptions } from './race.js'

/** What the sizes of a curve count. */
export type Unit = 'characters of an id' | 'bytes of a body' | 'pools and clients that the reference holds'

export interface Curve {
  readonly title: string
  readonly unit: Unit
  readonly points: ReadonlyArray<{ readonly size: number; readonly work: () => unknown }>
}

export interface MeasuredCurve {
  readonly title: string
  readonly unit: Unit
  readonly points: ReadonlyArray<{ readonly size: number; readonly nanoseconds: number }>
}

const ID_SIZES = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]
const BODY_SIZES = [1000, 10_000, 100_000, 1_000_000]

const CLIENT_ID = '1h57kf5cpq17m0eml12example'
const USER_POOL_ID = 'us-east-1_Example12'

const fill = (pattern: string, size: number): string => pattern.repeat(Math.ceil(size / pattern.length)).slice(0, size)

const ids: ReadonlyArray<readonly [string, (size: number) => unknown]> = [
  ['UserPoolId of `_`', (n) => ({ ClientId: CLIENT_ID, UserPoolId: fill('_', n) })],
  ['UserPoolId of `-`', (n) => ({ ClientId: CLIENT_ID, UserPoolId: fill('-', n) })],
  ['UserPoolId of `_a`, then `-`', (n) => ({ ClientId: CLIENT_ID, UserPoolId: `${fill('_a', n - 1)}-` })],
  ['UserPoolId of letters', (n) => ({ ClientId: CLIENT_ID, UserPoolId: fill('a', n) })],
  ['ClientId of `_`, then `-`', (n) => ({ ClientId: `${fill('_', n - 1)}-`, UserPoolId: USER_POOL_ID })],
  ['ClientId of quotes', (n) => ({ ClientId: fill('"', n), UserPoolId: USER_POOL_ID })],
  ['ClientId of pairs of surrogates', (n) => ({ ClientId: fill('\u{1f511}', n), UserPoolId: USER_POOL_ID })]
]

const headers = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
}

const wrap = (members: string): string => `{"ClientId":"${CLIENT_ID}","UserPoolId":"${USER_POOL_ID}",${members}}`

const members = (size: number): string =>
  Array.from({ length: Math.max(1, Math.floor(size / 12)) }, (_, n) => `"m${n.toString(36)}":null`).join(',')

const bodies: ReadonlyArray<readonly [string, (size: number) => string]> = [
  ['body with a UserPoolId of `_`', (n) => `{"ClientId":"${CLIENT_ID}","UserPoolId":"${fill('_', n)}"}`],
  ['body with a member of `-`', (n) => wrap(`"Comment":"${fill('-', n)}"`)],
  ['body with a member of escaped quotes', (n) => wrap(`"Comment":"${fill('\\"', n - (n % 2))}"`)],
  ['body with a member of escaped backslashes', (n) => wrap(`"Comment":"${fill('\\\\', n - (n % 2))}"`)],
  ['body with a list of empty texts', (n) => wrap(`"Comment":[${fill('"",', n - (n % 3))}""]`)],
  ['body of many members', (n) => wrap(members(n))],
  ['body of open brackets', (n) => wrap(`"Comment":${fill('[', n)}`)]
]

export const growthCurves = (): ReadonlyArray<Curve> => [
  ...ids.map(([title, make]) => ({
    title: `validateRequest, ${title}`,
    unit: 'characters of an id' as const,
    points: ID_SIZES.map((size) => {
      const value = make(size)
      return { size, work: () => validateRequest(value)._tag }
    })
  })),
  {
    title: 'is, UserPoolId of `_`',
    unit: 'characters of an id',
    points: ID_SIZES.map((size) => {
      const value = { ClientId: CLIENT_ID, UserPoolId: fill('_', size) }
      return { size, work: () => ListUserPoolClientSecretsRequest.is(value) }
    })
  },
  ...bodies.map(([title, make]) => ({
    title: `decodeRequest, ${title}`,
    unit: 'bytes of a body' as const,
    points: BODY_SIZES.map((size) => {
      const request = { method: 'POST', path: '/', headers, body: new TextEncoder().encode(make(size)) }
      return { size, work: () => decodeRequest(request, { maxBodyBytes: 2_000_000 })._tag }
    })
  })),
  {
    title: 'JSON.parse alone, body of many members',
    unit: 'bytes of a body',
    points: BODY_SIZES.map((size) => {
      const bytes = new TextEncoder().encode(wrap(members(size)))
      const decoder = new TextDecoder()
      return { size, work: () => JSON.parse(decoder.decode(bytes)) as unknown }
    })
  }
]

export const measureCurve = ({ title, unit, points }: Curve, options: RaceOptions): MeasuredCurve => {
  const runners = points.map(({ size, work }) => ({
    name: String(size),
    run: (times: number) => {
      let last: unknown
      for (let i = 0; i < times; i++) last = work()
      return last
    }
  }))
  const standings = race(runners, options)
  return {
    title,
    unit,
    points: points.map(({ size }, i) => ({ size, nanoseconds: standings[i]?.time.median ?? Number.NaN }))
  }
}
