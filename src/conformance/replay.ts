/**
 * Replay tokens: a counterexample as text, for any later version. Version 1 is JSON in base64url behind `1.`.
 */
import { type Either, left, right } from '../contract/Either.js'
import { type Case, type ClauseId, clauseIds } from '../laws/index.js'

/**
 * @since 0.1.0
 */
export interface Replay {
  readonly clause: ClauseId
  readonly steps: Case
}

const OPERATIONS = [
  'list',
  'together',
  'createUserPool',
  'deleteUserPool',
  'createUserPoolClient',
  'deleteUserPoolClient',
  'addUserPoolClientSecret',
  'deleteUserPoolClientSecret'
]

/**
 * @since 0.1.0
 */
export const encodeReplay = ({ clause, steps }: Replay): string =>
  `1.${Buffer.from(JSON.stringify({ clause, steps })).toString('base64url')}`

/**
 * @since 0.1.0
 */
export const decodeReplay = (token: string): Either<string, Replay> => {
  if (!token.startsWith('1.')) return left('a replay token starts with "1."; copy it whole from the report')
  try {
    const { clause, steps } = JSON.parse(Buffer.from(token.slice(2), 'base64url').toString()) as Replay
    if (!clauseIds.includes(clause))
      return left(`the token is for the clause ${String(clause)}, which is not known here`)
    const known = Array.isArray(steps) && steps.length > 0 && steps.every(({ op }) => OPERATIONS.includes(op))
    return known ? right({ clause, steps }) : left('the token holds steps that are not known here')
  } catch {
    return left('the token is damaged; copy it whole from the report')
  }
}
