/**
 * Whether an answer refuses the caller instead of the request.
 */
import { OPERATION } from '../../../protocol/index.js'
import type { Look } from './Look.js'

export interface CredentialsRefused {
  /** Who the caller is was not accepted, or what the caller may do. */
  readonly kind: 'authentication' | 'authorization'
  /** Whether nothing but missing rights can be meant. */
  readonly isCertain: boolean
  /** What to do, in a sentence. */
  readonly advice: string
}

const SET =
  'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN for temporary credentials) to credentials that the target accepts.'

const RENEW = 'Renew the credentials: they have expired.'

const CLOCK = 'Check the clock of this machine.'

const SIGNATURE =
  'Check that the secret access key belongs to the access key id, that --region is right and that this clock is.'

const PERMISSION = `Give the credentials the permission cognito-idp:${OPERATION}.`

/** Names of errors in lower case, without the `Exception` or `Error` that some servers leave out. */
const AUTHENTICATION: ReadonlyArray<readonly [names: RegExp, advice: string]> = [
  [/^(?:expiredtoken|tokenexpired|credentialsexpired)$/, RENEW],
  [/^(?:requestexpired|requesttimetooskewed|requestinthefuture)$/, CLOCK],
  [/^(?:signaturedoesnotmatch|invalidsignature|incompletesignature|signatureverificationfailed)$/, SIGNATURE],
  [/^(?:unrecognizedclient|unknownclient|invalidclienttokenid|invalidclienttoken|invalidaccesskeyid)$/, SET],
  [/^(?:missingauthenticationtoken|missingauthentication|invalidtoken|invalidsecuritytoken)$/, SET],
  [/^(?:authfailure|authenticationfailed|unauthenticated|invalidcredentials|optinrequired|subscriptionrequired)$/, SET]
]

const AUTHORIZATION = /^(?:accessdenied|notauthorized|unauthorized|unauthorizedoperation|unauthorizedaccess|forbidden)$/

/** How IAM says that a permission is missing. */
const NO_PERMISSION = /not authorized to perform|no identity-based policy|explicit deny/i

/** `undefined` where the answer is about something else. */
export const credentialsRefused = ({ status, errorType = '', message }: Look): CredentialsRefused | undefined => {
  const name = errorType.toLowerCase().replace(/(?:exception|error|fault)$/, '')
  const found = AUTHENTICATION.find(([names]) => names.test(name))
  if (found !== undefined) return { kind: 'authentication', isCertain: true, advice: found[1] }
  if (AUTHORIZATION.test(name)) {
    return { kind: 'authorization', isCertain: NO_PERMISSION.test(message), advice: PERMISSION }
  }
  // a status by itself says what a name would have said
  if (name !== '') return undefined
  if (status === 401) return { kind: 'authorization', isCertain: false, advice: SET }
  return status === 403 ? { kind: 'authorization', isCertain: false, advice: PERMISSION } : undefined
}
