/**
 * Servers whose dates are wrong everywhere in the same way: Create, Add and List agree with each other, and with no
 * clock. Their Date header is right.
 */
import type { HttpResponse } from '../../../src/protocol/index.js'
import { always } from '../changes.js'
import type { Change } from '../service.js'
import { type Fault, fault } from '../Variant.js'

/** The time as the service has it is told in a Date header, and all dates are rewritten by `f`. */
export const dated = (f: (seconds: number) => number): Change => {
  const rewrite = (body: string): string =>
    body.replace(/"(\w*Date)":([\d.]+)/g, (_, name: string, seconds: string) => `"${name}":${f(Number(seconds))}`)
  return () => {
    let calls = 0
    return (call, next) =>
      always((response): HttpResponse => {
        const now = new Date(1_785_000_000_123 + 37 * ++calls)
        return {
          ...response,
          headers: { ...response.headers, date: now.toUTCString() },
          body: rewrite(String(response.body))
        }
      })()(call, next)
  }
}

const wrong = (name: string, description: string, f: (seconds: number) => number): Fault =>
  fault(name, description, ['list.currentDate'], dated(f))

const HOUR = 3600

export const clockFaults: ReadonlyArray<Fault> = [
  wrong('local time for UTC', 'An offset is added that was there already.', (s) => s + 2 * HOUR),
  wrong('local time west of UTC', 'An offset is lost.', (s) => s - 5.5 * HOUR),
  wrong('no time', 'A column that nothing fills.', () => 0),
  wrong('midnight', 'A column of type date.', (s) => Math.floor(s / 86_400) * 86_400),
  wrong('milliseconds divided twice', 'Two layers make seconds of it.', (s) => s / 1000),
  wrong('the same date for all', 'A constant from a test.', () => 1_577_836_800)
]
