/**
 * The details of a finding: what was asked before it, how often it was seen, how to see it again.
 */
import { describe, expect, test } from 'vitest'
import type { ClauseResult, Counterexample } from '../../src/conformance.js'
import type { Step } from '../../src/generators/TestCase.js'
import { commandOf, curlOf, moreInWords, replayOf, seenOf, stepsOf } from '../../src/report/details.js'
import { everything } from './specimen.js'

const add: Step = { op: 'addUserPoolClientSecret', client: 'a', own: true }
const list: Step = { op: 'list', body: '{}' }

const shown = (...steps: ReadonlyArray<Step>): ReadonlyArray<string> =>
  stepsOf({ probe: 'p', expected: '', received: '', steps } satisfies Counterexample)

test('calls are at the same time only where there are several', () => {
  expect(shown({ op: 'together', changes: [add], lists: [list] })).toEqual([
    "at the same time: AddUserPoolClientSecret to a, a caller's own and List {}"
  ])
  expect(shown({ op: 'together', changes: [add], lists: [] })).toEqual(["AddUserPoolClientSecret to a, a caller's own"])
  expect(shown({ op: 'together', lists: [list] })).toEqual(['List {}'])
})

const finding: Counterexample = { probe: 'p', expected: '', received: '' }

test.each<[Step, string]>([
  [{ op: 'list', body: '{"a":1}' }, 'List {"a":1}'],
  [{ op: 'list', body: '' }, 'List (empty body)'],
  [{ op: 'list', body: '', method: 'GET', headers: { a: 'b' } }, 'List GET (empty body)  with {"a":"b"}'],
  [{ op: 'list', body: '//4=', base64: true }, 'List base64 //4='],
  [{ op: 'list', body: '{}', encoding: 'utf-16le' }, 'List in utf-16le {}'],
  [{ op: 'list', body: 'ab'.repeat(151) }, `List ${'ab'.repeat(150)}… (302 characters in all)`],
  [
    { op: 'list', body: '{}', headers: { 'x-long': 'ab'.repeat(200) } },
    `List {}  with {"x-long":"${'ab'.repeat(94)}a… (413 characters in all)`
  ],
  [{ op: 'list', body: '"０"' }, 'List "０" (U+FF10)'],
  [{ op: 'createUserPool', pool: 'p' }, 'CreateUserPool as p'],
  [{ op: 'deleteUserPool', pool: 'p' }, 'DeleteUserPool p'],
  [
    { op: 'createUserPoolClient', pool: 'p', client: 'a', secret: true },
    'CreateUserPoolClient in p as a, with a secret'
  ],
  [
    { op: 'createUserPoolClient', pool: 'p', client: 'a', secret: false },
    'CreateUserPoolClient in p as a, without a secret'
  ],
  [{ op: 'deleteUserPoolClient', client: 'a' }, 'DeleteUserPoolClient a'],
  [
    { op: 'addUserPoolClientSecret', client: 'a', own: true, value: 'v' },
    "AddUserPoolClientSecret to a, a caller's own called v"
  ],
  [{ op: 'addUserPoolClientSecret', client: 'a', own: false }, 'AddUserPoolClientSecret to a, generated'],
  [{ op: 'deleteUserPoolClientSecret', client: 'a', position: 0 }, 'DeleteUserPoolClientSecret 1 of a'],
  [
    { op: 'repeat', times: 51, steps: [add, { op: 'deleteUserPoolClientSecret', client: 'a', position: 1 }] },
    "51 times: AddUserPoolClientSecret to a, a caller's own, then DeleteUserPoolClientSecret 2 of a"
  ],
  [{ op: 'together', lists: [list, list, list] }, 'at the same time: List {} and List {} and List {}']
])('a step in words: %j', (step, words) => {
  expect(shown(step)).toEqual([words])
})

test('twelve steps are shown, and the others are counted', () => {
  const steps = (n: number): ReadonlyArray<Step> => Array.from({ length: n }, () => list)
  expect(stepsOf(finding)).toEqual([])
  expect(shown(...steps(12))).toEqual(Array.from({ length: 12 }, () => 'List {}'))
  expect(shown(...steps(13)).slice(11)).toEqual(['List {}', 'and 1 more'])
  expect(stepsOf({ ...finding, steps: steps(1002) }, 1).at(-1)).toBe('and 1,001 more')
})

const result: ClauseResult = {
  id: 'list.empty',
  sentence: 'A sentence.',
  level: 'MUST',
  evidence: 'page',
  section: 'Errors',
  status: 'failed',
  exercised: 1,
  broken: 1
}

