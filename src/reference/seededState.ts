/**
 * The state of a service that already has pools, clients and secrets.
 */
import { type Check, guarded, type Path, Refusal, refusalAt } from '../contract/Check.js'
import { ClientId } from '../contract/ClientId.js'
import { ClientSecretId } from '../contract/ClientSecretId.js'
import { MAX_CLIENT_SECRETS } from '../contract/ListUserPoolClientSecretsResponse.js'
import { checkOf } from '../contract/Description.js'
import { Timestamp } from '../contract/Timestamp.js'
import { UserPoolId } from '../contract/UserPoolId.js'
import { clientSecret, name } from './inputs.js'
import {
  type AppClient,
  initialState,
  makeName,
  putClient,
  putPool,
  secretIdOf,
  type State,
  type StoredSecret
} from './State.js'

/** A secret that the test double has from the start. */
export interface SeededSecret {
  /** Made of the client's id and the date unless given. 1 to 128 characters. */
  readonly ClientSecretId?: string
  /** A valid Date. */
  readonly ClientSecretCreateDate: Date
  /** Made from the seed unless given. 24 to 64 letters, digits, `_` and `+`. */
  readonly ClientSecretValue?: string
}

/** An app client that the test double has from the start. */
export interface SeededClient {
  /** A valid ClientId. */
  readonly ClientId: string
  /** Default: `seeded`. */
  readonly ClientName?: string
  /** One or two, in any order. A client without this member is a public client, which can have no secret. */
  readonly secrets?: ReadonlyArray<SeededSecret>
}

/** A user pool that the test double has from the start. */
export interface SeededPool {
  /** A valid UserPoolId. */
  readonly Id: string
  /** Default: `seeded`. */
  readonly Name?: string
  /** Default: none. */
  readonly clients?: ReadonlyArray<SeededClient>
}

const missing = refusalAt([], 'required')
const notDate = refusalAt([], 'type', 'valid Date')

const checkName = checkOf(name)
const checkSecret = checkOf(clientSecret)

/** A date as a `Date`, where the codec Timestamp reads epoch seconds. */
const checkDate: Check<Date> = guarded((u, issues) =>
  u === undefined ? missing(u, issues) : Timestamp.is(u) ? u : notDate(u, issues)
)

/** Collects what is wrong with a seed, as places and constraints; it holds no value of the seed. */
class Problems {
  readonly found: Array<string> = []

  report(path: Path, problem: string): void {
    const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('')
    this.found.push(`${place.slice(1)}: ${problem}`)
  }

  check(check: Check<unknown>, value: unknown, path: Path): void {
    const checked = check(value)
    if (!(checked instanceof Refusal)) return
    for (const { violation } of checked.issues) {
      const { constraint, limit } = violation
      this.report(path, limit === undefined ? constraint : `${constraint} ${limit}`)
    }
  }

  checkUnique(values: ReadonlyArray<string>, path: Path, member: string): void {
    values.forEach((value, i) => {
      const first = values.indexOf(value)
      if (first !== i) this.report([...path, i, member], `the same as at ${first}`)
    })
  }
}

const idOf = (ClientId: string, { ClientSecretId, ClientSecretCreateDate }: SeededSecret): string =>
  ClientSecretId ?? secretIdOf(ClientId, ClientSecretCreateDate.getTime())

