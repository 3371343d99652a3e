/**
 * Modules of others print what they like; stdout is for reports.
 */

/** Runs `work`; what it writes to stdout goes to stderr. */
export const divertStdout = async <A>(work: () => A | Promise<A>): Promise<A> => {
  const { stdout, stderr } = process
  const { write } = stdout
  stdout.write = stderr.write.bind(stderr)
  try {
    return await work()
  } finally {
    stdout.write = write
  }
}
