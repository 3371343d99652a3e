/**
 * The thread in which a validator is judged: one that never answers is ended from outside.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { type IdValidators, verifyValidator } from '../conformance.js'
import { misnamed } from '../suite/validator/exports.js'
import { isIdValidator } from '../suite/validator/IdValidator.js'
import { loadModule } from './loadModule.js'
import type { ValidatorJob, ValidatorVerdict } from './ValidatorJob.js'

const isValidators = (module: Readonly<Record<string, unknown>>): module is IdValidators & typeof module => {
  const given = [module['ClientId'], module['UserPoolId'], module['request']].filter((one) => one !== undefined)
  return given.length > 0 && given.every(isIdValidator)
}

const judge = async (job: ValidatorJob): Promise<ValidatorVerdict> => {
  const { file, options, timeoutMs, asked, unanswered, last } = job
  const module = await loadModule('verify-validator', file)
  if (typeof module === 'string') return { problem: module }
  if (!isValidators(module)) {
    const kinds = 'each a RegExp, a function or a Standard Schema'
    const asked = `${file}: export ClientId, UserPoolId or request (one or more), ${kinds}`
    return { problem: [asked, ...misnamed(module)].join('; ') }
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
