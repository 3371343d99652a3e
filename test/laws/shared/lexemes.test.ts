import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JsonPath, lexemes } from '../../../src/laws/shared/lexemes.js'
import { parseJson } from '../../../src/protocol/Json.js'
import { title } from '../title.js'

/** An object with `key` twice. */
const twice = (key: string): string => `{${JSON.stringify(key)}:1,"other":[{}],${JSON.stringify(key)}:2}`

const valueAt = (u: unknown, path: JsonPath): unknown =>
  path.reduce<unknown>((v, key) => Reflect.get(v as object, key), u)

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

  it('finds numbers in the first eight levels, and names that stand twice in all', () => {
    const nested = (depth: number, inner: string): string => `${'{"a":'.repeat(depth)}${inner}${'}'.repeat(depth)}`
    const path = Array.from({ length: 8 }, () => 'a')
    expect(lexemes(nested(8, '1')).numbers).toEqual([{ path, lexeme: '1' }])
    expect(lexemes(nested(9, '1')).numbers).toEqual([])
    expect(lexemes(nested(20, '{"b":1,"b":2}'))).toEqual({ duplicates: [path], numbers: [] })
    expect(lexemes('-0').numbers).toEqual([{ path: [], lexeme: '-0' }])
  })

  it('finds the first hundred names that stand twice and the first ten thousand numbers', () => {
    const { duplicates, numbers } = lexemes(`[{${'"a":1,'.repeat(10_050)}"b":1}]`)
    expect([duplicates.length, numbers.length]).toEqual([100, 10_000])
  })

  it('takes two spellings of a name for one', () => {
    expect(lexemes('{"a\\/b":1,"a/b":2}').duplicates).toEqual([['a/b']])
    expect(lexemes('{"\\u00e9":1, "é" :2}').duplicates).toEqual([['é']])
    expect(lexemes('{"a\\\\":1,"a":2,"a\\"":3}').duplicates).toEqual([])
  })

  it('is not led astray by strings that look like structure', () => {
    const text = '{"a\\"b":"{\\"x\\":1,","[":"]","\\\\":"\\\\","n":1}'
    expect(lexemes(text)).toEqual({ duplicates: [], numbers: [{ path: ['n'], lexeme: '1' }] })
  })

  it('reads deep, wide and long texts without a word', () => {
    const texts = [
      `${'['.repeat(500_000)}${']'.repeat(500_000)}`,
      `${'{"a":'.repeat(150_000)}0${'}'.repeat(150_000)}`,
      `[${'1,'.repeat(500_000)}1]`,
      `{"a":"${'\\n'.repeat(500_000)}"}`,
      `"${'x'.repeat(1_000_000)}"`,
      `{"a":"${'\\n'.repeat(6_000_000)}"}`,
      `{"${'\\\\'.repeat(6_000_000)}":"${'\\"'.repeat(6_000_000)}"}`,
      '9'.repeat(1_000_000)
    ]
    for (const text of texts) expect(lexemes(text).duplicates).toEqual([])
  })
})
