/**
 * Every short string against an oracle that reads character by character: no regular expression, no code of ours.
 */
import { expect, test } from 'vitest'
import { ClientId, UserPoolId } from '../../../src/index.js'

const isBetween = (c: number, first: string, last: string): boolean =>
  c >= first.charCodeAt(0) && c <= last.charCodeAt(0)
const isAlphanumeric = (c: number): boolean =>
  isBetween(c, '0', '9') || isBetween(c, 'A', 'Z') || isBetween(c, 'a', 'z')

const isClientId = (s: string): boolean => {
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i)
    if (!isAlphanumeric(c) && c !== 0x5f && c !== 0x2b) return false
  }
  return s.length >= 1 && s.length <= 128
}

/** From the end: letters and digits up to the last `_`, then at least one character, all of them word characters or `-`. */
const isUserPoolId = (s: string): boolean => {
  let i = s.length - 1
  while (i >= 0 && isAlphanumeric(s.charCodeAt(i))) i--
  if (i === s.length - 1 || i < 1 || s.charCodeAt(i) !== 0x5f) return false
  for (let k = 0; k < i; k++) {
    const c = s.charCodeAt(k)
    if (!isAlphanumeric(c) && c !== 0x5f && c !== 0x2d) return false
  }
  return s.length <= 55
}

/** One of each class that either pattern, a trimmer or a Unicode-minded reader could tell apart. */
const CLASSES = ['a', 'Z', '0', '_', '-', '+', ' ', '\n', '.', 'é', '\u0660', '\ud83d', '\udd11', '\u212a', '\0']

let wrong: Array<string> = []

const compare = (s: string): void => {
  const client = isClientId(s)
  const pool = isUserPoolId(s)
  const agrees =
    ClientId.is(s) === client &&
    (ClientId.decode(s)._tag === 'Right') === client &&
    UserPoolId.is(s) === pool &&
    (UserPoolId.decode(s)._tag === 'Right') === pool
  if (!agrees && wrong.length < 5) wrong.push(JSON.stringify(s))
}

const found = (): ReadonlyArray<string> => {
  const all = wrong
  wrong = []
  return all
}

test('every string up to five characters, one of each class', () => {
  let count = 0
  const extend = (s: string): void => {
    compare(s)
    count++
    if (s.length < 5) CLASSES.forEach((c) => extend(s + c))
  }
  extend('')
  expect(count).toBe((CLASSES.length ** 6 - 1) / (CLASSES.length - 1))
  expect(found()).toEqual([])
})

test('every pair of ASCII characters, alone, before, between and behind good ones', () => {
  for (let a = 0; a < 128; a++) {
    for (let b = 0; b < 128; b++) {
      const pair = String.fromCharCode(a, b)
      for (const s of [pair, `a_b${pair}`, `a${pair}_b`, `${pair}a_b`, `a_${pair}b`]) compare(s)
    }
  }
  expect(found()).toEqual([])
})

test('every code point, before and behind good ones, and of the first plane alone', () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    const c = String.fromCodePoint(code)
    for (const s of [`a_b${c}`, `${c}_b`]) compare(s)
    if (c.length === 1) compare(c)
  }
  expect(found()).toEqual([])
})

test('every length up to 200', () => {
  for (let n = 0; n <= 200; n++) for (const s of ['a'.repeat(n), `a_${'b'.repeat(n)}`, `${'_'.repeat(n)}b`]) compare(s)
  expect(found()).toEqual([])
})
