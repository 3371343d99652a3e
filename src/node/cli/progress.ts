/**
 * Life signs of a run, on stderr: a line that rewrites itself on a terminal, now and then a line elsewhere.
 */
import type { Progress } from '../../conformance.js'
import { number, plural } from '../../suite/shared/text.js'

const QUIET_MS = 2000
const PERIOD_MS = 5000
const REWRITE_MS = 100

const inWords = ({ done, total, requests, broken, shrunk }: Progress): string =>
  shrunk
    ? `${number(shrunk.done)} of ${plural(shrunk.total, 'counterexample')} made small, ${plural(requests, 'request')}`
    : `${number(done)} of ${plural(total, 'case')}, ${plural(requests, 'request')}, ${plural(broken.length, 'clause')} broken`

export const showProgress = (
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>
): { readonly update: (progress: Progress) => void; readonly done: () => void } => {
  const rewrites = stream.isTTY && process.env['TERM'] !== 'dumb'
  const started = Date.now()
  const named = new Set<string>()
  let last = 0
  let open = false

  const erase = (): void => {
    if (open) stream.write('\r\u001b[2K')
    open = false
  }

  /** A line that reaches the edge would go on in the next, where it is not erased. */
  const rewrite = (line: string): void => {
    erase()
    stream.write(line.slice(0, (stream.columns || 80) - 1))
    open = true
  }

  return {
    update: (progress) => {
      for (const id of progress.broken) {
        if (named.has(id)) continue
        named.add(id)
        erase()
        stream.write(`broken: ${id}\n`)
      }
      const now = Date.now()
      if (now - last < (rewrites ? REWRITE_MS : PERIOD_MS) || (!rewrites && now - started < QUIET_MS)) return
      last = now
      if (rewrites) rewrite(inWords(progress))
      else stream.write(`${inWords(progress)}\n`)
    },
    done: erase
  }
}
