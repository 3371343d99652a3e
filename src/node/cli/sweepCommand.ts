/**
 * `sweep`: what runs left behind, listed, and removed if asked.
 */
import { sweep } from '../../conformance.js'
import { isLeft } from '../../contract/Either.js'
import { chooseTarget, type TargetFlags } from './chooseTarget.js'
import { isAws } from '../aws/isAws.js'
import { complain, INCONCLUSIVE, misused } from './running.js'

export interface SweepFlags extends TargetFlags {
  readonly seed?: number
  readonly yes?: boolean
  readonly allAges?: boolean
  readonly provisionAws?: boolean
}

export const sweepCommand = async (argument: string | undefined, flags: SweepFlags): Promise<number> => {
  const chosen = chooseTarget(argument, flags, process.env)
  if (isLeft(chosen)) return misused(chosen.left)
  const { url, source, secrets, open } = chosen.right
  const isOnAws = url !== undefined && isAws(url)
  if (flags.yes && isOnAws && !flags.provisionAws) {
    return misused('sweep deletes pools on AWS only with --provision-aws beside --yes')
  }
  if (source !== undefined) process.stderr.write(`target: ${url?.href} (${source})\n`)
  const { target, close } = open()
  const { found, removed, spared, problems } = await sweep(target, {
    remove: flags.yes ?? false,
    requireTag: isOnAws,
    credentialSecrets: secrets,
    ...(flags.allAges ? { minAge: -Infinity } : {}),
    ...(flags.seed === undefined ? {} : { seed: flags.seed })
  })
  close()
  const lines = [
    ...(flags.yes ? removed.map((pool) => `removed ${pool}`) : found.map((pool) => `would remove ${pool}`)),
    ...spared.map((pool) => `left alone ${pool}`),
    ...(found.length === 0 && problems.length === 0 ? ['nothing to remove'] : []),
    ...(found.length > 0 && !flags.yes ? ['add --yes to remove what would be removed'] : [])
  ]
  lines.forEach((line) => process.stdout.write(`${line}\n`))
  problems.forEach(complain)
  return problems.length === 0 ? 0 : INCONCLUSIVE
}
