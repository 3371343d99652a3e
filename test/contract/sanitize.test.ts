import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MASK, sanitize } from '../../src/index.js'
import { PLANTED, withPlanted } from './arbitraries.js'
import { deepText } from './deepText.js'

const refuse = (): never => {
  throw new Error('hostile')
}

/** Plain data that JSON can print, deeply frozen, so that a change to it throws. */
const frozenJson = (): fc.Arbitrary<unknown> =>
  fc
    .json({ depthSize: 'medium' })
    .map(
      (text) =>
        JSON.parse(text, (_, value: unknown) =>
          typeof value === 'object' && value !== null ? Object.freeze(value) : value
        ) as unknown
    )

describe('members called like a secret', () => {
  it.each([
    'ClientSecret',
    'clientSecret',
    'client_secret',
    'CLIENT_SECRET',
    'COGNITO_CLIENT_SECRET',
    'client-secret',
    'ClientSecretValue',
    'clientSecretValue',
    'client_secret_value',
    'SecretHash',
    'secretHash',
    'SECRET_HASH'
  ])('%s is masked, with all that is in it', (name) => {
    const values = ['hunter2', '', 0, 12, { a: [PLANTED] }, [PLANTED], new Map(), () => PLANTED, new Error(PLANTED)]
    for (const value of values) {
      expect(sanitize({ [name]: value, other: 'x' })).toStrictEqual({ [name]: MASK, other: 'x' })
      expect(sanitize([{ deep: { [name]: value } }])).toStrictEqual([{ deep: { [name]: MASK } }])
    }
  })

  it.each(['ClientSecretId', 'ClientSecrets', 'ClientSecretCreateDate', 'secret', 'clientId', 'GenerateSecret'])(
    '%s is copied',
    (name) => {
      expect(sanitize({ [name]: 'x' })).toStrictEqual({ [name]: 'x' })
    }
  )

  it('leave [secret] in their place', () => {
    expect(sanitize({ ClientSecret: 'hunter2' })).toStrictEqual({ ClientSecret: '[secret]' })
  })

  it('that are a boolean, null or undefined say nothing, and stay', () => {
    for (const ClientSecret of [true, false, null, undefined]) {
      expect(sanitize({ ClientSecret })).toStrictEqual({ ClientSecret })
    }
  })

  it('are masked in an Error too', () => {
    const error = Object.assign(new Error('failed'), { clientSecret: PLANTED, code: 7 })
    expect(sanitize(error)).toStrictEqual({ name: 'Error', message: 'failed', clientSecret: MASK, code: 7 })
  })
})

describe('secrets that the caller names', () => {
  it('are masked inside every string and every key', () => {
    expect(
      sanitize({ [`a ${PLANTED} b`]: [`x${PLANTED}y${PLANTED}`, { c: PLANTED }] }, { secrets: [PLANTED] })
    ).toStrictEqual({ [`a ${MASK} b`]: [`x${MASK}y${MASK}`, { c: MASK }] })
    expect(sanitize(PLANTED, { secrets: [PLANTED] })).toBe(MASK)
  })

  it('are masked from the longest to the shortest, so that none leaves a rest', () => {
    expect(sanitize('abcdef abc', { secrets: ['abc', 'abcdef'] })).toBe(`${MASK} ${MASK}`)
  })

  it('that are empty mask nothing', () => {
    expect(sanitize('abc', { secrets: [''] })).toBe('abc')
  })

  it('are taken as text, not as a pattern', () => {
    expect(sanitize('a.c abc $& x', { secrets: ['a.c'] })).toBe(`${MASK} abc $& x`)
  })

  it('never survive anywhere, whatever the value', () => {
    let masked = 0
    fc.assert(
      fc.property(withPlanted(), (value) => {
        const text = deepText(sanitize(value, { secrets: [PLANTED] }))
        if (text.includes(MASK)) masked++
        return !text.includes(PLANTED)
      }),
      { numRuns: 3000, seed: 1 }
    )
    expect(masked).toBeGreaterThan(300)
  })

  it('never survive in what an Error holds', () => {
    const error = Object.assign(new Error(`a ${PLANTED}`, { cause: new Error(`b ${PLANTED}`) }), { [PLANTED]: PLANTED })
    expect(deepText(sanitize({ error }, { secrets: [PLANTED] }))).not.toContain(PLANTED)
    expect(sanitize(error, { secrets: [PLANTED] })).toStrictEqual({
      name: 'Error',
      message: `a ${MASK}`,
      cause: { name: 'Error', message: `b ${MASK}` },
      [MASK]: MASK
    })
  })
})

