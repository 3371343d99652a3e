/**
 * Examples of the documentation compile under the project's own settings, run, and print what they say they print.
 */
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examples, expectedOutput, isPlain, isTs, prepare, runExample, title } from './examples.js'
import { settled } from './generated.js'
import { ROOT } from './pages.js'
import { type Sandbox, sandbox } from './sandbox.js'

const options = (): ts.CompilerOptions => {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile) as { config: object }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT)
  const { rootDir: _rootDir, outDir: _outDir, ...rest } = options
  return { ...rest, noEmit: true, declaration: false, typeRoots: [join(ROOT, 'node_modules/@types')] }
}

const explain = ({ file, start, messageText }: ts.Diagnostic): string => {
  const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0
  return `${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
}

let place: Sandbox
let program: ts.Program

beforeAll(() => {
  place = sandbox()
  prepare(place)
  program = ts.createProgram(
    examples.filter(isTs).map(({ file }) => join(place.path, file)),
    options()
  )
})

afterAll(() => place.remove())

test('there are examples on the pages for readers', () => {
  for (const page of ['README.md', 'docs/server-author.md', 'docs/client-author.md', 'docs/test-runners.md']) {
    expect(examples.map((example) => example.page)).toContain(page)
  }
})

describe('compiles', () => {
  test.each(examples.filter(isTs).map((example) => [title(example), example] as const))('%s', (_, { file }) => {
    const source = program.getSourceFile(join(place.path, file))
    expect(source).toBeDefined()
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    expect(found.map(explain)).toEqual([])
  })
})

// what is included from a file is run by a test of its own
const runnable = examples.filter(({ directive }) => directive?.startsWith('include: ') !== true)

describe('runs', () => {
  test.concurrent.each(runnable.map((example) => [title(example), example] as const))('%s', async (_, example) => {
    const { code, stdout, stderr } = await runExample(place, example)
    expect({ code, stderr: code === 0 ? '' : stderr + stdout }).toEqual({ code: 0, stderr: '' })
    if (isPlain(example)) expect(settled(stdout)).toBe(settled(expectedOutput(example)))
  })
})
