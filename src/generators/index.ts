/**
 * Arbitraries for your own property-based tests of servers, clients and validators.
 *
 * @module arbitraries
 */
export type { ExpectedOutcome, ResponseSample, Trait } from '../laws/client/ResponseSample.js'
export { responseSample } from './responseSample.js'
export { malformedBody, notObjectBody, rawBody } from './bodies.js'
export { bareErrorAnswer, documentedErrorAnswers, errorAnswer } from './errorAnswers.js'
export { clientId, type NearMiss, nearMissClientId, nearMissUserPoolId, userPoolId } from './ids.js'
export { illegalAnswer } from './illegalAnswers.js'
export { listingAnswer } from './listingAnswers.js'
export {
  almostRequest,
  anything,
  clientSecret,
  clientSecretId,
  clientSecretListDescriptorType,
  listUserPoolClientSecretsError,
  listUserPoolClientSecretsRequest,
  listUserPoolClientSecretsResponse,
  storedClientSecret,
  timestamp
} from './values.js'
