/**
 * One look at a target that has not yet listed anything: whether the credentials, the given ids or the operation itself
 * are what it refuses. Such a target is not broken, and nothing about it is judged.
 */
import { ORDINARY } from '../../../generators/probes/Probe.js'
import { OPERATION } from '../../../protocol/index.js'
import { credentialsRefused } from './credentialsRefused.js'
import type { ClientIds } from '../scene/secretCalls.js'
import { type Look, lookAt } from './Look.js'
import type { Session } from './Session.js'

export interface Preflight {
  /** The ids of a client that exists: given, or just made. */
  readonly existing: ClientIds | undefined
  /** Whether the existing ids were given by the caller, who may be wrong. */
  readonly isGiven: boolean
  /** Which credentials sign the requests, for people: never a credential itself. */
  readonly credentials: string | undefined
}

/** Ids that the operation must refuse: who the caller is and what it may do is decided before them. */
const ILL_FORMED: ClientIds = { UserPoolId: 'us-east-1-Nobody123', ClientId: '1h57kf5cpq17m0eml12-example' }

/** As long as the real name, so that lengths in an answer agree as well. */
const UNKNOWN_OPERATION = 'ListUserPoolClientSecretz'

/** Errors that only the operation itself answers. */
const isItsOwn = ({ errorType }: Look): boolean =>
  errorType === 'InvalidParameterException' || errorType === 'ResourceNotFoundException'

/** Names of errors of a target that does not know the operation at all. */
const NOT_IMPLEMENTED =
  /^(?:not_?implemented|unimplemented|unknown_?(?:operation|action|method)|unsupported|(?:operation|action)_?not_?(?:supported|implemented|found)|not_?supported|invalid_?(?:action|operation)|unrecognized_?operation|no_?such_?operation)/i

const saysNotImplemented = ({ status, errorType = '' }: Look): boolean =>
  status === 501 || NOT_IMPLEMENTED.test(errorType)

const refusedCredentials = async (
  session: Session,
  look: Look,
  { existing, credentials }: Preflight
): Promise<string | undefined> => {
  const refused = credentialsRefused(look)
  if (refused === undefined) return undefined
  if (!refused.isCertain && existing === undefined) {
    // some servers wrongly say so of a pool that does not exist: then the form of ids is still checked
    const other = await lookAt(session, ILL_FORMED)
    if (other === undefined || credentialsRefused(other) === undefined) return undefined
  }
  const used = credentials === undefined ? '' : ` The requests were signed with ${credentials}.`
  const what = refused.kind === 'authentication' ? 'the credentials' : 'the caller permission'
  return `the target refused ${what}: it answered ${OPERATION} with ${look.short}.${used} ${refused.advice}`
}

const absence = async (session: Session, look: Look, ids: ClientIds): Promise<string | undefined> => {
  if (saysNotImplemented(look)) {
    const other = await lookAt(session, ILL_FORMED)
    return other !== undefined && isItsOwn(other)
      ? undefined
      : `the target does not implement ${OPERATION}: it answers ${look.short}`
  }
  const unknown = await lookAt(session, ids, UNKNOWN_OPERATION)
  if (look.long !== unknown?.long) return undefined
  // whoever names no error may be another service, or another path of this one
  return look.errorType === undefined
    ? `the target answers ${OPERATION} with ${look.short}, as it answers an unknown operation: it does not implement it, or something else answers at this URL. Check its host, its port and its path.`
    : `the target does not implement ${OPERATION}: it answers ${look.short}, as it answers an unknown operation`
}

/** Why nothing can be read, where a refusal is as hidden as every answer before it. */
const hiding = async (session: Session): Promise<string | undefined> => {
  await lookAt(session, ILL_FORMED)
  const hidden = session.hidden()
  return hidden?.answers === session.stats().responses ? hidden.why : undefined
}

/** Why nothing can be judged; `undefined` where the run may go on. To be asked before the target has ever listed. */
export const preflight = async (session: Session, known: Preflight): Promise<string | undefined> => {
  const ids = known.existing ?? ORDINARY
  const look = await lookAt(session, ids)
  if (look === undefined) return hiding(session)
  if (look.status === 200) return look.isList ? undefined : absence(session, look, ids)
  if (known.isGiven && look.errorType === 'ResourceNotFoundException') {
    return `the target does not know the given ids: it answered ${OPERATION} with ${look.short}. Check --user-pool-id and --client-id, and that they belong together.`
  }
  if (isItsOwn(look)) return undefined
  return (await refusedCredentials(session, look, known)) ?? (await absence(session, look, ids))
}
