/**
 * Servers whose listing depends on how many calls there have been, on how long ago something was, or on what failed
 * before.
 */
import type { HttpResponse } from '../../../src/protocol/index.js'
import type { AppClient, StoredSecret } from '../../../src/reference/index.js'
import { body, descriptor, every, listing, succeeding } from '../changes.js'
import { allClients, type Call, type Change, crash, describe, isList, noSuchPool } from '../service.js'
import { after, mapClient } from '../stateChanges.js'
import { type Fault, fault } from '../Variant.js'

/** What was listed is listed again until it is too old. */
const keptFor = (isFresh: (age: { readonly calls: number; readonly ms: number }) => boolean): Change => {
  return () => {
    const kept = new Map<unknown, { readonly response: HttpResponse; readonly at: number; readonly call: number }>()
    let calls = 0
    return (call, next) => {
      calls++
      const key = call.client?.ClientId
      const one = isList(call) && key !== undefined ? kept.get(key) : undefined
      if (one !== undefined && isFresh({ calls: calls - one.call, ms: performance.now() - one.at })) return one.response
      const response = next()
      if (isList(call) && key !== undefined && response.status === 200)
        kept.set(key, { response, at: performance.now(), call: calls })
      return response
    }
  }
}

/** Each List of a client is told how many there have been, and how many changes of its secrets. */
const counting = (
  f: (
    secrets: ReadonlyArray<StoredSecret>,
    seen: { readonly changes: number; readonly lists: number }
  ) => typeof secrets
): Change => {
  return () => {
    const changes = new Map<unknown, number>()
    const lists = new Map<unknown, number>()
    const count = (counts: Map<unknown, number>, key: unknown): number => {
      counts.set(key, (counts.get(key) ?? 0) + 1)
      return counts.get(key) ?? 0
    }
    return (call, next) => {
      const id = call.client?.ClientId
      if (call.operation.endsWith('Secret')) count(changes, id)
      if (!isList(call)) return next()
      const seen = { changes: changes.get(id) ?? 0, lists: count(lists, id) }
      return listing((secrets) => f(secrets, seen))()(call, next)
    }
  }
}

/** The answer to the call after one that was refused. */
const afterRefusal = (change: Change): Change => {
  return () => {
    const layer = change()
    let isAfter = false
    return (call, next) => {
      const response = isAfter && isList(call) ? layer(call, next) : next()
      isAfter = isList(call) && response.status === 400
      return response
    }
  }
}

/** What a Delete removes beside the secret that it names. */
const deletingToo = (isToo: (other: StoredSecret, deleted: StoredSecret) => boolean): Change =>
  after('DeleteUserPoolClientSecret', 'done', (client, before) => {
    const deleted = before.secrets.find((s) => !client.secrets.includes(s))
    return { ...client, secrets: client.secrets.filter((s) => deleted === undefined || !isToo(s, deleted)) }
  })

const dated = (f: (secret: StoredSecret, client: AppClient) => number): Change =>
  body((_, { client }) => ({
    ClientSecrets: (client?.secrets ?? []).map((s) => ({
      ...describe(s),
      ClientSecretCreateDate: client ? f(s, client) : 0
    }))
  }))

const seconds = ({ ClientSecretCreateDate }: StoredSecret): number => ClientSecretCreateDate.getTime() / 1000

