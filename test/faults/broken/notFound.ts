/**
 * Servers that do not say properly that they found nothing.
 */
import type { HttpResponse } from '../../../src/protocol/index.js'
import { failing, failingAs, succeeding } from '../changes.js'
import { type Change, emptyList, homeOf, refusal } from '../service.js'
import { type Fault, fault } from '../Variant.js'

const notFoundAs = (type: string, status = 400): Change =>
  failingAs('ResourceNotFoundException', () => refusal(type, 'Not found', status))

const whenEmpty = (response: HttpResponse): Change =>
  succeeding((plain) => (plain.body === emptyList.body ? response : plain))

export const notFoundFaults: ReadonlyArray<Fault> = [
  fault(
    '404',
    'The status of the SDK model; seen in public servers.',
    ['error.notFound.status'],
    failingAs('ResourceNotFoundException', (response) => ({ ...response, status: 404 }))
  ),
  fault(
    '403',
    'Who may not know is told nothing.',
    ['error.notFound.status'],
    failingAs('ResourceNotFoundException', (response) => ({ ...response, status: 403 }))
  ),
  fault(
    '404 for clients only',
    'Pools have another author.',
    ['error.notFound.status'],
    failingAs('ResourceNotFoundException', (response, { pool }) => (pool ? { ...response, status: 404 } : response))
  ),
  fault(
    'ResourceNotFound',
    'The name is cut short.',
    ['error.notFound.pool', 'error.notFound.client'],
    notFoundAs('ResourceNotFound')
  ),
  fault(
    'UserPoolNotFoundException',
    'A name of its own.',
    ['error.notFound.pool', 'error.notFound.client'],
    notFoundAs('UserPoolNotFoundException')
  ),
  fault(
    'NotAuthorizedException',
    'The name of sign-in.',
    ['error.notFound.pool', 'error.notFound.client'],
    notFoundAs('NotAuthorizedException')
  ),
  fault(
    'AccessDeniedException',
    'Who may not know is told nothing.',
    ['error.notFound.pool', 'error.notFound.client'],
    notFoundAs('AccessDeniedException', 403)
  ),
  fault(
    'not found is invalid',
    'An id that nobody has is taken for an ill-formed one.',
    ['error.notFound.pool', 'error.notFound.client'],
    notFoundAs('InvalidParameterException')
  ),
  fault(
    'not found is a crash',
    'A member of undefined is read.',
    ['error.notFound.pool', 'error.notFound.client'],
    notFoundAs('InternalServerException', 500)
  ),
  fault(
    'another pool is not authorised',
    'The client is found, then refused.',
    ['error.notFound.otherPool'],
    failing((response, _, call) =>
      call.pool && homeOf(call) ? refusal('NotAuthorizedException', 'Wrong pool') : response
    )
  ),
  fault(
    'a public client not found',
    'Without secrets there is nothing to find.',
    ['list.empty'],
    whenEmpty(refusal('ResourceNotFoundException', 'User pool client x does not exist.'))
  ),
  fault(
    'a public client invalid',
    'It cannot have secrets.',
    ['list.empty'],
    whenEmpty(refusal('InvalidParameterException', 'A public client'))
  ),
  fault('a public client 404', 'Without a body.', ['list.empty'], whenEmpty({ status: 404, headers: {}, body: '' })),
  fault(
    'not found in other words',
    'People read them; programs ought not to.',
    ['error.notFound.wording'],
    notFoundAs('ResourceNotFoundException')
  ),
  fault(
    'the pool blamed for the client',
    'The client is what does not exist.',
    ['error.notFound.wording'],
    failingAs('ResourceNotFoundException', (response, { pool }) =>
      pool ? refusal('ResourceNotFoundException', `User pool ${pool.Id} does not exist.`) : response
    )
  )
]
