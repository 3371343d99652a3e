import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import {
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  redactSecrets,
  sanitize,
  validateRequest,
  type Violation,
  violations
} from '../../src/index.js'
import { title } from '../laws/title.js'

const IDS = { ClientId: 'a', UserPoolId: 'a_0' }

const refuse = (): never => {
  throw new Error('hostile')
}

const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

const traps = ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'isExtensible', 'set'] as const

/** What is wrong with it as a request, where it cannot be read in full, and what is left of it in a log. */
interface Hostile {
  readonly name: string
  readonly make: () => object
  readonly wrong: ReadonlyArray<Violation>
  readonly logged: unknown
}

const ofType = (path: Violation['path'], limit: string): Violation => ({ path, constraint: 'type', limit })

/** One boundary catches what a value throws, so nothing is said about its members. */
const UNREADABLE = [ofType([], 'readable value')]

/** Nothing but these traps is needed to read a request. */
const needed: ReadonlyArray<string> = ['get', 'getOwnPropertyDescriptor']

/** What each trap hides from `sanitize`. */
const hidden: Readonly<Record<string, unknown>> = {
  get: { ClientId: '[unreadable]', UserPoolId: '[unreadable]' },
  ownKeys: '[unreadable]',
  getOwnPropertyDescriptor: '[unreadable]',
  getPrototypeOf: '[unreadable]'
}

const hostile: ReadonlyArray<Hostile> = [
  {
    name: 'a getter that throws',
    make: () => Object.defineProperty({ UserPoolId: 'a_0' }, 'ClientId', { get: refuse, enumerable: true }),
    wrong: UNREADABLE,
    logged: { UserPoolId: 'a_0', ClientId: '[unreadable]' }
  },
  {
    name: 'a getter that throws what is no error',
    make: () => ({
      get ClientId(): string {
        throw undefined
      },
      UserPoolId: 'a_0'
    }),
    wrong: UNREADABLE,
    logged: { UserPoolId: 'a_0', ClientId: '[unreadable]' }
  },
  { name: 'a revoked proxy', make: () => revoked({}), wrong: UNREADABLE, logged: '[unreadable]' },
  {
    name: 'a revoked proxy of an array',
    make: () => revoked([]),
    wrong: UNREADABLE,
    logged: '[unreadable]'
  },
  ...traps.map((trap) => ({
    name: `a proxy whose ${trap} throws`,
    make: () => new Proxy({ ...IDS }, { [trap]: refuse }),
    wrong: needed.includes(trap) ? UNREADABLE : [],
    logged: hidden[trap] ?? IDS
  })),
  {
    name: 'an array whose length throws',
    make: () => new Proxy([], { get: (_, key) => (key === 'length' ? refuse() : undefined) }),
    wrong: [ofType([], 'object')],
    logged: '[unreadable]'
  }
]

const wrongIn = (decoded: t.Validation<unknown>): ReadonlyArray<Violation> =>
  isLeft(decoded) ? violations(decoded.left) : []

