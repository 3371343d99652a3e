/**
 * Arbitraries for your own property-based tests of servers, clients and validators.
 */
export {
  answerCase,
  bareErrorAnswer,
  documentedErrorAnswers,
  errorAnswer,
  illegalAnswer,
  listingAnswer
} from './answers.js'
export { malformedBody, notObjectBody, rawBody } from './bodies.js'
export { clientId, type NearMiss, nearMissClientId, nearMissUserPoolId, userPoolId } from './ids.js'
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
