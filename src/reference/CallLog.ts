/**
 * The log of a test double: what was called with which ids, and how it ended. It holds no secret by construction: an id
 * is written down only if the service made it or was seeded with it, or if it is too short to be a secret.
 */
import { type EncodedResponse, errorName, header, type OperationCall } from '../protocol/index.js'
import { operations } from './operations.js'
import { secretIdOf } from './State.js'
import type { SeededPool } from './seededState.js'

/** One call of the test double. It holds no secret. */
export interface Call {
  /** Such as `AddUserPoolClientSecret`. */
  readonly operation: string
  /** By the clock of the test double. */
  readonly at: Date
  /** `(unknown)` for a text that could be a secret; absent where the request names none. */
  readonly UserPoolId?: string
  /** As `UserPoolId`. */
  readonly ClientId?: string
  /** Of the request or, for AddUserPoolClientSecret, of the answer. */
  readonly ClientSecretId?: string
  /** `success`, the name of an error, `lost answer` (the change was made) or `lost request` (it was not). */
  readonly outcome: string
}

/** Stands for a text that could be a secret. */
const UNKNOWN = '(unknown)'

/** A client secret has at least this many characters. */
const SECRET_LENGTH = 24

const IDS = ['UserPoolId', 'ClientId', 'ClientSecretId'] as const

type Ids = { readonly [K in (typeof IDS)[number]]?: string }

const memberOf = (u: unknown, key: string): unknown =>
  typeof u === 'object' && u !== null && Object.hasOwn(u, key) ? Reflect.get(u, key) : undefined

const idsIn = (u: unknown): Ids =>
  Object.fromEntries(
    IDS.flatMap((key) => {
      const id = memberOf(u, key)
      return typeof id === 'string' ? [[key, id]] : []
    })
  )

/** The ids that a successful answer gives. */
const idsOfAnswer = (response: EncodedResponse): Ids => {
  if (response.body === '') return {}
  const answer: unknown = JSON.parse(response.body) // the reference answers JSON
  const pool = memberOf(memberOf(answer, 'UserPool'), 'Id')
  return {
    ...(typeof pool === 'string' ? { UserPoolId: pool } : {}),
    ...idsIn(memberOf(answer, 'UserPoolClient')),
    ...idsIn(memberOf(answer, 'ClientSecretDescriptor'))
  }
}

const idsOfPool = ({ Id, clients = [] }: SeededPool): ReadonlyArray<string> => [
  Id,
  ...clients.flatMap(({ ClientId, secrets = [] }) => [
    ClientId,
    ...secrets.map((secret) => secret.ClientSecretId ?? secretIdOf(ClientId, secret.ClientSecretCreateDate.getTime()))
  ])
]

export class CallLog {
  private readonly entries: Array<Call> = []
  private readonly known: Set<string>

  constructor(pools: ReadonlyArray<SeededPool>) {
    this.known = new Set([...operations.keys(), ...pools.flatMap(idsOfPool)])
  }

  /** `ending` is given where the caller did not get the response; else the response says how the call ended. */
  add({ operation, input }: OperationCall, at: Date, ending: string | undefined, response?: EncodedResponse): void {
    const answered = response?.status === 200 ? idsOfAnswer(response) : {}
    Object.values(answered).forEach((id) => this.known.add(id))
    const ids = { ...idsIn(input), ...answered }
    const error = response && errorName(header(response.headers, 'x-amzn-errortype'))
    const shown = Object.entries(ids).map(([key, id]) => [key, this.show(id)])
    this.entries.push({
      operation: this.show(operation),
      at,
      ...Object.fromEntries(shown),
      outcome: ending ?? error ?? 'success'
    })
  }

  calls(): ReadonlyArray<Call> {
    return [...this.entries]
  }

  private show(id: string): string {
    return id.length < SECRET_LENGTH || this.known.has(id) ? id : UNKNOWN
  }
}
