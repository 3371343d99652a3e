/**
 * JSON that a target wrote: read, unless it is nested so deep that its value would take far more memory than its text.
 */
import { describe, expect, it } from 'vitest'
import { isLeft, left, right } from '../../../src/contract/Either.js'
import { MAX_DEPTH, readJson } from '../../../src/laws/shared/readJson.js'

const lists = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

describe('readJson', () => {
  it('reads what is nested as deep as may be, and no deeper', () => {
    expect(isLeft(readJson(lists(MAX_DEPTH)))).toBe(false)
    expect(readJson(lists(MAX_DEPTH + 1))).toEqual(left('too deep'))
  })

  it('counts objects as it counts lists', () => {
    const objects = (depth: number): string => '{"a":'.repeat(depth) + '0' + '}'.repeat(depth)
    expect(isLeft(readJson(objects(MAX_DEPTH)))).toBe(false)
    expect(readJson(objects(MAX_DEPTH + 1))).toEqual(left('too deep'))
  })

  it('does not count what is closed again', () => {
    const beside = `[${Array.from({ length: 2 * MAX_DEPTH }, () => '[]').join()}]`
    expect(isLeft(readJson(beside))).toBe(false)
  })

  it('does not count brackets in text, whatever is escaped there', () => {
    const text = `\\"${'['.repeat(2 * MAX_DEPTH)}\\\\`
    expect(readJson(`["${text}"]`)).toEqual(right([`"${'['.repeat(2 * MAX_DEPTH)}\\`]))
  })

  it('counts brackets behind a text that ends in a backslash', () => {
    expect(readJson(`["\\\\",${lists(MAX_DEPTH)}]`)).toEqual(left('too deep'))
  })

  it('tells what is no JSON, however long', () => {
    expect(readJson('{')).toEqual(left('not JSON'))
    expect(isLeft(readJson(`"${'a'.repeat(2 * MAX_DEPTH)}`))).toBe(true)
  })
})
