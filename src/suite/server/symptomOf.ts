/**
 * Which fault in the form of a response explains that it breaks a clause.
 */
import { beginsWith, type ClauseId } from '../../clauses/index.js'
import type { Exchange } from '../../laws/server/Exchange.js'
import type { Answered } from '../../laws/server/Law.js'
import { namesOf } from '../../laws/server/namesOf.js'
import type { Symptom } from '../shared/Report.js'

interface Sign {
  readonly symptom: Symptom
  /** How the ids of the clauses begin that cannot hold where the response shows it; for the others it would be a coincidence. */
  readonly explains: ReadonlyArray<string>
  readonly shows: (exchange: Answered) => boolean
}

/** How the ids of the clauses begin that ask for a ResourceNotFoundException. */
export const notFound = ['pool', 'client', 'otherPool', 'deleted'].map((what) => `error.notFound.${what}`)

/** Clauses that hold by the name or the message of an error. */
const byName = [
  'request.clientId.',
  'request.userPoolId.',
  'request.body.empty',
  'request.body.malformed',
  'request.body.notObject',
  'request.body.serializationException',
  'request.operation.',
  ...notFound,
  'error.body.',
  'error.type.',
  'error.message.'
]

/** Clauses that hold by the list of a success. */
const byList = [
  'request.unknownMembers.',
  'request.nextToken.',
  'request.headers.',
  'request.contentType.',
  'response.body.',
  'response.clientSecrets.present',
  'list.empty'
]

/** The first that fits counts. */
const signs: ReadonlyArray<Sign> = [
  {
    symptom: 'serverError',
    explains: [
      'request.',
      'response.status.',
      'list.empty',
      ...notFound,
      'error.body.',
      'error.contentType',
      'error.type.',
      'error.message.'
    ],
    shows: ({ answer }) => answer.status >= 500
  },
  { symptom: 'contentType', explains: ['response.contentType', 'error.contentType'], shows: () => true },
  {
    symptom: 'notJson',
    explains: [...byName, ...byList],
    shows: ({ answer }) => answer.body === undefined && answer.text?.trim() !== ''
  },
  {
    symptom: 'noList',
    explains: byList,
    shows: ({ answer }) => answer.status === 200 && answer.descriptors === undefined
  },
  {
    symptom: 'unnamedError',
    explains: byName,
    shows: ({ answer }) => answer.status !== 200 && answer.errorType === undefined
  },
  {
    symptom: 'twoNames',
    explains: byName,
    shows: (e) => e.answer.status !== 200 && new Set(namesOf(e).map(({ name }) => name)).size > 1
  }
]

export const symptomOf = (clause: ClauseId, exchange: Exchange): Symptom | undefined => {
  const { answer } = exchange
  if (answer === undefined) return undefined
  const answered = { ...exchange, answer }
  return signs.find(({ explains, shows }) => beginsWith(clause, explains) && shows(answered))?.symptom
}
