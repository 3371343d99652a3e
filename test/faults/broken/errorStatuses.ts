/**
 * Servers whose errors come with another HTTP status than the page has.
 */
import type { HttpResponse } from '../../../src/protocol/index.js'
import { answering, failingAs } from '../changes.js'
import { type Call, type Change, refusal } from '../service.js'
import { type Fault, fault } from '../Variant.js'

const invalid = (f: (response: HttpResponse, call: Call) => HttpResponse): Change =>
  failingAs('InvalidParameterException', f)

/** An answer of this kind, once in 50 calls that would have had another. */
const atTimes =
  (response: HttpResponse, n = 50): Change =>
  () => {
    let calls = 0
    return answering((plain) => (++calls % n === 0 ? response : plain))()
  }

export const errorStatusFaults: ReadonlyArray<Fault> = [
  fault(
    '422',
    'The status of a web framework.',
    ['error.invalidParameter.status'],
    invalid((response) => ({ ...response, status: 422 }))
  ),
  fault(
    '500 for bad input',
    'The right name with the status of a crash.',
    ['error.invalidParameter.status'],
    invalid((response) => ({ ...response, status: 500 }))
  ),
  fault(
    'a crash for bad input',
    'Another name as well.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    invalid(() => refusal('InternalServerException', 'Crash', 500))
  ),
  fault(
    'throttling with 429',
    'The status of the SDK model.',
    ['error.tooManyRequests.status'],
    atTimes(refusal('TooManyRequestsException', 'Rate exceeded', 429))
  ),
  fault(
    'throttling with 503',
    'The status of S3.',
    ['error.tooManyRequests.status'],
    atTimes(refusal('TooManyRequestsException', 'Rate exceeded', 503))
  ),
  fault(
    'an internal error with 400',
    'The blame is on the caller.',
    ['error.internalServer.status'],
    atTimes(refusal('InternalServerException', 'Something went wrong'))
  ),
  fault(
    'an internal error with 503',
    'The status of S3.',
    ['error.internalServer.status'],
    atTimes(refusal('InternalServerException', 'Something went wrong', 503))
  ),
  fault(
    'a limit with 402',
    'List has no limit, and that status has no meaning.',
    ['error.limitExceeded.status'],
    atTimes(refusal('LimitExceededException', 'Limit exceeded', 402))
  ),
  fault(
    'a limit with 429',
    'Throttling by the wrong name.',
    ['error.limitExceeded.status'],
    atTimes(refusal('LimitExceededException', 'Limit exceeded', 429))
  ),
  fault(
    'crashes that have no name',
    'One in 50, and not the documented 500.',
    ['response.status.ok', 'error.type.present'],
    atTimes({ status: 500, headers: {}, body: '' })
  )
]
