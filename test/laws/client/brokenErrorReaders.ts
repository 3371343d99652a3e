/**
 * Clients that misread errors, each in one way, and the clause that shows it.
 */
import { documentedExceptions } from '../../../src/index.js'
import type { Client } from './outcomeOf.js'
import type { Broken } from '../validator/brokenValidators.js'
import {
  hasNull,
  jsonOf,
  namedRaw,
  reading,
  readingBody,
  refusing,
  withError,
  without,
  withoutHeader
} from './tampering.js'

const fault = (name: string, subject: Client, killedBy: Broken<Client>['killedBy']): Broken<Client> => ({
  name,
  subject,
  killedBy
})

export const brokenErrorReaders: ReadonlyArray<Broken<Client>> = [
  fault('reads __type only', (response) => without('code')(withoutHeader(response)), 'client.errorType.anywhere'),
  fault('reads no header', reading(withoutHeader), 'client.errorType.anywhere'),
  fault(
    'prefers __type',
    readingBody((body) => (typeof body['__type'] === 'string' ? { ...body, code: body['__type'] } : body)),
    'client.errorType.precedence'
  ),
  fault(
    'strips nothing',
    namedRaw((raw) => raw),
    'client.errorType.stripped'
  ),
  fault(
    'strips the namespace only',
    namedRaw((raw) => raw.slice(raw.lastIndexOf('#') + 1)),
    'client.errorType.stripped'
  ),
  fault(
    'strips what is behind the colon only',
    namedRaw((raw) => raw.split(':', 1)[0] ?? ''),
    'client.errorType.stripped'
  ),
  fault(
    'refuses an error with a null in it',
    refusing((response) => response.status >= 400 && hasNull(jsonOf(response))),
    'client.nullMembers.absent'
  ),
  fault('reads message only', without('Message'), 'client.errorMessage.spelling'),
  fault('reads Message only', without('message'), 'client.errorMessage.spelling'),
  fault(
    'tells errors by their status',
    withError((error, { status }) =>
      status === 404
        ? {
            _tag: 'ResourceNotFoundException',
            status: 400,
            ...('message' in error ? { message: error.message ?? '' } : {})
          }
        : error
    ),
    'client.errors.documented'
  ),
  fault('drops the reason code', without('reasonCode'), 'client.errors.reasonCode'),
  fault(
    'has no case for limits',
    withError((error) =>
      error._tag === 'LimitExceededException' ? { ...error, _tag: 'CommonError', type: 'Unknown' } : error
    ),
    'client.errors.documented'
  ),
  fault(
    'takes unknown errors for internal ones',
    withError((error) => (error._tag === 'CommonError' ? { _tag: 'InternalServerException', status: 500 } : error)),
    'client.errors.open'
  ),
  fault(
    'gives every error HTTP status 400',
    withError((error) => (error._tag === 'CommonError' ? { ...error, status: 400 } : error)),
    'client.errors.open'
  ),
  fault(
    'loses the names of other errors',
    withError((error) =>
      error._tag === 'CommonError' && !(error.type in documentedExceptions) ? { ...error, type: 'UnknownError' } : error
    ),
    'client.errors.open'
  )
]
