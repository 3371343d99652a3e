/**
 * The scene that cases play in: pools and clients that the suite makes, ids that it is given, or nothing.
 */
import { isLeft } from '../../../contract/Either.js'
import { validateRequest } from '../../../contract/validateRequest.js'
import { brief } from '../../shared/text.js'
import { emptyWorld, type World } from '../../../laws/server/World.js'
import { addClient, addPool } from './worldChanges.js'
import { type TestCase, listClient } from '../../../generators/TestCase.js'
import { type Scene } from '../../../generators/probes/Probe.js'
import { type CaseResult, runCase } from './runCase.js'
import type { Session } from '../target/Session.js'

/** Ids of a pool and a client that exist, for a target that the suite must not or cannot provision. */
export interface GivenIds {
  /** The pool of the client. */
  readonly userPoolId: string
  /** An app client in that pool. */
  readonly clientId: string
}

/** Why no run can start with these ids, found before the first request: wrong usage, not a verdict about the target. */
export const problemOfIds = ({ userPoolId, clientId }: GivenIds): string | undefined => {
  const ids = validateRequest({ UserPoolId: userPoolId, ClientId: clientId })
  return isLeft(ids) ? `the given ids cannot be those of Cognito: ${brief(ids.left.message)}` : undefined
}

export interface SetScene {
  readonly scene: Scene
  readonly world: World
  /** What was made; the listings on the way are exchanges like all others. */
  readonly made: CaseResult
  /** Why the scene is less than `provisioned`. */
  readonly because: string | undefined
}

/** Makes what `Scene` promises. A case like every other, and as good a counterexample. */
export const sceneCase: TestCase = [
  { op: 'createUserPool', pool: 'main' },
  { op: 'createUserPool', pool: 'other' },
  { op: 'createUserPoolClient', pool: 'main', client: 'one', secret: true },
  listClient('one'),
  { op: 'createUserPoolClient', pool: 'main', client: 'two', secret: true },
  listClient('two'),
  { op: 'addUserPoolClientSecret', client: 'two', own: true },
  listClient('two'),
  { op: 'createUserPoolClient', pool: 'main', client: 'none', secret: false },
  listClient('none'),
  { op: 'createUserPoolClient', pool: 'other', client: 'elsewhere', secret: true },
  listClient('elsewhere', 'other')
]

const nothingMade: CaseResult = { exchanges: [], world: emptyWorld, stuck: undefined }

const given = ({ userPoolId, clientId }: GivenIds): World =>
  addClient(addPool(emptyWorld, { name: 'main', id: userPoolId }), {
    name: 'one',
    pool: 'main',
    id: clientId,
    secrets: undefined
  })

export const setScene = async (session: Session, ids: GivenIds | undefined, provision: boolean): Promise<SetScene> => {
  if (ids !== undefined) {
    return {
      scene: 'given',
      world: given(ids),
      made: nothingMade,
      because: 'ids were given, so nothing was provisioned'
    }
  }
  if (!provision) {
    return { scene: 'nothing', world: emptyWorld, made: nothingMade, because: 'provisioning was not allowed' }
  }
  const made = await runCase(session, { ...emptyWorld, restarts: session.restarts() }, sceneCase, 'scene')
  if (made.stuck === undefined) return { scene: 'provisioned', world: made.world, made, because: undefined }
  const what = session.hasFixtures ? 'the fixtures did not set the scene' : 'the target could not be provisioned'
  return { scene: 'nothing', world: emptyWorld, made, because: `${what}: ${made.stuck}` }
}