test.each<[Partial<ClauseResult>, Counterexample['again'], string]>([
  [{}, undefined, 'in 1 of 1; probe: p'],
  [{ exercised: 2000, broken: 1000 }, undefined, 'in 1,000 of 2,000; probe: p'],
  [{}, { runs: 0, failed: 0, kind: 'unknown' }, 'in 1 of 1 exchange; not sent again; probe: p'],
  [
    { exercised: 2000, broken: 1000, foundAfter: 3000 },
    { runs: 5, failed: 4, kind: 'flaky' },
    'in 1,000 of 2,000 exchanges, first after 3,000 requests; 4 of 5 when sent again: flaky; probe: p'
  ]
])('how often a clause was seen broken: %j, again %j', (counts, again, words) => {
  expect(seenOf({ ...result, ...counts }, again === undefined ? finding : { ...finding, again })).toBe(words)
})

describe('how to see it again', () => {
  test('a curl line is whole or left out, and left out where its ids are gone', () => {
    const instead = 'too long to show here; the JSON report has it, and the replay does the same'
    expect(curlOf(finding)).toBe('')
    expect(curlOf({ ...finding, curl: 'curl x' })).toBe('curl x')
    expect(curlOf({ ...finding, curl: 'curl x', curlIsStale: true })).toBe('')
    expect(curlOf({ ...finding, curl: 'c'.repeat(1000) })).toBe('c'.repeat(1000))
    expect(curlOf({ ...finding, curl: 'c'.repeat(1001) })).toBe(instead)
  })

  test.each<[string | undefined, string | undefined, string]>([
    [undefined, 'r.json', ''],
    ['1.abc', undefined, '--replay 1.abc'],
    ['c'.repeat(1001), undefined, 'too long to show here; the JSON report has it'],
    ['1.abc', 'out/r.json', '--replay out/r.json#list.empty'],
    ['1.abc', './my-report.json', '--replay ./my-report.json#list.empty'],
    ['1.abc', '-r.json', "--replay '-r.json#list.empty'"],
    ['1.abc', 'my report.json', "--replay 'my report.json#list.empty'"],
    ['1.abc', "it's;.json", "--replay 'it'\\''s;.json#list.empty'"]
  ])('the replay of token %s in file %s', (replay, file, words) => {
    const counterexample = replay === undefined ? finding : { ...finding, replay }
    expect(replayOf({ id: 'list.empty', counterexample }, file)).toBe(words)
  })

  test('a clause without a counterexample has no replay', () => {
    expect(replayOf({ id: 'list.empty' }, 'r.json')).toBe('')
  })

  test.each<[string, string]>([
    ['https://emulator:1/x', 'npx cognito-secrets-contract verify https://emulator:1/x --seed 7 --runs 1000'],
    ["http://h/?a=b'c", "npx cognito-secrets-contract verify 'http://h/?a=b'\\''c' --seed 7 --runs 1000"],
    ['http://h/\n', '--seed 7 --runs 1000'],
    ['a handler', '--seed 7 --runs 1000'],
    ['my http://h/', '--seed 7 --runs 1000']
  ])('the command for the target %j', (target, command) => {
    expect(commandOf({ ...everything, target })).toBe(command)
  })
})

test.each<[ClauseResult['symptom'], string]>([
  [undefined, ''],
  ['contentType', ' (every response that broke it had another Content-Type than it must have)'],
  ['serverError', ' (every response that broke it had a status of 500 or more)'],
  ['noList', ' (every response that broke it was a success without a list ClientSecrets)'],
  ['notJson', ' (every response that broke it was not a JSON object)'],
  ['unnamedError', ' (every response that broke it was an error without a name)'],
  ['twoNames', ' (every response that broke it named one error in its header and another in its body)']
])('why a clause fails with another: %s', (symptom, reason) => {
  const told = moreInWords({ result: symptom === undefined ? result : { ...result, symptom }, more: [result] })
  expect(told).toBe(`1 more clause fails for the same reason${reason}: list.empty`)
})

test('clauses that were broken now and then', () => {
  const again = { runs: 5, failed: 1, kind: 'flaky' } as const
  const flaky = { ...result, counterexample: { probe: '', expected: '', received: '', again } }
  const told = 'broken now and then as well, perhaps for the same reason: list.empty'
  expect(moreInWords({ result: flaky, more: [result] })).toBe(`1 more clause was ${told}`)
  expect(moreInWords({ result: flaky, more: [result, result] })).toBe(`2 more clauses were ${told}, list.empty`)
})

test('several clauses that fail with another', () => {
  const more = [result, { ...result, id: 'list.only' as const }]
  expect(moreInWords({ result: { ...result, symptom: 'notJson' }, more })).toBe(
    '2 more clauses fail for the same reason (every response that broke them was not a JSON object): list.empty, list.only'
  )
})
