/**
 * The operations that set the scene, asked of the target or of fixtures.
 */
import { header } from '../../../protocol/index.js'
import { textAt } from '../scene/sceneReadings.js'
import type { Connection, Outcome } from './Connection.js'
import type { Fixtures } from './Fixtures.js'
import { operationRequest } from './operationRequest.js'
import { within } from './pace.js'

/** An answer of an operation that sets the scene. */
export interface SceneAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  /** For notes: the error's name, or why there is no answer. */
  readonly problem: string | undefined
  /** Whether an earlier try ended in a server error: it may have been carried out. */
  readonly isUnsure?: boolean
  /** Whether a Content-Encoding hides the body. */
  readonly isHidden?: boolean
  /** Epoch seconds by the target's own clock: its Date header. */
  readonly date?: number
}

/** How many times as long these operations may take: some servers make a key for every pool. */
const PATIENCE = 3

/** What fixtures must give back for a case to go on. */
const MADE: Readonly<Partial<Record<string, readonly [object: string, id: string]>>> = {
  CreateUserPool: ['UserPool', 'Id'],
  CreateUserPoolClient: ['UserPoolClient', 'ClientId']
}

const sceneAnswer = (outcome: Outcome): SceneAnswer => {
  if ('failure' in outcome) return { status: 0, body: {}, problem: outcome.failure }
  const { status, errorType = 'an unnamed error', body = {}, hiddenBy } = outcome.answer
  const date = Date.parse(header(outcome.response.headers, 'date') ?? '') / 1000
  return {
    status,
    body,
    problem: status >= 200 && status < 300 ? undefined : `${errorType}, HTTP ${status}`,
    ...(hiddenBy === undefined ? {} : { isHidden: true }),
    ...(Number.isNaN(date) ? {} : { date })
  }
}

export const callTarget = async (send: Connection['send'], operation: string, input: object): Promise<SceneAnswer> => {
  let isUnsure = false
  const { outcome } = await send(operationRequest(operation, input), PATIENCE, (attempt) => {
    isUnsure ||= 'answer' in attempt && attempt.answer.status === 500
  })
  return { ...sceneAnswer(outcome), ...(isUnsure ? { isUnsure } : {}) }
}

/** What fixtures made, as JSON would carry it. What they throw is the answer's problem. */
export const callFixtures = async (
  make: Fixtures,
  timeoutMs: number,
  operation: string,
  input: object
): Promise<SceneAnswer> => {
  try {
    const made = await within(timeoutMs * PATIENCE, async () => make(operation, { ...input }))
    const body = JSON.parse(JSON.stringify(made ?? {})) as SceneAnswer['body']
    const expected = MADE[operation]
    return {
      status: 200,
      body,
      problem:
        expected === undefined || textAt(body, ...expected) !== undefined
          ? undefined
          : `the fixture returned ${made ? 'another value' : String(made)}; expected { ${expected[0]}: { ${expected[1]} } }`
    }
  } catch (error) {
    return { status: 0, body: {}, problem: error instanceof Error ? `${error.name}: ${error.message}` : 'it threw' }
  }
}
