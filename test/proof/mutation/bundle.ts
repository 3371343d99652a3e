/**
 * A test file and the code under test as one script, which can be evaluated as often as there are mutants. Packages stay
 * outside and are loaded once.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { constants, Script } from 'node:vm'
import { build, type Plugin } from 'esbuild'
import { collector, type Test } from './suite.js'

export interface TestFile {
  readonly path: string
  /** Whether the test file or what it imports is this file, by its absolute path. */
  readonly includes: (path: string) => boolean
  /** Evaluates the file afresh, and gives the tests that it declares. */
  readonly load: () => ReadonlyArray<Test>
}

type Outside = Map<string, Readonly<Record<string, unknown>>>

const VITEST = 'vitest'
const NAMES = [
  'expect',
  'test',
  'it',
  'describe',
  'beforeAll',
  'beforeEach',
  'afterAll',
  'afterEach',
  'onTestFinished',
  'vi',
  'expectTypeOf'
]

/** How often a property runs at most. */
export const runs = { atMost: Infinity }

const withFewRuns = (fastCheck: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { assert } = fastCheck as { readonly assert: (property: unknown, options?: object) => unknown } // it is fast-check
  return {
    ...fastCheck,
    // a mutant is killed by the first counterexample: nobody reads a smaller one
    assert: (property: unknown, options: { readonly numRuns?: number } = {}) =>
      assert(property, { endOnFailure: true, ...options, numRuns: Math.min(options.numRuns ?? 100, runs.atMost) })
  }
}

/** Takes every package out of the bundle: its exports are those of the map at the time of evaluation. */
const packagesOutside = (outside: Outside): Plugin => ({
  name: 'packages outside',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path, namespace: 'outside' }
    )
    onLoad({ filter: /.*/, namespace: 'outside' }, async ({ path }) => {
      // the shape of a module namespace
      if (path !== VITEST && !outside.has(path)) {
        const exported = (await import(path)) as Record<string, unknown>
        outside.set(path, path === 'fast-check' ? withFewRuns(exported) : exported)
      }
      const names = path === VITEST ? NAMES : Object.keys(outside.get(path) ?? {})
      return {
        contents: [
          `const all = outside.get(${JSON.stringify(path)})`,
          ...names
            .filter((name) => /^[\w$]+$/.test(name))
            .map((name, i) => `const e${i} = all[${JSON.stringify(name)}]; export { e${i} as ${name} }`)
        ].join('\n')
      }
    })
  }
})

/** In a script no file knows where it is. */
const ownUrls: Plugin = {
  name: 'own URLs',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      if (!text.includes('import.meta.url')) return undefined
      return { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' }
    })
  }
}

/** The paths are absolute. */
export const bundleTests = async (paths: ReadonlyArray<string>): Promise<ReadonlyArray<TestFile>> => {
  const outside: Outside = new Map()
  return Promise.all(
    paths.map(async (path) => {
      const { outputFiles, metafile } = await build({
        entryPoints: [path],
        bundle: true,
        write: false,
        metafile: true,
        absWorkingDir: process.cwd(),
        format: 'iife',
        platform: 'node',
        target: 'node20',
        logLevel: 'error',
        plugins: [packagesOutside(outside), ownUrls]
      })
      const script = new Script(`(outside, require) => {${outputFiles[0]?.text ?? ''}\n}`, {
        filename: path,
        importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER
      })
      const inputs = new Set(Object.keys(metafile.inputs).map((input) => resolve(input)))
      return {
        path,
        includes: (file) => inputs.has(file),
        load: () => {
          const { vitest, tests } = collector(path)
          const evaluate = script.runInThisContext() as (outside: unknown, require: NodeJS.Require) => void // as written above
          evaluate(new Map<string, unknown>([...outside, [VITEST, vitest]]), createRequire(path))
          return tests
        }
      }
    })
  )
}
