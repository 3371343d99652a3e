/**
 * The steps that lives of clients and pools are made of.
 */
import { CONTENT_TYPE } from '../../protocol/index.js'
import { listClient, type ListStep, type SceneStep, type SecretChange, type Step } from '../TestCase.js'
import { TARGET } from './Probe.js'

export const own = (client: string, value?: string): SecretChange => ({
  op: 'addUserPoolClientSecret',
  client,
  own: true,
  ...(value === undefined ? {} : { value })
})
export const generated = (client: string): SecretChange => ({ op: 'addUserPoolClientSecret', client, own: false })
export const remove = (client: string, position: number): SecretChange => ({
  op: 'deleteUserPoolClientSecret',
  client,
  position
})
export const create = (client: string, secret = true, pool = 'main'): SceneStep => ({
  op: 'createUserPoolClient',
  pool,
  client,
  secret
})
export const look = (name: string): ListStep => listClient(name)
export const together = (...names: ReadonlyArray<string>): Step => ({
  op: 'together',
  lists: names.map((name) => listClient(name))
})
/** Changes at the same time, and Lists of these clients on the way. */
export const atOnce = (changes: ReadonlyArray<SecretChange>, ...looks: ReadonlyArray<string>): Step => ({
  op: 'together',
  lists: looks.map((name) => listClient(name)),
  changes
})

/** Two rotations at a time, one to a caller's own secret and one to a generated one. */
export const rotations = (times: number, ...looks: ReadonlyArray<ListStep>): Step => ({
  op: 'repeat',
  times,
  steps: [own('a'), ...looks, remove('a', 0), generated('a'), ...looks, remove('a', 0)]
})

/** A List with the id that an SDK gives a call and its retries: it names the call, not what is answered. */
export const invoked = (): ListStep => ({
  ...look('a'),
  headers: {
    'content-type': CONTENT_TYPE,
    'x-amz-target': TARGET,
    'amz-sdk-invocation-id': 'b8f5cd0f-39b0-4d9e-9f5c-2f2a4b0c7d11'
  }
})
