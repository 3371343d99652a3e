/**
 * Replay tokens of validators: one value, and which export is asked about it.
 */
import * as t from 'io-ts'
import { stringify } from 'fast-check'
import type { ClauseId } from '../../clauses/index.js'
import type { Either } from '../../contract/Either.js'
import { clauseIdOf, decodeToken, encodeToken } from '../shared/replayToken.js'

/** A validator's counterexample. */
export interface ValidatorReplay {
  /** The clause that it breaks. */
  readonly clause: ClauseId
  /** Which export is asked. */
  readonly shown: 'ClientId' | 'UserPoolId' | 'request'
  /** What it is asked about. */
  readonly value: unknown
}

const Token = t.type({
  clause: clauseIdOf('validator'),
  shown: t.keyof({ ClientId: null, UserPoolId: null, request: null }),
  value: t.unknown
})

/** `undefined` for a value that JSON cannot hold, such as one with a method. */
export const encodeValidatorReplay = (replay: ValidatorReplay): string | undefined => {
  try {
    const again: unknown = JSON.parse(JSON.stringify(replay.value))
    return stringify(again) === stringify(replay.value) ? encodeToken('validator', replay) : undefined
  } catch {
    return undefined
  }
}

/** The counterexample of a token, or why there is none. */
export const decodeValidatorReplay = (token: string): Either<string, ValidatorReplay> =>
  decodeToken('validator', Token, token)
