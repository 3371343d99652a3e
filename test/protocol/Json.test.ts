import * as fc from 'fast-check'
import { type Either, left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { decodeObject, decodeText, type JsonPath, lexemes, parseJson } from '../../src/protocol/index.js'
import { title } from '../laws/title.js'
import { utf8 } from './messages.js'

/** An object with `key` twice. */
const twice = (key: string): string => `{${JSON.stringify(key)}:1,"other":[{}],${JSON.stringify(key)}:2}`

const valueAt = (u: unknown, path: JsonPath): unknown =>
  path.reduce<unknown>((v, key) => Reflect.get(v as object, key), u)

describe('decodeText', () => {
  it('reads the same text from bytes and from a string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeText(utf8(text), 1000)).toEqual(decodeText(text, 1000))
      })
    )
  })

  it('drops one byte order mark, and no more', () => {
    for (const text of ['\uFEFF{}', '\uFEFF\uFEFF{}', '{}\uFEFF']) {
      const expected = right(text.replace(/^\uFEFF/, ''))
      expect(decodeText(text, 99)).toEqual(expected)
      expect(decodeText(utf8(text), 99)).toEqual(expected)
    }
  })

  it('refuses what is not UTF-8: stray, overlong, cut, surrogates, beyond the last code point', () => {
    const wrong = [
      [0x80],
      [0xff],
      [0xc0, 0x80],
      [0xe2, 0x82],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xff, 0xfe, 0x7b, 0]
    ]
    for (const bytes of wrong) expect(decodeText(Uint8Array.from(bytes), 99)).toEqual(left('not UTF-8'))
  })

  it('reads up to the limit and not one byte more', () => {
    for (const body of ['abcd', utf8('abcd')]) {
      expect(decodeText(body, 4)).toEqual(right('abcd'))
      expect(decodeText(body, 3)).toEqual(left('too large'))
    }
    expect(decodeText(utf8('😀'), 3)).toEqual(left('too large'))
    expect(decodeText('', 0)).toEqual(right(''))
  })
})

describe('decodeObject', () => {
  const bodies: ReadonlyArray<readonly [text: string, expected: Either<string, object>]> = [
    ['', right({})],
    ['  \n\t', right({})],
    ['{}', right({})],
    ['\uFEFF{"a":1}', right({ a: 1 })],
    [' {"a":{"b":[]}} ', right({ a: { b: [] } })],
    ['{"a":null}', right({ a: null })],
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}', right({ a: 1, b: { a: 1 }, c: [{ a: 1 }, { a: 1 }] })],
    ...['null', '[]', '[{}]', '"x"', '1', 'true'].map((text) => [text, left('not an object')] as const),
    ...['{', '{"a":}', "{'a':1}", '{a:1}', '{"a":1,}', '{"a":01}', '{} {}', '{"a":"\n"}', 'NaN', '<html>'].map(
      (text) => [text, left('not JSON')] as const
    ),
    ...[
      '{"a":1,"a":1}',
      '{"a":1,"\\u0061":2}',
      '{"x":[{"a":1,"b":2,"a":3}]}',
      '{"":1,"":2}',
      '{"__proto__":1,"__proto__":2}'
    ].map((text) => [text, left('a name twice')] as const)
  ]
  it.each(bodies)('of %j', (text, expected) => {
    expect(decodeObject(text, 1000)).toEqual(expected)
    expect(decodeObject(utf8(text), 1000)).toEqual(expected)
  })

  it('a member called __proto__ is a member and no prototype', () => {
    const decoded = decodeObject('{"__proto__":{"ClientId":"a"}}', 1000)
    expect(decoded._tag === 'Right' && [Object.keys(decoded.right), Object.getPrototypeOf(decoded.right)]).toEqual([
      ['__proto__'],
      Object.prototype
    ])
  })
})

describe('lexemes', () => {
  it(title('response.names.unique'), () => {
    fc.assert(fc.property(fc.json(), (text) => lexemes(text).duplicates.length === 0))
    fc.assert(
      fc.property(
        fc.string().filter((key) => key !== 'other'),
        fc.nat({ max: 12 }),
        (key, depth) => {
          const text = `${'{"in":['.repeat(depth)}${twice(key)}${']}'.repeat(depth)}`
          expect(parseJson(text)._tag).toBe('Right')
          expect(lexemes(text).duplicates).toHaveLength(1)
        }
      )
    )
    expect(lexemes('{"a":{"b":1,"b":2}}').duplicates).toEqual([['a', 'b']])
    expect(lexemes('{"a":"b","b":"a","c":["a","a"]}').duplicates).toEqual([])
    expect(lexemes('{"a":1,"a":2,"a":3}').duplicates).toHaveLength(2)
  })

  it('finds every number where it stands, as it was written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify({ value })
        for (const { path, lexeme } of lexemes(text).numbers)
          expect(valueAt(JSON.parse(text), path)).toBe(Number(lexeme))
        const inTree = (u: unknown): number =>
          typeof u === 'object' && u !== null
            ? Object.values(u).reduce<number>((n, v) => n + inTree(v), 0)
            : typeof u === 'number'
              ? 1
              : 0
        expect(lexemes(text).numbers).toHaveLength(inTree(JSON.parse(text)))
      })
    )
    expect(lexemes('{"a":[1.785E9, -0.50 ,{"b":1e-3}],"c":"5"}').numbers).toEqual([
      { path: ['a', 0], lexeme: '1.785E9' },
      { path: ['a', 1], lexeme: '-0.50' },
      { path: ['a', 2, 'b'], lexeme: '1e-3' }
    ])
  })

  it('is not led astray by strings that look like structure', () => {
    const text = '{"a\\"b":"{\\"x\\":1,","[":"]","\\\\":"\\\\","n":1}'
    expect(lexemes(text)).toEqual({ duplicates: [], numbers: [{ path: ['n'], lexeme: '1' }] })
  })

  it('reads deep, wide and long texts of a megabyte without a word', () => {
    const texts = [
      `${'['.repeat(500_000)}${']'.repeat(500_000)}`,
      `${'{"a":'.repeat(150_000)}0${'}'.repeat(150_000)}`,
      `[${'1,'.repeat(500_000)}1]`,
      `{"a":"${'\\n'.repeat(500_000)}"}`,
      `"${'x'.repeat(1_000_000)}"`
    ]
    for (const text of texts) expect(lexemes(text).duplicates).toEqual([])
  })
})
