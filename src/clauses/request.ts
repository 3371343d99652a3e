/**
 * Clauses on what is asked.
 */
import { clausesOf } from './Clause.js'

const clientId = { level: 'MUST', evidence: 'page', section: 'Request Parameters, ClientId' } as const
const userPoolId = { level: 'MUST', evidence: 'page', section: 'Request Parameters, UserPoolId' } as const
const protocol = { level: 'MUST', evidence: 'protocol', section: 'AWS JSON 1.1' } as const
const everyone = { binds: ['validator', 'server'] } as const
const server = { binds: ['server'] } as const

export const requestClauses = clausesOf({
  'request.clientId.required': {
    sentence: 'A request without ClientId, or with null for it, is an InvalidParameterException.',
    ...clientId,
    ...everyone
  },
  'request.clientId.type': {
    sentence: 'A ClientId of another JSON type than string is refused, never coerced.',
    ...clientId,
    ...everyone
  },
  'request.clientId.minLength': {
    sentence: 'An empty ClientId is an InvalidParameterException.',
    ...clientId,
    ...everyone
  },
  'request.clientId.maxLength': {
    sentence: 'A ClientId of more than 128 code points is an InvalidParameterException.',
    ...clientId,
    ...everyone
  },
  'request.clientId.pattern': {
    sentence: 'A ClientId with anything but ASCII letters, digits, _ and + is an InvalidParameterException.',
    ...clientId,
    ...everyone
  },
  'request.clientId.accepted': {
    sentence: 'A ClientId that meets its constraints is never an InvalidParameterException, however unusual.',
    ...clientId,
    ...everyone
  },
  'request.userPoolId.required': {
    sentence: 'A request without UserPoolId, or with null for it, is an InvalidParameterException.',
    ...userPoolId,
    ...everyone
  },
  'request.userPoolId.type': {
    sentence: 'A UserPoolId of another JSON type than string is refused, never coerced.',
    ...userPoolId,
    ...everyone
  },
  'request.userPoolId.minLength': {
    sentence: 'An empty UserPoolId is an InvalidParameterException.',
    ...userPoolId,
    ...everyone
  },
  'request.userPoolId.maxLength': {
    sentence: 'A UserPoolId of more than 55 code points is an InvalidParameterException.',
    ...userPoolId,
    ...everyone
  },
  'request.userPoolId.pattern': {
    sentence:
      'A UserPoolId that is not ASCII letters, digits, _ and -, then _, then letters and digits to its end, is an InvalidParameterException.',
    ...userPoolId,
    ...everyone
  },
  'request.userPoolId.accepted': {
    sentence: 'A UserPoolId that meets its constraints is never an InvalidParameterException, region-shaped or not.',
    ...userPoolId,
    ...everyone
  },
  'request.unknownMembers.ignored': {
    sentence: 'Members that the operation does not know change nothing.',
    ...protocol,
    ...everyone
  },
  'request.nextToken.tolerated': {
    sentence: 'A NextToken in the request, which the SDK model allows, changes nothing.',
    ...protocol,
    ...everyone
  },
  'request.headers.caseInsensitive': {
    sentence: 'Header names are read in any case.',
    ...protocol,
    section: 'HTTP, field names',
    ...server
  },
  'request.contentType.parametersIgnored': {
    sentence: 'The media type in Content-Type is read in any case, and parameters after it change nothing.',
    ...protocol,
    ...server
  },
  'request.body.chunked': {
    sentence: 'A body that is sent in chunks is read to its end, or refused with HTTP status 411 or 501.',
    ...protocol,
    // every HTTP/1.1 server must, but no client of AWS ever sends chunks
    level: 'SHOULD',
    section: 'HTTP/1.1, RFC 9112 section 7.1',
    ...server
  },
  'request.body.empty': {
    sentence: 'An empty body counts as an empty object: both ids are missing.',
    ...protocol,
    ...server
  },
  'request.body.malformed': {
    sentence: 'A body that is not JSON is refused with HTTP status 400 and a named error.',
    ...protocol,
    ...server
  },
  'request.body.notObject': {
    sentence: 'A body whose JSON is not an object is refused with HTTP status 400 and a named error.',
    ...protocol,
    ...server
  },
  'request.body.hostile': {
    sentence:
      'A body on which the sources are silent (deep, large, ambiguous, not UTF-8) is answered or refused, never a crash.',
    ...protocol,
    level: 'SHOULD',
    ...server
  },
  'request.body.serializationException': {
    sentence: 'A body that cannot be read, or a member of a wrong JSON type, is named SerializationException.',
    ...protocol,
    level: 'SHOULD',
    evidence: 'observed',
    ...server
  },
  'request.operation.unknown': {
    sentence: 'A target that names no operation is refused as an UnknownOperationException.',
    ...protocol,
    level: 'SHOULD',
    ...server
  },
  'request.method.post': {
    sentence: 'Only POST calls the operation.',
    ...protocol,
    level: 'SHOULD',
    ...server
  }
})
