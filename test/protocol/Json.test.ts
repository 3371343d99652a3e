import * as fc from 'fast-check'
import { type Either, left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { decodeObject, decodeText } from '../../src/protocol/Json.js'
import { utf8 } from './messages.js'

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

  it.each([null, undefined, 7, {}, ['{}'], { byteLength: 0 }, { length: 0 }])('refuses what is no body: %j', (body) => {
    expect(decodeText(body as never, 99)).toEqual(left('not UTF-8'))
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

  it('reads strings of many megabytes where the limit allows them', () => {
    const long = '\\n\\"'.repeat(4_000_000)
    expect(decodeObject(`{"a":"${long}","b":1}`, Infinity)._tag).toBe('Right')
    expect(decodeObject(`{"${long}":1,"${long}":2}`, Infinity)).toEqual(left('a name twice'))
  })

  it('a member called __proto__ is a member and no prototype', () => {
    const decoded = decodeObject('{"__proto__":{"ClientId":"a"}}', 1000)
    expect(decoded._tag === 'Right' && [Object.keys(decoded.right), Object.getPrototypeOf(decoded.right)]).toEqual([
      ['__proto__'],
      Object.prototype
    ])
  })
})
