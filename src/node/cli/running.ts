/**
 * What commands have in common: exit codes, complaints, interrupts and time limits.
 */
/** Wrong usage. */
export const USAGE = 2

/** Nothing could be concluded, or not be written down; whatever the environment did not allow. */
export const INCONCLUSIVE = 3

export const complain = (text: string): void => void process.stderr.write(`error: ${text}\n`)

/** Says what is wrong with the usage. The exit code for it. */
export const misused = (text: string): number => {
  complain(text)
  return USAGE
}

/** Says what the environment does not allow. The exit code for it. */
export const impossible = (text: string): number => {
  complain(text)
  return INCONCLUSIVE
}

/** What a user, a closed terminal or a supervisor ends a process with. */
export const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** npm hands on an interrupt that the terminal has sent to all: within this time two are one. */
const SAME_MS = 300

/**
 * Runs `work` until it ends, is interrupted or takes too long; a second interrupt does not wait for the clean-up.
 */
export const interruptible = async <A>(
  maxTime: number | undefined,
  work: (signal: AbortSignal) => Promise<A>
): Promise<A> => {
  const controller = new AbortController()
  let interrupted: number | undefined
  const interrupt = (signal: NodeJS.Signals): void => {
    const now = Date.now()
    if (interrupted === undefined) {
      interrupted = now
      process.stderr.write('\ninterrupted: cleaning up; once more to leave at once\n')
      controller.abort('interrupted')
    } else if (signal !== 'SIGHUP' && now - interrupted > SAME_MS) {
      // a terminal that closes tells it more than once, and nobody is there to be impatient
      process.exit(130)
    }
  }
  const timer =
    maxTime === undefined
      ? undefined
      : setTimeout(() => controller.abort(`the time limit of ${maxTime} s was reached`), maxTime * 1000)
  ENDING.forEach((signal) => process.on(signal, interrupt))
  try {
    return await work(controller.signal)
  } finally {
    clearTimeout(timer)
    ENDING.forEach((signal) => process.off(signal, interrupt))
  }
}
