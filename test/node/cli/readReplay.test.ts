/**
 * Replay handles: a token, or a counterexample of a report by its file.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { decodeReplay, json, type Report, verify } from '../../../src/conformance.js'
import { readReplay as readReplayOf } from '../../../src/node/cli/readReplay.js'
import { altering, json as answer } from '../support/handlers.js'
import { folder } from '../support/serving.js'

const readReplay = (text: string) => readReplayOf(text, decodeReplay)

let report: Report

beforeAll(async () => {
  const target = altering((response) => (response.status === 200 ? response : answer(418, { message: 7 })))
  report = await verify(target, { seed: 1, runs: 0, only: ['error', 'response'] })
})

const tokens = (): ReadonlyArray<readonly [id: string, token: string]> =>
  report.clauses.flatMap(({ id, counterexample }) =>
    counterexample?.replay === undefined ? [] : [[id, counterexample.replay] as const]
  )

describe('a report', () => {
  test('gives each of its counterexamples, by clause and by number', (t) => {
    const file = join(folder(t), 'a report#1.json')
    writeFileSync(file, json(report))
    expect(tokens().length).toBeGreaterThan(3)
    for (const [i, [id, token]] of tokens().entries()) {
      expect(readReplay(`${file}#${id}`)).toEqual(decodeReplay(token))
      expect(readReplay(`${file}#${i + 1}`)).toEqual(decodeReplay(token))
      expect(readReplay(token)).toEqual(decodeReplay(token))
    }
  })

  test('that has one counterexample takes no name; one that has more names them', (t) => {
    const file = join(folder(t), 'report.json')
    const [id, token] = tokens()[0] ?? expect.fail('nothing was found')
    writeFileSync(file, json({ ...report, clauses: report.clauses.filter((one) => one.id === id) }))
    expect(readReplay(file)).toEqual(decodeReplay(token))
    writeFileSync(file, json(report))
    expect(readReplay(file)).toEqual({ _tag: 'Left', left: expect.stringContaining(`${file}#${id}`) as string })
    expect(readReplay(`${file}#no.such`)).toEqual({
      _tag: 'Left',
      left: expect.stringContaining(`${file}#${id}`) as string
    })
    writeFileSync(file, json({ ...report, clauses: [] }))
    expect(readReplay(file)).toEqual({ _tag: 'Left', left: `${file} has no counterexample to send again` })
  })

  test.each(['', '7', 'null', '[]', '{"clauses":7}', 'not JSON'])('that is none is refused: %j', (text) => {
    const file = join(folder({ onTestFinished }), 'report.json')
    writeFileSync(file, text)
    expect(readReplay(file)).toEqual({ _tag: 'Left', left: expect.stringContaining(file) as string })
  })

  test('with entries that are no results is read past them', (t) => {
    const file = join(folder(t), 'report.json')
    writeFileSync(file, JSON.stringify({ clauses: [null, 7, { id: 'x' }, { id: 'x', counterexample: { replay: 7 } }] }))
    expect(readReplay(file)).toEqual({ _tag: 'Left', left: `${file} has no counterexample to send again` })
  })
})

test('a text that is neither a token nor a file is refused with the reason', () => {
  expect(readReplay('no-such-file.json#3')).toEqual({
    _tag: 'Left',
    left: expect.stringMatching(/neither a token .*no-such-file\.json/) as string
  })
})
