/**
 * What the service holds while it is under load, and the mix of requests about it.
 */
import { ask } from './exchange.js'
import type { MixedRequest } from './load.js'
import { list, post } from './messages.js'

export interface Scene {
  readonly UserPoolId: string
  readonly ClientId: string
}

const MISSING_CLIENT = 'nosuchclient0000000000000'

const create = async (port: number, operation: string, input: object): Promise<string> => {
  const answer = await ask(port, post(operation, JSON.stringify(input)))
  if (answer?.status !== 200) throw new Error(`${operation}: HTTP ${answer?.status}`)
  return answer.body
}

const textAt = (body: string, name: string): string => new RegExp(`"${name}":"([^"]+)"`).exec(body)?.[1] ?? ''

export const makeScene = async (port: number): Promise<Scene> => {
  const UserPoolId = textAt(await create(port, 'CreateUserPool', { PoolName: 'fire' }), 'Id')
  const input = { UserPoolId, ClientName: 'fire', GenerateSecret: true }
  const ClientId = textAt(await create(port, 'CreateUserPoolClient', input), 'ClientId')
  await create(port, 'AddUserPoolClientSecret', { UserPoolId, ClientId })
  return { UserPoolId, ClientId }
}

/** Of ten requests, six list a client; the others are refused for their ids, a missing client, the limit of two, their operation. */
export const mixOf = ({ UserPoolId, ClientId }: Scene): ReadonlyArray<MixedRequest> => {
  const good = { bytes: list(UserPoolId, ClientId), status: 200 }
  const refused = [
    list('no pool', 'no-client'),
    list(UserPoolId, MISSING_CLIENT),
    post('AddUserPoolClientSecret', JSON.stringify({ UserPoolId, ClientId })),
    post('NoSuchOperation', '{}')
  ].map((bytes) => ({ bytes, status: 400 }))
  return [good, good, ...refused.slice(0, 2), good, good, ...refused.slice(2), good, good]
}
