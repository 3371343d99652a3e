/**
 * Servers that are right about the first two secrets of a confidential client, and wrong later or for others.
 */
import type { StoredSecret } from '../../../src/reference/index.js'
import { answering, listing } from '../changes.js'
import { type Change, textOf } from '../service.js'
import { mapClient, naming } from '../stateChanges.js'
import { type Fault, fault } from '../Variant.js'

/** Secrets that remember of what they are the how many-th, as they are made or as they are listed first. */
const counted =
  (
    visible: (secret: StoredSecret, nth: number, all: ReadonlyArray<StoredSecret>) => boolean,
    since: 'made' | 'listed' = 'made'
  ): Change =>
  () => {
    const order = new Map<string, Array<string>>()
    return (call, next) => {
      const note = (secrets: ReadonlyArray<StoredSecret>): ReadonlyArray<string> => {
        const seen = order.get(textOf(call.input['ClientId'])) ?? []
        order.set(textOf(call.input['ClientId']), seen)
        for (const { ClientSecretId } of secrets) if (!seen.includes(ClientSecretId)) seen.push(ClientSecretId)
        return seen
      }
      if (since === 'made') note(call.client?.secrets ?? [])
      return listing((secrets) => {
        const seen = note(secrets)
        return secrets.filter((s) => visible(s, seen.indexOf(s.ClientSecretId), secrets))
      })()(call, next)
    }
  }

/** An Add to a client that was made without a secret is carried out: some servers do. */
export const publicClientsTakeSecrets: Change = () => (call, next) => {
  const { operation, input, client, service } = call
  if (operation !== 'AddUserPoolClientSecret' || client?.confidential !== false) return next()
  service.state = mapClient(service.state, input['ClientId'], (one) => ({ ...one, confidential: true }))
  const response = next()
  service.state = mapClient(service.state, input['ClientId'], (one) => ({ ...one, confidential: false }))
  return response
}

const valuesOf = (secrets: ReadonlyArray<StoredSecret>): ReadonlyArray<string> =>
  secrets.map(({ ClientSecretValue }) => ClientSecretValue)

export const lifeFaults: ReadonlyArray<Fault> = [
  fault(
    'ids in the order of text',
    'A counter in the id: 10 comes before 9, and the newest is looked for at the end.',
    ['list.complete', 'list.generatedSecret', 'list.callerSecret'],
    naming((_, client) => `${client.ClientId}-${client.lastSecretTime}`),
    counted((_, nth, all) => nth < 10 || all.length === 1)
  ),
  fault(
    'a history of eight',
    'Secrets are kept in a ring.',
    ['list.complete'],
    counted((_, nth) => nth < 8)
  ),
  fault(
    'a cache of eight',
    'What is listed is kept in a ring.',
    ['list.complete'],
    counted((_, nth) => nth < 8, 'listed')
  ),
  fault(
    'a history of 32',
    'Secrets are kept in a ring of a size that is never reached by hand.',
    ['list.complete'],
    counted((_, nth) => nth < 32)
  ),
  fault(
    'a counter of two digits',
    'The hundredth secret has the id of the tenth, cut off.',
    ['list.complete'],
    counted((_, nth) => nth < 100)
  ),
  fault(
    'no more than five secrets ever',
    'A quota counts what was deleted.',
    ['list.complete'],
    counted((_, nth) => nth < 5)
  ),
  fault('a value deleted once', 'It is known as revoked ever after.', ['list.complete', 'list.callerSecret'], () => {
    const revoked = new Set<string>()
    return (call, next) => {
      const before = valuesOf(call.client?.secrets ?? [])
      const id = call.input['ClientSecretId']
      const gone = call.client?.secrets.find((s) => s.ClientSecretId === id)?.ClientSecretValue
      const response = listing((secrets) => secrets.filter((s) => !revoked.has(s.ClientSecretValue)))()(call, next)
      if (call.operation === 'DeleteUserPoolClientSecret' && response.status === 200 && before.length > 1 && gone) {
        revoked.add(gone)
      }
      return response
    }
  }),
  fault(
    'a value of two clients',
    'A table has values for its key: the later client takes it over.',
    ['list.complete', 'list.callerSecret'],
    () => {
      const owners = new Map<string, string>()
      return listing((secrets, { client, service }) => {
        for (const pool of service.state.pools.values())
          for (const other of pool.clients.values())
            for (const value of valuesOf(other.secrets)) owners.set(value, other.ClientId)
        return secrets.filter((s) => owners.get(s.ClientSecretValue) === client?.ClientId)
      })()
    }
  ),
  fault(
    'one secret a value',
    'The same value twice in one client counts once.',
    ['list.complete', 'list.callerSecret'],
    listing((secrets) => secrets.filter((s, i) => valuesOf(secrets).indexOf(s.ClientSecretValue) === i))
  ),
  fault(
    'public clients have no secrets',
    'They take them, and list none.',
    ['list.complete', 'list.callerSecret'],
    publicClientsTakeSecrets,
    listing((secrets, { client }) => (client?.confidential === false ? [] : secrets))
  ),
  fault(
    'public clients have one secret',
    'The second is never looked for.',
    ['list.complete'],
    publicClientsTakeSecrets,
    listing((secrets, { client }) => (client?.confidential === false ? secrets.slice(0, 1) : secrets))
  ),
  fault(
    'public clients not found',
    'Only those that were made with a secret have a row.',
    ['list.empty', 'response.status.ok'],
    publicClientsTakeSecrets,
    answering((response, { client }) =>
      client?.confidential === false && client.secrets.length === 0 && response.status === 200
        ? { ...response, status: 400, body: '{"__type":"InvalidParameterException"}' }
        : response
    )
  ),
  fault(
    "two of the caller's own",
    'One of them must be generated: it is looked for in vain.',
    ['list.complete', 'list.callerSecret'],
    listing((secrets) =>
      secrets.length === 2 && valuesOf(secrets).every((v) => v.length === 40) ? secrets.slice(1) : secrets
    )
  ),
  fault(
    'a secret added after a Delete',
    'Its place is taken: positions are not counted down.',
    ['list.complete'],
    () => {
      const deletions = new Map<unknown, number>()
      return (call, next) => {
        const id = textOf(call.input['ClientId'])
        const response = listing((secrets) => ((deletions.get(id) ?? 0) >= 3 ? secrets.slice(0, 1) : secrets))()(
          call,
          next
        )
        if (call.operation === 'DeleteUserPoolClientSecret' && response.status === 200) {
          deletions.set(id, (deletions.get(id) ?? 0) + 1)
        }
        return response
      }
    }
  )
]
