/**
 * Clauses on validators and clients beyond those that also bind servers.
 */
import { clausesOf } from './Clause.js'

const protocol = { level: 'MUST', evidence: 'protocol', section: 'AWS JSON 1.1' } as const
const errors = { level: 'MUST', evidence: 'protocol', section: 'AWS JSON 1.1, errors' } as const
const validator = { binds: ['validator'] } as const
const client = { binds: ['client'] } as const

export const libraryClauses = clausesOf({
  'validator.total': {
    sentence: 'Every value is accepted or refused; none makes the validator throw.',
    ...protocol,
    ...validator
  },
  'validator.allViolations': {
    sentence: 'A refusal names every violation, not only the first.',
    level: 'SHOULD',
    evidence: 'observed',
    section: 'public threads, see the register of sources',
    ...validator
  },
  'validator.agrees': {
    sentence: 'Guard, decoder, Standard Schema and JSON Schema accept the same values.',
    level: 'MUST',
    evidence: 'page',
    section: 'Request Parameters',
    ...validator
  },
  'client.total': {
    sentence: 'Every answer is read as a success, an error or a breach of the contract; none makes the client throw.',
    ...protocol,
    ...client
  },
  'client.secretValue.contained': {
    sentence: 'What a client makes of an answer that leaks a secret does not hold the secret.',
    level: 'MUST',
    evidence: 'page',
    section: 'Introduction',
    ...client
  },
  'client.unknownMembers.ignored': {
    sentence: 'Members that the client does not know change nothing.',
    ...protocol,
    ...client
  },
  'client.nullMembers.absent': { sentence: 'A null member counts as absent.', ...protocol, ...client },
  'client.order.free': {
    sentence: 'The order of members and of descriptors carries no meaning.',
    ...protocol,
    ...client
  },
  'client.createDate.exact': {
    sentence: 'Integer, fractional and exponent dates are read to the millisecond.',
    ...protocol,
    ...client
  },
  'client.errorType.anywhere': {
    sentence: 'An error is named by x-amzn-errortype, by code or by __type, wherever its name stands.',
    ...errors,
    ...client
  },
  'client.errorType.precedence': {
    sentence:
      'Where x-amzn-errortype, code and __type name different errors, the first of the three that is there counts.',
    ...errors,
    level: 'SHOULD',
    evidence: 'observed',
    section: 'SDKs differ, see the register of sources',
    ...client
  },
  'client.errorType.stripped': {
    sentence: 'The name of an error is the part before the first : and after the #.',
    ...errors,
    ...client
  },
  'client.errorMessage.spelling': {
    sentence: 'The message is read from message and from Message.',
    ...errors,
    ...client
  },
  'client.errors.documented': {
    sentence: 'Each documented error is told apart, whatever HTTP status it came with.',
    ...errors,
    ...client
  },
  'client.errors.reasonCode': {
    sentence: 'The reasonCode of an InvalidParameterException is read.',
    level: 'SHOULD',
    evidence: 'page',
    section: 'Errors',
    ...client
  },
  'client.errors.open': {
    sentence: 'An error that is not documented keeps its name and status.',
    ...errors,
    ...client
  },
  'client.request.refused': {
    sentence: 'Ill-formed ids are refused before anything is sent.',
    level: 'SHOULD',
    evidence: 'page',
    section: 'Request Parameters',
    ...client
  },
  'client.request.wire': {
    sentence: 'A call is a POST of a JSON object with the target and content type of the operation.',
    ...protocol,
    ...client
  }
})
