/**
 * The broken clauses of a report, causes before consequences. Clauses that were broken only by responses with the same
 * fault in their form are one finding, and so are many that were broken now and then.
 */
import type { ClauseResult, Report, Symptom } from '../suite/shared/Report.js'
import { having } from './outcome.js'

export interface Finding {
  readonly result: ClauseResult
  /** Clauses that fail for the same reason. */
  readonly more: ReadonlyArray<ClauseResult>
}

/** What comes first, by id or prefix: the transport and the status, the form of a response, secrets. The rest follows the catalogue. */
const CAUSES = [
  'response.http.complete',
  'response.status.ok',
  'response.body.object',
  'error.body.object',
  'error.type.present',
  'error.type.consistent',
  'response.contentType',
  'error.contentType',
  'response.secret.neverRevealed',
  'response.secretValue.absent',
  'response.clientSecrets.present',
  'client.total',
  'client.secretValue.contained',
  'validator.total'
]

const rank = ({ id }: ClauseResult): number => {
  const at = CAUSES.indexOf(id)
  return at < 0 ? CAUSES.length : at
}

/** Completes "every response that broke them ...". */
export const symptoms: Readonly<Record<Symptom, string>> = {
  contentType: 'had another Content-Type than it must have',
  serverError: 'had a status of 500 or more',
  noList: 'was a success without a list ClientSecrets',
  notJson: 'was not a JSON object',
  unnamedError: 'was an error without a name',
  twoNames: 'named one error in its header and another in its body'
}

/** Whether its case broke the clause, and not each time that it was sent again. */
export const isFlaky = ({ symptom, counterexample }: ClauseResult): boolean =>
  symptom === undefined && counterexample?.again?.kind === 'flaky'

/** So many clauses that are broken now and then are likely to be for one reason. */
const MANY_FLAKY = 4

export const findingsOf = ({ clauses }: Report): ReadonlyArray<Finding> => {
  const ordered = (['failed', 'warned'] as const).flatMap((status) =>
    [...having(clauses, status)].sort((a, b) => rank(a) - rank(b))
  )
  const flaky = ordered.filter(isFlaky)
  const together = flaky.length >= MANY_FLAKY ? flaky : []
  /** The finding that a clause is part of. */
  const first = (result: ClauseResult): ClauseResult =>
    (together.includes(result)
      ? together[0]
      : ordered.find(({ symptom }) => symptom !== undefined && symptom === result.symptom)) ?? result
  return ordered
    .filter((result) => first(result) === result)
    .map((result) => ({ result, more: ordered.filter((other) => other !== result && first(other) === result) }))
}
