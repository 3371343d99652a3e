import type { Counterexample } from './Report.js'

const CONFIRMATIONS = 5

/** Shows a counterexample again, up to five times, to tell whether it fails every time. `fails` gets the number of the try. */
export const confirm = async (
  fails: (n: number) => Promise<boolean>,
  isHurried: () => boolean
): Promise<NonNullable<Counterexample['again']>> => {
  let [runs, failed] = [0, 0]
  while (runs < CONFIRMATIONS && !isHurried()) {
    if (await fails(runs)) failed++
    runs++
  }
  return { runs, failed, kind: runs === 0 ? 'unknown' : failed === runs ? 'deterministic' : 'flaky' }
}
