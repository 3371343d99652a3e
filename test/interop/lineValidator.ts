/**
 * A validator in a process of its own, asked about one id a line: what test/interop/validators speak.
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { IdValidator, IdValidators } from '../../src/conformance.js'
import type { Command } from './subjects.js'

type Member = 'ClientId' | 'UserPoolId'

/** JSON in ASCII: some readers of lines end one at U+2028. */
const lineOf = (member: Member, id: string): string =>
  JSON.stringify({ [member]: id }).replace(
    /[\u007f-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
  )

/** Judged for `members`. An answer that does not come rejects. */
export const lineValidator = (
  { file, args, env }: Command,
  members: ReadonlyArray<Member>
): { readonly validators: IdValidators; readonly close: () => void } => {
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env } })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ask =
    (member: Member): IdValidator =>
    async (id: unknown) => {
      if (typeof id !== 'string') return false
      child.stdin.write(`${lineOf(member, id)}\n`)
      const { value, done } = await lines.next()
      if (done === true) throw new Error('the validator ended')
      return value === 'true'
    }
  return {
    validators: Object.fromEntries(members.map((member) => [member, ask(member)])),
    close: () => child.kill()
  }
}