describe('plain data', () => {
  it('comes out as an equal copy, and the input is as it was', () => {
    fc.assert(
      fc.property(frozenJson(), (value) => {
        const copy = sanitize(value)
        expect(copy).toStrictEqual(value)
        if (typeof value === 'object' && value !== null) expect(copy).not.toBe(value)
      }),
      { numRuns: 500, seed: 2 }
    )
  })

  it('keeps a member called __proto__ a member', () => {
    const copy = sanitize(JSON.parse('{"__proto__":{"a":1},"b":2}')) as object
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":1},"b":2}')
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype)
  })

  it('keeps strings, numbers, booleans, null and undefined', () => {
    for (const u of ['Client secret: not found', '', 0, -0, NaN, true, false, null, undefined]) {
      expect(sanitize(u)).toBe(u)
    }
  })

  it('without a prototype is copied like other objects', () => {
    expect(sanitize(Object.assign(Object.create(null), { a: { b: 1 } }))).toStrictEqual({ a: { b: 1 } })
  })

  it('has its Dates copied', () => {
    const date = new Date(1_785_000_000_123)
    const copy = sanitize({ date }) as { readonly date: Date }
    expect(copy).toStrictEqual({ date })
    expect(copy.date).not.toBe(date)
  })
})

describe('what is no plain data', () => {
  class Row {
    readonly value = PLANTED
  }

  it.each<readonly [string, unknown, string]>([
    ['a Map', new Map([['a', PLANTED]]), '[Map]'],
    ['a Set', new Set([PLANTED]), '[Set]'],
    ['an instance of a class', new Row(), '[Row]'],
    ['bytes', Buffer.from(PLANTED), '[Buffer]'],
    ['a boxed string', Object(PLANTED), '[String]'],
    ['a function', () => PLANTED, '[function]'],
    ['a symbol', Symbol(PLANTED), '[symbol]'],
    ['a BigInt', 1n, '[bigint]']
  ])('%s becomes its kind', (_, value, kind) => {
    expect(sanitize(value)).toBe(kind)
    expect(sanitize({ a: [value] })).toStrictEqual({ a: [kind] })
  })

  it('that throws becomes [unreadable], and only that', () => {
    const getter = Object.defineProperty({ a: 1 }, 'b', { get: refuse, enumerable: true })
    expect(sanitize({ getter, c: 2 })).toStrictEqual({ getter: { a: 1, b: '[unreadable]' }, c: 2 })
    expect(sanitize([new Proxy({}, { ownKeys: refuse }), 1])).toStrictEqual(['[unreadable]', 1])
    const nameless = Object.create(Object.create(null)) as unknown
    expect(sanitize({ nameless, c: 2 })).toStrictEqual({ nameless: '[unreadable]', c: 2 })
  })
})

describe('values that refer to themselves or to each other', () => {
  it('end at [circular]', () => {
    const list: Array<unknown> = [1]
    list.push(list, { list })
    expect(sanitize(list)).toStrictEqual([1, '[circular]', { list: '[circular]' }])
    const error = new Error('a')
    error.cause = error
    expect(sanitize(error)).toStrictEqual({ name: 'Error', message: 'a', cause: '[circular]' })
  })

  it('are copied once where they are shared: 22 levels of [x, x] have 23 objects, not four million', () => {
    let reads = 0
    const counted = (levels: number): unknown => {
      const inner = levels === 0 ? 'leaf' : counted(levels - 1)
      const get = (): unknown => {
        reads++
        return inner
      }
      return Object.defineProperties({}, { a: { get, enumerable: true }, b: { get, enumerable: true } })
    }
    const copy = sanitize(counted(22)) as Readonly<Record<'a' | 'b', unknown>>
    expect(reads).toBe(2 * 23)
    expect(copy.a).toBe(copy.b)
  })

  it('that cannot be read are [unreadable] wherever they stand', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(sanitize([proxy, { again: proxy }])).toEqual(['[unreadable]', { again: '[unreadable]' }])
  })

  it('end at [too deep] below 64 levels', () => {
    const nested = (levels: number): unknown => (levels === 0 ? 'leaf' : [nested(levels - 1)])
    const text = (levels: number): string => JSON.stringify(sanitize(nested(levels)))
    expect(text(64)).toBe(`${'['.repeat(64)}"leaf"${']'.repeat(64)}`)
    expect(text(65)).toBe(`${'['.repeat(64)}"[too deep]"${']'.repeat(64)}`)
    expect(text(5000)).toBe(text(65))
  })
})
