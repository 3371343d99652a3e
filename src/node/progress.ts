/**
 * Life signs of a run, on stderr: a line that rewrites itself on a terminal, now and then a line elsewhere.
 */
import type { Progress } from '../conformance/index.js'

const QUIET_MS = 2000
const PERIOD_MS = 5000

/**
 * @since 0.1.0
 */
export const showProgress = (
  stream: NodeJS.WriteStream
): { readonly update: (progress: Progress) => void; readonly done: () => void } => {
  const started = Date.now()
  const named = new Set<string>()
  let last = 0
  let open = false

  const erase = (): void => {
    if (open) stream.write('\r\u001b[2K')
    open = false
  }

  return {
    update: ({ done, total, requests, broken }) => {
      for (const id of broken) {
        if (named.has(id)) continue
        named.add(id)
        erase()
        stream.write(`broken: ${id}\n`)
      }
      const now = Date.now()
      if (now - last < (stream.isTTY ? 100 : PERIOD_MS) || (!stream.isTTY && now - started < QUIET_MS)) return
      last = now
      const line = `${done} of ${total} cases, ${requests} requests, ${broken.length} clauses broken`
      erase()
      stream.write(stream.isTTY ? line : `${line}\n`)
      open = stream.isTTY
    },
    done: erase
  }
}