describe('hostile values', () => {
  it.each(hostile)(`${title('validator.total')} $name`, ({ make, wrong }) => {
    const result = validateRequest(make())
    expect(isLeft(result) ? result.left.violations : []).toEqual(wrong)
    expect(isRight(result) ? result.right : IDS).toEqual(IDS)
    expect(ListUserPoolClientSecretsRequest.is(make())).toBe(wrong.length === 0)
    const nested = validateRequest({ ...IDS, ClientId: make() })
    expect(isLeft(nested) && nested.left.violations).toEqual([ofType(['ClientId'], 'string')])
  })

  it.each(hostile)('no response, and no list of them: $name', ({ make, name }) => {
    const { decode, is } = ListUserPoolClientSecretsResponse
    const values = [make(), { ClientSecrets: make() }, { ClientSecrets: [make()] }]
    // a descriptor needs no member, so an object without the documented ones is one
    const isDescriptor = !/array|revoked|OwnPropertyDescriptor/.test(name)
    expect(values.map((u) => is(u))).toEqual([false, false, isDescriptor])
    expect(values.map((u) => wrongIn(decode(u))).map((all) => all.length > 0)).toEqual([true, true, !isDescriptor])
  })

  it.each([1.5, -1, NaN, Infinity, '1'])(
    'a list that says it has %s elements is never refused without a reason',
    (length) => {
      const list = new Proxy([{}], { get: (of, key) => (key === 'length' ? length : Reflect.get(of, key)) })
      const decoded = ListUserPoolClientSecretsResponse.decode({ ClientSecrets: list })
      expect(isRight(decoded) || wrongIn(decoded).length > 0).toBe(true)
    }
  )

  it.each(hostile)('no stored secret: $name', ({ make }) => {
    for (const stored of [make(), [make()], [make(), make(), make()]]) {
      const result = redactSecrets(stored as never)
      expect(isLeft(result) && result.left).toMatchObject({ _tag: 'InternalServerException', status: 500 })
      expect(isLeft(result) && result.left.message).toMatch(/^The stored client secrets break the contract: Value/)
    }
  })

  it.each(hostile)('logged as far as it can be read: $name', ({ make, logged }) => {
    expect(sanitize(make())).toStrictEqual(logged)
    expect(sanitize({ a: [make()], b: 1 })).toStrictEqual({ a: [logged], b: 1 })
  })

  it('own members only: what a prototype has does not count', () => {
    expect(isRight(validateRequest(Object.create(IDS)))).toBe(false)
    expect(isRight(validateRequest(JSON.parse('{"__proto__":{"ClientId":"a","UserPoolId":"a_0"}}')))).toBe(false)
    expect(isRight(validateRequest(Object.assign(Object.create(null), IDS)))).toBe(true)
    class Request {
      readonly ClientId = 'a'
      get UserPoolId(): string {
        return 'a_0'
      }
    }
    expect(isRight(validateRequest(new Request()))).toBe(false)
  })

  it('a polluted Object.prototype neither adds members nor hides them', () => {
    try {
      Reflect.defineProperty(Object.prototype, 'UserPoolId', { value: 'a_0', configurable: true, writable: true })
      expect(isRight(validateRequest({ ClientId: 'a' }))).toBe(false)
      expect(isRight(validateRequest(IDS))).toBe(true)
    } finally {
      Reflect.deleteProperty(Object.prototype, 'UserPoolId')
    }
  })

  it('each member is read once, so that what was checked is what is used', () => {
    let reads = 0
    const shifty = {
      UserPoolId: 'a_0',
      get ClientId(): string {
        return reads++ === 0 ? 'a' : 'not a client id'
      }
    }
    expect(validateRequest(shifty)).toEqual({ _tag: 'Right', right: IDS })
    expect(reads).toBe(1)
  })

  it('what is no plain object is still read by its members', () => {
    expect(isRight(validateRequest(Object.assign(new Date(), IDS)))).toBe(true)
    expect(isRight(validateRequest(Object.assign([], IDS)))).toBe(false)
    expect(isRight(validateRequest(Object.assign(() => undefined, IDS)))).toBe(false)
    expect(isRight(validateRequest(new Map(Object.entries(IDS))))).toBe(false)
  })

  it('huge and deeply nested values are answered at once', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
    const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`member${i}`, i]))
    expect(isRight(validateRequest({ ...IDS, deep }))).toBe(true)
    expect(isRight(validateRequest({ ...wide, ...IDS }))).toBe(true)
    expect(isLeft(validateRequest({ ClientId: deep, UserPoolId: wide }))).toBe(true)
    expect(
      isLeft(ListUserPoolClientSecretsResponse.decode({ ClientSecrets: Array.from({ length: 200_000 }, () => ({})) }))
    ).toBe(true)
  })
})
