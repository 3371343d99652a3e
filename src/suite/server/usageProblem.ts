/**
 * What is wrong with the options of a run, found before the first request: wrong usage, not a verdict about the target.
 */
import { isLeft } from '../../contract/Either.js'
import { validateRequest } from '../../contract/validateRequest.js'
import { type Baseline, unknownClauses } from '../shared/Baseline.js'
import { brief } from '../shared/text.js'
import type { GivenIds } from './scene.js'

/** In a sentence; `undefined` where the options can be used. */
export const usageProblem = ({
  given,
  baseline
}: {
  readonly given?: GivenIds | undefined
  readonly baseline?: Baseline | undefined
}): string | undefined => {
  const ids =
    given === undefined ? undefined : validateRequest({ UserPoolId: given.userPoolId, ClientId: given.clientId })
  if (ids !== undefined && isLeft(ids)) return `the given ids cannot be those of Cognito: ${brief(ids.left.message)}`
  const [unknown] = baseline === undefined ? [] : unknownClauses(baseline)
  return unknown === undefined ? undefined : `the baseline names ${brief(unknown)}, which is not a clause`
}
