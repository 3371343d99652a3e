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

it('what is nearly JSON is a call all the same to who forgives it', () => {
  const all = nearlyJson('"A":"1","B":"2"', { A: '1', B: '2' })
  const values = all.filter((text) => text.startsWith('{"A":"1","B":"2","X":'))
  expect(values).toHaveLength(40)
  expect(values).toContain('{"A":"1","B":"2","X":}')
  expect(all.filter((text) => !values.includes(text))).toEqual([
    '{"A":"1","B":"2",}',
    '{,"A":"1","B":"2"}',
    '{"A":"1","B":"2";}',
    '{"A":"1","B":"2"}}',
    '{"A":"1","B":"2"}{}',
    '{"A":"1","B":"2"}\n{"A":"1","B":"2"}',
    '{"A":"1","B":"2"},',
    '{"A":"1","B":"2"} null',
    '{"A":"1","B":"2"} x',
    '{"A":"1","B":"2"}\0',
    '{"A":"1","B":"2"/* */}',
    '// call\n{"A":"1","B":"2"}',
    '# call\n{"A":"1","B":"2"}',
    '<!-- -->{"A":"1","B":"2"}',
    ')]}\'\n{"A":"1","B":"2"}',
    'callback({"A":"1","B":"2"})',
    '({"A":"1","B":"2"})',
    '\f{"A":"1","B":"2"}',
    '\u00a0{"A":"1","B":"2"}',
    '{\u2028"A":"1","B":"2"}',
    '{"A":"1","B":"2"',
    '"A":"1","B":"2"',
    '{"A":"1" "B":"2"}',
    "{'A':'1','B':'2'}",
    '{A:"1",B:"2"}',
    '{"A"="1","B"="2"}',
    '{"A":1,"B":2}',
    'A: 1\nB: 2',
    'A=1&B=2',
    '<Call><A>1</A><B>2</B></Call>'
  ])
})

it('a slip is one character more or one less, and names in braces stay whole', () => {
  const json = '["{{client:one}}"\n]'
  const all = fc.sample(spoiledJson(json), { seed: 20261128, numRuns: 600 })
  expect(all.filter((text) => !text.includes('{{client:one}}'))).toEqual([])
  const more = all.filter((text) => text.length > json.length)
  const added = more.map((text) => {
    const at = [...text].findIndex((c, i) => c !== json[i])
    // what was put in before the same character is found one later
    const slip = text.slice(at, at + text.length - json.length)
    expect([json, json.slice(0, at) + slip + json.slice(at)]).toEqual([json, text])
    return slip
  })
  for (const slip of [',', ':', '"', "'", '0', '+', '/', '#', '\\', '{', ']', '\u0001', '\u00a0', '\f']) {
    expect(added).toContain(slip)
  }
  expect(added.filter((slip) => slip.length !== 1 && !['/**/', '**//', '*//*', '//**'].includes(slip))).toEqual([])
  expect(added.some((slip) => slip.length === 4)).toBe(true)
  expect(new Set(all.filter((text) => text.length < json.length))).toEqual(
    new Set(['"{{client:one}}"\n]', '[{{client:one}}"\n]', '["{{client:one}}\n]', '["{{client:one}}"\n'])
  )
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
