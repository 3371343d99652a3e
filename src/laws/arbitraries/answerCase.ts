/**
 * HTTP answers of ListUserPoolClientSecrets with what they mean: legal ones, and ones that the contract rules out.
 */
import * as fc from 'fast-check'
import type { AnswerCase } from '../AnswerCase.js'
import { bareErrorAnswer, errorAnswer } from './errorAnswers.js'
import { illegalAnswer } from './illegalAnswers.js'
import { listingAnswer } from './listingAnswers.js'

/**
 * Any of these.
 *
 * @since 0.1.0
 */
export const answerCase = (): fc.Arbitrary<AnswerCase> =>
  fc.oneof(listingAnswer(), errorAnswer(), bareErrorAnswer(), illegalAnswer())
