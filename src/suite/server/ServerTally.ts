/**
 * The count of a run, for each combination of what is wrong and unusual about a request apart. A wrong answer breaks the
 * clauses of all that is wrong with its request; but where the server also answers wrongly with less of this, that
 * is the reason, and the clauses of the rest are not to blame.
 */
import { beginsWith, type ClauseId } from '../../clauses/index.js'
import type { TestCase } from '../../generators/TestCase.js'
import { type Aspects, aspectsOf } from '../../laws/server/aspects.js'
import type { Law } from '../../laws/server/Law.js'
import { brokenIn, combine, enter, type Tally, withoutFailures } from '../shared/Tally.js'
import { type Failure, failureOf, weigh } from './Failure.js'
import type { PlannedCase } from './plan.js'
import type { CaseResult } from './scene/runCase.js'
import { notFound, symptomOf } from './symptomOf.js'

interface Part {
  readonly aspects: Aspects
  readonly tally: Tally<Failure>
}

export interface ServerTally {
  /** By their aspects, as text. */
  readonly parts: Map<string, Part>
  /** The broken clauses that nothing seen later can explain. */
  readonly surelyBroken: Set<ClauseId>
  /** What is wrong with answers, each kind once, by its content as text. */
  readonly wrongAnswers: Map<string, WrongAnswer>
}

interface WrongAnswer {
  /** The clauses that one answer broke. */
  readonly broken: ReadonlySet<ClauseId>
  /** Whether its client was changed at the same time by several calls, or had a third secret refused. */
  readonly isAfterChanges: boolean
}

export const emptyTally = (): ServerTally => ({
  parts: new Map(),
  surelyBroken: new Set(),
  wrongAnswers: new Map()
})

/** Whether a clause was seen broken, whatever explains that. */
export const wasBroken = ({ parts }: ServerTally, id: ClauseId): boolean =>
  [...parts.values()].some(({ tally }) => (tally.get(id)?.failed ?? 0) > 0)

/** Empties it, of a target that cannot be judged. */
export const forget = ({ parts, surelyBroken, wrongAnswers }: ServerTally): void => {
  parts.clear()
  wrongAnswers.clear()
  surelyBroken.clear()
}

/** Clauses about how a request is answered; the form that an answer must have in any case is for the others. */
const isAboutRequest = (id: ClauseId): boolean =>
  beginsWith(id, [
    'request.',
    'response.status.',
    'list.',
    ...notFound,
    'error.notFound.wording',
    'error.invalidParameter.wording'
  ])

/** Clauses about what is wrong with an id. */
const isAboutAnId = (id: ClauseId): boolean => beginsWith(id, ['request.clientId.', 'request.userPoolId.'])

/** Clauses about the secrets of one origin. */
const ofOrigins: ReadonlyArray<ClauseId> = ['list.creationSecret', 'list.generatedSecret', 'list.callerSecret']

/** Clauses about lists while a client is changed, or after it. */
const ofChanges: ReadonlyArray<ClauseId> = ['list.afterRefusedAdd', 'list.duringChanges', 'list.afterConcurrentChanges']

/** Whether lists are wrong in general, also where there is nothing of what the clause is about. */
const isExplainedByLists = (id: ClauseId, { wrongAnswers }: ServerTally): boolean => {
  const all = [...wrongAnswers.values()]
  if (ofOrigins.includes(id)) {
    const isIncomplete = ({ broken }: WrongAnswer): boolean => broken.has('list.complete')
    return (
      all.some((one) => isIncomplete(one) && !one.broken.has(id)) &&
      all.every((one) => isIncomplete(one) || !one.broken.has(id))
    )
  }
  return (
    ofChanges.includes(id) &&
    all.some(
      ({ broken, isAfterChanges }) => !isAfterChanges && (broken.has('list.complete') || broken.has('list.only'))
    )
  )
}

