/**
 * Clients that send what they should not, each in one way, and the clause that shows it.
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js'
import { buildRequest, encodeRequest, type HttpRequest } from '../../../src/protocol/index.js'
import type { Broken } from '../validator/brokenValidators.js'

/** What a client sends for an input, or why it sends nothing. */
export type Caller = (input: unknown) => Either<unknown, HttpRequest>

const sending = (name: string, subject: Caller, killedBy: Broken<Caller>['killedBy']): Broken<Caller> => ({
  name,
  subject,
  killedBy
})

const sendingWith =
  (change: (request: ReturnType<typeof encodeRequest>) => ReturnType<typeof encodeRequest>): Caller =>
  (input) => {
    const built = buildRequest(input)
    return built._tag === 'Left' ? built : right(change(built.right))
  }

export const brokenCallers: ReadonlyArray<Broken<Caller>> = [
  sending(
    'sends whatever it is given',
    (input) => right({ ...encodeRequest({} as never), body: JSON.stringify(input) ?? '' }),
    'client.request.refused'
  ),
  sending(
    'checks one id only',
    (input) => {
      const built = buildRequest({ ...Object(input), UserPoolId: 'a_0' })
      return built._tag === 'Left' ? built : right({ ...built.right, body: JSON.stringify(input) })
    },
    'client.request.refused'
  ),
  sending(
    'trims first',
    (input) =>
      buildRequest(
        Object.fromEntries(Object.entries(Object(input)).map(([k, v]) => [k, typeof v === 'string' ? v.trim() : v]))
      ),
    'client.request.refused'
  ),
  sending(
    'sends a GET',
    sendingWith((r) => ({ ...r, method: 'GET' })),
    'client.request.wire'
  ),
  sending(
    'names another operation',
    sendingWith((r) => ({
      ...r,
      headers: { ...r.headers, 'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClients' }
    })),
    'client.request.wire'
  ),
  sending(
    'speaks version 1.0',
    sendingWith((r) => ({ ...r, headers: { ...r.headers, 'content-type': 'application/x-amz-json-1.0' } })),
    'client.request.wire'
  ),
  sending(
    'spells members in camel case',
    sendingWith((r) => ({ ...r, body: String(r.body).replace('"ClientId"', '"clientId"') })),
    'client.request.wire'
  ),
  sending(
    'swaps the ids',
    sendingWith((r) => ({
      ...r,
      body: String(r.body).replace('ClientId', 'X').replace('UserPoolId', 'ClientId').replace('X', 'UserPoolId')
    })),
    'client.request.wire'
  ),
  sending(
    'sends a form',
    sendingWith((r) => ({ ...r, body: 'ClientId=a' })),
    'client.request.wire'
  ),
  sending('refuses everything', () => left('no'), 'client.request.wire')
]
