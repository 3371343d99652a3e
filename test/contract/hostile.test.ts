import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  redactSecrets,
  sanitize,
  validateRequest
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

const hostile: ReadonlyArray<readonly [string, () => object]> = [
  [
    'a getter that throws',
    () => Object.defineProperty({ UserPoolId: 'a_0' }, 'ClientId', { get: refuse, enumerable: true })
  ],
  [
    'a getter that throws what is no error',
    () => ({
      get ClientId(): string {
        throw undefined
      },
      UserPoolId: 'a_0'
    })
  ],
  ['a revoked proxy', () => revoked({})],
  ['a revoked proxy of an array', () => revoked([])],
  ...traps.map((trap) => [`a proxy whose ${trap} throws`, () => new Proxy({ ...IDS }, { [trap]: refuse })] as const),
  ['an array whose length throws', () => new Proxy([], { getOwnPropertyDescriptor: refuse })],
  ['a proxy of an array without end', () => new Proxy([], { get: (_, key) => (key === 'length' ? Infinity : {}) })]
]

describe('hostile values', () => {
  it.each(hostile)(`${title('validator.total')} %s`, (_, make) => {
    expect(() => validateRequest(make())).not.toThrow()
    expect(() => validateRequest({ ...IDS, ClientId: make() })).not.toThrow()
    expect(isLeft(validateRequest({ ...IDS, ClientId: make() }))).toBe(true)
    expect(() => ListUserPoolClientSecretsRequest.is(make())).not.toThrow()
  })

  it.each(hostile)('no codec, redactSecrets or sanitize throws on %s', (_, make) => {
    for (const u of [make(), { ClientSecrets: make() }, { ClientSecrets: [make()] }]) {
      expect(() => ListUserPoolClientSecretsResponse.decode(u)).not.toThrow()
      expect(() => ListUserPoolClientSecretsResponse.is(u)).not.toThrow()
      expect(() => redactSecrets(u as never)).not.toThrow()
      expect(() => redactSecrets([u] as never)).not.toThrow()
      expect(() => sanitize(u)).not.toThrow()
    }
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
    const started = performance.now()
    expect(isRight(validateRequest({ ...IDS, deep }))).toBe(true)
    expect(isRight(validateRequest({ ...wide, ...IDS }))).toBe(true)
    expect(isLeft(validateRequest({ ClientId: deep, UserPoolId: wide }))).toBe(true)
    expect(
      isLeft(ListUserPoolClientSecretsResponse.decode({ ClientSecrets: Array.from({ length: 200_000 }, () => ({})) }))
    ).toBe(true)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
