/**
 * The calls that give a client a secret and take one away.
 */
import type { AddSecretStep, SecretChange } from '../../../generators/TestCase.js'
import { findClient, findPool, type KnownSecret, type World } from '../../../laws/server/World.js'
import { dateAt, textAt } from './sceneReadings.js'
import type { SceneAnswer } from '../target/sceneCalls.js'
import type { Session } from '../target/Session.js'

export interface ClientIds {
  readonly UserPoolId: string
  readonly ClientId: string
}

export const idsOf = (world: World, name: string): ClientIds | undefined => {
  const client = findClient(world, name)
  const pool = client && findPool(world, client.pool)
  return client && pool && { UserPoolId: pool.id, ClientId: client.id }
}

/** The id of the secret that a client has at this position, `undefined` where it is not known. */
export const secretId = (world: World, name: string, position: number): string | undefined =>
  findClient(world, name)?.secrets?.[position]?.id

/** The secret that a successful Add made. */
export const addedSecret = ({ body, date: at }: SceneAnswer, own: boolean): KnownSecret => {
  const id = textAt(body, 'ClientSecretDescriptor', 'ClientSecretId')
  const date = dateAt(body, 'ClientSecretDescriptor', 'ClientSecretCreateDate')
  return {
    origin: own ? 'caller' : 'generated',
    ...(id === undefined ? {} : { id }),
    ...(date === undefined ? {} : { date }),
    ...(at === undefined ? {} : { madeAt: at })
  }
}

/** `key` names the step within the run: its own secret follows from it, or from the case and the value's name. */
export const sendAdd = async (
  session: Session,
  ids: ClientIds,
  { own, value }: Pick<AddSecretStep, 'own' | 'value'>,
  key: string
): Promise<SceneAnswer> => {
  const secret = own
    ? session.ownSecret(value === undefined ? key : `${key.replace(/(?:\/\d+)+$/, '')}/${value}`)
    : undefined
  const answer = await session.call('AddUserPoolClientSecret', { ...ids, ClientSecret: secret })
  if (own && textAt(answer.body, 'ClientSecretDescriptor', 'ClientSecretValue') === secret) {
    session.note("AddUserPoolClientSecret returned a caller's own secret, which Cognito leaves out")
  }
  return answer
}

export const sendDelete = (session: Session, ids: ClientIds, ClientSecretId: string): Promise<SceneAnswer> =>
  session.call('DeleteUserPoolClientSecret', { ...ids, ClientSecretId })

/** The note for a change that a List has shown to be carried out although it was refused. */
export const carriedOut = (op: SecretChange['op'], problem: string): string =>
  `${op.charAt(0).toUpperCase()}${op.slice(1)} was carried out although its answer was ${problem}`
