/**
 * A counterexample is sent again, to tell whether it fails every time.
 */
import { expect, test } from 'vitest'
import { confirm } from '../../../src/suite/shared/confirm.js'

const never = (): boolean => false

test.each<readonly [string, string, Awaited<ReturnType<typeof confirm>>]>([
  ['every time', '11111', { runs: 5, failed: 5, kind: 'deterministic' }],
  ['all but the first time', '01111', { runs: 5, failed: 4, kind: 'flaky' }],
  ['only the last time', '00001', { runs: 5, failed: 1, kind: 'flaky' }],
  ['never again', '00000', { runs: 5, failed: 0, kind: 'flaky' }]
])('it fails %s', async (_, outcomes, again) => {
  const tries: Array<number> = []
  const fails = async (n: number): Promise<boolean> => {
    tries.push(n)
    return Promise.resolve(outcomes[n] === '1')
  }
  expect(await confirm(fails, never)).toEqual(again)
  expect(tries).toEqual([0, 1, 2, 3, 4])
})

test('who has no time left asks no more, and says so where nothing was asked', async () => {
  const fails = async (): Promise<boolean> => Promise.resolve(true)
  expect(await confirm(fails, () => true)).toEqual({ runs: 0, failed: 0, kind: 'unknown' })
  let asked = 0
  expect(await confirm(fails, () => asked++ === 2)).toEqual({ runs: 2, failed: 2, kind: 'deterministic' })
})
