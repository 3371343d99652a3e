/**
 * `verify-client`: a command that calls the operation, judged.
 */
import { isLeft } from '../contract/Either.js'
import { decodeClientReplay, verifyClient } from '../conformance.js'
import { clientProcess } from './clientProcess.js'
import { judging } from './judging.js'
import type { JudgingFlags } from './judgingOptions.js'
import { complain, USAGE } from './running.js'

export interface VerifyClientFlags extends JudgingFlags {
  readonly replay?: string
  readonly bail?: boolean
}

export const verifyClientCommand = async (
  command: ReadonlyArray<string>,
  flags: VerifyClientFlags
): Promise<number> => {
  const replay = flags.replay === undefined ? undefined : decodeClientReplay(flags.replay)
  if (replay !== undefined && isLeft(replay)) {
    complain(`--replay: ${replay.left}`)
    return USAGE
  }
  return judging('client', flags, async (options) => {
    const { client, close } = await clientProcess(command, flags.timeout)
    try {
      return await verifyClient(client, {
        ...options,
        name: command.join(' '),
        bail: flags.bail ?? false,
        ...(replay === undefined ? {} : { replay: replay.right })
      })
    } finally {
      await close()
    }
  })
}
