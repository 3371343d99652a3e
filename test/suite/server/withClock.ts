/**
 * Runs `f` with a clock that shows `now`, in ms, and stands still except for what `pass` adds.
 */
export const withClock = async <A>(now: number, f: (pass: (ms: number) => void) => A): Promise<Awaited<A>> => {
  const clock = Date.now
  let shown = now
  Date.now = () => shown
  try {
    return await f((ms) => void (shown += ms))
  } finally {
    Date.now = clock
  }
}
