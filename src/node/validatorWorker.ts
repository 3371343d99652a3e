/**
 * The thread in which a validator is judged: one that never answers is ended from outside.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { type IdValidators, verifyValidator } from '../conformance.js'
import { misnamed, judgedNames } from '../suite/validator/exports.js'
import { isIdValidator } from '../suite/validator/IdValidator.js'
import { loadModule } from './loadModule.js'
import type { ValidatorJob, ValidatorVerdict } from './ValidatorJob.js'

type Exports = Readonly<Record<string, unknown>>

/** What a module exports by name. Of `module.exports = { … }` Node may give an ES module only the default export. */
const exportsOf = (module: Exports): Exports => {
  const whole = module['default']
  const isWhole = typeof whole === 'object' && whole !== null && judgedNames.every((name) => module[name] === undefined)
  return isWhole ? { ...whole } : module
}

const isValidators = (exports: Exports): exports is IdValidators & Exports => {
  const given = judgedNames.map((name) => exports[name]).filter((one) => one !== undefined)
  return given.length > 0 && given.every(isIdValidator)
}

/** The exports that are judged by their names and are nothing that can be asked. */
const unusable = (exports: Exports): ReadonlyArray<string> =>
  judgedNames
    .filter((name) => exports[name] !== undefined && !isIdValidator(exports[name]))
    .map((name) => `${name} is ${exports[name] === null ? 'null' : `of type ${typeof exports[name]}`}`)

const judge = async (job: ValidatorJob): Promise<ValidatorVerdict> => {
  const { file, options, timeoutMs, asked, unanswered, last } = job
  const loaded = await loadModule('verify-validator', file)
  if (typeof loaded === 'string') return { problem: loaded }
  const module = exportsOf(loaded)
  if (!isValidators(module)) {
    const kinds = 'each a RegExp, a function or a Standard Schema'
    const asked = `${file}: export ClientId, UserPoolId or request (one or more), ${kinds}`
    return { problem: [asked, ...unusable(module), ...misnamed(module)].join('; ') }
  }
  const controller = new AbortController()
  parentPort?.on('message', (reason) => controller.abort(reason))
  const begins = (question: number): boolean => {
    if (last !== undefined && question >= last.question) controller.abort(last.reason)
    Atomics.store(asked, 0, question + 1)
    return !unanswered.includes(question) && !controller.signal.aborted
  }
  return {
    report: await verifyValidator(module, { ...options, signal: controller.signal, watch: { begins, timeoutMs } })
  }
}

// the main thread passes a ValidatorJob and nothing else
const verdict = await judge(workerData as ValidatorJob)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
parentPort?.postMessage(verdict)
parentPort?.unref()
