/**
 * Judges a module's validators in a thread that is ended where a value is not answered in time. A new thread then asks
 * the same questions but that one.
 */
import { Worker } from 'node:worker_threads'
import type { Report } from '../conformance.js'
import type { ValidatorJob, ValidatorVerdict } from './ValidatorJob.js'

const POLL_MS = 20

/** A module may take longer to load than a value to be answered. */
const LOAD_MS = 30_000

type Ended = ValidatorVerdict | { readonly stuckAt: number }

const runWorker = (job: ValidatorJob, signal: AbortSignal): Promise<Ended> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./validatorWorker.js', import.meta.url), {
      workerData: job,
      stdout: true,
      stderr: true
    })
    // what a module prints must not get into a report on stdout
    worker.stdout.on('data', (chunk: Buffer) => process.stderr.write(chunk))
    worker.stderr.on('data', (chunk: Buffer) => process.stderr.write(chunk))
    let [seen, since] = [0, Date.now()]
    const asked = (): number => Atomics.load(job.asked, 0)
    let isFinished = false
    const finish = (ended: Ended): void => {
      // ending the thread is told as its exit
      if (isFinished) return
      isFinished = true
      clearInterval(timer)
      signal.removeEventListener('abort', abort)
      // resolves once what the thread has printed is out
      void worker.terminate().then(() => setImmediate(() => resolve(ended)))
    }
    const timer = setInterval(() => {
      if (asked() !== seen) [seen, since] = [asked(), Date.now()]
      else if (Date.now() - since > (seen === 0 ? LOAD_MS : job.timeoutMs)) finish({ stuckAt: seen - 1 })
    }, POLL_MS)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
    const abort = (): void => worker.postMessage(signal.reason)
    signal.addEventListener('abort', abort)
    worker.on('message', (verdict: ValidatorVerdict) => finish(verdict))
    // a thread that ended by itself has not answered
    worker.on('error', () => finish({ stuckAt: asked() - 1 }))
    worker.on('exit', () => finish({ stuckAt: asked() - 1 }))
  })

/** A report, or what is wrong with the module. */
export const judgeValidator = async (
  job: Pick<ValidatorJob, 'file' | 'options' | 'timeoutMs'>,
  signal: AbortSignal
): Promise<Report | string> => {
  const unanswered: Array<number> = []
  const started = Date.now()
  for (;;) {
    const question = unanswered.at(-1)
    const isLast = question !== undefined && signal.aborted
    const ended = await runWorker(
      {
        ...job,
        asked: new Int32Array(new SharedArrayBuffer(4)),
        unanswered,
        ...(isLast ? { last: { question, reason: String(signal.reason) } } : {})
      },
      signal
    )
    // the report of the last thread knows nothing of the time that the others took
    if ('report' in ended) {
      return { ...ended.report, startedAt: new Date(started).toISOString(), durationMs: Date.now() - started }
    }
    if ('problem' in ended) return ended.problem
    if (ended.stuckAt < 0) return `${job.file} could not be loaded: it did not end loading, or ended its thread`
    // on a busy machine the last thread may be late with another value: that one, which is an earlier one, ends the next
    unanswered.push(ended.stuckAt)
  }
}
