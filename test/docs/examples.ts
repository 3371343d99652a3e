/**
 * The examples of the documentation, and how each is run.
 */
import { basename, join } from 'node:path'
import ts from 'typescript'
import { type Block, blocksOf } from './markdown.js'
import { pages, read, ROOT } from './pages.js'
import { type Ran, run, type Sandbox } from './sandbox.js'

export interface Example extends Block {
  readonly page: string
  /** Relative to the sandbox: a folder for each page. */
  readonly file: string
  /** The text block right behind it that shows what it prints. */
  readonly shown: string | undefined
}

const CODE = ['ts', 'js', 'mjs', 'cjs']

export const examples: ReadonlyArray<Example> = pages.flatMap((page) => {
  const blocks = blocksOf(read(page))
  return blocks.flatMap((block, i) => {
    if (!CODE.includes(block.language)) return []
    const name = block.name ?? `line-${block.line}.${block.language}`
    const next = blocks[i + 1]
    const shown = next?.directive === 'prints' ? next.code : undefined
    return [{ ...block, page, file: `${basename(page, '.md')}/${name}`, shown }]
  })
})

export const title = ({ page, line }: Example): string => `${page}:${line}`

export const isTs = ({ language }: Example): boolean => language === 'ts'

/** What stands behind `// → `, in order. */
export const expectedOutput = ({ code, shown }: Example): string =>
  shown ?? [...code.matchAll(/^\/\/ → (.*)$/gm)].map(([, line = '']) => `${line}\n`).join('')

const RUNNERS: ReadonlyArray<readonly [from: string, args: (file: string) => ReadonlyArray<string>]> = [
  ["from 'vitest'", (file) => [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--root', '.', file]],
  ["from 'mocha'", (file) => [join(ROOT, 'node_modules/mocha/bin/mocha.js'), file]],
  [
    "from '@jest/globals'",
    (file) => ['--experimental-vm-modules', join(ROOT, 'node_modules/jest/bin/jest.js'), '--testMatch', `**/${file}`]
  ]
]

const runnerOf = ({ code }: Example): ((file: string) => ReadonlyArray<string>) | undefined =>
  RUNNERS.find(([from]) => code.includes(from))?.[1]

/** Whether it prints nothing but what it says. */
export const isPlain = (example: Example): boolean =>
  runnerOf(example) === undefined && !example.code.includes("from 'node:test'")

/** Puts every example where it can run, TypeScript also as JavaScript. */
export const prepare = ({ write }: Sandbox): void => {
  for (const { file, code, language } of examples) {
    write(file, code)
    if (language !== 'ts') continue
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true }
    })
    write(file.replace(/\.ts$/, '.js'), outputText)
  }
}

const scriptOf = ({ path }: Sandbox, { file }: Example): string => join(path, file.replace(/\.ts$/, '.js'))

export const runExample = (place: Sandbox, example: Example): Promise<Ran> => {
  const script = scriptOf(place, example)
  const file = basename(script)
  return run(runnerOf(example)?.(file) ?? [file], join(script, '..'))
}

/**
 * What each of these prints, or the error that it ends with: one process runs them all, one after the other, because its
 * start costs more than an example. It ends when nothing is left to wait for, as it would for each of them.
 */
export const runTogether = async (place: Sandbox, together: ReadonlyArray<Example>): Promise<ReadonlyArray<string>> => {
  const scripts = together.map((example) => scriptOf(place, example))
  place.write(
    'together.js',
    `for (const script of ${JSON.stringify(scripts)}) {
      process.chdir(script.replace(/[^/\\\\]+$/, ''))
      console.log('\\0')
      await import(script).catch((error) => console.log(error))
    }
    console.log('\\0')`
  )
  const { code, stdout, stderr } = await run(['together.js'], place.path)
  const [, ...printed] = stdout.split('\0\n')
  // what is behind the last of them is printed too late to tell whose it is
  const late = printed.pop()
  if (code === 0 && late === '') return printed
  throw new Error(`ended with ${code}: ${stdout}${stderr}`)
}
