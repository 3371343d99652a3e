/**
 * Servers that are right as long as one call is answered before the next is made.
 */
import type { HttpResponse } from '../../../src/protocol/index.js'
import type { AppClient, State } from '../../../src/reference/index.js'
import { atOnce, clientIn, isChange, type Race, racing } from '../racing.js'
import type { Fault } from '../Variant.js'

const fault = (
  name: string,
  description: string,
  kills: Fault['kills'],
  make: () => (race: Race) => Promise<HttpResponse>
): Fault => ({ name, description, kills, make: racing(make) })

/** What of `after` is new, beside `before`. */
const newIn = (after: AppClient | undefined, before: AppClient | undefined): AppClient['secrets'] =>
  (after?.secrets ?? []).filter((s) => !before?.secrets.some((old) => old.ClientSecretId === s.ClientSecretId))

let worlds = 0

/** What is made there is not made alike anywhere else. */
const unlike = (state: State): State => ({ ...state, made: state.made + 10_000 * ++worlds })

/** Changes are worked out on what was there at first, and done after others had their turn. */
const late =
  (commit: (race: Race, before: AppClient | undefined, after: AppClient | undefined) => void) =>
  () =>
  async (race: Race): Promise<HttpResponse> => {
    if (!isChange(race.operation)) return atOnce(race)
    const seen = race.state()
    const [next, response] = race.on(unlike(seen))
    await race.wait()
    if (response.status === 200) commit(race, clientIn(seen, race.clientId), clientIn(next, race.clientId))
    return response
  }

const isAdd = ({ operation }: Race): boolean => operation === 'AddUserPoolClientSecret'

const isList = ({ operation }: Race): boolean => operation === 'ListUserPoolClientSecrets'

export const concurrentFaults: ReadonlyArray<Fault> = [
  fault(
    'a limit that is checked too early',
    'Two Adds find room for one, and both take it.',
    ['response.clientSecrets.atMostTwo', 'list.afterConcurrentChanges', 'response.status.ok'],
    late((race, before, after) =>
      race.rewrite((client) => ({
        ...client,
        lastSecretTime: after?.lastSecretTime ?? 0,
        secrets: [
          ...client.secrets.filter(
            (s) =>
              after?.secrets.some((kept) => kept.ClientSecretId === s.ClientSecretId) || !before?.secrets.includes(s)
          ),
          ...newIn(after, before)
        ]
      }))
    )
  ),
  fault(
    'the last writer wins',
    'A client is read, changed and written back as a whole.',
    ['list.afterConcurrentChanges', 'list.complete', 'list.deletedSecret'],
    late((race, _, after) => race.rewrite((client) => after ?? client))
  ),
  fault(
    'the last writer wins everything',
    'A file holds all clients, and is written back as a whole.',
    ['list.afterConcurrentChanges', 'list.complete', 'response.status.ok'],
    () => async (race) => {
      if (!isChange(race.operation)) return atOnce(race)
      const [next, response] = race.on(unlike(race.state()))
      await race.wait()
      race.keep(next)
      return response
    }
  ),
  fault(
    'the limit kept by those who list',
    'Both Adds find room, and the newest two are shown.',
    ['list.afterConcurrentChanges'],
    () => {
      const play = late((race, before, after) =>
        race.rewrite((client) => ({ ...client, secrets: [...client.secrets, ...newIn(after, before)].slice(-2) }))
      )()
      return (race) => (isAdd(race) ? play(race) : Promise.resolve(atOnce(race)))
    }
  ),
  fault(
    'a Delete that writes all others anew',
    'For a moment there is none.',
    ['list.duringChanges'],
    () => async (race) => {
      if (race.operation !== 'DeleteUserPoolClientSecret') return atOnce(race)
      const [next, response] = race.on(race.state())
      if (response.status !== 200) return response
      const left = clientIn(next, race.clientId)?.secrets ?? []
      race.rewrite((client) => ({ ...client, secrets: [] }))
      await race.wait()
      race.rewrite((client) => ({ ...client, secrets: [...left, ...client.secrets] }))
      return response
    }
  ),
  fault(
    'an Add that sorts the list',
    'The old one is taken out and put back behind the new one.',
    ['list.duringChanges'],
    () => async (race) => {
      const before = race.client()?.secrets ?? []
      const response = atOnce(race)
      if (!isAdd(race) || response.status !== 200) return response
      race.rewrite((client) => ({ ...client, secrets: client.secrets.slice(-1) }))
      await race.wait()
      race.rewrite((client) => ({ ...client, secrets: [...before, ...client.secrets].slice(0, 2) }))
      return response
    }
  ),
  fault(
    'an Add under another id at first',
    'The id is made when all else is written.',
    ['list.duringChanges'],
    () => async (race) => {
      const response = atOnce(race)
      if (!isAdd(race) || response.status !== 200) return response
      const id = race.client()?.secrets.at(-1)?.ClientSecretId
      const rename = (from: string | undefined, to: string): void =>
        race.rewrite((client) => ({
          ...client,
          secrets: client.secrets.map((s) => (s.ClientSecretId === from ? { ...s, ClientSecretId: to } : s))
        }))
      rename(id, `${id}-pending`)
      await race.wait()
      rename(`${id}-pending`, id ?? '')
      return response
    }
  ),
  fault(
    'a cache filled during a change',
    'It is emptied before the change is written, and a List on the way fills it.',
    ['list.complete', 'list.deletedSecret', 'list.afterConcurrentChanges'],
    () => {
      const cache = new Map<unknown, HttpResponse>()
      return async (race) => {
        if (isList(race)) {
          const fresh = atOnce(race)
          const response = (fresh.status === 200 && cache.get(race.clientId)) || fresh
          if (response.status === 200) cache.set(race.clientId, response)
          return response
        }
        if (!isChange(race.operation)) return atOnce(race)
        cache.delete(race.clientId)
        await race.wait()
        return atOnce(race)
      }
    }
  ),
  fault(
    'an Add dropped where another is on its way',
    'It is answered as if it had been done.',
    ['list.afterConcurrentChanges', 'list.complete'],
    () => {
      const busy = new Set<unknown>()
      return async (race) => {
        if (!isAdd(race)) return atOnce(race)
        if (busy.has(race.clientId)) return race.on(race.state())[1]
        busy.add(race.clientId)
        await race.wait()
        busy.delete(race.clientId)
        return atOnce(race)
      }
    }
  ),
  fault(
    'ids by position',
    'Two Adds at once count as many before them.',
    ['response.clientSecretId.unique', 'list.afterConcurrentChanges', 'list.complete'],
    () => {
      const made = new Map<unknown, number>()
      return async (race) => {
        if (!isAdd(race)) return atOnce(race)
        // clients that were made without a secret take two here
        race.rewrite((client) => ({ ...client, confidential: true }))
        const count = made.get(race.clientId) ?? 1
        const response = atOnce(race)
        if (response.status !== 200) return response
        const id = race.client()?.secrets.at(-1)?.ClientSecretId ?? ''
        race.rewrite((client) => ({
          ...client,
          secrets: client.secrets.map((s) =>
            s.ClientSecretId === id ? { ...s, ClientSecretId: `${client.ClientId}-${count}` } : s
          )
        }))
        await race.wait()
        made.set(race.clientId, count + 1)
        return { ...response, body: String(response.body).replace(id, `${String(race.clientId)}-${count}`) }
      }
    }
  )
]
