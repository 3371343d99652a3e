/**
 * The suite for validators: every clause that binds them is judged where the validator says enough.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clausesThatBind } from '../../../src/clauses/index.js'
import {
  type ClauseResult,
  decodeValidatorReplay,
  encodeValidatorReplay,
  type IdValidators,
  type Progress,
  type Report,
  verifyValidator,
  type VerifyValidatorOptions
} from '../../../src/conformance.js'
import { ClientId, UserPoolId, validateRequest } from '../../../src/index.js'
import type { Validator } from '../../../src/laws/validator/Validator.js'
import { encodeToken } from '../../../src/suite/shared/replayToken.js'
import { brokenValidators, goodValidators } from '../../laws/validator/brokenValidators.js'

const judge = (validators: IdValidators, runs = 50): Promise<Report> =>
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

describe('a part of the validators', () => {
  const noAnchors = /x/

  test.each<readonly [string, IdValidators, string]>([
    [
      'ClientId alone',
      { ClientId },
      'every MUST about ClientId was tested and held; 9 MUSTs were not judged: the module exports no UserPoolId and no request check'
    ],
    [
      'a pattern for ClientId',
      { ClientId: /^[\w+]{1,128}$/ },
      'every MUST about ClientId as a string was tested and held; 11 MUSTs were not judged: the module exports no UserPoolId and no request check; a regular expression is asked about strings only'
    ],
    [
      'both ids',
      { ClientId, UserPoolId },
      'every MUST about ClientId and UserPoolId was tested and held; 3 MUSTs were not judged: the module exports no request check'
    ],
    [
      'requests',
      { request: validateRequest },
      'every MUST about requests was tested and held; 1 MUST was not judged: the module exports no ClientId and no UserPoolId'
    ],
    ['everything', { ClientId, UserPoolId, request: validateRequest }, 'every MUST was tested and held']
  ])('%s: the verdict says what was judged and what was not', async (_, validators, because) => {
    expect(await judge(validators)).toMatchObject({ verdict: 'passed', because })
  })

  test.each([
    ['userPoolId', 'UserPoolId'],
    ['UserPoolID', 'UserPoolId'],
    ['isUserPoolId', 'UserPoolId'],
    ['user_pool_id', 'UserPoolId'],
    ['validateRequest', 'request']
  ])('an export %s beside a right one is asked to be %s', async (name, meant) => {
    const { notes } = await judge({ ClientId, [name]: noAnchors })
    expect(notes).toEqual([`\`${name}\` is not a name that is judged: did you mean ${meant}?`])
  })

  test('an export with another name, of another kind, or beside the one that it resembles is not mentioned', async () => {
    const module = { ClientId, helper: noAnchors, userPoolId: 7, isClientId: noAnchors }
    expect((await judge(module)).notes).toEqual([])
  })
})

describe('a clause that cannot be judged', () => {
  const reasonsOf = async (validators: IdValidators): Promise<Readonly<Record<string, string | undefined>>> =>
    Object.fromEntries(
      (await judge(validators, 0)).clauses.flatMap(({ id, status, reason }) =>
        status === 'untested' ? [[id, reason]] : []
      )
    )
  const STRINGS = 'a regular expression is asked about strings only'
  const NO_POOL = 'export UserPoolId or request to have this judged'
  const NO_REQUEST = 'export request, a validator of whole requests, to have this judged'
  const ofRequests = {
    'request.unknownMembers.ignored': NO_REQUEST,
    'request.nextToken.tolerated': NO_REQUEST,
    'error.invalidParameter.wording': NO_REQUEST,
    'validator.allViolations': NO_REQUEST
  }
  const agrees = { 'validator.agrees': 'export ClientId, UserPoolId and request to have this judged' }

  const refusing = (more: object) => (u: unknown) =>
    validateRequest(u)._tag === 'Left' ? { _tag: 'Left', left: more } : { _tag: 'Right', right: u }
  const silent = 'the refusals give no message and no violations'

  test.each<readonly [string, IdValidators, Readonly<Record<string, string>>]>([
    [
      'of a pattern',
      { ClientId: /^[\w+]{1,128}$/ },
      {
        'request.clientId.required': STRINGS,
        'request.clientId.type': STRINGS,
        'request.userPoolId.required': NO_POOL,
        'request.userPoolId.type': NO_POOL,
        'request.userPoolId.minLength': NO_POOL,
        'request.userPoolId.maxLength': NO_POOL,
        'request.userPoolId.pattern': NO_POOL,
        'request.userPoolId.accepted': NO_POOL,
        ...ofRequests,
        ...agrees
      }
    ],
    ['of both ids', { ClientId, UserPoolId }, { ...ofRequests, ...agrees }],
    ['of everything', { ClientId, UserPoolId, request: validateRequest }, {}],
    [
      'of refusals without a reason',
      { request: refusing({}) },
      { 'error.invalidParameter.wording': silent, 'validator.allViolations': silent, ...agrees }
    ],
    [
      'of refusals with violations only',
      { request: refusing({ violations: [] }) },
      { 'error.invalidParameter.wording': silent, ...agrees }
    ],
    ['of refusals with a message only', { request: refusing({ message: 'no' }) }, agrees]
  ])('%s: the reason says what is missing', async (_, validators, reasons) => {
    expect(await reasonsOf(validators)).toEqual(reasons)
  })
})

describe('broken validators', () => {
  test.each(brokenValidators.filter(({ name }) => !NO_FAULTS.includes(name)))(
    '$killedBy kills: $name',
    async ({ subject, killedBy }) => {
      const options = { name: 'x', seed: 1, runs: 100, only: [killedBy] }
      const { clauses } = await verifyValidator({ request: subject }, options)
      expect(['failed', 'warned']).toContain(clauses[0]?.status)
    }
  )

  test('validators that disagree', async () => {
    const report = await judge({ ClientId, UserPoolId: () => true, request: validateRequest })
    expect(statusOf(report, 'validator.agrees')).toBe('failed')
  })

  test.each<readonly [string, IdValidators, string, string]>([
    ['no anchors', { ClientId: /^[\w+]+/ }, 'request.clientId.pattern', '"a "'],
    ['no limit', { ClientId: /^[\w+]+$/ }, 'request.clientId.maxLength', `"${'a'.repeat(129)}"`],
    ['an empty text', { ClientId: /^[\w+]{0,128}$/ }, 'request.clientId.minLength', '""']
  ])('the value shown for %s is as short and as plain as can be', async (_, validators, id, value) => {
    const report = await judge(validators, 200)
    const shown = report.clauses.find((c) => c.id === id)?.counterexample?.value ?? ''
    expect(shown).toBe(value)
  })
})

describe('options', () => {
  test('a question that is known not to be answered breaks validator.total alone', async () => {
    const watch = { begins: (question: number) => question !== 7, timeoutMs: 50 }
    const report = await verifyValidator({ ClientId }, { name: 'x', seed: 1, runs: 50, watch })
    expect(report.clauses.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual(['validator.total'])
    expect(report.clauses.find(({ id }) => id === 'validator.total')?.counterexample?.received).toBe(
      'did not answer within 50 ms for a value of length 1; the usual cause is a regular expression that backtracks'
    )
  })

  test('an id that does not answer is given up alone, and its clauses say why they are untested', async () => {
    const watch = { begins: (question: number) => question >= 50, timeoutMs: 50 }
    const { clauses, notes } = await verifyValidator({ ClientId, UserPoolId }, { name: 'x', seed: 1, runs: 50, watch })
    const why = 'gave up on ClientId after 3 values without an answer'
    expect(notes).toEqual([why])
    expect(clauses.find(({ id }) => id === 'request.clientId.pattern')).toMatchObject({ reason: why, excused: false })
    expect(clauses.find(({ id }) => id === 'validator.agrees')?.reason).toBe(
      'export ClientId, UserPoolId and request to have this judged'
    )
    // the values that it was given up after, and none that it was not asked
    expect(clauses.find(({ id }) => id === 'validator.total')).toMatchObject({ status: 'failed', broken: 3 })
    const ofPools = clauses.filter(({ id }) => id.startsWith('request.userPoolId.'))
    expect([...new Set(ofPools.map(({ status }) => status))]).toEqual(['passed'])
  })

  test('an id that was given up is not compared with the requests', async () => {
    const watch = { begins: (question: number) => question >= 50, timeoutMs: 50 }
    let asked = 0
    const silent = (): boolean => {
      asked++
      return true
    }
    const validators = { ClientId: silent, UserPoolId, request: validateRequest }
    const { clauses } = await verifyValidator(validators, { name: 'x', seed: 1, runs: 50, watch })
    expect(asked).toBe(0)
    expect(clauses.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual(['validator.total'])
  })

  test('questions are numbered within each subject, and apart again while a value is made shorter', async () => {
    const numbers: Array<number> = []
    const watch = { begins: (question: number) => numbers.push(question) > 0, timeoutMs: 50 }
    const noAnchors = { ClientId: /[\w+]/, UserPoolId }
    await verifyValidator(noAnchors, { name: 'x', seed: 1, runs: 0, only: ['request.clientId.pattern'], watch })
    const inPhase = (phase: number): ReadonlyArray<number> =>
      numbers.filter((n) => Math.floor(n / 2 ** 29) === phase).map((n) => n % 2 ** 29)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    for (const phase of [0, 1, 2]) {
      expect(inPhase(phase).length).toBeGreaterThan(0)
      expect(inPhase(phase)).toEqual(inPhase(phase).map((_, i) => i))
    }
    expect(numbers.length).toBe(inPhase(0).length + inPhase(1).length + inPhase(2).length)
  })

  test('silence while a value is made shorter shows nothing, and is given up soon', async () => {
    let asked = 0
    const watch = { begins: (question: number) => question < 2 ** 29 || ++asked === 0, timeoutMs: 50 }
    const options = { name: 'x', seed: 1, runs: 0, only: ['request.clientId.maxLength'], watch }
    const { clauses } = await verifyValidator({ ClientId: (u) => ClientId.is(u) || String(u).length > 128 }, options)
    expect(asked).toBe(3)
    expect(clauses[0]?.counterexample).toMatchObject({ received: 'accepted' })
    expect(JSON.parse(clauses[0]?.counterexample?.value ?? '')).toHaveLength(129)
  })

  test('a shorter value shows a wrong wording only if it has a wording', async () => {
    const curt = (u: unknown) => {
      const checked = validateRequest(u)
      if (checked._tag === 'Right') return checked
      const isLong = String(Reflect.get(Object(u), 'ClientId')).length > 100
      return { _tag: 'Left', left: isLong ? { message: 'too long' } : {} }
    }
    const options = { name: 'x', seed: 1, runs: 0, only: ['error.invalidParameter.wording'] }
    const { clauses } = await verifyValidator({ request: curt }, options)
    expect(clauses[0]?.counterexample?.received).toBe('refused, saying "too long"')
  })

  test('an id that is silent now and then says nothing to compare with', async () => {
    // of the requests, the second and the fifth question are about an id
    const watch = { begins: (question: number) => ![2 ** 30 + 1, 2 ** 30 + 4].includes(question), timeoutMs: 50 }
    const validators = { ClientId, UserPoolId, request: validateRequest }
    const agreement = async (more: Partial<VerifyValidatorOptions>): Promise<ClauseResult | undefined> => {
      const options = { name: 'x', seed: 1, runs: 0, only: ['validator.agrees'], ...more }
      return (await verifyValidator(validators, options)).clauses[0]
    }
    const exercised = (await agreement({}))?.exercised ?? 0
    expect(await agreement({ watch })).toMatchObject({ status: 'passed', exercised: exercised - 2 })
  })

  test('progress is told after every value, and counts no requests', async () => {
    const told: Array<Progress> = []
    const { clauses } = await verifyValidator(
      { ClientId: (u) => u !== '' },
      { name: 'x', seed: 1, runs: 0, only: ['request.clientId.pattern'], onProgress: (p) => told.push(p) }
    )
    const total = told.length
    expect(told.map(({ done }) => done)).toEqual(told.map((_, i) => i + 1))
    expect(told[0]).toEqual({ done: 1, total, requests: 0, broken: [] })
    expect(told.at(-1)).toEqual({ done: total, total, requests: 0, broken: ['request.clientId.pattern'] })
    const first = told.findIndex(({ broken }) => broken.length > 0) + 1
    expect(clauses[0]).toMatchObject({ status: 'failed', foundAfter: first })
  })

  test('a SHOULD that is broken is a warning, and fails a strict run', async () => {
    const first = (u: unknown) => {
      const checked = validateRequest(u)
      if (checked._tag === 'Right') return checked
      const [violation] = checked.left.violations
      return { _tag: 'Left', left: { violations: [violation] } }
    }
    const options = { name: 'x', seed: 1, runs: 0, only: ['validator.allViolations'] }
    const [lenient, strict] = [
      await verifyValidator({ request: first }, options),
      await verifyValidator({ request: first }, { ...options, strict: true })
    ]
    expect([lenient.verdict, statusOf(lenient, 'validator.allViolations')]).toEqual(['passed', 'warned'])
    expect(lenient.because).toBe('no MUST was selected (17 of 18 clauses left out)')
    expect([strict.verdict, statusOf(strict, 'validator.allViolations')]).toEqual(['failed', 'failed'])
    expect([strict.target, strict.seed, strict.runs, strict.requests]).toEqual(['x', 1, 0, 0])
  })

  test('whoever stops the run gets the value as it was found, at once', async () => {
    const controller = new AbortController()
    const options = { name: 'x', seed: 1, runs: 0, only: ['request.clientId.pattern'] }
    const isRight = (u: unknown): boolean => {
      const isWrong = typeof u === 'string' && /^[\w+]+\n/.test(u)
      if (isWrong) controller.abort()
      return isWrong || ClientId.is(u)
    }
    const { because, clauses } = await verifyValidator({ ClientId: isRight }, { ...options, signal: controller.signal })
    expect(because).toBe('1 clause broken; the run is incomplete: interrupted')
    expect(clauses[0]?.counterexample?.value).toBe('"1h57kf5cpq17m0eml12example\\n"')
    const whole = await verifyValidator({ ClientId: (u) => u === 'a\n' || isRight(u) }, options)
    expect(whole.clauses[0]?.counterexample?.value).toBe('"a\\n"')
  })

  test('a validator that answers at once does not keep a signal from arriving', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort('enough'), 0)
    let asked = 0
    const options = { name: 'x', seed: 1, runs: 0, only: ['validator.total'], signal: controller.signal }
    const { because } = await verifyValidator({ ClientId: () => ++asked > 0 }, options)
    expect([because, asked]).toEqual(['enough', 99])
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

describe('a replay', () => {
  const noAnchors = { ClientId: /^[\w+]+/ }

  test('asks about the one value of the counterexample', async () => {
    const found = (await judge(noAnchors)).clauses.find(({ id }) => id === 'request.clientId.pattern')?.counterexample
    const replay = decodeValidatorReplay(found?.replay ?? '')
    if (replay._tag === 'Left') throw new Error(replay.left)
    const again = await verifyValidator(noAnchors, { name: 'x', seed: 2, replay: replay.right })
    expect(again.clauses.map(({ id, exercised, status }) => [id, exercised, status])).toEqual([
      ['request.clientId.pattern', 1, 'failed']
    ])
    expect(again.clauses[0]?.counterexample?.value).toBe(found?.value)
    const beside = { ...noAnchors, isUserPoolId: UserPoolId.is }
    expect((await verifyValidator(beside, { name: 'x', seed: 2, replay: replay.right })).notes).toEqual([])
    const mended = await verifyValidator({ ClientId }, { name: 'x', seed: 2, replay: replay.right })
    expect(mended.verdict).toBe('passed')
  })

  test('of a part that is not exported is inconclusive', async () => {
    const replay = { clause: 'request.clientId.pattern', shown: 'ClientId', value: { ClientId: '' } } as const
    const { verdict, because } = await verifyValidator({ UserPoolId }, { name: 'x', seed: 1, replay })
    expect([verdict, because]).toEqual(['inconclusive', 'the counterexample is about ClientId, which is not exported'])
  })

  test.each([{ shown: 'ClientID' }, { clause: 'client.total' }, { shown: undefined }])(
    'with %j is not known',
    (change) => {
      const token = encodeToken('validator', { clause: 'validator.total', shown: 'request', value: 1, ...change })
      expect(decodeValidatorReplay(token)._tag).toBe('Left')
    }
  )

  test('gives back every value that JSON can hold, and is refused for every other', () => {
    const base = { clause: 'validator.total', shown: 'request' } as const
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text)
        const token = encodeValidatorReplay({ ...base, value })
        expect(decodeValidatorReplay(token ?? '')).toEqual({ _tag: 'Right', right: { ...base, value } })
      })
    )
    for (const value of [undefined, { ClientId: undefined }, { toString: () => 'a' }, 1n, [undefined], new Date(0)]) {
      expect(encodeValidatorReplay({ ...base, value })).toBeUndefined()
    }
  })
})

test('bail ends the run at the first broken MUST, and goes past one that the baseline knows', async () => {
  const options = { name: 'x', seed: 1, runs: 50, bail: true }
  const noAnchors = { ClientId: /^[\w+]+/ }
  const stopped = await verifyValidator(noAnchors, options)
  expect(stopped.clauses.filter(({ status }) => status === 'failed')).toHaveLength(1)
  expect(stopped.clauses.map(({ reason }) => reason)).toContain('the run stopped at the first broken MUST (--bail)')
  const clause = stopped.clauses.find(({ status }) => status === 'failed')?.id ?? ''
  const baseline = { knownFailures: [{ clause, reason: 'issue 7' }] }
  const further = await verifyValidator(noAnchors, { ...options, baseline })
  expect(further.clauses.filter(({ status }) => status === 'failed').length).toBeGreaterThan(1)
})
