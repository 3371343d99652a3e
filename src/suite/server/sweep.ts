/**
 * Removes what earlier runs left on a target: pools that bear the name that this suite gives, and no others.
 */
import { memberOf, parseResponse } from '../../laws/shared/ParsedResponse.js'
import { CONTENT_TYPE, TARGET_PREFIX } from '../../protocol/index.js'
import { nameOf } from './sceneSteps.js'
import type { Target } from './Target.js'

export interface SweepOptions {
  /** Only what the run with this seed made. Default: what any run made. */
  readonly seed?: number
  /** Says what would be removed, and removes nothing. */
  readonly dryRun?: boolean
}

export interface Swept {
  /** Pools found that a run had made, `NAME (ID)`. */
  readonly found: ReadonlyArray<string>
  readonly removed: ReadonlyArray<string>
  /** What went wrong. */
  readonly problems: ReadonlyArray<string>
}

type Members = Readonly<Record<string, unknown>>

const PAGE = 60
const MAX_PAGES = 1000

const call = async (target: Target, operation: string, input: object): Promise<Members | string> => {
  const headers = { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${operation}` }
  try {
    const answer = parseResponse(await target({ method: 'POST', path: '/', headers, body: JSON.stringify(input) }))
    return answer.status === 200
      ? (answer.body ?? {})
      : `${answer.errorType ?? 'an unnamed error'}, HTTP ${answer.status}`
  } catch (error) {
    return error instanceof Error ? error.message : 'no answer'
  }
}

const isOurs = (name: string, seed: number | undefined): boolean =>
  /^cognito-secrets-contract-[0-9a-z]{1,7}-\w+$/.test(name) && (seed === undefined || name.startsWith(nameOf(seed, '')))

/** The id and name of every pool that a run made. */
const ourPools = async (
  target: Target,
  seed: number | undefined
): Promise<{
  readonly pools: ReadonlyArray<{ readonly Id: string; readonly Name: string }>
  readonly problem?: string
}> => {
  const pools: Array<{ readonly Id: string; readonly Name: string }> = []
  let NextToken: unknown
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await call(target, 'ListUserPools', { MaxResults: PAGE, ...(NextToken ? { NextToken } : {}) })
    if (typeof answer === 'string') return { pools, problem: `ListUserPools: ${answer}` }
    const listed: ReadonlyArray<unknown> = Array.isArray(answer['UserPools']) ? answer['UserPools'] : []
    for (const one of listed) {
      const [Id, Name] = [memberOf(one, 'Id'), memberOf(one, 'Name')]
      if (typeof Id === 'string' && typeof Name === 'string' && isOurs(Name, seed)) pools.push({ Id, Name })
    }
    const next = answer['NextToken']
    // a token that comes again would go on for ever
    if (typeof next !== 'string' || next === '' || next === NextToken) break
    NextToken = next
  }
  return { pools }
}

export const sweep = async (target: Target, { seed, dryRun = false }: SweepOptions = {}): Promise<Swept> => {
  const { pools, problem } = await ourPools(target, seed)
  const removed: Array<string> = []
  const problems = problem === undefined ? [] : [problem]
  for (const { Id, Name } of dryRun ? [] : pools) {
    const answer = await call(target, 'DeleteUserPool', { UserPoolId: Id })
    if (typeof answer === 'string') problems.push(`${Name} (${Id}) could not be removed: ${answer}`)
    else removed.push(`${Name} (${Id})`)
  }
  return { found: pools.map(({ Id, Name }) => `${Name} (${Id})`), removed, problems }
}
