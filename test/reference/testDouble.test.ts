/**
 * The test double: what it is seeded with, the failures that it is told to give, and its log.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NetworkFailure } from '../../src/adapters/awsSdk.js'
import { clientId, clientSecret } from '../../src/generators/index.js'
import { ClientSecretId } from '../../src/index.js'
import {
  operations,
  type SeededClient,
  type SeededPool,
  testDouble,
  type TestDouble
} from '../../src/reference/index.js'
import { passesTheSuite } from '../adapters/passes.js'
import { call, listedIds } from './callDouble.js'
import { memberAt } from './operate.js'

const NOW = new Date('2026-11-23T00:00:00.000Z')
const FIRST = new Date('2026-01-01T00:00:00.000Z')
const SECOND = new Date('2026-06-01T00:00:00.500Z')

const POOL = 'us-east-1_Example'
const IDS = { UserPoolId: POOL, ClientId: '1example23456789' }
const VALUE = 'SeededSecretValue0123456789'

const now = (): Date => NOW

const withClient = (client: Partial<SeededClient>): TestDouble =>
  testDouble({ now, pools: [{ Id: POOL, clients: [{ ClientId: IDS.ClientId, ...client }] }] })

const withOneSecret = (): TestDouble =>
  withClient({ secrets: [{ ClientSecretCreateDate: FIRST, ClientSecretValue: VALUE }] })

test('it passes the whole suite in process', async () => {
  await passesTheSuite(testDouble({ now: () => new Date(), pools: [{ Id: POOL }] }))
})

describe('what it is seeded with', () => {
  test('secrets are listed with their ids and dates, oldest first, and without their values', async () => {
    const double = withClient({
      secrets: [
        { ClientSecretId: 'newer', ClientSecretCreateDate: SECOND, ClientSecretValue: VALUE },
        { ClientSecretCreateDate: FIRST }
      ]
    })
    const { body } = await call(double, 'ListUserPoolClientSecrets', IDS)
    expect(body).toEqual({
      ClientSecrets: [
        {
          ClientSecretId: `${IDS.ClientId}--${FIRST.getTime()}`,
          ClientSecretCreateDate: FIRST.getTime() / 1000
        },
        { ClientSecretId: 'newer', ClientSecretCreateDate: SECOND.getTime() / 1000 }
      ]
    })
  })

  test('it accepts the values of the secrets that the client has now, and no other', async () => {
    const double = withOneSecret()
    expect(double.accepts(IDS, VALUE)).toBe(true)
    expect(double.accepts(IDS, `${VALUE}x`)).toBe(false)
    expect(double.accepts({ ...IDS, ClientId: 'other' }, VALUE)).toBe(false)
    const added = await call(double, 'AddUserPoolClientSecret', IDS)
    expect(double.accepts(IDS, String(memberAt(added.body, 'ClientSecretDescriptor', 'ClientSecretValue')))).toBe(true)
    const ClientSecretId = `${IDS.ClientId}--${FIRST.getTime()}`
    expect((await call(double, 'DeleteUserPoolClientSecret', { ...IDS, ClientSecretId })).status).toBe(200)
    expect(double.accepts(IDS, VALUE)).toBe(false)
  })

  test('a client without secrets is a public client', async () => {
    const double = withClient({})
    expect(await listedIds(double, IDS)).toEqual([])
    expect((await call(double, 'AddUserPoolClientSecret', IDS)).error).toBe('InvalidParameterException')
  })

  test('the same seed makes the same ids and secrets', async () => {
    const made = async (seed: number): Promise<unknown> => {
      const double = testDouble({ now, seed, pools: [{ Id: POOL }] })
      const created = await call(double, 'CreateUserPoolClient', {
        UserPoolId: POOL,
        ClientName: 'c',
        GenerateSecret: true
      })
      return created.body
    }
    expect(await made(7)).toEqual(await made(7))
    expect(await made(7)).not.toEqual(await made(8))
  })

  test('whatever good ids are seeded, an added secret has a good id that no secret had before', async () => {
    await fc.assert(
      fc.asyncProperty(
        clientId(),
        fc.constantFrom(undefined, `a--${NOW.getTime()}`, `a--${NOW.getTime() + 1}`, 'a--9999999999999999', 'a'),
        fc.constantFrom(FIRST, NOW, new Date(NOW.getTime() + 5), new Date(-5)),
        async (ClientId, own, ClientSecretCreateDate) => {
          const secret = {
            ClientSecretCreateDate,
            ...(own === undefined ? {} : { ClientSecretId: own.replace('a', ClientId.slice(0, 110)) })
          }
          const double = testDouble({ now, pools: [{ Id: POOL, clients: [{ ClientId, secrets: [secret] }] }] })
          const ids = { UserPoolId: POOL, ClientId }
          expect((await call(double, 'AddUserPoolClientSecret', ids)).status).toBe(200)
          const listed = await listedIds(double, ids)
          expect(new Set(listed).size).toBe(2)
          expect(listed.every(ClientSecretId.is)).toBe(true)
        }
      ),
      { seed: 11, numRuns: 200 }
    )
  })

  const secretsOf = (...secrets: ReadonlyArray<object>): ReadonlyArray<object> => [
    { Id: POOL, clients: [{ ClientId: IDS.ClientId, secrets }] }
  ]

  const BAD = 'NotASecretBecauseOfThis-0123456789'

  test.each<[string, ReadonlyArray<object>, string]>([
    ['a bad pool id', [{ Id: BAD }], 'pools[0].Id: pattern [\\w-]+_[0-9a-zA-Z]+'],
    ['no pool id', [{}], 'pools[0].Id: required'],
    ['a bad pool name', [{ Id: POOL, Name: 'a/b' }], 'pools[0].Name: pattern [\\w\\s+=,.@-]+'],
    [
      'a bad client name',
      [{ Id: POOL, clients: [{ ClientId: 'a' }, { ClientId: 'b', ClientName: '' }] }],
      'pools[0].clients[1].ClientName: pattern [\\w\\s+=,.@-]+; pools[0].clients[1].ClientName: minLength 1'
    ],
    [
      'a bad id in each of two pools',
      [{ Id: BAD }, {}],
      'The pools of the test double are not valid. pools[0].Id: pattern [\\w-]+_[0-9a-zA-Z]+; pools[1].Id: required'
    ],
    ['a bad client id', [{ Id: POOL, clients: [{ ClientId: BAD }] }], 'pools[0].clients[0].ClientId: pattern [\\w+]+'],
    [
      'an invalid date',
      secretsOf({ ClientSecretCreateDate: new Date(BAD) }),
      'ClientSecretCreateDate: type valid Date'
    ],
    ['a date as text', secretsOf({ ClientSecretCreateDate: BAD }), 'ClientSecretCreateDate: type valid Date'],
    ['no date', secretsOf({}), 'pools[0].clients[0].secrets[0].ClientSecretCreateDate: required'],
    [
      'a bad value',
      secretsOf({ ClientSecretCreateDate: FIRST, ClientSecretValue: BAD }),
      'pools[0].clients[0].secrets[0].ClientSecretValue: pattern [\\w+]+'
    ],
    [
      'an id that is the value',
      secretsOf({ ClientSecretCreateDate: FIRST, ClientSecretId: VALUE, ClientSecretValue: VALUE }),
      'secrets[0].ClientSecretId: the same as the value of the secret'
    ],
    [
      'an empty secret id',
      secretsOf({ ClientSecretCreateDate: FIRST, ClientSecretId: '' }),
      'ClientSecretId: minLength 1'
    ],
    ['no secret', secretsOf(), 'secrets: one or two are possible; leave it out for a public client'],
    [
      'a third secret',
      secretsOf(...[1, 2, 3].map((ms) => ({ ClientSecretCreateDate: new Date(ms) }))),
      'secrets: one or two'
    ],
    [
      'a secret id twice',
      secretsOf({ ClientSecretCreateDate: FIRST }, { ClientSecretCreateDate: FIRST }),
      'secrets[1].ClientSecretId: the same as at 0'
    ],
    ['a pool twice', [{ Id: POOL }, { Id: POOL }], 'pools[1].Id: the same as at 0'],
    [
      'a client twice',
      [{ Id: POOL, clients: [{ ClientId: 'a' }, { ClientId: 'a' }] }],
      'pools[0].clients[1].ClientId: the same as at 0'
    ]
  ])('%s is refused with its place, and the error holds no value', (_, pools, problem) => {
    // what a caller in JavaScript may give
    const make = (): TestDouble => testDouble({ now, pools: pools as ReadonlyArray<SeededPool> })
    let message = ''
    try {
      make()
    } catch (error) {
      message = error instanceof TypeError ? error.message : ''
    }
    expect(message).toContain(problem)
    expect(message).not.toContain(BAD)
    expect(message).not.toContain(VALUE)
  })
})

test('all that is wrong with a seed is said at once', () => {
  // what a caller in JavaScript may give
  const secrets = [{ ClientSecretCreateDate: undefined }] as unknown as SeededClient['secrets']
  const pools = [{ Id: '', Name: '', clients: [{ ClientId: 'a', secrets }] }] as ReadonlyArray<SeededPool>
  expect(() => testDouble({ now, pools })).toThrow(
    new TypeError(
      'The pools of the test double are not valid. pools[0].Id: pattern [\\w-]+_[0-9a-zA-Z]+; pools[0].Id: minLength 1; pools[0].Name: pattern [\\w\\s+=,.@-]+; pools[0].Name: minLength 1; pools[0].clients[0].secrets[0].ClientSecretCreateDate: required'
    )
  )
})

describe('pools and clients from the start', () => {
  const double = testDouble({
    now,
    pools: [
      {
        Id: POOL,
        Name: 'own name',
        clients: [
          { ClientId: 'a', ClientName: 'own client', secrets: [{ ClientSecretCreateDate: FIRST }] },
          { ClientId: 'b' }
        ]
      },
      { Id: 'us-east-1_Other' }
    ]
  })

  test.each([
    [POOL, 'own name'],
    ['us-east-1_Other', 'seeded']
  ])('the pool %s is called %s', async (UserPoolId, Name) => {
    const { body } = await call(double, 'DescribeUserPool', { UserPoolId })
    expect(body).toMatchObject({ UserPool: { Id: UserPoolId, Name, CreationDate: NOW.getTime() / 1000 } })
  })

  test.each([
    ['a', 'own client', FIRST],
    ['b', 'seeded', NOW]
  ])('the client %s is called %s, and is as old as its first secret', async (ClientId, ClientName, date) => {
    const { body } = await call(double, 'DescribeUserPoolClient', { UserPoolId: POOL, ClientId })
    expect(body).toMatchObject({ UserPoolClient: { ClientId, ClientName, CreationDate: date.getTime() / 1000 } })
  })

  test('a pool or a client that is not there has no secret that is accepted', () => {
    expect(double.accepts({ UserPoolId: 'us-east-1_None', ClientId: 'a' }, VALUE)).toBe(false)
    expect(double.accepts({ UserPoolId: POOL, ClientId: 'c' }, VALUE)).toBe(false)
  })
})

describe('ids that the double makes', () => {
  test.each([
    ['with a number that is not its end', 'c--1900000000000x'],
    ['with a number that no Date can hold', 'c--9999999999999999'],
    ['with the last moment', 'c--8640000000000000']
  ])('an added secret does not follow a seeded id %s', async (_, ClientSecretId) => {
    const double = withClient({ secrets: [{ ClientSecretId, ClientSecretCreateDate: FIRST }] })
    await call(double, 'AddUserPoolClientSecret', IDS)
    expect(await listedIds(double, IDS)).toEqual([ClientSecretId, `${IDS.ClientId}--${NOW.getTime()}`])
  })

  test('an added secret follows a seeded id that the service could have made', async () => {
    const double = withClient({ secrets: [{ ClientSecretId: 'c--1900000000000', ClientSecretCreateDate: FIRST }] })
    await call(double, 'AddUserPoolClientSecret', IDS)
    expect(await listedIds(double, IDS)).toEqual(['c--1900000000000', `${IDS.ClientId}--1900000000001`])
  })

  test('a pool is not named like one that is there', async () => {
    const create = async (pools: ReadonlyArray<SeededPool>): Promise<unknown> =>
      memberAt((await call(testDouble({ now, pools }), 'CreateUserPool', { PoolName: 'p' })).body, 'UserPool')
    const first = memberAt(await create([]), 'Id')
    const second = await create([{ Id: String(first) }])
    expect(memberAt(second, 'Id')).toMatch(/^us-east-1_[a-z0-9]{9}$/)
    expect(memberAt(second, 'Id')).not.toBe(first)
    expect(memberAt(second, 'Name')).toBe('p')
  })
})

describe('failures on demand', () => {
  test('there are none at first', () => {
    expect(testDouble({ now }).pendingFailures()).toBe(0)
  })

  test.each([
    ['TooManyRequestsException', 'Rate exceeded'],
    ['InternalServerException', 'An internal error has occurred.'],
    ['LimitExceededException', 'Injected by the test']
  ] as const)('%s says: %s', async (name, message) => {
    const double = withOneSecret()
    double.failNext(name)
    expect((await call(double, 'ListUserPoolClientSecrets', IDS)).body).toMatchObject({ message })
  })

  test('a request that names no operation meets none', async () => {
    const double = withOneSecret()
    double.throttle()
    const { headers } = await double({ method: 'GET', path: '/', headers: {}, body: '' })
    expect(headers['x-amzn-errortype']).toBe('UnknownOperationException')
    expect([double.pendingFailures(), double.calls().length]).toEqual([1, 0])
  })

  test.each([
    ['InternalServerException', 500],
    ['InvalidParameterException', 400],
    ['LimitExceededException', 400],
    ['ResourceNotFoundException', 400],
    ['TooManyRequestsException', 400]
  ] as const)('%s is given as often as asked, and changes nothing', async (name, status) => {
    const double = withOneSecret()
    double.failNext(name, { times: 2 })
    for (let i = 0; i < 2; i++) {
      expect(await call(double, 'AddUserPoolClientSecret', IDS)).toMatchObject({ status, error: name })
    }
    expect(double.pendingFailures()).toBe(0)
    expect(await listedIds(double, IDS)).toHaveLength(1)
  })

  test('an error of your own is given as it is', async () => {
    const double = withOneSecret()
    double.failNext({ _tag: 'CommonError', type: 'AccessDeniedException', status: 403, message: 'no' })
    expect(await call(double, 'ListUserPoolClientSecrets', IDS)).toMatchObject({
      status: 403,
      error: 'AccessDeniedException',
      body: { message: 'no' }
    })
  })

  test('a failure of one operation waits for it, and others pass', async () => {
    const double = withOneSecret()
    double.throttle(1, 'AddUserPoolClientSecret')
    expect((await call(double, 'ListUserPoolClientSecrets', IDS)).status).toBe(200)
    expect(double.pendingFailures()).toBe(1)
    expect((await call(double, 'AddUserPoolClientSecret', IDS)).error).toBe('TooManyRequestsException')
    expect((await call(double, 'AddUserPoolClientSecret', IDS)).status).toBe(200)
  })

  test('failures come in the order in which they were asked for', async () => {
    const double = withOneSecret()
    double.failNext('InternalServerException')
    double.throttle(2)
    const errors: Array<unknown> = []
    for (let i = 0; i < 4; i++) errors.push((await call(double, 'ListUserPoolClientSecrets', IDS)).error)
    expect(errors).toEqual([
      'InternalServerException',
      'TooManyRequestsException',
      'TooManyRequestsException',
      undefined
    ])
  })

  test.each([
    ['answer', 2],
    ['request', 1]
  ] as const)('after a lost %s of Add there are %i secrets', async (lost, count) => {
    const double = withOneSecret()
    double.loseNext(lost, { operation: 'AddUserPoolClientSecret' })
    const lostCall = call(double, 'AddUserPoolClientSecret', IDS)
    await expect(lostCall).rejects.toBeInstanceOf(NetworkFailure)
    await expect(lostCall).rejects.toThrow(`The connection broke before the ${lost} arrived`)
    expect(double.calls()).toMatchObject([{ operation: 'AddUserPoolClientSecret', outcome: `lost ${lost}` }])
    expect(await listedIds(double, IDS)).toHaveLength(count)
  })

  test.each([0, -1, 1.5, NaN])('times: %d is refused', (times) => {
    expect(() => withOneSecret().throttle(times)).toThrow(new RangeError('times: expected a whole number from 1'))
  })

  test('an operation that does not exist is refused, and the names are given', () => {
    const misspelt = 'AddUserPoolClientSecrets' as 'AddUserPoolClientSecret' // as a caller in JavaScript may write
    expect(() => withOneSecret().failNext('InternalServerException', { operation: misspelt })).toThrow(
      /^unknown operation: expected one of .*AddUserPoolClientSecret,/
    )
  })

  test('an exception or a part of a call that does not exist is refused, and the choices are given', () => {
    const nope = 'Nope' as never // as a caller in JavaScript may write
    expect(() => withOneSecret().failNext(nope)).toThrow(
      /^unknown exception: expected one of .*TooManyRequestsException/
    )
    expect(() => withOneSecret().loseNext(nope)).toThrow('unknown part of a call: expected one of request, answer')
  })
})

describe('the log of calls', () => {
  test('has the operation, the ids and how it ended', async () => {
    const double = withOneSecret()
    double.throttle()
    await call(double, 'ListUserPoolClientSecrets', IDS)
    double.loseNext('answer')
    await call(double, 'AddUserPoolClientSecret', IDS).catch(() => undefined)
    await call(double, 'AddUserPoolClientSecret', IDS)
    const ClientSecretId = `${IDS.ClientId}--${FIRST.getTime()}`
    await call(double, 'DeleteUserPoolClientSecret', { ...IDS, ClientSecretId })
    expect(double.calls()).toEqual([
      { operation: 'ListUserPoolClientSecrets', at: NOW, ...IDS, outcome: 'TooManyRequestsException' },
      {
        operation: 'AddUserPoolClientSecret',
        at: NOW,
        ...IDS,
        ClientSecretId: `${IDS.ClientId}--${NOW.getTime()}`,
        outcome: 'lost answer'
      },
      { operation: 'AddUserPoolClientSecret', at: NOW, ...IDS, outcome: 'LimitExceededException' },
      { operation: 'DeleteUserPoolClientSecret', at: NOW, ...IDS, ClientSecretId, outcome: 'success' }
    ])
  })

  test('has the ids of what was made, and how an error of your own is called', async () => {
    const double = withOneSecret()
    const made = await call(double, 'CreateUserPool', { PoolName: 'pool' })
    const UserPoolId = memberAt(made.body, 'UserPool', 'Id')
    const client = await call(double, 'CreateUserPoolClient', { UserPoolId, ClientName: 'client' })
    const ClientId = memberAt(client.body, 'UserPoolClient', 'ClientId')
    double.failNext({ _tag: 'CommonError', type: 'AccessDeniedException', status: 403 })
    await call(double, 'ListUserPoolClientSecrets', { UserPoolId, ClientId })
    expect(double.calls()).toEqual([
      { operation: 'CreateUserPool', at: NOW, UserPoolId, outcome: 'success' },
      { operation: 'CreateUserPoolClient', at: NOW, UserPoolId, ClientId, outcome: 'success' },
      { operation: 'ListUserPoolClientSecrets', at: NOW, UserPoolId, ClientId, outcome: 'AccessDeniedException' }
    ])
  })

  test('shows an id that the double does not know only where it is shorter than a secret', async () => {
    const double = withOneSecret()
    for (const ClientId of ['c'.repeat(23), 'c'.repeat(24)]) {
      await call(double, 'ListUserPoolClientSecrets', { UserPoolId: POOL, ClientId })
    }
    expect(double.calls()).toMatchObject([{ ClientId: 'c'.repeat(23) }, { ClientId: '(unknown)' }])
  })

  test('holds no secret, wherever a caller puts one', async () => {
    await fc.assert(
      fc.asyncProperty(
        clientSecret(),
        fc.constantFrom(...operations.keys(), 'Unknown'),
        fc.constantFrom('UserPoolId', 'ClientId', 'ClientSecretId', 'ClientSecret', 'PoolName', 'NextToken'),
        async (secret, operation, member) => {
          const double = withClient({ secrets: [{ ClientSecretCreateDate: FIRST, ClientSecretValue: secret }] })
          await call(double, operation, { ...IDS, PoolName: 'p', ClientName: 'c', MaxResults: 1, [member]: secret })
          await call(double, secret, IDS)
          await call(double, 'ListUserPoolClientSecrets', { ...IDS, [member]: secret })
          const calls = double.calls()
          expect(calls).toHaveLength(3)
          expect(JSON.stringify(calls)).not.toContain(secret)
        }
      ),
      { seed: 12, numRuns: 300 }
    )
  })

  test('is a copy that the caller may change', async () => {
    const double = withOneSecret()
    await call(double, 'ListUserPoolClientSecrets', IDS)
    const before = double.calls()
    await call(double, 'ListUserPoolClientSecrets', IDS)
    expect([before.length, double.calls().length]).toEqual([1, 2])
  })
})
