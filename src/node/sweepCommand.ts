/**
 * `sweep`: what runs left behind, removed.
 */
import { sweep } from '../conformance.js'
import { isLeft } from '../contract/Either.js'
import { chooseTarget, type TargetFlags } from './chooseTarget.js'
import { complain, INCONCLUSIVE, misused } from './running.js'

export interface SweepFlags extends TargetFlags {
  readonly seed?: number
  readonly dryRun?: boolean
}

export const sweepCommand = async (argument: string | undefined, flags: SweepFlags): Promise<number> => {
  const { seed, dryRun = false } = flags
  const chosen = chooseTarget(argument, flags, process.env)
  if (isLeft(chosen)) return misused(chosen.left)
  const { target, close } = chosen.right.open()
  const { found, removed, problems } = await sweep(target, { dryRun, ...(seed === undefined ? {} : { seed }) })
  close()
  for (const pool of dryRun ? found : removed) process.stdout.write(`${dryRun ? 'would remove' : 'removed'} ${pool}\n`)
  if (found.length === 0 && problems.length === 0) process.stdout.write('nothing to remove\n')
  problems.forEach(complain)
  return problems.length === 0 ? 0 : INCONCLUSIVE
}
