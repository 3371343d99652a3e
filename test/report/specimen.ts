/**
 * Reports written by hand: one with something of everything, and one of a run that never began. Tests compare what each
 * format makes of them with the whole text.
 */
import type { ClauseResult, Report } from '../../src/conformance.js'
import type { TestCase } from '../../src/generators/TestCase.js'

const page = { level: 'MUST', evidence: 'page', section: 'Response Elements' } as const

const steps: TestCase = [
  { op: 'createUserPool', pool: 'p' },
  { op: 'createUserPoolClient', pool: 'p', client: 'a', secret: false },
  { op: 'list', body: '{"ClientId":"{{client:a}}"}' }
]

/** Every outcome once, and each member of a counterexample at least once. */
const clauses: ReadonlyArray<ClauseResult> = [
  {
    ...page,
    id: 'request.clientId.pattern',
    sentence: 'A ClientId that does not match its pattern is refused.',
    section: 'Request Parameters: ClientId',
    status: 'failed',
    exercised: 1200,
    broken: 1100,
    foundAfter: 1,
    symptom: 'unnamedError',
    counterexample: {
      probe: 'ill-formed ClientId',
      expected: 'InvalidParameterException',
      received: 'HTTP 400 without a name',
      steps: [{ op: 'list', body: '{"ClientId":"a b"}' }],
      request: {
        start: 'POST /',
        headers: { 'content-type': 'application/x-amz-json-1.1' },
        body: '{"ClientId":"a b"}'
      },
      response: { start: 'HTTP 400', headers: {}, body: '' },
      curl: 'printf a \\\n| curl --data-binary @- http://127.0.0.1:9229/',
      curlIsStale: false,
      replay: '1.abc',
      again: { runs: 5, failed: 5, kind: 'deterministic' }
    }
  },
  {
    ...page,
    id: 'request.clientId.required',
    sentence: 'A ClientId is required.',
    section: 'Request Parameters: ClientId',
    status: 'failed',
    exercised: 1,
    broken: 1,
    foundAfter: 2000,
    symptom: 'unnamedError'
  },
  {
    ...page,
    id: 'response.nextToken.absent',
    sentence: 'There is no pagination token.',
    status: 'passed',
    exercised: 12,
    broken: 0
  },
  {
    ...page,
    id: 'response.secretValue.absent',
    sentence: 'No descriptor has a ClientSecretValue.',
    status: 'failed',
    exercised: 3,
    broken: 2,
    counterexample: {
      probe: 'lives of clients',
      expected: 'no ClientSecretValue',
      received: 'ClientSecretValue: a string of 40 characters',
      value: '"０"',
      steps,
      request: { start: 'POST /', headers: {}, body: '{"ClientId":"x"}' },
      curl: 'curl http://127.0.0.1:9229/',
      curlIsStale: true,
      replay: '1.def',
      again: { runs: 5, failed: 0, kind: 'flaky' }
    }
  },
  {
    ...page,
    id: 'response.clientSecretId.unique',
    sentence: 'No two secrets have the same id.',
    level: 'SHOULD',
    evidence: 'observed',
    status: 'warned',
    exercised: 7,
    broken: 1,
    counterexample: {
      probe: 'lives of clients',
      expected: 'two ids',
      received: 'one id & its <copy>',
      response: { start: 'HTTP 200', headers: { 'X-A': 'b' }, body: '' }
    }
  },
  {
    ...page,
    id: 'list.empty',
    sentence: 'A client without secrets has an empty list.',
    status: 'failed',
    exercised: 4,
    broken: 4,
    known: 'issue 17: the list is null',
    counterexample: {
      probe: 'clients that exist',
      expected: 'an empty list',
      received: 'null',
      steps: [{ op: 'list', body: '' }],
      again: { runs: 0, failed: 0, kind: 'unknown' }
    }
  },
  {
    ...page,
    id: 'list.only',
    sentence: 'A list has no secret that was deleted.',
    status: 'untested',
    exercised: 0,
    broken: 0,
    reason: 'DeleteUserPoolClientSecret failed',
    excused: false
  },
  {
    ...page,
    id: 'list.repeatable',
    sentence: 'Two lists are alike.',
    level: 'SHOULD',
    status: 'untested',
    exercised: 0,
    broken: 0,
    reason: 'DeleteUserPoolClientSecret failed'
  },
  {
    ...page,
    id: 'error.limitExceeded.status',
    sentence: 'LimitExceededException has HTTP status 400.',
    section: 'Errors',
    status: 'untested',
    exercised: 0,
    broken: 0,
    reason: 'to be judged only when seen',
    excused: true
  },
  {
    ...page,
    id: 'error.internalServer.status',
    sentence: 'InternalServerException has HTTP status 500.',
    section: 'Errors',
    status: 'untested',
    exercised: 0,
    broken: 0,
    excused: true
  }
]

/** A failed run with all that a report can hold. */
export const everything: Report = {
  tool: 'cognito-secrets-contract',
  formatVersion: 1,
  target: 'http://127.0.0.1:9229/',
  verdict: 'failed',
  because: '3 MUSTs were broken',
  causes: [{ reason: 'DeleteUserPoolClientSecret failed', clauses: ['list.only', 'list.repeatable'] }],
  clauses,
  seed: 7,
  runs: 1000,
  requests: 12345,
  retries: 1001,
  startedAt: '2026-07-25T17:20:30.456Z',
  durationMs: 61_240,
  notes: ['DeleteUserPoolClientSecret failed: AccessDenied, HTTP 400 (2 times)', 'CreateUserPool: no Name'],
  leftBehind: [
    { kind: 'user pool', id: 'p_1', reason: 'kept' },
    { kind: 'app client', id: 'c1', pool: 'p_1', reason: 'kept' }
  ],
  baselineProblems: ['list.complete is in the baseline, but it holds']
}

/** Nothing was tested, for one reason. */
export const silent: Report = {
  ...everything,
  verdict: 'inconclusive',
  because: 'unreachable: connect ECONNREFUSED',
  causes: [{ reason: 'unreachable: connect ECONNREFUSED', clauses: ['list.only'] }],
  clauses: clauses.slice(6, 7).map((result) => ({ ...result, reason: 'unreachable: connect ECONNREFUSED' })),
  requests: 1,
  retries: 0,
  notes: [],
  leftBehind: [],
  baselineProblems: []
}

/** Everything held. */
export const passed: Report = {
  ...everything,
  verdict: 'passed',
  because: 'every MUST was tested and held',
  causes: [],
  clauses: clauses.slice(2, 3),
  requests: 0,
  notes: [],
  leftBehind: [],
  baselineProblems: []
}

/** What a validator got wrong: a value, and nothing that was sent. */
export const ofValidator: ClauseResult = {
  ...page,
  id: 'validator.agrees',
  sentence: 'A validator accepts what the contract accepts.',
  section: 'Request Parameters',
  status: 'failed',
  exercised: 9,
  broken: 1,
  counterexample: {
    probe: 'ids',
    expected: 'true for every id that the pattern of the page matches',
    received: 'false',
    value: '"a+b"',
    replay: 'validator.1.abc'
  }
}
