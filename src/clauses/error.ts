/**
 * Clauses on errors.
 */
import { clausesOf } from './Clause.js'

const page = { level: 'MUST', evidence: 'page' } as const
const errors = { ...page, section: 'Errors' } as const
const protocol = { level: 'MUST', evidence: 'protocol', section: 'AWS JSON 1.1, errors' } as const
const server = { binds: ['server'] } as const
const bodiless = 'errors may come without a body'
const unprovoked = 'a request cannot make a server fail or throttle on purpose'

export const errorClauses = clausesOf({
  'error.notFound.pool': { sentence: 'An unknown user pool is a ResourceNotFoundException.', ...errors, ...server },
  'error.notFound.client': { sentence: 'An unknown app client is a ResourceNotFoundException.', ...errors, ...server },
  'error.notFound.otherPool': {
    sentence: 'A client asked for through another pool is a ResourceNotFoundException.',
    ...errors,
    section: 'Request Parameters, UserPoolId',
    ...server
  },
  'error.notFound.deletedClient': {
    sentence: 'A deleted client is a ResourceNotFoundException.',
    ...errors,
    ...server
  },
  'error.notFound.deletedPool': {
    sentence: 'A client of a deleted pool is a ResourceNotFoundException.',
    ...errors,
    ...server
  },
  'error.notFound.status': {
    sentence: 'A ResourceNotFoundException has HTTP status 400.',
    ...errors,
    ...server
  },
  'error.invalidParameter.status': {
    sentence: 'An InvalidParameterException has HTTP status 400.',
    ...errors,
    ...server
  },
  'error.internalServer.status': {
    sentence: 'An InternalServerException has HTTP status 500.',
    ...errors,
    ...server,
    onlyWhenSeen: unprovoked
  },
  'error.limitExceeded.status': {
    sentence: 'A LimitExceededException has HTTP status 400.',
    ...errors,
    ...server,
    onlyWhenSeen: unprovoked
  },
  'error.tooManyRequests.status': {
    sentence: 'A TooManyRequestsException has HTTP status 400.',
    ...errors,
    ...server,
    onlyWhenSeen: unprovoked
  },
  'error.body.object': {
    sentence: 'The body of an error is a JSON object, or empty.',
    ...protocol,
    ...server
  },
  'error.contentType': {
    sentence: 'An error with a body is application/x-amz-json-1.1.',
    ...protocol,
    ...server,
    onlyWhenSeen: bodiless
  },
  'error.type.present': {
    sentence: 'An error names its type in x-amzn-errortype, code or __type.',
    ...protocol,
    ...server
  },
  'error.type.consistent': {
    sentence: 'An error that names its type in several places has the same name in all of them.',
    ...protocol,
    level: 'SHOULD',
    ...server,
    onlyWhenSeen: 'an error may name its type in one place only'
  },
  'error.message.string': {
    sentence: 'The message and the reason code of an error are strings if they are there.',
    ...errors,
    ...server,
    onlyWhenSeen: bodiless
  },
  'error.message.present': {
    sentence: 'An error explains itself in message or Message.',
    ...protocol,
    level: 'SHOULD',
    ...server
  },
  'error.invalidParameter.wording': {
    sentence:
      'The message of an InvalidParameterException names every violation in the words of Cognito, in any order.',
    level: 'SHOULD',
    evidence: 'observed',
    section: 'public threads, see the register of sources',
    binds: ['validator', 'server']
  },
  'error.notFound.wording': {
    sentence: 'The message of a ResourceNotFoundException says which pool or client does not exist.',
    level: 'SHOULD',
    evidence: 'observed',
    section: 'public threads, see the register of sources',
    ...server
  }
})
