import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointLength, constrainedString } from '../../src/contract/ConstrainedString.js'
import { ClientSecretId } from '../../src/index.js'
import { clientSecretId } from '../../src/generators/index.js'
import { title } from '../laws/title.js'
import { utf16 } from './arbitraries.js'

describe('codePointLength', () => {
  it('counts what an iteration of the string counts, lone surrogates one each', () => {
    fc.assert(
      fc.property(utf16(40), (s) => codePointLength(s) === [...s].length),
      { numRuns: 5000 }
    )
  })

  it.each([
    ['', 0],
    ['a', 1],
    ['é', 1],
    ['e\u0301', 2],
    ['😀', 1],
    ['😀😀', 2],
    ['\ud83d', 1],
    ['\ude00\ud83d', 2],
    ['\ud83d\ud83d\ude00', 2],
    ['👨‍👩‍👧', 5]
  ])('of %j is %i', (s, length) => {
    expect(codePointLength(s)).toBe(length)
  })
})

describe('ClientSecretId', () => {
  it(title('response.clientSecretId.length'), () => {
    fc.assert(fc.property(clientSecretId(), (id) => ClientSecretId.is(id)))
    for (const c of ['a', '\n', 'é', '😀', '\ud800']) {
      expect(ClientSecretId.is(c)).toBe(true)
      expect(ClientSecretId.is(c.repeat(128))).toBe(true)
      expect(ClientSecretId.is(c.repeat(129))).toBe(false)
    }
    expect(ClientSecretId.is('')).toBe(false)
  })
})

describe('constrainedString', () => {
  it('anchors a pattern at both ends of the value, not of a line', () => {
    const digits = constrainedString<string>('Digits', { minLength: 0, maxLength: 9, pattern: '[0-9]+' })
    expect(['1', '12'].every(digits.is)).toBe(true)
    expect(['', 'a1', '1a', '1\n', '\n1', '1\n2', '\u0663'].some(digits.is)).toBe(false)
  })

  it('anchors every alternative of a pattern', () => {
    const either = constrainedString<string>('Either', { minLength: 0, maxLength: 9, pattern: 'a+|b' })
    expect(['a', 'aa', 'b'].every(either.is)).toBe(true)
    expect(['', 'ab', 'bb', 'ac', 'cb'].some(either.is)).toBe(false)
  })

  it('counts code points only where the length in UTF-16 units does not settle it', () => {
    const bounded = constrainedString<string>('Bounded', { minLength: 10, maxLength: 30, pattern: 'a*' })
    const charCodeAt = Object.getOwnPropertyDescriptor(String.prototype, 'charCodeAt') ?? {}
    const isCounted = (length: number): boolean => {
      const text = 'a'.repeat(length)
      let isRead = false
      const noted = (): number => {
        isRead = true
        return 0x61
      }
      Reflect.defineProperty(String.prototype, 'charCodeAt', { ...charCodeAt, value: noted })
      try {
        bounded.is(text)
      } finally {
        Reflect.defineProperty(String.prototype, 'charCodeAt', charCodeAt)
      }
      return isRead
    }
    // a string of n units has between n / 2 and n code points
    expect([9, 19, 20, 30, 31, 60, 61].map((length) => [length, isCounted(length)])).toEqual([
      [9, true],
      [19, true],
      [20, false],
      [30, false],
      [31, true],
      [60, true],
      [61, false]
    ])
  })

  it('keeps its constraints as data', () => {
    expect(ClientSecretId.constraints).toEqual({ minLength: 1, maxLength: 128 })
  })
})