const checkClient = (problems: Problems, client: SeededClient, path: Path): void => {
  problems.check(ClientId.check, client.ClientId, [...path, 'ClientId'])
  if (client.ClientName !== undefined) problems.check(checkName, client.ClientName, [...path, 'ClientName'])
  const { secrets } = client
  if (secrets === undefined) return
  if (secrets.length === 0 || secrets.length > MAX_CLIENT_SECRETS) {
    problems.report([...path, 'secrets'], 'one or two are possible; leave it out for a public client')
  }
  const before = problems.found.length
  secrets.forEach((secret, i) => {
    const at = [...path, 'secrets', i]
    const { ClientSecretId: id, ClientSecretCreateDate: date, ClientSecretValue: value } = secret
    if (id !== undefined) problems.check(ClientSecretId.check, id, [...at, 'ClientSecretId'])
    problems.check(checkDate, date, [...at, 'ClientSecretCreateDate'])
    if (value === undefined) return
    problems.check(checkSecret, value, [...at, 'ClientSecretValue'])
    // ids are shown in lists and logs
    if (value === id) problems.report([...at, 'ClientSecretId'], 'the same as the value of the secret')
  })
  if (problems.found.length > before) return
  const ids = secrets.map((secret) => idOf(client.ClientId, secret))
  problems.checkUnique(ids, [...path, 'secrets'], 'ClientSecretId')
}

const problemsOf = (pools: ReadonlyArray<SeededPool>): ReadonlyArray<string> => {
  const problems = new Problems()
  pools.forEach(({ Id, Name, clients = [] }, i) => {
    problems.check(UserPoolId.check, Id, ['pools', i, 'Id'])
    if (Name !== undefined) problems.check(checkName, Name, ['pools', i, 'Name'])
    clients.forEach((client, j) => checkClient(problems, client, ['pools', i, 'clients', j]))
    const ids = clients.map(({ ClientId }) => ClientId)
    problems.checkUnique(ids, ['pools', i, 'clients'], 'ClientId')
  })
  const ids = pools.map(({ Id }) => Id)
  problems.checkUnique(ids, ['pools'], 'Id')
  return problems.found
}

/** The last millisecond that a Date can hold. */
const LAST_MOMENT = 8.64e15

/** The number that an id ends in, where the service could make such an id itself. */
const timeIn = ({ ClientSecretId }: StoredSecret): number => {
  const time = Number(/--(\d{1,16})$/.exec(ClientSecretId)?.[1] ?? 0)
  return time < LAST_MOMENT ? time : 0
}

const makeSecrets = (before: State, client: SeededClient): readonly [State, ReadonlyArray<StoredSecret>] => {
  let state = before
  const secrets = (client.secrets ?? []).map((secret) => {
    const [next, made] = makeName(state, 52)
    state = next
    return {
      ClientSecretId: idOf(client.ClientId, secret),
      ClientSecretCreateDate: new Date(secret.ClientSecretCreateDate),
      ClientSecretValue: secret.ClientSecretValue ?? made
    }
  })
  const oldestFirst = secrets.sort((a, b) => a.ClientSecretCreateDate.getTime() - b.ClientSecretCreateDate.getTime())
  return [state, oldestFirst]
}

/**
 * The state of a service with these pools. Throws a TypeError that names every ill-formed member by its place, such as
 * `pools[0].clients[1].ClientId: pattern [\w+]+`, and holds no value of the seed.
 */
export const seededState = (seed: number, pools: ReadonlyArray<SeededPool>, now: Date): State => {
  const problems = problemsOf(pools)
  if (problems.length > 0) throw new TypeError(`The pools of the test double are not valid. ${problems.join('; ')}`)
  let state = initialState(seed)
  for (const { Id, Name = 'seeded', clients = [] } of pools) {
    state = putPool(state, { Id, Name, CreationDate: now, clients: new Map() })
    for (const seeded of clients) {
      const [next, secrets] = makeSecrets(state, seeded)
      const client: AppClient = {
        ClientId: seeded.ClientId,
        ClientName: seeded.ClientName ?? 'seeded',
        CreationDate: secrets[0]?.ClientSecretCreateDate ?? now,
        confidential: seeded.secrets !== undefined,
        secrets,
        lastSecretTime: Math.max(0, ...secrets.map(timeIn))
      }
      const pool = next.pools.get(Id)
      if (pool !== undefined) state = putClient(next, pool, client)
    }
  }
  return state
}
