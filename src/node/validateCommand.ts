/**
 * `validate`: one value at hand against the contract.
 */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { Refusal } from '../contract/Check.js'
import { ClientId, ListUserPoolClientSecretsRequest, ListUserPoolClientSecretsResponse, UserPoolId } from '../index.js'
import { complain, USAGE } from './running.js'

const shapes = {
  request: ListUserPoolClientSecretsRequest,
  response: ListUserPoolClientSecretsResponse,
  'client-id': ClientId,
  'user-pool-id': UserPoolId
} as const

export type ShapeName = keyof typeof shapes

export const shapeNames = Object.keys(shapes) as ReadonlyArray<ShapeName>

/** An id is the text of the file, without the end of its line; a request or response is JSON. */
const valueOf = (shape: ShapeName, content: string): unknown =>
  shape === 'client-id' || shape === 'user-pool-id' ? content.replace(/\r?\n$/, '') : JSON.parse(content)

const readInput = (file: string): Promise<string> => (file === '-' ? text(process.stdin) : readFile(file, 'utf8'))

/** Exit code 0 for a valid value, 1 for an invalid one, 2 where there is nothing to read. */
export const validateCommand = async (
  shape: ShapeName,
  file: string,
  { json = false }: { readonly json?: boolean }
): Promise<number> => {
  let content: string
  try {
    content = await readInput(file)
  } catch (error) {
    complain(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}`)
    return USAGE
  }
  let value: unknown
  try {
    value = valueOf(shape, content)
  } catch {
    // the error of JSON.parse quotes the text, which may hold a secret
    process.stdout.write(json ? `${JSON.stringify({ valid: false, problems: ['not JSON'] })}\n` : 'invalid: not JSON\n')
    return 1
  }
  const checked = shapes[shape].check(value)
  const problems = checked instanceof Refusal ? checked.issues.map(({ message }) => message) : []
  const valid = problems.length === 0
  const lines = valid ? ['valid'] : problems.map((problem) => `invalid: ${problem}`)
  process.stdout.write(json ? `${JSON.stringify({ valid, problems })}\n` : `${lines.join('\n')}\n`)
  return valid ? 0 : 1
}
