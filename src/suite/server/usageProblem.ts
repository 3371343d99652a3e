/**
 * What is wrong with the options of a run, found before the first request: wrong usage, not a verdict about the target.
 */
import { isLeft } from '../../contract/Either.js'
import { validateRequest } from '../../contract/validateRequest.js'
import { brief } from '../shared/text.js'
import type { GivenIds } from './scene.js'

/** In a sentence; `undefined` where the options can be used. */
export const usageProblem = (given: GivenIds | undefined): string | undefined => {
  if (given === undefined) return undefined
  const ids = validateRequest({ UserPoolId: given.userPoolId, ClientId: given.clientId })
  return isLeft(ids) ? `the given ids cannot be those of Cognito: ${brief(ids.left.message)}` : undefined
}
