/**
 * `verify-validator`: a module's validators, judged.
 */
import { decodeValidatorReplay } from '../../conformance.js'
import { given } from '../../suite/shared/given.js'
import { judgeValidator } from '../judgeValidator.js'
import { judging } from './judging.js'
import type { JudgingFlags } from './judgingOptions.js'

export const verifyValidatorCommand = (file: string, flags: JudgingFlags): Promise<number> =>
  judging('validator', flags, decodeValidatorReplay, ({ signal, seed, ...options }) => {
    // the other options are functions, which do not pass into the thread of the validators
    const { only, skip, strict, bail, runs, baseline, replay } = options
    const passed = { ...given({ only, skip, strict, bail, runs, baseline, replay }), seed, name: file }
    return judgeValidator({ file, options: passed, timeoutMs: flags.timeout }, signal)
  })
