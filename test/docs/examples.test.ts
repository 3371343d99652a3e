/**
 * Examples of the documentation compile under the project's own settings, run, and print what they say they print.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examples, expectedOutput, isPlain, isTs, prepare, runExample, runTogether, title } from './examples.js'
import { settled } from './generated.js'
import { ROOT } from './pages.js'
import { type Ran, run, type Sandbox, sandbox } from './sandbox.js'

/** The project's own settings, in a folder of the examples. */
const SETTINGS = {
  extends: join(ROOT, 'tsconfig.json'),
  compilerOptions: { rootDir: '.', noEmit: true, declaration: false, typeRoots: [join(ROOT, 'node_modules/@types')] },
  include: [],
  files: examples.filter(isTs).map(({ file }) => file)
}

let place: Sandbox
let compiled: Ran

beforeAll(async () => {
  place = sandbox()
  prepare(place)
  place.write('tsconfig.json', JSON.stringify(SETTINGS))
  compiled = await run([join(ROOT, 'node_modules/typescript-7/bin/tsc'), '-p', '.', '--pretty', 'false'], place.path)
})

afterAll(() => place.remove())

test('there are examples on the pages for readers', () => {
  for (const page of ['README.md', 'docs/server-author.md', 'docs/client-author.md', 'docs/test-runners.md']) {
    expect(examples.map((example) => example.page)).toContain(page)
  }
})

describe('compiles', () => {
  test.each(examples.filter(isTs).map((example) => [title(example), example] as const))('%s', (_, { file }) => {
    expect(compiled.stdout.split(/\n(?=\S)/).filter((line) => line.startsWith(`${file}(`))).toEqual([])
  })

  test('the compiler finds nothing to say about any of them', () =>
    expect(compiled).toEqual({ code: 0, stdout: '', stderr: '' }))
})

// what is included from a file is run by a test of its own
const runnable = examples.filter(({ directive }) => directive?.startsWith('include: ') !== true)

const [plain, byRunners] = [runnable.filter(isPlain), runnable.filter((example) => !isPlain(example))]

describe('runs, and prints what it says', () => {
  let printed: ReadonlyArray<string>
  beforeAll(async () => {
    printed = await runTogether(place, plain)
  })

  test.each(plain.map((example, i) => [title(example), example, i] as const))('%s', (_, example, i) => {
    expect(settled(printed[i] ?? '')).toBe(settled(expectedOutput(example)))
  })
})

describe('runs, in the runner it is for', () => {
  test.concurrent.each(byRunners.map((example) => [title(example), example] as const))('%s', async (_, example) => {
    const { code, stdout, stderr } = await runExample(place, example)
    expect({ code, stderr: code === 0 ? '' : stderr + stdout }).toEqual({ code: 0, stderr: '' })
  })
})
