/**
 * `verify --validator`: a module's validators of ids, judged.
 */
import { randomInt } from 'node:crypto'
import { NO_ANSWER } from '../suite/validator/IdValidator.js'
import { type IdValidators, verifyValidator } from '../conformance.js'
import { divertStdout } from './divertStdout.js'
import { loadModule } from './loadModule.js'
import { complain, publish, reportsAsked, USAGE } from './running.js'

const isOne = (one: unknown): boolean =>
  typeof one === 'function' ||
  (typeof one === 'object' && one !== null && (one instanceof RegExp || '~standard' in one))

const isValidators = (u: unknown): u is IdValidators => {
  const { ClientId, UserPoolId } = u as Readonly<Record<string, unknown>>
  return (
    (ClientId ?? UserPoolId) !== undefined && [ClientId, UserPoolId].every((one) => one === undefined || isOne(one))
  )
}

export const verifyValidatorCommand = async (
  file: string,
  flags: { readonly seed?: number; readonly report?: ReadonlyArray<string> }
): Promise<number> => {
  const requests = reportsAsked(flags.report)
  if (requests === undefined) return USAGE
  const module = await loadModule('--validator', file)
  if (typeof module === 'string') {
    complain(module)
    return USAGE
  }
  if (!isValidators(module)) {
    complain(`--validator ${file}: export ClientId, UserPoolId or both, each a RegExp, a function or a Standard Schema`)
    return USAGE
  }
  const seed = flags.seed ?? randomInt(-(2 ** 31), 2 ** 31)
  try {
    return await publish(await divertStdout(() => verifyValidator(module, { name: file, seed })), requests)
  } catch (error) {
    if (!(error instanceof TypeError && error.message.endsWith(NO_ANSWER))) throw error
    complain(`--validator ${file}: ${error.message}`)
    return USAGE
  }
}
