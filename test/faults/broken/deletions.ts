/**
 * Servers that do not clear away all that is deleted, or more than that.
 */
import type { StoredSecret } from '../../../src/reference/index.js'
import { failingAs, listing, succeeding } from '../changes.js'
import { type Call, type Change, crash, emptyList, homeOf, isList, textOf } from '../service.js'
import { after, mapClient } from '../stateChanges.js'
import { type Fault, fault } from '../Variant.js'

/** What was deleted by `operation`, as it was, is an empty list still. */
const ghosts =
  (operation: string, member: 'ClientId' | 'UserPoolId', isKept: (call: Call) => boolean): Change =>
  () => {
    const kept = new Set<unknown>()
    return (call, next) => {
      if (call.operation === operation && isKept(call)) kept.add(call.input[member])
      const response = next()
      return isList(call) &&
        response.status === 400 &&
        kept.has(call.input[member]) &&
        textOf(call.input['ClientId']) !== ''
        ? emptyList
        : response
    }
  }

const nothingIf = (when: (call: Call) => boolean): Change =>
  failingAs('ResourceNotFoundException', (response, call) => (when(call) ? emptyList : response))

const later = (secret: StoredSecret): StoredSecret => ({
  ...secret,
  ClientSecretCreateDate: new Date(secret.ClientSecretCreateDate.getTime() + 5)
})

const afterDelete = (f: Parameters<typeof after>[2]): Change => after('DeleteUserPoolClientSecret', 'done', f)

