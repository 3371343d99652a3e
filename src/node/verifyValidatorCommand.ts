/**
 * `verify-validator`: a module's validators, judged.
 */
import { judgeValidator } from './judgeValidator.js'
import { judging } from './judging.js'
import type { JudgingFlags } from './judgingOptions.js'

export const verifyValidatorCommand = (file: string, flags: JudgingFlags): Promise<number> =>
  judging('validator', flags, ({ signal, only, skip, strict, seed, runs, baseline }) => {
    const options = { name: file, only, skip, strict, seed, runs, ...(baseline === undefined ? {} : { baseline }) }
    return judgeValidator({ file, options, timeoutMs: flags.timeout }, signal)
  })
