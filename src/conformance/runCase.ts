/**
 * A case, step by step: what is sent, what the suite then knows, and the exchanges to be judged.
 */
import {
  addClient,
  addPool,
  type Case,
  changeSecrets,
  type Exchange,
  findClient,
  findPool,
  type KnownSecret,
  learn,
  listedIn,
  type ListStep,
  type SceneStep,
  toRequest,
  updateClient,
  updatePool,
  type World
} from '../laws/index.js'
import type { SceneAnswer, Session } from './Session.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export interface CaseResult {
  /** Each with the place of its step in the case. */
  readonly exchanges: ReadonlyArray<{ readonly exchange: Exchange; readonly at: number }>
  /** As it was after the last step. */
  readonly world: World
  /** Why the case was not carried to its end, if it was not. */
  readonly stuck: string | undefined
}

type Stepped = { readonly world: World; readonly exchanges?: ReadonlyArray<Exchange>; readonly stuck?: string }

/** What the names of all that a run creates begin with. */
export const NAME_PREFIX = 'cognito-secrets-contract'

// ------------------------------------------------------------------------------------
// reading scene answers
// ------------------------------------------------------------------------------------

const at = (body: unknown, ...path: ReadonlyArray<string>): unknown =>
  path.reduce<unknown>(
    (u, key) => (typeof u === 'object' && u !== null ? (u as Record<string, unknown>)[key] : undefined),
    body
  )

const textAt = (body: unknown, ...path: ReadonlyArray<string>): string | undefined => {
  const value = at(body, ...path)
  return typeof value === 'string' && value !== '' ? value : undefined
}

const added = ({ body }: SceneAnswer, own: boolean): KnownSecret => {
  const id = textAt(body, 'ClientSecretDescriptor', 'ClientSecretId')
  const date = at(body, 'ClientSecretDescriptor', 'ClientSecretCreateDate')
  return {
    origin: own ? 'caller' : 'generated',
    ...(id === undefined ? {} : { id }),
    ...(typeof date === 'number' ? { date } : {})
  }
}

// ------------------------------------------------------------------------------------
// steps
// ------------------------------------------------------------------------------------

const listStep = async (session: Session, world: World, step: ListStep): Promise<Stepped> => {
  const request = toRequest(step, world)
  if (request === undefined) return { world, stuck: 'it names what is not there' }
  const exchanges = await session.list(world, request)
  const last = exchanges.at(-1)
  const answer = last?.answer
  return last?.expected._tag === 'Listing' && answer?.status === 200 && answer.descriptors !== undefined
    ? { world: learn(world, last.expected.client.name, listedIn(answer)), exchanges }
    : { world, exchanges }
}

const idsOf = (world: World, name: string): { readonly UserPoolId: string; readonly ClientId: string } | undefined => {
  const client = findClient(world, name)
  const pool = client && findPool(world, client.pool)
  return client && pool && { UserPoolId: pool.id, ClientId: client.id }
}

const addStep = async (session: Session, world: World, name: string, own: boolean, key: string): Promise<Stepped> => {
  const ids = idsOf(world, name)
  if (ids === undefined) return { world, stuck: 'it names what is not there' }
  const before = findClient(world, name)?.secrets?.length ?? 0
  const answer = await session.call('AddUserPoolClientSecret', {
    ...ids,
    ...(own ? { ClientSecret: session.ownSecret(key) } : {})
  })
  if (answer.problem === undefined) {
    if (before >= 2) session.note('AddUserPoolClientSecret gave a client a third secret')
    if (own && textAt(answer.body, 'ClientSecretDescriptor', 'ClientSecretValue')) {
      session.note("AddUserPoolClientSecret returned a caller's own secret")
    }
    return { world: changeSecrets(world, name, (secrets) => [...secrets, added(answer, own)]) }
  }
  if (before >= 2) {
    if (!answer.problem.startsWith('LimitExceededException')) {
      session.note(`AddUserPoolClientSecret refused a third secret as ${answer.problem}`)
    }
    return { world: updateClient(world, name, (client) => ({ ...client, refusedAdd: true })) }
  }
  session.note(`AddUserPoolClientSecret was refused: ${answer.problem}`)
  return { world, stuck: `AddUserPoolClientSecret: ${answer.problem}` }
}

const deleteSecretStep = async (session: Session, world: World, name: string, position: number): Promise<Stepped> => {
  const ids = idsOf(world, name)
  const secrets = findClient(world, name)?.secrets ?? []
  const id = secrets[position]?.id
  if (ids === undefined || id === undefined) return { world }
  const answer = await session.call('DeleteUserPoolClientSecret', { ...ids, ClientSecretId: id })
  if (answer.problem !== undefined) {
    if (secrets.length > 1) session.note(`DeleteUserPoolClientSecret was refused: ${answer.problem}`)
    return { world }
  }
  if (secrets.length === 1) session.note('DeleteUserPoolClientSecret deleted the last secret of a client')
  return { world: changeSecrets(world, name, (all) => all.filter((secret) => secret.id !== id), id) }
}

