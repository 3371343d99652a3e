/**
 * Life signs: a line that rewrites itself where that can be done, whole lines elsewhere.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Progress } from '../../../src/conformance.js'
import { showProgress } from '../../../src/node/cli/progress.js'

const progress = (more: Partial<Progress> = {}): Progress => ({
  done: 1,
  total: 1234,
  requests: 1,
  broken: [],
  ...more
})

let now = 0

beforeEach(() => {
  now = 1_000_000
  vi.spyOn(Date, 'now').mockImplementation(() => now)
  vi.stubEnv('TERM', 'xterm-256color')
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** What is written in a run that is 10 s long. */
const shown = (isTTY: boolean, columns: number, broken: Progress['broken'] = []): string => {
  let text = ''
  const write = (chunk: unknown): boolean => {
    text += String(chunk)
    return true
  }
  const { update, done } = showProgress({ isTTY, columns, write })
  for (let second = 1; second <= 10; second++) {
    now += 1000
    update(progress({ done: second, broken }))
  }
  done()
  return text
}

describe('on a terminal', () => {
  test.each([20, 40, 80, 500])('of %i columns a line never reaches the edge, and is erased', (columns) => {
    const lines = shown(true, columns).split('\r\u001b[2K')
    expect(lines).toHaveLength(11)
    expect(lines.at(-1)).toBe('')
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(columns)
    expect(lines[0]).toBe('1 of 1,234 cases, 1 request, 0 clauses broken'.slice(0, columns - 1))
  })

  test('that does not tell its width', () => {
    expect(shown(true, 0)).toContain('2 of 1,234 cases, 1 request, 0 clauses broken')
  })

  test('what is broken is told once, and counted', () => {
    const text = shown(true, 80, ['list.only'])
    expect(text.split('broken: list.only\n')).toHaveLength(2)
    expect(text).toContain(', 1 clause broken')
  })
})

describe.each([
  ['a pipe', false, 'xterm'],
  ['a terminal that can do nothing', true, 'dumb']
])('into %s', (_, isTTY, term) => {
  test('whole lines, now and then, without escapes', () => {
    vi.stubEnv('TERM', term)
    const text = shown(isTTY, 20)
    expect(text).not.toMatch(/[\u001b\r]/)
    expect(text).toBe('2 of 1,234 cases, 1 request, 0 clauses broken\n7 of 1,234 cases, 1 request, 0 clauses broken\n')
  })
})
