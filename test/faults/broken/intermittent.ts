/**
 * Servers that are right nearly always.
 */
import { body, descriptor, every, failing, failingAs, listing, succeeding } from '../changes.js'
import { type Change, refusal } from '../service.js'
import { type Fault, fault } from '../Variant.js'

const rarely = (name: string, kills: Fault['kills'], change: Change): Fault =>
  fault(`${name}, one time in 50`, 'Of the answers that could show it.', kills, every(50, change))

export const intermittentFaults: ReadonlyArray<Fault> = [
  rarely(
    'a value',
    ['response.secretValue.absent', 'response.secret.neverRevealed'],
    descriptor((d, { ClientSecretValue }) => ({ ...d, ClientSecretValue }))
  ),
  rarely(
    'NextToken',
    ['response.nextToken.absent'],
    body((l) => ({ ...l, NextToken: null }))
  ),
  rarely(
    'an empty list',
    ['list.complete', 'list.repeatable'],
    listing(() => [])
  ),
  rarely(
    'the newest only',
    ['list.complete', 'list.repeatable'],
    listing((secrets) => secrets.slice(-1))
  ),
  rarely(
    'dates in ISO 8601',
    ['response.clientSecretCreateDate.number'],
    descriptor((d) => ({ ...d, ClientSecretCreateDate: new Date(d.ClientSecretCreateDate * 1000).toISOString() }))
  ),
  rarely(
    'application/json',
    ['response.contentType'],
    succeeding((response) => ({ ...response, headers: { 'content-type': 'application/json' } }))
  ),
  rarely(
    'half a body',
    ['response.body.object'],
    succeeding((response) => ({ ...response, body: String(response.body).slice(0, -9) }))
  ),
  rarely(
    '404',
    ['error.notFound.status'],
    failingAs('ResourceNotFoundException', (response) => ({ ...response, status: 404 }))
  ),
  rarely(
    'ill-formed ids not found',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    failingAs('InvalidParameterException', () => refusal('ResourceNotFoundException', 'User pool x does not exist.'))
  ),
  rarely(
    'HTML',
    ['error.body.object'],
    failing(({ status }) => ({ status, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' }))
  ),
  rarely(
    'not found',
    ['response.status.ok', 'list.empty'],
    succeeding(() => refusal('ResourceNotFoundException', 'User pool client x does not exist.'))
  )
]
