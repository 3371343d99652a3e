/**
 * `validate`: one value at hand against the contract.
 */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { type Issue, Refusal } from '../../contract/Check.js'
import { ListUserPoolClientSecretsRequest, ListUserPoolClientSecretsResponse } from '../../index.js'
import { misused } from './running.js'

/** An id is the text of a file without the end of its line. */
const idIn = (content: string): string => content.replace(/\r?\n$/, '')

/** What a file is checked as; an id as the member of a request, so that what is wrong with it goes by its name. */
const shapes = {
  request: (content: string) => ListUserPoolClientSecretsRequest.check(JSON.parse(content)),
  response: (content: string) => ListUserPoolClientSecretsResponse.check(JSON.parse(content)),
  'client-id': (content: string) =>
    ListUserPoolClientSecretsRequest.check({ ClientId: idIn(content), UserPoolId: 'us-east-1_Example' }),
  'user-pool-id': (content: string) =>
    ListUserPoolClientSecretsRequest.check({ ClientId: 'example', UserPoolId: idIn(content) })
} as const

export type ShapeName = keyof typeof shapes

export const shapeNames = Object.keys(shapes) as ReadonlyArray<ShapeName>

const readInput = (file: string): Promise<string> => (file === '-' ? text(process.stdin) : readFile(file, 'utf8'))

/** Why the text is not valid; the error of JSON.parse quotes the text, which may hold a secret. */
const problemsOf = (shape: ShapeName, content: string): ReadonlyArray<Pick<Issue, 'message'> & Partial<Issue>> => {
  try {
    const checked = shapes[shape](content)
    return checked instanceof Refusal ? checked.issues : []
  } catch {
    return [{ message: 'not JSON' }]
  }
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
  const lines = valid ? ['valid'] : problems.map(({ message }) => `invalid: ${message}`)
  const data = {
    valid,
    problems: problems.map(({ message }) => message),
    violations: problems.flatMap(({ violation }) => violation ?? [])
  }
  process.stdout.write(`${json ? JSON.stringify(data) : lines.join('\n')}\n`)
  return valid ? 0 : 1
}