/** What may be added to a call and changes nothing: where a plain call is answered wrongly as well, it is not to blame. */
const ofAdditions: ReadonlyArray<ClauseId> = [
  'request.unknownMembers.ignored',
  'request.nextToken.tolerated',
  'request.headers.caseInsensitive',
  'request.contentType.parametersIgnored',
  'request.body.chunked'
]

/** The clauses that other answers than those that broke them may explain. */
const explainable: ReadonlyArray<ClauseId> = [...ofOrigins, ...ofChanges, ...ofAdditions]

const isExplainedByPlainCalls = (id: ClauseId, { parts }: ServerTally): boolean => {
  const plain = parts.get('')?.tally
  return (
    ofAdditions.includes(id) &&
    ['response.status.ok' as const, 'list.complete' as const].some((one) => (plain?.get(one)?.failed ?? 0) > 0)
  )
}

/** The clauses that may explain why this one was broken by a request of these aspects. */
export const excusesOf = (id: ClauseId, { wrong, unusual }: Aspects): ReadonlyArray<string> =>
  isAboutRequest(id) ? [...(isAboutAnId(id) ? wrong : []), ...unusual].filter((one) => one !== id) : []

const partOf = ({ parts }: ServerTally, aspects: Aspects): Tally<Failure> => {
  const key = [...aspects.wrong, ...aspects.unusual].join()
  const part = parts.get(key) ?? { aspects, tally: new Map() }
  parts.set(key, part)
  return part.tally
}

/** A case that was carried out. */
interface RanCase {
  readonly steps: TestCase
  readonly planned: PlannedCase | undefined
  readonly exchanges: CaseResult['exchanges']
  /** The number of requests sent so far. */
  readonly requests: number
}

/** Enters the exchanges of a case. The tally grows in place. */
export const enterCase = (tally: ServerTally, laws: ReadonlyArray<Law>, ran: RanCase): void => {
  for (const seen of ran.exchanges) {
    const { exchange } = seen
    const aspects = aspectsOf(exchange)
    const part = partOf(tally, aspects)
    const broken = new Set<ClauseId>()
    for (const law of laws) {
      if (!law.applies(exchange)) continue
      const failure = law.holds(exchange) ? undefined : failureOf(law, seen, ran.steps, ran.planned)
      enter(part, law.clause, failure, ran.requests, weigh, failure && symptomOf(law.clause, exchange))
      if (failure === undefined) continue
      broken.add(law.clause)
      if (excusesOf(law.clause, aspects).length === 0 && !explainable.includes(law.clause)) {
        tally.surelyBroken.add(law.clause)
      }
    }
    const client = exchange.expected._tag === 'Listing' ? exchange.expected.client : undefined
    const isAfterChanges = client?.keepsLimit === true || client?.changedTogether === true
    tally.wrongAnswers.set([isAfterChanges, ...broken].join(), { broken, isAfterChanges })
  }
}

/** The aspects of requests that were answered wrongly, as a clause about one of them says. */
const reasonsIn = ({ parts }: ServerTally): ReadonlyArray<ReadonlyArray<string>> =>
  [...parts.values()]
    .map(({ aspects, tally }) => ({ all: [...aspects.wrong, ...aspects.unusual], broken: brokenIn(tally) }))
    .filter(({ all, broken }) => broken.some((id) => all.includes(id)))
    .map(({ all }) => all)

/** All that was seen, without the failures that something else explains. */
export const explained = (whole: ServerTally): Tally<Failure> => {
  const reasons = reasonsIn(whole)
  const tally: Tally<Failure> = new Map()
  for (const { aspects, tally: part } of whole.parts.values()) {
    for (const [id, entry] of part) {
      const excuses = excusesOf(id, aspects)
      const isExplained =
        isExplainedByLists(id, whole) ||
        isExplainedByPlainCalls(id, whole) ||
        reasons.some((reason) => reason.every((aspect) => excuses.includes(aspect)))
      const counted = isExplained ? withoutFailures(entry) : entry
      const before = tally.get(id)
      if (counted.exercised > 0) tally.set(id, before === undefined ? counted : combine(weigh)(before, counted))
    }
  }
  return tally
}
