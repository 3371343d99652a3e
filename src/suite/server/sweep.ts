/**
 * Finds what earlier runs left on a target, and removes it if asked: pools with the name and the tag that a run gives, and
 * no others.
 */
import { memberOf, parseResponse } from '../../laws/shared/ParsedResponse.js'
import { masker } from '../shared/mask.js'
import { brief, plural } from '../shared/text.js'
import { readName, runId, type RunMark, TAG } from './scene/poolName.js'
import { operationRequest } from './target/operationRequest.js'
import type { Target } from './target/Target.js'

/** What is looked for, and whether it is deleted. */
export interface SweepOptions {
  /** Only what the run with this seed made. Default: what any run made. */
  readonly seed?: number
  /** Whether to delete what is found. Default false. */
  readonly remove?: boolean
  /** Leaves alone what a run made that began fewer seconds ago: it may not have ended. Default 3600. */
  readonly minAge?: number
  /** Whether a pool without any tag is somebody else's. Default false: many emulators forget tags. */
  readonly requireTag?: boolean
  /** What signs requests: masked in what is told. Default: none. */
  readonly credentialSecrets?: ReadonlyArray<string>
}

/** What was found on the target, and what became of it. */
export interface Swept {
  /** Pools that a run had made, `NAME (ID)`. */
  readonly found: ReadonlyArray<string>
  /** As `found`; empty without `remove`. */
  readonly removed: ReadonlyArray<string>
  /** Pools that bear the name that a run gives and are left alone, each with the reason. */
  readonly spared: ReadonlyArray<string>
  /** What went wrong. */
  readonly problems: ReadonlyArray<string>
}

interface Pool {
  readonly Id: string
  readonly Name: string
  readonly mark: RunMark
}

type Members = Readonly<Record<string, unknown>>

const PAGE = 60
const MAX_PAGES = 1000

/** Of what a target says, in one line. */
const MAX_SHOWN = 300

const call = async (target: Target, operation: string, input: object): Promise<Members | string> => {
  try {
    const answer = parseResponse(await target(operationRequest(operation, input)))
    return answer.status === 200
      ? (answer.body ?? {})
      : `${answer.errorType ?? 'an unnamed error'}, HTTP ${answer.status}`
  } catch (error) {
    return error instanceof Error ? error.message : 'the target threw something that is no Error'
  }
}

/** Every pool with a name that a run gives. */
const namedPools = async (
  target: Target,
  seed: number | undefined
): Promise<{ readonly pools: ReadonlyArray<Pool>; readonly problem?: string }> => {
  const pools: Array<Pool> = []
  let NextToken: unknown
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await call(target, 'ListUserPools', { MaxResults: PAGE, ...(NextToken ? { NextToken } : {}) })
    if (typeof answer === 'string') return { pools, problem: `ListUserPools: ${answer}` }
    const listed: ReadonlyArray<unknown> = Array.isArray(answer['UserPools']) ? answer['UserPools'] : []
    for (const one of listed) {
      const [Id, Name] = [memberOf(one, 'Id'), memberOf(one, 'Name')]
      if (typeof Id !== 'string' || typeof Name !== 'string') continue
      const mark = readName(Name)
      if (mark === undefined) continue
      if (seed === undefined || runId(mark) === runId({ ...mark, seed })) pools.push({ Id, Name, mark })
    }
    const next = answer['NextToken']
    // a token that comes again would go on for ever
    if (typeof next !== 'string' || next === '' || next === NextToken) break
    NextToken = next
  }
  return { pools }
}

/** Why a pool is to be left alone, for its tags. */
const foreignTag = async (target: Target, { Id, mark }: Pool, requireTag: boolean): Promise<string | undefined> => {
  const answer = await call(target, 'DescribeUserPool', { UserPoolId: Id })
  const tags = memberOf(memberOf(answer, 'UserPool'), 'UserPoolTags')
  const isTagged = Object.keys(tags ?? {}).length > 0
  if (!isTagged) return requireTag ? 'it has no tag of a run' : undefined
  return memberOf(tags, TAG) === runId(mark) ? undefined : 'its tags are not those of a run'
}

/** Why a pool is to be left alone, for its age. */
const youth = ({ mark }: Pool, minAge: number): string | undefined => {
  const age = Math.floor(Date.now() / 1000) - mark.startedAt
  if (age >= minAge) return undefined
  return age < 0 ? 'its run began later than now' : `its run began ${plural(Math.floor(age / 60), 'minute')} ago`
}

/** Looks through all pools; deletes what runs made if `remove` says so. Total. */
export const sweep = async (target: Target, options: SweepOptions = {}): Promise<Swept> => {
  const mask = masker(options.credentialSecrets ?? [])
  const shown = (text: string): string => brief(mask(text), MAX_SHOWN)
  const { pools, problem } = await namedPools(target, options.seed)
  const found: Array<string> = []
  const removed: Array<string> = []
  const spared: Array<string> = []
  const problems = problem === undefined ? [] : [shown(problem)]
  for (const pool of pools) {
    const name = shown(`${pool.Name} (${pool.Id})`)
    const reason = youth(pool, options.minAge ?? 3600) ?? (await foreignTag(target, pool, options.requireTag ?? false))
    if (reason !== undefined) {
      spared.push(`${name}: ${reason}`)
      continue
    }
    found.push(name)
    if (!options.remove) continue
    const answer = await call(target, 'DeleteUserPool', { UserPoolId: pool.Id })
    if (typeof answer === 'string') problems.push(`${name} could not be removed: ${shown(answer)}`)
    else removed.push(name)
  }
  return { found, removed, spared, problems }
}
