/**
 * `verify-client`: a command that calls the operation, judged.
 */
import { randomInt } from 'node:crypto'
import { select, verifyClient } from '../conformance.js'
import { clausesThatBind } from '../clauses/index.js'
import { clientProcess } from './clientProcess.js'
import { complain, INCONCLUSIVE, interruptible, publish, reportsAsked, USAGE } from './running.js'

export interface VerifyClientFlags {
  readonly only?: ReadonlyArray<string>
  readonly skip?: ReadonlyArray<string>
  readonly strict?: boolean
  readonly seed?: number
  readonly runs: number
  readonly timeout: number
  readonly maxTime?: number
  readonly report?: ReadonlyArray<string>
}

export const verifyClientCommand = async (
  command: ReadonlyArray<string>,
  flags: VerifyClientFlags
): Promise<number> => {
  const requests = reportsAsked(flags.report)
  if (requests === undefined) return USAGE
  const { selected, unmatched } = select(flags, clausesThatBind('client'))
  if (selected.size === 0 || unmatched.length > 0) {
    complain(`no clause that binds clients matches ${unmatched.join(' or ') || 'what --only and --skip leave'}`)
    return INCONCLUSIVE
  }
  const { client, close } = await clientProcess(command, flags.timeout)
  const report = await interruptible(flags.maxTime, (signal) =>
    verifyClient(client, {
      ...flags,
      name: command.join(' '),
      seed: flags.seed ?? randomInt(-(2 ** 31), 2 ** 31),
      signal
    })
  )
  await close()
  return publish(report, requests)
}
