/**
 * How an implementation comes to satisfy a clause, where the sentence alone does not say it. A clause that is not here
 * says what to do itself.
 */
import type { ClauseId } from './index.js'

const countCodePoints = 'Count code points, not UTF-16 units or bytes: one emoji is one.'
const asciiOnly =
  'Match the whole string, without a flag for Unicode or lines: \\w and $ of many languages take other letters, or a line feed at the end.'
const missingId = 'Treat null and an absent member alike, and name the member in the message.'
const checkType = 'Check the JSON type before anything else: no number, boolean, array or object becomes a string.'
const nothingMore =
  'Validate by length and pattern alone. An id that meets both but is of nobody is a ResourceNotFoundException.'
const lookUp = 'Look the client up by both ids, and answer the same for one that never was and one that is gone.'
const mapStatus = 'Set the HTTP status by the name of the error, in the one place where errors are written.'
const parseFirst = 'Catch what the parser throws, and answer with a named error before you read a member.'
const ownList = 'Build the answer from the two documented members of each secret that is stored; copy no other.'
const oneStep =
  'Make each change one atomic step, and read the list in one step, too: a lock or a transaction for each client.'
const storeDate =
  'Store the date once, when the secret is made, with its milliseconds, and write it from there each time.'
const secondsDate = 'Write milliseconds since 1970 divided by 1000, as a plain decimal such as 1700000000.123.'
const readMembers = 'Read members by name from the parsed object; refuse none that you do not know.'
const oneKey = 'Keep secrets under the id of their client, and read by that key alone.'
const readName =
  'Look in the header x-amzn-errortype, then in the members code and __type, and cut the namespace before # and all from the first colon.'

export const toSatisfy: Readonly<Partial<Record<ClauseId, string>>> = {
  'request.clientId.required': missingId,
  'request.clientId.type': checkType,
  'request.clientId.minLength': 'Check the length before you look the id up: empty is ill-formed, not unknown.',
  'request.clientId.maxLength': countCodePoints,
  'request.clientId.pattern': asciiOnly,
  'request.clientId.accepted': nothingMore,
  'request.userPoolId.required': missingId,
  'request.userPoolId.type': checkType,
  'request.userPoolId.minLength': 'Check the length before you look the id up: empty is ill-formed, not unknown.',
  'request.userPoolId.maxLength': countCodePoints,
  'request.userPoolId.pattern': asciiOnly,
  'request.userPoolId.accepted': nothingMore,
  'request.unknownMembers.ignored': readMembers,
  'request.nextToken.tolerated': readMembers,
  'request.headers.caseInsensitive': 'Turn header names to lower case before you look one up.',
  'request.contentType.parametersIgnored':
    'Cut Content-Type at the first semicolon, trim it and turn it to lower case before you compare.',
  'request.body.chunked': 'Read the body until the stream ends; do not rely on Content-Length.',
  'request.body.empty': 'Parse a body of no bytes as {}, and go on to the checks of the ids.',
  'request.body.malformed': parseFirst,
  'request.body.notObject':
    'Check after parsing that you have an object: null, arrays, strings and numbers are JSON, too.',
  'request.body.hostile':
    'Limit the size of a body, decode UTF-8 strictly, and read JSON without recursion of your own.',
  'request.operation.unknown': 'Compare the whole of X-Amz-Target, service and operation, with what you serve.',
  'request.method.post': 'Check the method before the target, and answer any other with an error.',
  'response.http.complete': 'Catch whatever a handler throws, and answer it with an InternalServerException.',
  'response.body.object': 'Encode the body as UTF-8 without a byte order mark.',
  'response.contentType': 'Set the header yourself: frameworks put application/json where they serialise.',
  'response.clientSecrets.present': 'Write [] for a client without secrets; do not drop an empty list.',
  'response.clientSecrets.atMostTwo':
    'Refuse the third Add with a LimitExceededException, in the same step in which you would store it.',
  'response.secretValue.absent': ownList,
  'response.secret.neverRevealed': `${ownList} Quote no stored value in an error, a header or a log.`,
  'response.nextToken.absent': 'Leave the member out: a serialiser that writes null for it breaks this clause.',
  'response.members.documented': ownList,
  'response.clientSecretId.unique': 'Take ids from a random source or a counter, not from the time in seconds.',
  'response.clientSecretCreateDate.number':
    'Convert the date before you serialise: JSON libraries write dates as ISO 8601 strings.',
  'response.clientSecretCreateDate.seconds': secondsDate,
  'response.clientSecretCreateDate.noExponent': secondsDate,
  'list.complete': oneKey,
  'list.only': oneKey,
  'list.creationSecret': 'Store the secret that is made with a client in the same list as those that Add makes.',
  'list.otherClient': oneKey,
  'list.afterRefusedAdd': 'Check the limit before you store, in the same step.',
  'list.duringChanges': oneStep,
  'list.afterConcurrentChanges': oneStep,
  'list.createDate': storeDate,
  'list.currentDate': 'Use one clock in milliseconds for the date of a secret and for the Date header.',
  'list.repeatable': storeDate,
  'error.notFound.pool': lookUp,
  'error.notFound.client': lookUp,
  'error.notFound.otherPool': lookUp,
  'error.notFound.deletedClient': lookUp,
  'error.notFound.deletedPool': 'Delete the clients with their pool, or look for the pool first.',
  'error.notFound.status': mapStatus,
  'error.invalidParameter.status': mapStatus,
  'error.internalServer.status': mapStatus,
  'error.limitExceeded.status': mapStatus,
  'error.tooManyRequests.status': mapStatus,
  'error.body.object': 'Turn off error pages of the framework and the proxy, or write JSON in their place.',
  'error.contentType': 'Set the header for errors, too, not only for successes.',
  'error.invalidParameter.wording':
    'Collect all violations before you answer. validateRequest and validationMessage of this package write the text.',
  'error.notFound.wording':
    'Write "User pool … does not exist." or "User pool client … does not exist.", with the id asked for.',
  'validator.total':
    'Check the type of a value before you use it; expect null, symbols, proxies and getters that throw.',
  'validator.allViolations': 'Go on after the first violation, and collect.',
  'validator.agrees': 'Derive all four from one description of the constraints.',
  'client.total': 'Treat what you cannot read as an error of its own, whatever its status and body.',
  'client.secretValue.contained':
    'Copy the documented members out of an answer; put neither the answer nor its text into an error.',
  'client.unknownMembers.ignored': readMembers,
  'client.nullMembers.absent': 'Treat null and an absent member alike.',
  'client.order.free': 'Find the newest secret by its date, never by its place.',
  'client.createDate.exact': 'Read the number as it is, multiply by 1000 and round once.',
  'client.errorType.anywhere': readName,
  'client.errorType.precedence': readName,
  'client.errorType.stripped': readName,
  'client.errors.documented': 'Choose by the name of the error, not by the HTTP status.',
  'client.errors.open': 'Keep a case for every other error, with its name and status.',
  'client.request.refused': 'Validate both ids before you build the request.'
}
