/**
 * The steps that set the scene: what they ask of the other operations, and what the suite then knows. What is wrong with
 * those operations is a note, never a verdict.
 */
import { findPool, type KnownClient, type World } from '../../../laws/server/World.js'
import { type Member, independentViolations } from '../../../laws/shared/independentCheck.js'
import { brief } from '../../shared/text.js'
import { addClient, addPool, updateClient, updatePool } from './worldChanges.js'
import type { SceneStep } from '../../../generators/TestCase.js'
import { idsOf } from './secretCalls.js'
import { addStep, deleteSecretStep, type SceneStepped, unknown } from './secretSteps.js'
import { secondsAt, textAt } from './sceneReadings.js'
import { nameOf, runId, TAG } from './poolName.js'
import type { SceneAnswer } from '../target/sceneCalls.js'
import type { Session } from '../target/Session.js'

const DAY = 86_400

/**
 * A case goes no further with an id that List must refuse: what would be judged is the operation that gave it. Told
 * once for each operation, with the first such id.
 */
const wellFormed = (
  session: Session,
  operation: string,
  member: Member,
  id: string,
  stepped: SceneStepped
): SceneStepped => {
  const found = independentViolations({ [member]: id }).find(({ path }) => path[0] === member)
  if (found === undefined) return stepped
  const kind = member === 'ClientId' ? 'client' : 'pool'
  const limit = String(found.limit)
  const rule =
    found.constraint === 'pattern'
      ? `${member}'s pattern ${limit} refuses`
      : `is longer than a ${member} may be: ${limit}`
  const stuck = `${operation} named a ${kind} "${brief(id)}", which ${rule}`
  session.note(stuck, `${operation} gave an ill-formed id`)
  return { ...stepped, stuck }
}

/** Carries out one step. `key` names it within the run, for the secret that it may plant. */
export const sceneStep = async (
  session: Session,
  world: World,
  step: SceneStep,
  key: string
): Promise<SceneStepped> => {
  const refused = (operation: string, answer: SceneAnswer): SceneStepped => {
    const unread = answer.isHidden ? session.hidden()?.why : undefined
    const problem = answer.problem ?? unread ?? 'an answer without the id'
    const what = answer.problem === undefined || session.hasFixtures ? operation : `${operation} failed`
    if (unread === undefined) session.note(`${what}: ${problem}`)
    return { world, stuck: `${operation}: ${problem}` }
  }
  /** Two of one id are one to List: what would be judged is the operation that gave it. */
  const notNew = (operation: string, kind: 'client' | 'pool', id: string): SceneStepped => {
    const stuck = `${operation} gave a new ${kind} the id "${brief(id)}", which another has`
    session.note(stuck, `${operation} gave an id twice`)
    return { world, stuck }
  }
  switch (step.op) {
    case 'createUserPool': {
      const calledAs = nameOf(session, step.pool)
      const answer = await session.call('CreateUserPool', {
        PoolName: calledAs,
        UserPoolTags: { [TAG]: runId(session) }
      })
      const id = textAt(answer.body, 'UserPool', 'Id')
      if (id === undefined) return refused('CreateUserPool', answer)
      if (world.pools.some((pool) => pool.id === id)) return notNew('CreateUserPool', 'pool', id)
      const created = secondsAt(answer.body, 'UserPool', 'CreationDate')
      return wellFormed(session, 'CreateUserPool', 'UserPoolId', id, {
        world: addPool(world, { name: step.pool, calledAs, id, ...(created === undefined ? {} : { created }) })
      })
    }
    case 'createUserPoolClient': {
      const pool = findPool(world, step.pool)
      if (pool === undefined) return unknown(world)
      // the name could be an id, so that a lookup by name is seen
      const calledAs = nameOf(session, step.client).replaceAll('-', '_')
      const answer = await session.call('CreateUserPoolClient', {
        UserPoolId: pool.id,
        ClientName: calledAs,
        GenerateSecret: step.secret
      })
      const id = textAt(answer.body, 'UserPoolClient', 'ClientId')
      if (id === undefined) return refused('CreateUserPoolClient', answer)
      if (world.clients.some((client) => client.id === id && client.pool === step.pool)) {
        return notNew('CreateUserPoolClient', 'client', id)
      }
      session.rememberClient(pool.id, id)
      const isShown = textAt(answer.body, 'UserPoolClient', 'ClientSecret') !== undefined
      if (isShown && !step.secret) session.note('CreateUserPoolClient made a secret that nobody asked for')
      if (!isShown && step.secret)
        session.note('CreateUserPoolClient showed no secret although GenerateSecret was true')
      const made: Pick<KnownClient, 'secrets' | 'isUnlisted'> =
        !isShown && step.secret
          ? { secrets: undefined, isUnlisted: true }
          : {
              secrets: isShown
                ? [{ origin: 'creation', ...(answer.date === undefined ? {} : { madeAt: answer.date }) }]
                : []
            }
      const created = secondsAt(answer.body, 'UserPoolClient', 'CreationDate')
      // dates of two days are a fault of those operations, or of a clock
      const isLikely = created !== undefined && Math.abs(created - (pool.created ?? Date.now() / 1000)) < DAY
      return wellFormed(session, 'CreateUserPoolClient', 'ClientId', id, {
        world: addClient(world, {
          name: step.client,
          calledAs,
          pool: step.pool,
          id,
          ...made,
          isPublic: !step.secret,
          ...(isLikely ? { created } : {})
        })
      })
    }
    case 'deleteUserPoolClient': {
      const ids = idsOf(world, step.client)
      if (ids === undefined) return unknown(world)
      const answer = await session.call('DeleteUserPoolClient', ids)
      return answer.problem === undefined
        ? { world: updateClient(world, step.client, (client) => ({ ...client, deleted: true })) }
        : refused('DeleteUserPoolClient', answer)
    }
    case 'deleteUserPool': {
      const pool = findPool(world, step.pool)
      if (pool === undefined) return unknown(world)
      const answer = await session.call('DeleteUserPool', { UserPoolId: pool.id })
      return answer.problem === undefined
        ? { world: updatePool(world, step.pool, (one) => ({ ...one, deleted: true })) }
        : refused('DeleteUserPool', answer)
    }
    case 'addUserPoolClientSecret':
      return addStep(session, world, step, key)
    case 'deleteUserPoolClientSecret':
      return deleteSecretStep(session, world, step.client, step.position)
  }
}
