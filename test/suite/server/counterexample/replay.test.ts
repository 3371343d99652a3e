/**
 * Replay tokens: what goes in comes out, and what was damaged on the way is refused.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeReplay, encodeReplay, type Replay, verify } from '../../../../src/conformance.js'
import { type TestCase } from '../../../../src/generators/TestCase.js'
import { clauseIds, clausesThatBind } from '../../../../src/clauses/index.js'
import { probes } from '../../../../src/generators/probes/index.js'
import { reference } from '../../../node/support/handlers.js'

const cases = (): fc.Arbitrary<TestCase> =>
  fc.oneof(
    fc.constantFrom(...probes.flatMap((probe) => probe.examples('provisioned'))),
    ...probes.map((probe) => probe.arbitrary('provisioned'))
  )

const replays = (): fc.Arbitrary<Replay> =>
  fc.record({ clause: fc.constantFrom(...clausesThatBind('server')), steps: cases() })

const isRefused = (token: string): boolean => decodeReplay(token)._tag === 'Left'

describe('replay tokens', () => {
  test('come back as they went, whatever the case', () => {
    fc.assert(
      fc.property(replays(), (replay) => {
        expect(decodeReplay(encodeReplay(replay))).toEqual({ _tag: 'Right', right: replay })
      })
    )
  })

  test('can be pasted into a shell without quotes', () => {
    fc.assert(fc.property(replays(), (replay) => /^1\.[\w.-]+$/.test(encodeReplay(replay))))
  })

  test('are refused where they were cut', () => {
    fc.assert(
      fc.property(replays(), fc.nat(), (replay, n) => {
        const token = encodeReplay(replay)
        return isRefused(token.slice(0, n % token.length)) && isRefused(token.slice(1 + (n % (token.length - 1))))
      })
    )
  })

  test('are refused where they are nothing of the kind, without a throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.base64String(), fc.json()),
        (text) => isRefused(text) && isRefused(`1.${text}`)
      )
    )
  })

  test.each<readonly [string, string]>([
    ['', 'a replay token starts with "1."; copy it whole from the report'],
    ['2.e30', 'a replay token starts with "1."; copy it whole from the report'],
    ['1.', 'the token is damaged; copy it whole from the report'],
    ['1.bnVsbA', 'the token is damaged; copy it whole from the report'],
    ['1.e30', 'the token is for the clause undefined, which is not known here'],
    [
      encodeReplay({ clause: 'no.such' as never, steps: [{ op: 'list', body: '' }] }),
      'the token is for the clause no.such, which is not known here'
    ],
    [encodeReplay({ clause: 'list.only', steps: [] }), 'the token holds steps that are not known here'],
    [encodeReplay({ clause: 'list.only', steps: {} as never }), 'the token holds steps that are not known here'],
    [
      encodeReplay({ clause: 'list.only', steps: { length: 1 } as never }),
      'the token holds steps that are not known here'
    ]
  ])('%s is refused with a hint', (token, hint) => {
    expect(decodeReplay(token)).toEqual({ _tag: 'Left', left: hint })
  })

  test('for a clause that does not bind servers are refused', () => {
    const others = clauseIds.filter((id) => !clausesThatBind('server').includes(id))
    expect(others.length).toBeGreaterThan(0)
    for (const clause of others) {
      const token = encodeReplay({ clause, steps: [{ op: 'list', body: '' }] })
      expect(decodeReplay(token)).toEqual({
        _tag: 'Left',
        left: `the token is for the clause ${clause}, which does not bind servers`
      })
    }
  })

  const list = { op: 'list', body: '' }
  const add = { op: 'addUserPoolClientSecret', client: 'c', own: true }
  const remove = { op: 'deleteUserPoolClientSecret', client: 'c', position: 0 }
  const pool = { op: 'createUserPool', pool: 'p' }
  const client = { op: 'createUserPoolClient', pool: 'p', client: 'c', secret: false }

  const decoded = (step: unknown) =>
    decodeReplay(encodeReplay({ clause: 'list.only', steps: [list, step] as TestCase }))

  test.each<object>([
    list,
    { ...list, method: 'GET', headers: { a: 'b' }, base64: true, encoding: 'utf-16le' },
    { ...list, encoding: 'utf-16be' },
    { ...list, encoding: 'utf-32le' },
    { op: 'together', lists: [] },
    { op: 'together', lists: [list], changes: [add, remove] },
    { op: 'repeat', times: 0, steps: [] },
    { op: 'repeat', times: 1000, steps: [list, pool] },
    pool,
    { op: 'deleteUserPool', pool: 'p' },
    client,
    { op: 'deleteUserPoolClient', client: 'c' },
    add,
    { ...add, value: 'v' },
    remove
  ])('a step with its members is taken: %j', (step) => {
    expect(decoded(step)._tag).toBe('Right')
  })

  test.each<unknown>([
    null,
    7,
    'list',
    [list],
    { op: 'format' },
    { op: 'toString' },
    { op: ['list'], body: '' },
    { op: 'list' },
    { op: 'list', body: 7 },
    ...[{ headers: 7 }, { headers: null }, { headers: ['b'] }, { headers: { a: 'b', c: 7 } }].map((one) => ({
      ...list,
      ...one
    })),
    ...[{ method: 7 }, { base64: 'yes' }, { encoding: 'utf-8' }].map((one) => ({ ...list, ...one })),
    { op: 'together' },
    { op: 'together', lists: list },
    { op: 'together', lists: [list, pool] },
    { op: 'together', lists: [list, { op: 'list' }] },
    { op: 'together', lists: [null] },
    { op: 'together', lists: [], changes: add },
    { op: 'together', lists: [], changes: [add, list] },
    { op: 'together', lists: [], changes: [add, { ...add, own: 1 }] },
    { op: 'together', lists: [], changes: [null] },
    { op: 'repeat', steps: [] },
    { op: 'repeat', times: 1001, steps: [] },
    { op: 'repeat', times: -1, steps: [] },
    { op: 'repeat', times: 0.5, steps: [] },
    { op: 'repeat', times: '1', steps: [] },
    { op: 'repeat', times: 2, steps: list },
    { op: 'repeat', times: 2, steps: [list, { op: 'createUserPool' }] },
    { op: 'repeat', times: 2, steps: [{ op: 'repeat', times: 2, steps: [] }] },
    { op: 'repeat', times: 2, steps: [{ op: 'together', lists: [] }] },
    { op: 'createUserPool' },
    { op: 'deleteUserPool', pool: 7 },
    { ...client, pool: 7 },
    { ...client, client: 7 },
    { ...client, secret: 'yes' },
    { op: 'deleteUserPoolClient' },
    { ...add, client: 7 },
    { ...add, own: undefined },
    { ...add, value: 7 },
    { ...remove, client: 7 },
    { ...remove, position: 'x' },
    { ...remove, position: -1 },
    { ...remove, position: 0.5 }
  ])('a step without its members is refused: %j', (step) => {
    expect(decoded(step)).toEqual({ _tag: 'Left', left: 'the token holds steps that are not known here' })
  })
})

test('a replay of any case ends in a verdict about its clause alone', async () => {
  const clause = fc.constantFrom(...clauseIds.filter((id) => id.startsWith('response.')))
  await fc.assert(
    fc.asyncProperty(clause, cases(), async (id, steps) => {
      const report = await verify(reference(), { seed: 1, replay: { clause: id, steps } })
      expect(report.clauses.map((result) => result.id)).toEqual([id])
      expect(['passed', 'untested']).toContain(report.clauses[0]?.status)
      expect(report.leftBehind).toEqual([])
    }),
    { numRuns: 30 }
  )
})
