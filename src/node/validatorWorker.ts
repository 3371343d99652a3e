/**
 * The thread in which a validator is judged: one that never answers is ended from outside.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { type IdValidators, verifyValidator } from '../conformance.js'
import { loadModule } from './loadModule.js'
import type { ValidatorJob, ValidatorVerdict } from './ValidatorJob.js'

const isOne = (one: unknown): boolean =>
  typeof one === 'function' ||
  (typeof one === 'object' && one !== null && (one instanceof RegExp || '~standard' in one))

const isValidators = (module: Readonly<Record<string, unknown>>): module is IdValidators & typeof module => {
  const given = [module['ClientId'], module['UserPoolId'], module['request']].filter((one) => one !== undefined)
  return given.length > 0 && given.every(isOne)
}

const judge = async (job: ValidatorJob): Promise<ValidatorVerdict> => {
  const { file, options, timeoutMs, asked, unanswered, last } = job
  const module = await loadModule('verify-validator', file)
  if (typeof module === 'string') return { problem: module }
  if (!isValidators(module)) {
    const kinds = 'each a RegExp, a function or a Standard Schema'
    return { problem: `${file}: export ClientId, UserPoolId or request (one or more), ${kinds}` }
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
