/**
 * Findings confirmed by hand: each counterexample once more, on pools that stay, and its `curl` line as a person would
 * type it.
 */
import { execFile } from 'node:child_process'
import { type ClauseResult, decodeReplay, type Report, type Target, verify } from '../../src/conformance.js'
import { isLeft } from '../../src/contract/Either.js'
import { MASK } from '../../src/contract/sanitize.js'

/** Which findings `curl` shows too, and which it does not. */
export interface Confirmed {
  readonly shown: ReadonlyArray<string>
  readonly notShown: ReadonlyArray<string>
}

/** The status and the body that a `curl -i` line prints. */
const type = (line: string): Promise<{ readonly status: string; readonly body: string }> =>
  new Promise((resolve) => {
    execFile('sh', ['-c', `${line} --max-time 60`], { maxBuffer: 2 ** 26 }, (_, stdout) => {
      // what `100 Continue` says is no answer
      const [head = '', ...body] = stdout.replace(/^HTTP\/[\d.]+ 1\d\d [^]*?\r\n\r\n/, '').split('\r\n\r\n')
      resolve({ status: /^HTTP\/[\d.]+ (\d+)/.exec(head)?.[1] ?? '', body: body.join('\r\n\r\n') })
    })
  })

/** Whether a body begins as it is shown: a report shows no secret, and `curl` does. */
const beginsAs = (shown: string, body: string): boolean => {
  const [first = '', ...others] = shown.split(MASK)
  const end = others.reduce((at, part) => {
    const found = at < 0 ? -1 : body.indexOf(part, at + 1)
    return found < 0 ? -1 : found + part.length
  }, first.length)
  return body.startsWith(first) && end >= 0
}

const isShown = async (
  target: Target,
  report: Report,
  url: string,
  { counterexample }: ClauseResult
): Promise<boolean> => {
  const replay = decodeReplay(counterexample?.replay ?? '')
  if (isLeft(replay)) return false
  const again = await verify(target, { seed: report.seed, url, timeoutMs: 20_000, keep: true, replay: replay.right })
  const { curl, response } = again.clauses[0]?.counterexample ?? {}
  if (curl === undefined || response === undefined) return false
  const { status, body } = await type(curl)
  return response.start.startsWith(`HTTP ${status}`) && beginsAs(response.body.slice(0, 1000), body)
}

export const confirm = async (target: Target, report: Report, url: string): Promise<Confirmed> => {
  const shown: Array<string> = []
  const notShown: Array<string> = []
  for (const clause of report.clauses.filter(({ counterexample }) => counterexample !== undefined)) {
    const list = (await isShown(target, report, url, clause)) ? shown : notShown
    list.push(clause.id)
  }
  return { shown, notShown }
}
