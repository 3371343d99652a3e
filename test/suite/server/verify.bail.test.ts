import { describe, expect, test } from 'vitest'
import { type Target, verify } from '../../../src/conformance.js'
import { initialState, type State, step } from '../../../src/reference/index.js'
import { altering, operationOf, paging, reference, textOf } from '../../node/support/handlers.js'

const BROKEN = 'response.nextToken.absent'

describe('bail', () => {
  test('the run stops at the first broken MUST, says so, and leaves nothing behind', async () => {
    const whole = await verify(paging(), { seed: 1, runs: 5 })
    const report = await verify(paging(), { seed: 1, runs: 5, bail: true })
    expect(report.verdict).toBe('failed')
    expect(report.clauses.find(({ id }) => id === BROKEN)?.status).toBe('failed')
    expect(report.requests).toBeLessThan(whole.requests / 2)
    expect(report.leftBehind).toEqual([])
    const reasons = report.clauses.filter(({ status }) => status === 'untested').map(({ reason }) => reason)
    expect(reasons).toContain('the run stopped at the first broken MUST (--bail)')
  })

  test('neither a good target nor a failure that the baseline knows stops it', async () => {
    const { requests } = await verify(reference(), { seed: 1, runs: 0 })
    expect((await verify(reference(), { seed: 1, runs: 0, bail: true })).requests).toBe(requests)
    const baseline = { knownFailures: [{ clause: BROKEN, reason: 'we page' }] }
    const known = await verify(paging(), { seed: 1, runs: 0, bail: true, baseline })
    expect(known.verdict).toBe('passed')
    expect(known.requests).toBeGreaterThanOrEqual(requests)
  })

  test('a broken SHOULD stops it only where it fails the run', async () => {
    const chatty = (): Target =>
      altering((response) => ({ ...response, body: textOf(response.body).replace(/\}$/, ',"Extra":1}') }))
    const lenient = await verify(chatty(), { seed: 1, runs: 0, bail: true })
    const strict = await verify(chatty(), { seed: 1, runs: 0, bail: true, strict: true })
    expect([lenient.verdict, strict.verdict]).toEqual(['passed', 'failed'])
    expect(strict.requests).toBeLessThan(lenient.requests / 2)
  })
})

/** Lists show what was so many milliseconds ago; everything else takes effect at once. */
const eventuallyConsistent = (lagMs: number): Target => {
  const past: Array<{ readonly at: number; readonly state: State }> = [{ at: 0, state: initialState(5) }]
  return (request) => {
    const now = Date.now()
    const isList = operationOf(request) === 'ListUserPoolClientSecrets'
    const seen = isList ? past.filter(({ at }) => at <= now - lagMs).at(-1) : past.at(-1)
    const [state, response] = step(seen?.state ?? initialState(5), request, new Date(now))
    if (!isList) past.push({ at: now, state })
    return response
  }
}

describe('settle', () => {
  test('a target that is eventually consistent passes when it is given time, with a note, and does not without', async () => {
    const options = {
      seed: 1,
      runs: 0,
      concurrency: 32,
      only: ['list.creationSecret', 'list.callerSecret', 'list.generatedSecret']
    }
    const hasty = await verify(eventuallyConsistent(60), options)
    expect(hasty.verdict).not.toBe('passed')
    const patient = await verify(eventuallyConsistent(60), { ...options, settleMs: 80 })
    expect([patient.verdict, patient.because]).toEqual(['passed', expect.stringContaining('held')])
    expect(patient.notes).toContain(
      'the suite waited 80 ms after each change: what a List shows earlier was not judged'
    )
  })
})
