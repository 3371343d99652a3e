/**
 * The reference service as tests drive it: operations by name, ids as the service made them.
 */
import { initialState, operations, type State } from '../../src/reference/index.js'

/** What came back: the body of a success, or the name of the error and its message. */
export interface Outcome {
  readonly state: State
  readonly body: Readonly<Record<string, unknown>>
  readonly error: string | undefined
  readonly message: string | undefined
}

export const NOW = new Date('2026-11-23T00:00:00.000Z')

export const operate = (state: State, name: string, input: unknown, now = NOW): Outcome => {
  const operation = operations.get(name)
  if (operation === undefined) throw new Error(`there is no operation ${name}`)
  const [next, { status, headers, body }] = operation(state, input, now)
  const parsed = body === '' ? {} : (JSON.parse(body) as Record<string, unknown>) // the reference answers objects
  if (status === 200) return { state: next, body: parsed, error: undefined, message: undefined }
  return { state: next, body: {}, error: headers['x-amzn-errortype'], message: String(parsed['message']) }
}

export const memberAt = (u: unknown, ...path: ReadonlyArray<string | number>): unknown =>
  path.reduce<unknown>((v, key) => (typeof v === 'object' && v !== null ? Reflect.get(v, key) : undefined), u)

const textAt = (u: unknown, ...path: ReadonlyArray<string>): string => String(memberAt(u, ...path))

export interface Ids {
  readonly UserPoolId: string
  readonly ClientId: string
}

export const createPool = (state: State): readonly [State, string] => {
  const { state: next, body } = operate(state, 'CreateUserPool', { PoolName: 'pool' })
  return [next, textAt(body, 'UserPool', 'Id')]
}

export const createClient = (
  state: State,
  UserPoolId: string,
  GenerateSecret = true,
  now = NOW
): readonly [State, Ids, string] => {
  const input = { UserPoolId, ClientName: 'client', GenerateSecret }
  const { state: next, body } = operate(state, 'CreateUserPoolClient', input, now)
  const client = memberAt(body, 'UserPoolClient')
  return [next, { UserPoolId, ClientId: textAt(client, 'ClientId') }, textAt(client, 'ClientSecret')]
}

/** One pool with one confidential client. */
export const oneClient = (seed = 1): readonly [State, Ids, string] => {
  const [state, pool] = createPool(initialState(seed))
  return createClient(state, pool)
}

export interface Descriptor {
  readonly ClientSecretId: string
  readonly ClientSecretCreateDate: number
}

export const listed = (state: State, ids: Ids): ReadonlyArray<Descriptor> => {
  const list = memberAt(operate(state, 'ListUserPoolClientSecrets', ids).body, 'ClientSecrets')
  if (!Array.isArray(list)) throw new Error('there is no list')
  return list as ReadonlyArray<Descriptor>
}
