/**
 * Servers that list too much.
 */
import type { StoredSecret } from '../../../src/reference/index.js'
import { body, listing } from '../changes.js'
import { allClients, type Call } from '../service.js'
import { mapClient } from '../stateChanges.js'
import { type Fault, fault } from '../Variant.js'

const secretsOf = (call: Call): ReadonlyArray<StoredSecret> =>
  allClients(call.service.state).flatMap(({ secrets }) => secrets)

export const tooMuchFaults: ReadonlyArray<Fault> = [
  fault(
    'the secrets of all clients',
    'The filter is forgotten.',
    ['list.otherClient', 'list.only'],
    listing((_, call) => secretsOf(call))
  ),
  fault(
    'the secrets of the whole pool',
    'The filter is by pool.',
    ['list.otherClient', 'list.only'],
    listing((_, { pool }) => [...(pool?.clients.values() ?? [])].flatMap((c) => c.secrets))
  ),
  fault(
    "the first client's secrets",
    'The filter finds any client of the pool.',
    ['list.otherClient'],
    listing((_, { pool }) => [...(pool?.clients.values() ?? [])][0]?.secrets ?? [])
  ),
  fault(
    "another client's secrets where there are none",
    'A default that is somebody.',
    ['list.otherClient', 'list.only'],
    listing((secrets, call) => (secrets.length === 0 ? secretsOf(call).slice(0, 1) : secrets))
  ),
  fault(
    'the only one twice',
    'The list has two places.',
    ['list.only', 'response.clientSecretId.unique'],
    listing((secrets) => (secrets.length === 1 ? [...secrets, ...secrets] : secrets))
  ),
  fault(
    'all of them twice',
    'Joined with a table that has two rows.',
    ['response.clientSecrets.atMostTwo'],
    listing((secrets) => [...secrets, ...secrets])
  ),
  fault(
    'a placeholder for the second',
    'A place that is free is listed as well.',
    ['list.only'],
    body(({ ClientSecrets: [first] }) => ({
      ClientSecrets: first ? [first, { ...first, ClientSecretId: 'none' }] : []
    }))
  ),
  fault(
    'a third secret',
    'There is no limit of two; seen in public servers.',
    ['response.clientSecrets.atMostTwo'],
    () => {
      const more: Array<StoredSecret & { readonly ClientId: unknown }> = []
      return (call, next) => {
        const { input, client, operation } = call
        const [first] = client?.secrets ?? []
        // room is made for the third by moving the first out of the reference's sight
        if (operation === 'AddUserPoolClientSecret' && client?.secrets.length === 2 && first) {
          more.push({ ...first, ClientId: client.ClientId })
          call.service.state = mapClient(call.service.state, input['ClientId'], (c) => ({
            ...c,
            secrets: c.secrets.slice(1)
          }))
        }
        return listing((secrets) => [...more.filter((s) => s.ClientId === input['ClientId']), ...secrets])()(call, next)
      }
    }
  ),
  fault('deleted secrets', 'A row is marked, and the mark is not looked at.', ['list.deletedSecret'], () => {
    const seen = new Map<unknown, ReadonlyArray<StoredSecret>>()
    return (call, next) =>
      listing((secrets, { client }) => {
        const all = [...new Set([...(seen.get(client?.ClientId) ?? []), ...secrets])]
        seen.set(client?.ClientId, all)
        return all.slice(0, 2)
      })()(call, next)
  })
]
