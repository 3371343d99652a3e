import { describe, expect, it } from 'vitest'
import { MASK, sanitize } from '../../src/index.js'

const KEY = 'a'.repeat(24)

const refuse = (): never => {
  throw new Error('hostile')
}

/** `levels` objects, each twice in the next: 2^levels paths, `levels` objects. */
const diamonds = (levels: number, leaf: object): object =>
  Array.from({ length: levels }).reduce<object>((inner) => ({ a: inner, b: inner }), leaf)

const depthOf = (u: unknown): number => {
  let depth = 0
  for (let inner = u; typeof inner === 'object' && inner !== null; inner = Object.values(inner)[0]) depth++
  return depth
}

describe('sanitize, by kind of value', () => {
  it('cycles end', () => {
    const a: Record<string, unknown> = { name: 'a' }
    a['self'] = a
    a['list'] = [a, { a }]
    expect(sanitize(a)).toStrictEqual({ name: 'a', self: '[circular]', list: ['[circular]', { a: '[circular]' }] })
    const map = new Map<string, unknown>()
    map.set('map', map)
    expect(sanitize(map)).toStrictEqual([['map', '[circular]']])
    const error = new Error('x')
    error.cause = error
    expect(sanitize(error)).toMatchObject({ message: 'x', cause: '[circular]' })
  })

  it('what is shared is copied once: linear, not exponential', () => {
    let reads = 0
    const leaf = Object.defineProperty({}, 'ClientSecret', { enumerable: true, get: () => `secret ${reads++}` })
    const copied = sanitize(diamonds(20, leaf))
    expect(reads).toBe(1)
    expect(depthOf(copied)).toBe(21)
    expect(sanitize([leaf, leaf])).toStrictEqual([{ ClientSecret: MASK }, { ClientSecret: MASK }])
  })

  it('deep nesting ends after 64 levels', () => {
    const deep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], 'ClientSecret=abc')
    const copied = sanitize(deep)
    expect(depthOf(copied)).toBe(64)
    expect(JSON.stringify(copied)).toContain('[too deep]')
  })

  it('long lists are cut and say so', () => {
    const copied = sanitize(Array.from({ length: 10_005 }, (_, i) => i))
    if (!Array.isArray(copied)) throw new Error('no list')
    const kept = copied.slice(0, -1)
    expect(kept).toEqual(kept.map((_, i) => i))
    expect(copied.at(-1)).toBe(`[${10_005 - kept.length} more]`)
    expect(sanitize(Array.from({ length: 10_000 }, () => 0))).toHaveLength(10_000)
  })

  it('what cannot be read is [unreadable], and the rest is there', () => {
    const half = Object.defineProperty({ good: 1 }, 'bad', { enumerable: true, get: refuse })
    expect(sanitize(half)).toStrictEqual({ good: 1, bad: '[unreadable]' })
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(sanitize([proxy, new Proxy({}, { ownKeys: refuse }), 1])).toStrictEqual(['[unreadable]', '[unreadable]', 1])
    expect(sanitize(Object.create(Map.prototype))).toBe('[unreadable]')
    expect(sanitize(new Error('x', { cause: half }))).toMatchObject({ cause: { good: 1, bad: '[unreadable]' } })
  })

  it.each([
    [
      'a Map',
      new Map<unknown, unknown>([
        ['ClientSecret', 'abc'],
        [{ k: 1 }, 2]
      ]),
      [
        ['ClientSecret', MASK],
        [{ k: 1 }, 2]
      ]
    ],
    ['a Set', new Set(['ClientSecret=abc', 1]), [`ClientSecret=${MASK}`, 1]],
    ['a Date', new Date(5), new Date(5)],
    ['a string in a box', Object('ClientSecret=abc'), `ClientSecret=${MASK}`],
    ['bytes', new TextEncoder().encode('ClientSecret=abc'), '[16 bytes]'],
    ['a typed array', new Float64Array(2), '[16 bytes]'],
    ['a buffer', new ArrayBuffer(3), '[3 bytes]'],
    ['a view', new DataView(new ArrayBuffer(4)), '[4 bytes]'],
    ['a function', () => 'abc', '[function]'],
    ['a class', Map, '[function]'],
    ['a secret that is a list', { ClientSecret: ['abc'] }, { ClientSecret: [MASK] }],
    ['a secret that is an object', { client_secret: { S: 'abc' } }, { client_secret: { S: MASK } }],
    ['a secret that is bytes', { ClientSecret: new Uint8Array(24) }, { ClientSecret: MASK }],
    ['a secret that is a list of numbers', { ClientSecret: [72, 117] }, { ClientSecret: [MASK, MASK] }],
    ['a secret that is a key', { ClientSecrets: { [KEY]: 1, k: true } }, { ClientSecrets: { [MASK]: MASK, k: true } }],
    ['a name around a name', { COGNITO_CLIENT_SECRET_OLD: 'abc' }, { COGNITO_CLIENT_SECRET_OLD: MASK }],
    ['a secret behind its label', { Name: 'client_secret', Value: 'abc' }, { Name: 'client_secret', Value: MASK }],
    ['a secret after its name', [['SecretHash', 'abc', 'd']], [['SecretHash', MASK, 'd']]],
    ['what only mentions a secret', { name: 'no client secret', v: 'abc' }, { name: 'no client secret', v: 'abc' }],
    [
      'bare secrets among descriptors',
      { ClientSecrets: ['abc', { ClientSecretId: 'a' }] },
      { ClientSecrets: [MASK, { ClientSecretId: 'a' }] }
    ],
    [
      'descriptors',
      { ClientSecrets: [{ ClientSecretId: 'a', ClientSecretCreateDate: 1.5, ClientSecretValue: 'abc', Other: 'abc' }] },
      { ClientSecrets: [{ ClientSecretId: 'a', ClientSecretCreateDate: 1.5, ClientSecretValue: MASK, Other: MASK }] }
    ],
    [
      'a date without its name',
      { ClientSecrets: new Map([['at', new Date(5)]]) },
      { ClientSecrets: [[MASK, new Date(5)]] }
    ],
    ['a symbol', Symbol('ClientSecret=abc'), `Symbol(ClientSecret=${MASK})`],
    ['undefined', undefined, undefined],
    ['null', null, null],
    ['a bigint', 7n, '7'],
    ['a secret that is a bigint', { ClientSecret: 7n }, { ClientSecret: MASK }],
    ['NaN', NaN, NaN]
  ])('%s', (_, value, expected) => {
    expect(sanitize(value)).toStrictEqual(expected)
  })

  it('an invalid Date stays one', () => {
    expect(String(sanitize(new Date(NaN)))).toBe('Invalid Date')
  })

  it('errors keep what happened: name, message, stack, cause, errors and own members', () => {
    const inner = Object.assign(new TypeError('client_secret=abc'), { code: 'E1', ClientSecret: 'abc' })
    const outer = new AggregateError([inner, 'ClientSecret: abc'], 'all failed', { cause: inner })
    const copied = sanitize(outer) as { readonly errors: ReadonlyArray<unknown>; readonly cause: unknown }
    const expected = { name: 'TypeError', message: `client_secret=${MASK}`, code: 'E1', ClientSecret: MASK }
    expect(copied).toMatchObject({ name: 'AggregateError', message: 'all failed' })
    expect(copied.errors).toMatchObject([expected, `ClientSecret: ${MASK}`])
    expect(copied.cause).toMatchObject(expected)
    expect(JSON.stringify(copied)).not.toContain('=abc')
    expect(sanitize(new Error('x'))).not.toHaveProperty('cause')
  })

  it('a member called __proto__ stays a member', () => {
    const value: unknown = JSON.parse('{"__proto__":{"ClientSecret":"abc"},"constructor":1}')
    const copied = sanitize(value) as object
    expect(Object.getPrototypeOf(copied)).toBe(Object.prototype)
    expect(Object.keys(copied)).toEqual(['__proto__', 'constructor'])
    expect(JSON.stringify(copied)).toBe(`{"__proto__":{"ClientSecret":"${MASK}"},"constructor":1}`)
  })

  it('what it returns can be printed as JSON', () => {
    expect(JSON.stringify(sanitize({ a: [1n, { b: 2n }] }))).toBe('{"a":["1",{"b":"2"}]}')
  })

  it('what is shared under a secret name and elsewhere is masked there only', () => {
    const shared = { a: 'abc' }
    expect(sanitize([shared, { ClientSecret: shared }, shared])).toStrictEqual([
      { a: 'abc' },
      { ClientSecret: { a: MASK } },
      { a: 'abc' }
    ])
  })

  it('members that make new members at every reading end after 100,000 values', () => {
    let reads = 0
    const tree = (): object => {
      const grow = { enumerable: true, get: () => (reads++, tree()) }
      return Object.defineProperties({}, { a: grow, b: grow })
    }
    // 2^64 without a limit
    const copied = JSON.stringify(sanitize(tree()))
    expect(copied.match(/\[too deep\]/g)?.length).toBeGreaterThan(1000)
    expect(copied).toContain('[too large]')
    expect(reads).toBeLessThan(101_000)
    const list = sanitize(Array.from({ length: 20 }, () => Array.from({ length: 9_999 }, () => 'a')))
    expect(JSON.stringify(list).match(/"a"/g)?.length).toBeGreaterThan(99_000)
    expect(JSON.stringify(list).match(/"a"/g)?.length).toBeLessThanOrEqual(100_000)
    expect(JSON.stringify(list)).toContain('[too large]')
  })
})
