/**
 * Replay tokens: a counterexample as text, for any later version. Version 1 is JSON in base64url behind `1.`.
 */
import { type Either, left, right } from '../../../contract/Either.js'
import { type TestCase, type Step } from '../../../generators/TestCase.js'
import { type ClauseId, clauseIds, clausesThatBind } from '../../../clauses/index.js'

/** A server's counterexample. */
export interface Replay {
  /** The clause that it breaks. */
  readonly clause: ClauseId
  /** What is sent, in order. */
  readonly steps: TestCase
}

type Members = Readonly<Record<string, unknown>>

const isText = (u: unknown): boolean => typeof u === 'string'
const isFlag = (u: unknown): boolean => typeof u === 'boolean'
const isCount = (u: unknown): boolean => Number.isInteger(u) && Number(u) >= 0

const optional =
  (is: (u: unknown) => boolean) =>
  (u: unknown): boolean =>
    u === undefined || is(u)

const isObject = (u: unknown): u is Members => typeof u === 'object' && u !== null && !Array.isArray(u)

const isEncoding = (u: unknown): boolean => u === 'utf-16le' || u === 'utf-16be' || u === 'utf-32le'

const isChange = (u: unknown): boolean =>
  isObject(u) && (u['op'] === 'addUserPoolClientSecret' || u['op'] === 'deleteUserPoolClientSecret')

const isHeaders = (u: unknown): boolean => isObject(u) && Object.values(u).every(isText)

/** More than any probe repeats. */
const MAX_TIMES = 1000

/** What each step must have. */
const shapes: Readonly<Record<Step['op'], Readonly<Record<string, (u: unknown) => boolean>>>> = {
  list: {
    body: isText,
    method: optional(isText),
    headers: optional(isHeaders),
    base64: optional(isFlag),
    encoding: optional(isEncoding)
  },
  together: {
    lists: (u) => Array.isArray(u) && u.every((one) => isObject(one) && one['op'] === 'list' && isStep(one)),
    changes: optional((u) => Array.isArray(u) && u.every((one) => isChange(one) && isStep(one)))
  },
  repeat: {
    times: (u) => isCount(u) && Number(u) <= MAX_TIMES,
    steps: (u) => Array.isArray(u) && u.every((one) => isStep(one) && !['together', 'repeat'].includes(one.op))
  },
  createUserPool: { pool: isText },
  deleteUserPool: { pool: isText },
  createUserPoolClient: { pool: isText, client: isText, secret: isFlag },
  deleteUserPoolClient: { client: isText },
  addUserPoolClientSecret: { client: isText, own: isFlag, value: optional(isText) },
  deleteUserPoolClientSecret: { client: isText, position: isCount }
}

const isStep = (u: unknown): u is Step => {
  if (!isObject(u)) return false
  const op = u['op']
  if (typeof op !== 'string' || !Object.hasOwn(shapes, op)) return false
  return Object.entries(shapes[op as Step['op']]).every(([name, is]) => is(u[name]))
}

/** The token that `verify --replay` takes. */
export const encodeReplay = ({ clause, steps }: Replay): string =>
  `1.${Buffer.from(JSON.stringify({ clause, steps })).toString('base64url')}`

/** The counterexample of a token, or why there is none. */
export const decodeReplay = (token: string): Either<string, Replay> => {
  if (!token.startsWith('1.')) return left('a replay token starts with "1."; copy it whole from the report')
  try {
    const { clause, steps } = JSON.parse(Buffer.from(token.slice(2), 'base64url').toString()) as {
      readonly clause: ClauseId
      readonly steps: unknown
    }
    if (!clauseIds.includes(clause))
      return left(`the token is for the clause ${String(clause)}, which is not known here`)
    if (!clausesThatBind('server').includes(clause))
      return left(`the token is for the clause ${clause}, which does not bind servers`)
    const known = Array.isArray(steps) && steps.length > 0 && steps.every(isStep)
    return known ? right({ clause, steps }) : left('the token holds steps that are not known here')
  } catch {
    return left('the token is damaged; copy it whole from the report')
  }
}
