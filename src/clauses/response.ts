/**
 * Clauses on what is answered to a good request.
 */
import { clausesOf } from './Clause.js'

const elements = { level: 'MUST', evidence: 'page', section: 'Response Elements' } as const
const introduction = { level: 'MUST', evidence: 'page', section: 'Introduction' } as const
const descriptor = { level: 'MUST', evidence: 'page', section: 'ClientSecretListDescriptorType' } as const
const protocol = { level: 'MUST', evidence: 'protocol', section: 'AWS JSON 1.1' } as const
const server = { binds: ['server'] } as const
const both = { binds: ['server', 'client'], clientLevel: 'SHOULD' } as const

export const responseClauses = clausesOf({
  'response.http.complete': {
    sentence: 'Every request is answered with one complete HTTP response.',
    ...protocol,
    section: 'HTTP',
    ...server
  },
  'response.status.ok': { sentence: 'A success has HTTP status 200.', ...elements, ...both },
  'response.contentType': {
    sentence: 'A success is application/x-amz-json-1.1.',
    ...protocol,
    ...server
  },
  'response.body.object': { sentence: 'The body of a success is a JSON object in UTF-8.', ...protocol, ...both },
  'response.clientSecrets.present': {
    sentence: 'A success has the list ClientSecrets, empty or not.',
    ...elements,
    ...both
  },
  'response.clientSecrets.atMostTwo': {
    sentence: 'There are never more than two descriptors.',
    ...introduction,
    ...both
  },
  'response.secretValue.absent': {
    sentence: 'No descriptor has a ClientSecretValue other than null.',
    ...introduction,
    ...both
  },
  'response.secret.neverRevealed': {
    sentence: 'No byte of an answer gives a secret away, in plain text or encoded, in the body, a header or an error.',
    ...introduction,
    ...server
  },
  'response.nextToken.absent': {
    sentence: 'There is no pagination token in a success, whatever its name, not even null.',
    ...introduction,
    ...server
  },
  'response.members.documented': {
    sentence: 'A success and its descriptors have the documented members and no others.',
    ...elements,
    level: 'SHOULD',
    ...server
  },
  'response.names.unique': {
    sentence: 'No object of an answer has the same name twice.',
    ...protocol,
    section: 'JSON, RFC 8259 section 4',
    level: 'SHOULD',
    ...both
  },
  'response.clientSecretId.present': {
    sentence: 'Every descriptor has its ClientSecretId, a string.',
    ...elements,
    ...server
  },
  'response.clientSecretId.length': { sentence: 'A ClientSecretId has 1 to 128 code points.', ...descriptor, ...both },
  'response.clientSecretId.unique': {
    sentence: 'No two descriptors of a client have the same ClientSecretId, even if made within one second.',
    ...elements,
    ...server
  },
  'response.clientSecretCreateDate.present': {
    sentence: 'Every descriptor has its ClientSecretCreateDate.',
    ...elements,
    ...server
  },
  'response.clientSecretCreateDate.number': {
    sentence: 'A ClientSecretCreateDate is a JSON number, not a string.',
    ...descriptor,
    ...both
  },
  'response.clientSecretCreateDate.seconds': {
    sentence: 'A ClientSecretCreateDate counts seconds, not milliseconds.',
    ...protocol,
    ...server
  },
  'response.clientSecretCreateDate.noExponent': {
    sentence: 'A ClientSecretCreateDate is written without exponent.',
    ...protocol,
    evidence: 'observed',
    level: 'SHOULD',
    ...server
  },
  'list.complete': {
    sentence: 'All secrets of the client are listed, both where there are two.',
    ...introduction,
    ...server
  },
  'list.only': { sentence: 'Nothing is listed but secrets of the client.', ...introduction, ...server },
  'list.creationSecret': {
    sentence: 'The secret that was made with the client is listed.',
    ...introduction,
    ...server
  },
  'list.generatedSecret': { sentence: 'A secret that Cognito generated on Add is listed.', ...introduction, ...server },
  'list.callerSecret': { sentence: "A caller's own secret is listed like any other.", ...introduction, ...server },
  'list.deletedSecret': { sentence: 'A deleted secret is not listed.', ...introduction, ...server },
  'list.otherClient': { sentence: "A client's list has no secret of another client.", ...introduction, ...server },
  'list.empty': { sentence: 'A client without secrets has an empty list, not an error.', ...introduction, ...server },
  'list.afterRefusedAdd': {
    sentence: 'A third Add that was refused leaves the two as they were.',
    ...introduction,
    ...server
  },
  'list.duringChanges': {
    sentence:
      'A List during a change shows every secret that the change leaves alone, and no secret that is there neither before nor after it.',
    ...introduction,
    ...server
  },
  'list.afterConcurrentChanges': {
    sentence:
      'After several changes at the same time at most two secrets are listed, and every secret whose Add succeeded is among them.',
    ...introduction,
    ...server
  },
  'list.createDate': {
    sentence: 'The date listed is the date that Add returned, to the millisecond.',
    ...elements,
    ...server
  },
  'list.currentDate': {
    sentence: 'The date listed is the time at which the secret was made, by the clock of the Date header.',
    ...elements,
    level: 'SHOULD',
    ...server,
    onlyWhenSeen: 'it is about responses with a listed secret and a Date header, and a run may see none'
  },
  'list.repeatable': {
    sentence: 'Listing again without change lists the same ids and dates.',
    ...introduction,
    ...server
  }
})
