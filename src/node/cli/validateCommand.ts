/**
 * `validate`: one value at hand against the contract.
 */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { Refusal } from '../../contract/Check.js'
import {
  ClientId,
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  UserPoolId
} from '../../index.js'
import { misused } from './running.js'

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

/** Why the text is not valid; the error of JSON.parse quotes the text, which may hold a secret. */
const problemsOf = (shape: ShapeName, content: string): ReadonlyArray<string> => {
  let value: unknown
  try {
    value = valueOf(shape, content)
  } catch {
    return ['not JSON']
  }
  const checked = shapes[shape].check(value)
  return checked instanceof Refusal ? checked.issues.map(({ message }) => message) : []
}

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
    return misused(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}`)
  }
  const problems = problemsOf(shape, content)
  const valid = problems.length === 0
  const lines = valid ? ['valid'] : problems.map((problem) => `invalid: ${problem}`)
  process.stdout.write(`${json ? JSON.stringify({ valid, problems }) : lines.join('\n')}\n`)
  return valid ? 0 : 1
}
