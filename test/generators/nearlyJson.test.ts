import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { isLeft } from '../../src/contract/Either.js'
import { nearlyJson, spoiledJson } from '../../src/generators/nearlyJson.js'
import { badClientIds, badUserPoolIds } from '../../src/generators/probes/idExamples.js'
import { parseJson } from '../../src/protocol/Json.js'

const IDS = { ClientId: 'a', UserPoolId: 'a_b' }

it('what is nearly JSON is none', () => {
  const all = nearlyJson(JSON.stringify(IDS).slice(1, -1), IDS)
  expect(all.filter((text) => !isLeft(parseJson(text)))).toEqual([])
  expect(new Set(all).size).toBe(all.length)
})

it('a JSON text with a slip is none', () => {
  fc.assert(fc.property(spoiledJson(JSON.stringify(IDS)), (text) => isLeft(parseJson(text))))
})

it('ids are also tried with white space before them, behind them and around them', () => {
  for (const [all, id] of [
    [badClientIds, '1h57kf5cpq17m0eml12example'],
    [badUserPoolIds, 'us-east-1_Example12']
  ] as const) {
    expect(all).toEqual(expect.arrayContaining([` ${id}`, `${id} `, ` ${id} `, `\n${id}`, `${id}\n`, `\n${id}\n`]))
  }
})
