/**
 * `list.*` as predicates: that what is listed is what there is.
 */
import { listedIn } from '../shared/ParsedResponse.js'
import type { ClauseId } from '../../clauses/index.js'
import type { Exchange } from './Exchange.js'
import { type Answered, type Law, onAnswer, onSuccess } from './Law.js'
import type { KnownClient, KnownSecret, Listed } from './World.js'

/** The client that is listed, where its secrets are known and no more than there can be. */
const known = ({ expected }: Exchange): { client: KnownClient; secrets: ReadonlyArray<KnownSecret> } | undefined =>
  expected._tag === 'Listing' && expected.client.secrets !== undefined && expected.client.secrets.length <= 2
    ? { client: expected.client, secrets: expected.client.secrets }
    : undefined

const client = (e: Exchange): KnownClient | undefined => (e.expected._tag === 'Listing' ? e.expected.client : undefined)

const isList = ({ answer }: Answered): boolean => answer.descriptors !== undefined

const listedIds = ({ answer }: Answered): ReadonlyArray<string> =>
  listedIn(answer).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))

/** How many descriptors are not told apart as secrets that Add named. */
const unrecognised = (e: Answered): number => {
  const named = (known(e)?.secrets ?? []).map(({ id }) => id)
  return listedIn(e.answer).filter(({ id }) => typeof id !== 'string' || !named.includes(id)).length
}

/** Whether an id is that of a secret of this client which Add named, or an earlier List. */
const isNamed = (e: Exchange, id: unknown): boolean =>
  id !== undefined &&
  [...(known(e)?.secrets ?? []), ...(client(e)?.changing?.ever ?? [])].some((secret) => secret.id === id)

const withoutId = (e: Exchange): number => (known(e)?.secrets ?? []).filter(({ id }) => id === undefined).length

const otherSecrets = ({ world, expected }: Exchange): ReadonlyArray<KnownSecret> =>
  world.clients
    .filter(({ name }) => expected._tag === 'Listing' && name !== expected.client.name)
    .flatMap(({ secrets }) => secrets ?? [])
    .filter(({ id }) => id !== undefined)

/** So short an id is no sign of where it is from. */
const SHORT = 12

/** An id may be told apart within its client only; with the same date it is the same secret. */
const isOneOf =
  (secrets: ReadonlyArray<KnownSecret>) =>
  ({ id, date }: Listed): boolean =>
    secrets.some((s) => s.id === id && (s.date === undefined || typeof date !== 'number' || s.date === date))

const secretsOf = (e: Exchange, origin: KnownSecret['origin']): ReadonlyArray<KnownSecret> =>
  (known(e)?.secrets ?? []).filter((secret) => secret.origin === origin)

const isThere = (e: Answered, { id }: KnownSecret): boolean =>
  id === undefined ? unrecognised(e) >= withoutId(e) : listedIds(e).includes(id)

const byId = (listed: ReadonlyArray<{ readonly id: unknown; readonly date: unknown }>): string =>
  listed
    .map(({ id, date }) => JSON.stringify([id, date]))
    .sort()
    .join()

/** Dates that Add returned beside those listed for the same id, where no two secrets share it. */
const datePairs = (e: Answered): ReadonlyArray<readonly [added: number, listed: unknown]> =>
  (known(e)?.secrets ?? []).flatMap(({ id, date }) => {
    const [listed, another] = listedIn(e.answer).filter((l) => l.id === id)
    return id === undefined || date === undefined || listed === undefined || another !== undefined
      ? []
      : [[date, listed.date] as const]
  })

/** A secret is not made long after the client that it is made with. */
const MINUTE = 60

/** The dates of secrets made with the client, where it is known when that was. */
const creationDates = (e: Answered): ReadonlyArray<unknown> => {
  const made = secretsOf(e, 'creation').filter(({ id }) => id !== undefined)
  return client(e)?.created === undefined
    ? []
    : listedIn(e.answer).flatMap(({ id, date }) => (made.some((secret) => secret.id === id) ? [date] : []))
}

/** Dates listed beside the time at which the target itself said that the secret was made. */
const ownClock = (e: Answered): ReadonlyArray<readonly [madeAt: number, listed: number]> =>
  (known(e)?.secrets ?? []).flatMap(({ id, madeAt }) => {
    const date = listedIn(e.answer).find((l) => l.id === id)?.date
    return id === undefined || madeAt === undefined || typeof date !== 'number' ? [] : [[madeAt, date] as const]
  })

/** Less than the smallest offset of a time zone, and more than clocks differ on one machine. */
const FIVE_MINUTES = 300

const describeKnown = (e: Exchange): string => {
  const secrets = known(e)?.secrets
  if (secrets === undefined) return 'the secrets of the client'
  const names = secrets.map(({ id, origin }) => id ?? `the ${origin} secret`)
  return `${secrets.length} descriptor${secrets.length === 1 ? '' : 's'}${names.length === 0 ? '' : `: ${names.join(', ')}`}`
}

const idsIn = (secrets: ReadonlyArray<KnownSecret>): string => secrets.map(({ id, origin }) => id ?? origin).join(', ')

/**
 * The secrets that were left when several changes at the same time had been answered. More than two are a fault of the
 * changes alone where the limit is not kept for one Add after another either. A secret made with the client that no List
 * has shown yet is no matter of the changes.
 */
