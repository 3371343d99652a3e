/**
 * spec/judged.json names for each clause the law that judges it and the faults that it finds.
 */
import { expect, test } from 'vitest'
import { judged } from '../faults/judged.js'
import { parseSpec, readSpec } from './files.js'

interface Judged {
  readonly laws: ReadonlyArray<string>
  readonly faults: ReadonlyArray<string>
}

test('it is what npm run spec prints', () => {
  expect(readSpec('judged.json')).toBe(judged())
})

test('every clause has a law, and those that bind servers have a fault', () => {
  const entries = Object.entries(parseSpec('judged.json') as Readonly<Record<string, Judged>>)
  expect(entries.filter(([, { laws }]) => laws.length === 0)).toEqual([])
  expect(
    entries.filter(([, { laws, faults }]) => laws.some((law) => law.includes('/server/')) && faults.length === 0)
  ).toEqual([])
})
