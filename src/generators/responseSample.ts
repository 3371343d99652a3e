/**
 * HTTP answers of ListUserPoolClientSecrets with what they mean: legal ones, and ones that the contract rules out.
 */
import * as fc from 'fast-check'
import type { ResponseSample } from '../laws/client/ResponseSample.js'
import { bareErrorAnswer, errorAnswer } from './errorAnswers.js'
import { illegalAnswer } from './illegalAnswers.js'
import { listingAnswer } from './listingAnswers.js'

/** Any of these. */
export const responseSample = (): fc.Arbitrary<ResponseSample> =>
  fc.oneof(listingAnswer(), errorAnswer(), bareErrorAnswer(), illegalAnswer())
