/**
 * Which fault in the form of a response explains that it breaks a clause.
 */
import type { ClauseId } from '../../clauses/index.js'
import type { Exchange } from '../../laws/server/Exchange.js'
import type { Answered } from '../../laws/server/Law.js'
import { namesOf } from '../../laws/server/namesOf.js'
import type { Symptom } from '../shared/Report.js'

interface Sign {
  readonly symptom: Symptom
  /** The clauses that cannot hold where the response shows it; for the others it would be a coincidence. */
  readonly explains: RegExp
  readonly shows: (exchange: Answered) => boolean
}

/** Clauses that hold by the name or the message of an error. */
const BY_NAME =
  /^request\.(?:clientId|userPoolId|body\.(?:empty|malformed|notObject|serializationException)|operation)|^error\.(?:notFound\.(?!status|wording)|body|type|message)/

/** The first that fits counts. */
const signs: ReadonlyArray<Sign> = [
  {
    symptom: 'serverError',
    explains:
      /^request\.|^response\.status\.ok$|^error\.(?:notFound\.(?!status|wording)|body|contentType|type|message)|^list\.empty$/,
    shows: ({ answer }) => answer.status >= 500
  },
  { symptom: 'contentType', explains: /^(?:response|error)\.contentType$/, shows: () => true },
  {
    symptom: 'noList',
    explains:
      /^response\.(?:body\.object|clientSecrets\.present)$|^list\.empty$|^request\.(?:unknownMembers|nextToken|headers|contentType)/,
    shows: ({ answer }) => answer.status === 200 && answer.descriptors === undefined
  },
  {
    symptom: 'notJson',
    explains: BY_NAME,
    shows: ({ answer }) => answer.status !== 200 && answer.body === undefined && answer.text?.trim() !== ''
  },
  {
    symptom: 'unnamedError',
    explains: BY_NAME,
    shows: ({ answer }) => answer.status !== 200 && answer.errorType === undefined
  },
  {
    symptom: 'twoNames',
    explains: BY_NAME,
    shows: (e) => e.answer.status !== 200 && new Set(namesOf(e).map(({ name }) => name)).size > 1
  }
]

export const symptomOf = (clause: ClauseId, exchange: Exchange): Symptom | undefined => {
  const { answer } = exchange
  if (answer === undefined) return undefined
  const answered = { ...exchange, answer }
  return signs.find(({ explains, shows }) => explains.test(clause) && shows(answered))?.symptom
}