export const deletionFaults: ReadonlyArray<Fault> = [
  fault(
    'a deleted client that had two secrets',
    'One row is deleted, the client is found by the other.',
    ['error.notFound.deletedClient'],
    ghosts('DeleteUserPoolClient', 'ClientId', ({ client }) => client?.secrets.length === 2)
  ),
  fault(
    'a deleted client that had no secret',
    'No row is deleted, so nobody notices.',
    ['error.notFound.deletedClient'],
    ghosts('DeleteUserPoolClient', 'ClientId', ({ client }) => client?.secrets.length === 0)
  ),
  fault(
    'a client without secrets of a deleted pool',
    'The pool is looked for in the rows of secrets.',
    ['error.notFound.deletedPool'],
    ghosts('DeleteUserPool', 'UserPoolId', ({ pool }) =>
      [...(pool?.clients.values() ?? [])].some((c) => c.secrets.length === 0)
    )
  ),
  fault(
    'a client of another pool through a deleted pool',
    'Whether the client is of this pool is not asked of what was deleted.',
    ['error.notFound.deletedPool'],
    () => {
      const deleted = new Set<unknown>()
      return (call, next) => {
        const { operation, input } = call
        if (operation === 'DeleteUserPool') deleted.add(input['UserPoolId'])
        const response = next()
        return isList(call) && response.status === 400 && deleted.has(input['UserPoolId']) && homeOf(call) !== undefined
          ? emptyList
          : response
      }
    }
  ),
  fault(
    'both unknown lists nothing',
    'A join without rows; each alone is looked for.',
    ['error.notFound.pool'],
    nothingIf((call) => call.pool === undefined && homeOf(call) === undefined)
  ),
  fault(
    'a crash at a pool without clients',
    'The first of none is read.',
    ['error.notFound.client'],
    failingAs('ResourceNotFoundException', (response, { pool }) => (pool?.clients.size === 0 ? crash : response))
  ),
  fault(
    'a Delete of the oldest',
    'Whatever id is named.',
    ['list.deletedSecret', 'list.complete'],
    afterDelete((client, before) => ({ ...client, secrets: before.secrets.slice(1) }))
  ),
  fault(
    'a Delete that dates what is left',
    'Rows are written anew.',
    ['list.createDate'],
    afterDelete((client) => ({ ...client, secrets: client.secrets.map(later) }))
  ),
  fault(
    'an Add that dates what is there',
    'Rows are written anew.',
    ['list.createDate'],
    after('AddUserPoolClientSecret', 'done', (client) => ({
      ...client,
      secrets: client.secrets.map((s, i) => (i === 0 ? later(s) : s))
    }))
  ),
  fault(
    'a second Delete that does nothing',
    'A client has one tombstone.',
    ['list.deletedSecret', 'list.complete'],
    () => {
      const times = new Map<unknown, number>()
      return afterDelete((client, before) => {
        times.set(client.ClientId, (times.get(client.ClientId) ?? 0) + 1)
        return times.get(client.ClientId) === 2 ? before : client
      })()
    }
  ),
  fault(
    'old once after a Delete',
    'A cache is emptied by the first who reads it.',
    ['list.deletedSecret', 'list.complete'],
    () => {
      const old = new Map<unknown, ReadonlyArray<StoredSecret>>()
      return (call, next) => {
        const before = call.client?.secrets ?? []
        const id = call.input['ClientId']
        const response = listing((secrets) => old.get(id) ?? secrets)()(call, next)
        if (isList(call)) old.delete(id)
        if (call.operation === 'DeleteUserPoolClientSecret' && response.status === 200) old.set(id, before)
        return response
      }
    }
  ),
  fault(
    'a Delete in every client of the pool',
    'Positions are deleted, not ids.',
    ['list.complete'],
    () => (call, next) => {
      const { operation, service, pool, client, input } = call
      const at = client?.secrets.findIndex((s) => s.ClientSecretId === input['ClientSecretId']) ?? -1
      const response = next()
      if (operation !== 'DeleteUserPoolClientSecret' || response.status !== 200) return response
      for (const id of pool?.clients.keys() ?? []) {
        if (id === client?.ClientId) continue
        service.state = mapClient(service.state, id, (one) =>
          one.secrets.length === 2 ? { ...one, secrets: one.secrets.filter((_, i) => i !== at) } : one
        )
      }
      return response
    }
  ),
  fault(
    'a deleted value in a header',
    'What was revoked is told to those who list.',
    ['response.secret.neverRevealed'],
    () => {
      const gone = new Map<unknown, string>()
      return (call, next) => {
        const { client, input } = call
        const found = client?.secrets.find((s) => s.ClientSecretId === input['ClientSecretId'])
        const value = gone.get(client?.ClientId)
        const response = succeeding((plain) =>
          value === undefined ? plain : { ...plain, headers: { ...plain.headers, 'x-revoked': value } }
        )()(call, next)
        if (call.operation === 'DeleteUserPoolClientSecret' && response.status === 200 && found) {
          gone.set(client?.ClientId, found.ClientSecretValue)
        }
        return response
      }
    }
  ),
  fault(
    'a refused value in the next list',
    'What an Add was refused for is kept for debugging.',
    ['response.secret.neverRevealed'],
    () => {
      const refused = new Map<unknown, string>()
      return (call, next) => {
        const { operation, input } = call
        const value = refused.get(input['ClientId'])
        const response = succeeding((plain) =>
          value === undefined ? plain : { ...plain, headers: { ...plain.headers, 'x-last-error': `limit: ${value}` } }
        )()(call, next)
        if (operation === 'AddUserPoolClientSecret' && response.status !== 200 && input['ClientSecret']) {
          refused.set(input['ClientId'], textOf(input['ClientSecret']))
        }
        return response
      }
    }
  ),
  fault(
    'a value in the error of a deleted client',
    'The record that is gone is described.',
    ['response.secret.neverRevealed'],
    () => {
      const gone = new Map<unknown, string>()
      return (call, next) => {
        const { operation, client, input } = call
        const value = gone.get(input['ClientId'])
        if (operation === 'DeleteUserPoolClient' && client?.secrets[0]) {
          gone.set(input['ClientId'], client.secrets[0].ClientSecretValue)
        }
        return failingAs('ResourceNotFoundException', (response) =>
          value === undefined ? response : { ...response, headers: { ...response.headers, 'x-was': value } }
        )()(call, next)
      }
    }
  )
]
