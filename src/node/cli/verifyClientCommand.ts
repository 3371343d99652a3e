/**
 * `verify-client`: a command that calls the operation, judged.
 */
import { decodeClientReplay, verifyClient } from '../../conformance.js'
import { clientProcess } from '../clientProcess.js'
import { judging } from './judging.js'
import type { JudgingFlags } from './judgingOptions.js'

export const verifyClientCommand = (command: ReadonlyArray<string>, flags: JudgingFlags): Promise<number> =>
  judging('client', flags, decodeClientReplay, async (options) => {
    const { client, close } = await clientProcess(command, flags.timeout)
    try {
      return await verifyClient(client, { ...options, name: command.join(' ') })
    } finally {
      await close()
    }
  })
