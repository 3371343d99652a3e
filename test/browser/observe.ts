/**
 * Runs in a browser, on a page and in a worker: what the contract and the protocol say there.
 */
import clientIds from '../../spec/vectors/client-id.json' with { type: 'json' }
import userPoolIds from '../../spec/vectors/user-pool-id.json' with { type: 'json' }
import { ClientId, redactSecrets, UserPoolId, validateRequest } from '../../src/index.js'
import { buildRequest, decodeRequest, decodeResponse, encodeResponse } from '../../src/protocol/index.js'

export interface Observed {
  /** Vectors that were judged, and the ids among them that were judged wrongly. */
  readonly judged: number
  readonly wrong: ReadonlyArray<string>
  readonly refusal: unknown
  readonly request: unknown
  readonly response: unknown
  readonly leak: unknown
  /** Whether the policy of the page is in force here: code from text is refused. */
  readonly evalRefused: boolean
}

const IDS = { ClientId: '1example23456789', UserPoolId: 'us-east-1_Example12' }

const evalRefused = (): boolean => {
  try {
    // indirect, as a library that compiles a validator would do it
    return Function('return 1')() !== 1
  } catch {
    return true
  }
}

export const observe = (): Observed => {
  const vectors = [
    ...clientIds.vectors.map(({ id, valid }) => ({ id, isRight: ClientId.is(id) === valid })),
    ...userPoolIds.vectors.map(({ id, valid }) => ({ id, isRight: UserPoolId.is(id) === valid }))
  ]
  const refused = validateRequest({ ClientId: 'a b', UserPoolId: '' })
  const built = buildRequest(IDS)
  const stored = { ClientSecretId: 'a--1', ClientSecretCreateDate: new Date(1_700_000_000_123) }
  const listed = redactSecrets([Object.assign({ ClientSecretValue: 'hidden' }, stored)])
  const leaking = '{"ClientSecrets":[{"ClientSecretId":"a--1","ClientSecretValue":"hidden"}]}'
  return {
    judged: vectors.length,
    wrong: vectors.filter(({ isRight }) => !isRight).map(({ id }) => id),
    refusal: refused._tag === 'Left' ? refused.left.message : refused,
    request: built._tag === 'Right' ? decodeRequest(built.right) : built,
    response: decodeResponse(encodeResponse(listed)),
    leak: decodeResponse({ status: 200, headers: {}, body: leaking }),
    evalRefused: evalRefused()
  }
}
