/**
 * A few of the hostile targets, a kind each; `npm run hostile` runs them all.
 */
import { describe, expect, test } from 'vitest'
import { hostiles } from './hostile.js'
import { runAgainst } from './hostileRun.js'

const few = [
  'sends a head without end',
  'sends chunks without end',
  'promises 2^64 bytes',
  'dies at List number 30',
  'fails every call with the documented 500'
]

describe('a target that', () => {
  test.each(few)('%s is given up, in bounded memory and with a sensible exit code', async (name) => {
    const hostile = hostiles.find((one) => one.name === name) ?? expect.fail('there is no such target')
    const { code, mb } = await runAgainst(hostile)
    expect(hostile.codes).toContain(code)
    expect(mb ?? 0).toBeLessThan(300)
  })

  test('has a name of its own', () => {
    expect(new Set(hostiles.map(({ name }) => name)).size).toBe(hostiles.length)
  })
})
