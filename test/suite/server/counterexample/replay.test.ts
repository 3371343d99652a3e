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

  test.each([
    ['', 'starts with "1."'],
    ['2.e30', 'starts with "1."'],
    ['1.e30', 'not known here'],
    [encodeReplay({ clause: 'no.such' as never, steps: [{ op: 'list', body: '' }] }), 'the clause no.such'],
    [encodeReplay({ clause: 'list.only', steps: [] }), 'steps that are not known here'],
    [encodeReplay({ clause: 'list.only', steps: [{ op: 'format' } as never] }), 'steps that are not known here'],
    [encodeReplay({ clause: 'list.only', steps: {} as never }), 'steps that are not known here']
  ])('%s is refused with a hint', (token, hint) => {
    expect(decodeReplay(token)).toEqual({ _tag: 'Left', left: expect.stringContaining(hint) as string })
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

  test.each<ReadonlyArray<unknown>>([
    [[{ op: 'list' }]],
    [[{ op: 'list', body: 7 }]],
    [[{ op: 'list', body: '', headers: 7 }]],
    [[{ op: 'list', body: '', headers: { a: 7 } }]],
    [[{ op: 'list', body: '', method: 7 }]],
    [[{ op: 'together' }]],
    [[{ op: 'together', lists: [{ op: 'createUserPool', pool: 'p' }] }]],
    [[{ op: 'repeat', times: 2, steps: [{ op: 'createUserPool' }] }]],
    [[{ op: 'repeat', times: 2, steps: [{ op: 'repeat', times: 2, steps: [] }] }]],
    [[{ op: 'repeat', times: 1001, steps: [] }]],
    [[{ op: 'repeat', times: 0.5, steps: [] }]],
    [[{ op: 'createUserPool' }]],
    [[{ op: 'createUserPoolClient', pool: 'main', client: 'a' }]],
    [[{ op: 'deleteUserPoolClientSecret', client: 'one', position: 'x' }]]
  ])('steps without their members are refused: %j', (steps) => {
    expect(isRefused(encodeReplay({ clause: 'list.only', steps: steps as TestCase }))).toBe(true)
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