const sceneStep = async (session: Session, world: World, step: SceneStep, key: string): Promise<Stepped> => {
  const refused = (operation: string, answer: SceneAnswer): Stepped => {
    const problem = answer.problem ?? 'an answer without the id'
    session.note(`${operation} was refused: ${problem}`)
    return { world, stuck: `${operation}: ${problem}` }
  }
  switch (step.op) {
    case 'createUserPool': {
      const answer = await session.call('CreateUserPool', { PoolName: `${NAME_PREFIX}-${step.pool}` })
      const id = textAt(answer.body, 'UserPool', 'Id')
      return id === undefined ? refused('CreateUserPool', answer) : { world: addPool(world, step.pool, id) }
    }
    case 'createUserPoolClient': {
      const answer = await session.call('CreateUserPoolClient', {
        UserPoolId: findPool(world, step.pool)?.id,
        ClientName: `${NAME_PREFIX}-${step.client}`,
        GenerateSecret: step.secret
      })
      const id = textAt(answer.body, 'UserPoolClient', 'ClientId')
      if (id === undefined) return refused('CreateUserPoolClient', answer)
      const secrets: ReadonlyArray<KnownSecret> = step.secret ? [{ origin: 'creation' }] : []
      return { world: addClient(world, { name: step.client, pool: step.pool, id, secrets }) }
    }
    case 'deleteUserPoolClient': {
      const answer = await session.call('DeleteUserPoolClient', idsOf(world, step.client) ?? {})
      return answer.problem === undefined
        ? { world: updateClient(world, step.client, (client) => ({ ...client, deleted: true })) }
        : refused('DeleteUserPoolClient', answer)
    }
    case 'deleteUserPool': {
      const answer = await session.call('DeleteUserPool', { UserPoolId: findPool(world, step.pool)?.id })
      return answer.problem === undefined
        ? { world: updatePool(world, step.pool, (pool) => ({ ...pool, deleted: true })) }
        : refused('DeleteUserPool', answer)
    }
    case 'addUserPoolClientSecret':
      return addStep(session, world, step.client, step.own, key)
    case 'deleteUserPoolClientSecret':
      return deleteSecretStep(session, world, step.client, step.position)
  }
}

// ------------------------------------------------------------------------------------
// cases
// ------------------------------------------------------------------------------------

/**
 * Carries out a case. `key` names it within the run, for the secrets that it plants.
 *
 * @since 0.1.0
 */
export const runCase = async (session: Session, base: World, steps: Case, key: string): Promise<CaseResult> => {
  const exchanges: Array<CaseResult['exchanges'][number]> = []
  let world = base
  for (const [at, step] of steps.entries()) {
    const stepped =
      step.op === 'list' ? await listStep(session, world, step) : await sceneStep(session, world, step, `${key}/${at}`)
    world = stepped.world
    exchanges.push(...(stepped.exchanges ?? []).map((exchange) => ({ exchange, at })))
    if (stepped.stuck !== undefined) return { exchanges, world, stuck: stepped.stuck }
  }
  return { exchanges, world, stuck: undefined }
}

interface Named {
  readonly name: string
}

const isNew =
  (all: ReadonlyArray<Named>) =>
  (one: Named): boolean =>
    !all.some(({ name }) => name === one.name)

/**
 * Deletes what `world` has beyond `base`, clients before their pools. Says what could not be deleted.
 *
 * @since 0.1.0
 */
export const cleanUp = async (session: Session, world: World, base: World): Promise<ReadonlyArray<string>> => {
  const left: Array<string> = []
  const newPools = world.pools.filter(isNew(base.pools)).filter((pool) => !pool.deleted)
  const newClients = world.clients.filter(isNew(base.clients)).filter((client) => !client.deleted)
  for (const client of newClients) {
    const ids = idsOf(world, client.name)
    if (ids === undefined || findPool(world, client.pool)?.deleted) continue
    const { problem } = await session.call('DeleteUserPoolClient', ids)
    if (problem !== undefined) left.push(`app client ${client.id} of pool ${ids.UserPoolId} (${problem})`)
  }
  for (const pool of newPools) {
    const { problem } = await session.call('DeleteUserPool', { UserPoolId: pool.id })
    if (problem !== undefined) left.push(`user pool ${pool.id} (${problem})`)
  }
  return left
}
