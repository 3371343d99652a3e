/**
 * Where cases come from: all examples of a systematic search, and an arbitrary for what no list exhausts.
 */
import type * as fc from 'fast-check'
import { type TestCase, clientRef, list, type ListStep, poolRef } from '../TestCase.js'
import type { ClauseId } from '../../clauses/index.js'
import { OPERATION, TARGET_PREFIX } from '../../protocol/index.js'

/**
 * What a target offers to the suite.
 *
 * - `nothing`: no id that exists is known
 * - `given`: the ids of a pool and a client that somebody else made, named `main` and `one`
 * - `provisioned`: the suite makes pools and clients; `main` and `other` are pools, `one` and `two` clients of `main`
 *   with that many secrets, `none` one of `main` without, `elsewhere` one of `other`
 */
export type Scene = 'nothing' | 'given' | 'provisioned'

export interface Probe {
  readonly name: string
  /** The clauses that it is there for, and of those on requests all that it exercises. Others are judged wherever they apply. */
  readonly exercises: ReadonlyArray<ClauseId>
  readonly needs: Scene
  /** Sent whatever the number of runs. */
  readonly examples: (scene: Scene) => ReadonlyArray<TestCase>
  /** As many as there are runs, or a share of that. */
  readonly arbitrary: (scene: Scene) => fc.Arbitrary<TestCase>
  /** How many of the runs it takes, from 0 to 1; 1 if absent. */
  readonly share?: number
}

/** The X-Amz-Target of the operation. */
export const TARGET = `${TARGET_PREFIX}${OPERATION}`

/** Ids as Cognito makes them, of nothing that exists. */
export const ORDINARY = { ClientId: '1h57kf5cpq17m0eml12example', UserPoolId: 'us-east-1_Nobody123' } as const

/** The ids to hold still while others vary: ones that exist, if there are any. */
export const fixedIds = (scene: Scene): { readonly ClientId: string; readonly UserPoolId: string } =>
  scene === 'nothing' ? ORDINARY : { ClientId: clientRef('one'), UserPoolId: poolRef('main') }

/** A case of one call with these members in place of the ordinary ones. */
export const call = (
  scene: Scene,
  members: Readonly<Record<string, unknown>>,
  rest: Omit<ListStep, 'op' | 'body'> = {}
): TestCase => [list({ ...fixedIds(scene), ...members }, rest)]
