/**
 * The suite for validators: every clause that binds them is judged where the validator says enough.
 */
import { describe, expect, test } from 'vitest'
import { clausesThatBind } from '../../../src/clauses/index.js'
import { type IdValidators, type Report, verifyValidator } from '../../../src/conformance.js'
import { ClientId, UserPoolId, validateRequest } from '../../../src/index.js'
import type { Validator } from '../../../src/laws/validator/Validator.js'
import { brokenValidators, goodValidators } from '../../laws/validator/brokenValidators.js'

const judge = (validators: IdValidators, runs = 200): Promise<Report> =>
  verifyValidator(validators, { name: 'x', seed: 1, runs })

const statusOf = (report: Report, id: string): string | undefined => report.clauses.find((c) => c.id === id)?.status

/** Faults in how a validator throws or answers: here a throw refuses and any other value accepts. */
const NO_FAULTS = ['throws on null', 'throws on a getter that throws', 'throws to refuse', 'returns true']

describe('right validators', () => {
  test('ours keeps all 18 clauses, each of them judged', async () => {
    const report = await judge({ ClientId, UserPoolId, request: validateRequest })
    expect(report.clauses.map(({ id }) => id)).toEqual(clausesThatBind('validator'))
    expect(report.clauses.filter(({ status }) => status !== 'passed')).toEqual([])
  })

  test.each(Object.entries(goodValidators))('one that is not ours, %s', async (_, request: Validator) => {
    const report = await judge({ request })
    expect(report.clauses.filter(({ status }) => status === 'failed' || status === 'warned')).toEqual([])
  })

  test('a predicate says nothing about messages: those clauses are not tested, and excused', async () => {
    const report = await judge({ request: (u) => validateRequest(u)._tag === 'Right' })
    expect(report.verdict).toBe('passed')
    expect(report.clauses.find(({ id }) => id === 'error.invalidParameter.wording')).toMatchObject({
      status: 'untested',
      excused: true,
      reason: 'the refusals give no message and no violations'
    })
  })
})

describe('broken validators', () => {
  test.each(brokenValidators.filter(({ name }) => !NO_FAULTS.includes(name)))(
    '$killedBy kills: $name',
    async ({ subject, killedBy }) => {
      const report = await judge({ request: subject }, 400)
      expect(['failed', 'warned']).toContain(statusOf(report, killedBy))
    }
  )

  test('validators that disagree', async () => {
    const report = await judge({ ClientId, UserPoolId: () => true, request: validateRequest })
    expect(statusOf(report, 'validator.agrees')).toBe('failed')
  })

  test.each<readonly [string, IdValidators, string, string]>([
    ['no anchors', { ClientId: /^[\w+]+/ }, 'request.clientId.pattern', '"aé" (with U+00E9)'],
    ['no limit', { ClientId: /^[\w+]+$/ }, 'request.clientId.maxLength', `"${'a'.repeat(129)}" (129 code points)`],
    ['an empty text', { ClientId: /^[\w+]{0,128}$/ }, 'request.clientId.minLength', '""']
  ])('the value shown for %s is as short and as plain as can be', async (_, validators, id, value) => {
    const report = await judge(validators)
    const shown = report.clauses.find((c) => c.id === id)?.counterexample?.value ?? ''
    expect(shown.length).toBeLessThanOrEqual(value.length)
    expect(shown.endsWith(value.slice(value.lastIndexOf('"') + 1)) || shown.length < 6).toBe(true)
  })
})

describe('options', () => {
  test('a question that is known not to be answered breaks validator.total alone', async () => {
    const watch = { begins: (question: number) => question !== 7, timeoutMs: 50 }
    const report = await verifyValidator({ ClientId }, { name: 'x', seed: 1, runs: 50, watch })
    expect(report.clauses.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual(['validator.total'])
    expect(report.clauses.find(({ id }) => id === 'validator.total')?.counterexample?.received).toBe(
      'did not answer within 50 ms for a value of length 1'
    )
  })

  test('a signal ends the run, and its reason is told', async () => {
    const controller = new AbortController()
    const stopping = (): boolean => {
      controller.abort('enough')
      return true
    }
    const options = { name: 'x', seed: 1, only: ['validator.total'], signal: controller.signal }
    const { verdict, because } = await verifyValidator({ ClientId: stopping }, options)
    expect([verdict, because]).toEqual(['inconclusive', 'enough'])
  })

  test('nothing given is inconclusive; a selection that matches nothing is rejected', async () => {
    expect((await judge({})).because).toBe('no validator was given')
    await expect(verifyValidator({ ClientId }, { name: 'x', seed: 1, only: ['nothing'] })).rejects.toThrow(RangeError)
  })
})
