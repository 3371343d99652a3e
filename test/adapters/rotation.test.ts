/**
 * The rotation of docs/testing-rotation.md, through the SDK, against the test double: interrupted anywhere, throttled,
 * with lost answers, and twice at once.
 */
import {
  AddUserPoolClientSecretCommand,
  CognitoIdentityProviderClient,
  DeleteUserPoolClientSecretCommand,
  ListUserPoolClientSecretsCommand
} from '@aws-sdk/client-cognito-identity-provider'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type InUse, rotate, type Store } from '../../docs/examples/rotation.js'
import { sdkRequestHandler } from '../../src/adapters/awsSdk.js'
import type { Handler } from '../../src/protocol/index.js'
import { testDouble, type TestDouble } from '../../src/reference/index.js'
import { listedIds } from '../reference/callDouble.js'
import { type Gate, inTurns } from './inTurns.js'

const IDS = { UserPoolId: 'us-east-1_Example', ClientId: '1example23456789' }

const ORIGINAL: InUse = { ClientSecretId: 'original', ClientSecretValue: 'OriginalSecretValue0123456789' }

const clientOf = (handler: Handler, maxAttempts = 1): CognitoIdentityProviderClient =>
  new CognitoIdentityProviderClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' },
    requestHandler: sdkRequestHandler(handler),
    maxAttempts
  })

interface World {
  readonly double: TestDouble
  readonly store: Store
  readonly inUse: () => InUse
  /** The double, which after every call makes sure that the secret in use is accepted. */
  readonly watched: Handler
  /** Calls after which it was not. */
  readonly outages: () => number
}

/** One client with one secret, which is in use. */
const world = (): World => {
  let time = Date.UTC(2026, 0, 1)
  const double = testDouble({
    now: () => new Date((time += 1000)),
    pools: [
      {
        Id: IDS.UserPoolId,
        clients: [{ ClientId: IDS.ClientId, secrets: [{ ...ORIGINAL, ClientSecretCreateDate: new Date(time) }] }]
      }
    ]
  })
  let version = 1
  let inUse = ORIGINAL
  let outages = 0
  const look = (): void => {
    if (!double.accepts(IDS, inUse.ClientSecretValue)) outages++
  }
  return {
    double,
    inUse: () => inUse,
    outages: () => outages,
    store: {
      read: () => Promise.resolve({ version, inUse }),
      write: (expected, next) => {
        if (expected !== version) return Promise.resolve(undefined)
        version++
        inUse = next
        look()
        return Promise.resolve(version)
      }
    },
    watched: (request) => double(request).finally(look)
  }
}

/** The client has one secret, which is the one in use and another than in the beginning. */
const expectRotated = async ({ double, inUse, outages }: World): Promise<void> => {
  expect(outages()).toBe(0)
  expect(inUse().ClientSecretId).not.toBe(ORIGINAL.ClientSecretId)
  expect(await listedIds(double, IDS)).toEqual([inUse().ClientSecretId])
  expect(double.accepts(IDS, inUse().ClientSecretValue)).toBe(true)
}

/** As often as it takes, as a schedule would run it. */
const untilRotated = async (client: CognitoIdentityProviderClient, store: Store): Promise<void> => {
  for (let i = 0; i < 5; i++) {
    if ((await rotate(client, IDS, store).catch(() => undefined)) === 'rotated') return
  }
  throw new Error('five runs did not rotate')
}

test('lists, adds, switches and deletes the old secret', async () => {
  const here = world()
  expect(await rotate(clientOf(here.watched), IDS, here.store)).toBe('rotated')
  await expectRotated(here)
  expect(here.double.calls().map(({ operation, outcome }) => [operation, outcome])).toEqual([
    ['ListUserPoolClientSecrets', 'success'],
    ['AddUserPoolClientSecret', 'success'],
    ['DeleteUserPoolClientSecret', 'success'],
    ['ListUserPoolClientSecrets', 'success']
  ])
})

const FAILURES = ['answer', 'request', 'TooManyRequestsException', 'InternalServerException'] as const

const OPERATIONS = ['ListUserPoolClientSecrets', 'AddUserPoolClientSecret', 'DeleteUserPoolClientSecret'] as const

type Failure = (typeof FAILURES)[number]

const inject = (double: TestDouble, failure: Failure, operation: (typeof OPERATIONS)[number]): void =>
  failure === 'answer' || failure === 'request'
    ? double.loseNext(failure, { operation })
    : double.failNext(failure, { operation })

describe.each(OPERATIONS)('%s', (operation) => {
  test.each(FAILURES)('a rotation interrupted by %s is finished by the next run', async (failure) => {
    const here = world()
    inject(here.double, failure, operation)
    const client = clientOf(here.watched)
    await expect(rotate(client, IDS, here.store)).rejects.toThrow()
    expect(here.double.pendingFailures()).toBe(0)
    expect(here.outages()).toBe(0)
    await untilRotated(client, here.store)
    await expectRotated(here)
  })
})

