/**
 * `sweep`: what runs left behind, removed.
 */
import { sweep } from '../conformance.js'
import { credentialsFrom, httpTarget } from './httpTarget.js'
import { complain, INCONCLUSIVE } from './running.js'

export interface SweepFlags {
  readonly seed?: number
  readonly dryRun?: boolean
  readonly region: string
}

export const sweepCommand = async (url: URL, { seed, dryRun = false, region }: SweepFlags): Promise<number> => {
  const { target, close } = httpTarget(url, { region, credentials: credentialsFrom(process.env) })
  const { found, removed, problems } = await sweep(target, { dryRun, ...(seed === undefined ? {} : { seed }) })
  close()
  for (const pool of dryRun ? found : removed) process.stdout.write(`${dryRun ? 'would remove' : 'removed'} ${pool}\n`)
  if (found.length === 0 && problems.length === 0) process.stdout.write('nothing to remove\n')
  problems.forEach(complain)
  return problems.length === 0 ? 0 : INCONCLUSIVE
}
