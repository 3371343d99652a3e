/**
 * An `onProgress` that throws must not leave pools on the target: its error ends the run, and is thrown again after the
 * clean-up.
 */
import type { Progress } from '../shared/Progress.js'

export interface GuardedProgress {
  readonly onProgress: ((progress: Progress) => void) | undefined
  /** Aborts when the caller's signal does, and when `onProgress` has thrown. */
  readonly signal: AbortSignal
  /** Throws what `onProgress` threw, if it did. */
  readonly rethrow: () => void
}

export const guardProgress = (
  onProgress: ((progress: Progress) => void) | undefined,
  signal: AbortSignal | undefined
): GuardedProgress => {
  const controller = new AbortController()
  const thrown: Array<unknown> = []
  return {
    onProgress:
      onProgress &&
      ((progress) => {
        if (thrown.length > 0) return
        try {
          onProgress(progress)
        } catch (error) {
          thrown.push(error)
          controller.abort('onProgress threw')
        }
      }),
    signal: signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]),
    rethrow: () => {
      if (thrown.length > 0) throw thrown[0]
    }
  }
}