export const timedFaults: ReadonlyArray<Fault> = [
  fault(
    'a listing of up to five calls ago',
    'A cache that is emptied now and then.',
    ['list.complete', 'list.deletedSecret'],
    keptFor(({ calls }) => calls <= 5)
  ),
  fault(
    'a listing of up to 20 ms ago',
    'A cache with a time to live.',
    ['list.complete', 'list.deletedSecret'],
    keptFor(({ ms }) => ms < 20)
  ),
  fault(
    'the 30 clients asked for last',
    'Others are thrown out of a cache that is all there is.',
    ['response.status.ok'],
    () => {
      let recent: ReadonlyArray<string> = []
      return (call, next) => {
        const id = call.client?.ClientId
        const known = allClients(call.service.state).map((one) => one.ClientId)
        if (isList(call) && id !== undefined && !recent.includes(id) && known.indexOf(id) < known.length - 30)
          return noSuchPool(call)
        if (id !== undefined) recent = [id, ...recent.filter((other) => other !== id)].slice(0, 30)
        return next()
      }
    }
  ),
  fault(
    'the newest 25 secrets of all clients',
    'A table with an end.',
    ['list.complete', 'list.repeatable', 'list.creationSecret'],
    listing((secrets, { service }) => {
      const all = allClients(service.state).flatMap((client) => client.secrets)
      const newest = new Set([...all].sort((a, b) => seconds(a) - seconds(b)).slice(-25))
      return secrets.filter((s) => newest.has(s))
    })
  ),
  fault(
    'nothing after a refusal',
    'A connection to the database is left in an error.',
    ['list.complete', 'list.repeatable', 'response.status.ok'],
    afterRefusal(listing(() => []))
  ),
  fault(
    'a crash after a refusal',
    'A transaction is left open.',
    ['response.status.ok'],
    afterRefusal(succeeding(() => crash))
  ),
  fault(
    'no more than five rotations',
    'A history that is full takes nothing new.',
    ['list.complete', 'list.deletedSecret', 'list.only'],
    () => {
      const frozen = new Map<unknown, ReadonlyArray<StoredSecret>>()
      return counting((secrets, { changes }) => {
        const key = secrets[0]?.ClientSecretId.split('--')[0]
        if (changes < 10) return secrets
        if (!frozen.has(key)) frozen.set(key, secrets)
        return frozen.get(key) ?? secrets
      })()
    }
  ),
  fault(
    'empty at the third List of a client',
    'A counter of attempts locks it once.',
    ['list.complete', 'list.repeatable'],
    counting((secrets, { lists }) => (lists === 3 ? [] : secrets))
  ),
  fault(
    'empty at every tenth List of a client',
    'A cache that is renewed after the answer.',
    ['list.complete', 'list.repeatable'],
    counting((secrets, { lists }) => (lists % 10 === 0 ? [] : secrets))
  ),
  fault(
    'the newest only after four changes',
    'A list that is compacted.',
    ['list.complete', 'list.creationSecret', 'list.callerSecret'],
    counting((secrets, { changes }) => (changes > 4 ? secrets.slice(-1) : secrets))
  ),
  fault(
    'a Delete of all that begin like it',
    'A range of keys is deleted, by a prefix of the id.',
    ['list.complete', 'list.creationSecret', 'list.callerSecret'],
    deletingToo((other, deleted) => other.ClientSecretId.slice(0, 12) === deleted.ClientSecretId.slice(0, 12))
  ),
  fault(
    'a Delete of what is older as well',
    'What comes before in the order is outdated, somebody thought.',
    ['list.complete', 'list.creationSecret'],
    deletingToo((other, deleted) => seconds(other) < seconds(deleted))
  ),
  fault(
    'deleted secrets that come back with an Add',
    'A soft delete is undone when the row is written.',
    ['list.deletedSecret'],
    () => {
      const gone = new Map<unknown, ReadonlyArray<StoredSecret>>()
      return (call: Call, next) => {
        const before = call.client
        const response = next()
        const id = before?.ClientId
        if (before === undefined || response.status !== 200) return response
        if (call.operation === 'DeleteUserPoolClientSecret') {
          const kept = before.secrets.filter((s) => s.ClientSecretId === call.input['ClientSecretId'])
          gone.set(id, [...(gone.get(id) ?? []), ...kept])
        }
        if (call.operation === 'AddUserPoolClientSecret' && (gone.get(id)?.length ?? 0) > 0) {
          call.service.state = mapClient(call.service.state, id, (now) => ({
            ...now,
            secrets: [...(gone.get(id) ?? []).slice(-1), ...now.secrets.slice(-1)]
          }))
        }
        return response
      }
    }
  ),
  fault(
    'the date of the first for both',
    'A column of the client, not of the secret.',
    ['list.createDate'],
    dated((_, { secrets }) => (secrets[0] === undefined ? 0 : seconds(secrets[0])))
  ),
  fault(
    'the date of the last for both',
    'When the list was changed.',
    ['list.createDate'],
    dated((_, { secrets }) => Math.max(...secrets.map(seconds)))
  ),
  fault('a date that is renewed by List', 'When it was last read.', ['list.createDate', 'list.repeatable'], () => {
    let lists = 0
    return descriptor((d) => ({ ...d, ClientSecretCreateDate: d.ClientSecretCreateDate + lists++ * 0.001 }))()
  }),
  fault(
    'dates one hour on after a rotation',
    'A clock that is read in two places.',
    ['list.createDate'],
    dated((s, { secrets, CreationDate }) =>
      (secrets[0]?.ClientSecretCreateDate.getTime() ?? 0) > CreationDate.getTime() ? seconds(s) + 3600 : seconds(s)
    )
  ),
  fault(
    'the value right after it was added',
    'A flag of the record that is cleared by the first List.',
    ['response.secret.neverRevealed', 'response.secretValue.absent'],
    () => {
      const shown = new Set<string>()
      return descriptor((d, { ClientSecretValue, ClientSecretId }, index) => {
        const isNew = index > 0 && !shown.has(ClientSecretId)
        shown.add(ClientSecretId)
        return isNew ? { ...d, ClientSecretValue } : d
      })()
    }
  ),
  fault(
    'every hundredth answer with the value',
    'A sample for debugging.',
    ['response.secret.neverRevealed', 'response.secretValue.absent'],
    every(
      100,
      descriptor((d, { ClientSecretValue }) => ({ ...d, ClientSecretValue }))
    )
  ),
  fault(
    'the second pool lost after fifty calls of List',
    'What is not used is dropped from memory.',
    ['response.status.ok'],
    () => {
      let lists = 0
      return (call, next) => {
        if (!isList(call) || ++lists <= 50) return next()
        const second = [...call.service.state.pools.keys()][1]
        return call.pool !== undefined && call.input['UserPoolId'] === second ? noSuchPool(call) : next()
      }
    }
  )
]
