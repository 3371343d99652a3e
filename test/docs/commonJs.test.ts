/**
 * What docs/client-author.md says of CommonJS, of Jest and of fp-ts in bundles.
 */
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blocksOf } from './markdown.js'
import { read, ROOT } from './pages.js'
import { type Ran, run, type Sandbox, sandbox } from './sandbox.js'

const blocks = blocksOf(read('docs/client-author.md'))

const codeOf = (file: string): string => blocks.find(({ name }) => name === file)?.code ?? ''

let place: Sandbox

beforeAll(() => {
  place = sandbox()
  place.write('package.json', '{ "private": true }\n')
})

afterAll(() => place.remove())

const jest = (file: string, code: string): Promise<Ran> => {
  place.write(file, code)
  const args = ['--experimental-vm-modules', join(ROOT, 'node_modules/jest/bin/jest.js'), '--testMatch', `**/${file}`]
  return run(args, place.path)
}

describe('CommonJS', () => {
  test('Node requires the package', async () => {
    place.write('ids.cjs', codeOf('ids.cjs'))
    expect(await run(['ids.cjs'], place.path)).toMatchObject({ code: 0, stdout: 'true false\n' })
  })

  test('Jest runs the test of the page', async () => {
    expect(await jest('ids.test.cjs', codeOf('ids.test.cjs'))).toMatchObject({ code: 0 })
  })

  test('Jest cannot require the package', async () => {
    const ran = await jest(
      'required.test.cjs',
      `const { ClientId } = require('cognito-secrets-contract')
      test('is never reached', () => expect(ClientId).toBeDefined())`
    )
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('Must use import to load ES Module')
  })
})

/** The builds of fp-ts that are in a bundle of the codecs and of this import. */
const copiesWith = async (specifier: string): Promise<ReadonlyArray<string>> => {
  const contents = `
    import { map } from '${specifier}'
    import { validateRequest } from 'cognito-secrets-contract'
    import * as t from 'io-ts'
    console.log(map, validateRequest, t.string)`
  const { metafile } = await build({
    stdin: { contents, resolveDir: place.path },
    bundle: true,
    platform: 'browser',
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'error'
  })
  const builds = Object.keys(metafile.inputs).flatMap((path) => /node_modules\/fp-ts\/([^/]+)\//.exec(path)?.[1] ?? [])
  return [...new Set(builds)].sort()
}

describe('fp-ts', () => {
  test('fp-ts/Either leaves one copy in a bundle, and fp-ts/lib/Either.js two', async () => {
    expect(await copiesWith('fp-ts/Either')).toEqual(['es6'])
    expect(await copiesWith('fp-ts/lib/Either.js')).toEqual(['es6', 'lib'])
  })

  test.each([
    ['fp-ts/lib/Either.js', 0],
    ['fp-ts/Either', 1]
  ])('plain Node loads %s with exit code %d', async (specifier, code) => {
    place.write('import.mjs', `import '${specifier}'`)
    expect(await run(['import.mjs'], place.path)).toMatchObject({ code })
  })
})