test('any number of failures in any order leaves the secret in use accepted, and a run without one finishes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...FAILURES), fc.constantFrom(...OPERATIONS)), { maxLength: 6 }),
      async (failures) => {
        const here = world()
        for (const [failure, operation] of failures) {
          inject(here.double, failure, operation)
          await rotate(clientOf(here.watched), IDS, here.store).catch(() => undefined)
        }
        await untilRotated(clientOf(here.watched), here.store)
        await rotate(clientOf(here.watched), IDS, here.store).catch(() => undefined)
        await untilRotated(clientOf(here.watched), here.store)
        await expectRotated(here)
      }
    ),
    { seed: 21, numRuns: 25 }
  )
})

test('throttling is left to the SDK, which tries again', async () => {
  const here = world()
  here.double.throttle(1, 'AddUserPoolClientSecret')
  expect(await rotate(clientOf(here.watched, 3), IDS, here.store)).toBe('rotated')
  expect(here.double.pendingFailures()).toBe(0)
  await expectRotated(here)
})

test('where the SDK sends an Add again whose answer was lost, one run deletes the secret that nobody knows', async () => {
  const here = world()
  here.double.loseNext('answer', { operation: 'AddUserPoolClientSecret' })
  expect(await rotate(clientOf(here.watched, 2), IDS, here.store)).toBe('rotated')
  const outcomes = here.double
    .calls()
    .flatMap(({ operation, outcome }) => (operation.startsWith('Add') ? [outcome] : []))
  expect(outcomes).toEqual(['lost answer', 'LimitExceededException', 'success'])
  await expectRotated(here)
})

test('a second secret that was there before makes room', async () => {
  const here = world()
  await clientOf(here.double).send(new AddUserPoolClientSecretCommand(IDS))
  expect(await rotate(clientOf(here.watched), IDS, here.store)).toBe('rotated')
  await expectRotated(here)
})

type Rotation = typeof rotate

/** Two rotations at once, which stop before and after every call and before every use of the store. */
const atOnce = async (rotation: Rotation, choices: ReadonlyArray<number>): Promise<World> => {
  const here = world()
  const program = async (gate: Gate): Promise<unknown> => {
    const client = clientOf(async (request) => {
      await gate()
      return Promise.resolve(here.watched(request)).finally(gate)
    })
    const store: Store = {
      read: () => gate().then(here.store.read),
      write: (version, inUse) => gate().then(() => here.store.write(version, inUse))
    }
    return rotation(client, IDS, store).catch(() => undefined)
  }
  await inTurns([program, program], choices)
  return here
}

const order = (): fc.Arbitrary<ReadonlyArray<number>> => fc.array(fc.nat({ max: 1 }), { minLength: 30, maxLength: 40 })

test('two rotations at once never cut the application off, and the next run leaves one secret', async () => {
  await fc.assert(
    fc.asyncProperty(order(), async (choices) => {
      const here = await atOnce(rotate, choices)
      expect(here.outages()).toBe(0)
      await untilRotated(clientOf(here.watched), here.store)
      await expectRotated(here)
    }),
    { seed: 22, numRuns: 150 }
  )
})

describe('the usual rotation, which deletes the oldest by date', () => {
  const naive: Rotation = async (client, ids, store) => {
    const byAge = async (): Promise<ReadonlyArray<string>> => {
      const { ClientSecrets = [] } = await client.send(new ListUserPoolClientSecretsCommand(ids))
      return [...ClientSecrets]
        .sort((a, b) => Number(a.ClientSecretCreateDate) - Number(b.ClientSecretCreateDate))
        .map(({ ClientSecretId = '' }) => ClientSecretId)
    }
    const deleteOldest = async (): Promise<void> => {
      const [oldest = '', ...newer] = await byAge()
      if (newer.length === 0) return
      await client.send(new DeleteUserPoolClientSecretCommand({ ...ids, ClientSecretId: oldest }))
    }
    await deleteOldest()
    const { ClientSecretDescriptor } = await client.send(new AddUserPoolClientSecretCommand(ids))
    const { ClientSecretId = '', ClientSecretValue = '' } = ClientSecretDescriptor ?? {}
    const { version } = await store.read()
    await store.write(version, { ClientSecretId, ClientSecretValue })
    await deleteOldest()
    return 'rotated'
  }

  test('works where nothing fails', async () => {
    const here = world()
    await naive(clientOf(here.watched), IDS, here.store)
    await expectRotated(here)
  })

  test('cuts the application off after a lost answer of Add', async () => {
    const here = world()
    here.double.loseNext('answer', { operation: 'AddUserPoolClientSecret' })
    await naive(clientOf(here.watched), IDS, here.store).catch(() => undefined)
    await naive(clientOf(here.watched), IDS, here.store)
    expect(here.outages()).toBeGreaterThan(0)
  })

  test('cuts the application off in some order of two at once', async () => {
    const found = await fc.check(
      fc.asyncProperty(order(), async (choices) => (await atOnce(naive, choices)).outages() === 0),
      { seed: 22, numRuns: 150 }
    )
    expect(found.failed).toBe(true)
  })
})