const changedTogether = (e: Exchange): ReadonlyArray<KnownSecret> | undefined => {
  const { secrets, changedTogether: isChanged, keepsLimit } = client(e) ?? {}
  return isChanged === true && (keepsLimit === true || (secrets?.length ?? 0) <= 2)
    ? secrets?.filter(({ origin, id }) => origin !== 'creation' || id !== undefined)
    : undefined
}

const listed = (clause: ClauseId, origin: KnownSecret['origin']): Law =>
  onSuccess(
    clause,
    (e) => isList(e) && secretsOf(e, origin).length > 0,
    (e) => secretsOf(e, origin).every((secret) => isThere(e, secret)),
    describeKnown
  )

export const listLaws: ReadonlyArray<Law> = [
  onSuccess(
    'list.complete',
    (e) => isList(e) && (known(e)?.secrets.length ?? 0) > 0,
    (e) => (known(e)?.secrets ?? []).every((secret) => isThere(e, secret)),
    describeKnown
  ),
  onSuccess(
    'list.only',
    (e) => isList(e) && known(e) !== undefined,
    (e) => unrecognised(e) <= withoutId(e) && listedIn(e.answer).length <= (known(e)?.secrets.length ?? 0),
    describeKnown
  ),
  listed('list.creationSecret', 'creation'),
  listed('list.generatedSecret', 'generated'),
  listed('list.callerSecret', 'caller'),
  onSuccess(
    'list.deletedSecret',
    (e) => isList(e) && client(e)?.secrets !== undefined && (client(e)?.deletedSecretIds.length ?? 0) > 0,
    // an id may be given again, also to a third secret
    (e) =>
      listedIds(e).every(
        (id) => client(e)?.secrets?.some((secret) => secret.id === id) || !client(e)?.deletedSecretIds.includes(id)
      ),
    (e) => `nothing of what was deleted; ${describeKnown(e)}`
  ),
  onSuccess(
    'list.otherClient',
    (e) => isList(e) && otherSecrets(e).length > 0,
    (e) =>
      listedIn(e.answer).every(
        (d) =>
          isNamed(e, d.id) ||
          !isOneOf(otherSecrets(e))(d) ||
          // it may be that of a secret which nothing has named yet
          (typeof d.id === 'string' && d.id.length < SHORT && (known(e) === undefined || withoutId(e) > 0))
      ),
    (e) => `no secret of another client; ${describeKnown(e)}`
  ),
  onAnswer(
    'list.empty',
    (e) => known(e)?.secrets.length === 0,
    ({ answer }) => answer.status === 200 && answer.descriptors?.length === 0,
    'HTTP 200 and an empty list'
  ),
  onSuccess(
    'list.afterRefusedAdd',
    (e) => isList(e) && known(e)?.client.refusedAdd === true,
    (e) =>
      listedIn(e.answer).length === known(e)?.secrets.length &&
      (known(e)?.secrets ?? []).every((secret) => isThere(e, secret)),
    describeKnown
  ),
  onSuccess(
    'list.duringChanges',
    (e) => isList(e) && client(e)?.changing !== undefined,
    (e) => {
      const { always, ever } = client(e)?.changing ?? { always: [], ever: [] }
      return (
        always.every(({ id }) => id !== undefined && listedIds(e).includes(id)) &&
        listedIn(e.answer).every(({ id }) => ever.some((secret) => secret.id === id))
      )
    },
    (e) => {
      const { always, ever } = client(e)?.changing ?? { always: [], ever: [] }
      return `${idsIn(always) || 'nothing'} in any case, and nothing but ${idsIn(ever) || 'that'}`
    }
  ),
  onSuccess(
    'list.afterConcurrentChanges',
    (e) => isList(e) && changedTogether(e) !== undefined,
    (e) => {
      const secrets = changedTogether(e) ?? []
      return (
        listedIn(e.answer).length >= secrets.length &&
        listedIn(e.answer).length <= 2 &&
        secrets.every(({ id }) => id === undefined || listedIds(e).includes(id))
      )
    },
    (e) => `at most 2 descriptors, among them ${idsIn(changedTogether(e) ?? []) || 'none in particular'}`
  ),
  onSuccess(
    'list.createDate',
    (e) => datePairs(e).length > 0 || creationDates(e).length > 0,
    (e) =>
      datePairs(e).every(([added, date]) => typeof date === 'number' && Math.abs(date - added) < 0.0005) &&
      creationDates(e).every((date) => typeof date === 'number' && Math.abs(date - (client(e)?.created ?? 0)) < MINUTE),
    (e) => `the dates that Add returned: ${(known(e)?.secrets ?? []).map(({ date }) => date ?? 'not known').join(', ')}`
  ),
  onSuccess(
    'list.currentDate',
    (e) => ownClock(e).length > 0,
    (e) => ownClock(e).every(([madeAt, date]) => Math.abs(date - madeAt) < FIVE_MINUTES),
    'dates that agree with the Date header of the response that told of the secret, within five minutes'
  ),
  onSuccess(
    'list.repeatable',
    (e) => isList(e) && client(e)?.listed !== undefined,
    (e) => byId(listedIn(e.answer)) === byId(client(e)?.listed ?? []),
    (e) => `the same as before: ${(client(e)?.listed ?? []).map(({ id }) => String(id)).join(', ') || 'nothing'}`
  )
]

/** Whether a list has what is known, and nothing else. */
export const isAsKnown = (e: Exchange): boolean =>
  listLaws.every(
    ({ clause, applies, holds }) => (clause !== 'list.complete' && clause !== 'list.only') || !applies(e) || holds(e)
  )
