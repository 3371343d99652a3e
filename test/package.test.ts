/**
 * The package as it is published: what is in the tarball, that every way in works, and what each of them offers.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linksOf } from './docs/markdown.js'
import { type Ended, runCommand } from './node/support/cli.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly version: string
  readonly bin: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
}

const entries = Object.entries(manifest.exports).flatMap(([path, to]) =>
  typeof to === 'string' ? [] : [{ path, ...to }]
)

/** The package unpacked where a project would have it, beside nothing but what it declares to need. */
const project = mkdtempSync(join(tmpdir(), 'cognito-secrets-contract-'))
const installed = join(project, 'node_modules', 'cognito-secrets-contract')
const tarball = join(project, `cognito-secrets-contract-${manifest.version}.tgz`)
let files: ReadonlyArray<string> = []

beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore']
  })
  files =
    (JSON.parse(packed) as ReadonlyArray<{ files: ReadonlyArray<{ path: string }> }>)[0]?.files.map(
      ({ path }) => path
    ) ?? []
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components', '1'])
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    const link = join(project, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules', name), link)
  }
})

afterAll(() => rmSync(project, { recursive: true, force: true }))

const node = (source: string): Promise<Ended> =>
  runCommand(process.execPath, ['--input-type=module', '-e', source], {}, project)

describe('the tarball', () => {
  test('has what it must', () => {
    const must = [
      'package.json',
      'LICENSE',
      ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'].filter((name) => existsSync(join(ROOT, name))),
      ...Object.values(manifest.bin),
      ...entries.flatMap((entry) => [entry.types, entry.default].map((path) => path.replace('./', ''))),
      'spec/clauses.json',
      'spec/model.smithy',
      'spec/request.schema.json',
      'spec/response.schema.json',
      'spec/vectors/client-id.json'
    ]
    expect(must.filter((path) => !files.includes(path))).toEqual([])
  })

  test('has nothing else: no tests, no build state, nothing that the sources no longer make', () => {
    const allowed =
      /^(?:package\.json|LICENSE|(?:README|CHANGELOG|CONTRIBUTING|SECURITY)\.md|dist\/.+\.(?:js|d\.ts)|spec\/.+\.(?:json|smithy|md|py|go|java|rs)|docs\/.+\.(?:md|ts|mjs|py|go|mod|sum|java|xml|rs|toml|svg))$/
    expect(files.filter((path) => !allowed.test(path) || /\.test\.|tsbuildinfo/.test(path))).toEqual([])
    const orphans = files
      .filter((path) => path.startsWith('dist/') && path.endsWith('.js'))
      .filter((path) => !existsSync(join(ROOT, path.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts'))))
    expect(orphans).toEqual([])
  })

  test('names no machine, account or registry', () => {
    const texts = files
      .filter((path) => /\.(?:js|ts|json|md)$/.test(path))
      .map((path) => readFileSync(join(installed, path), 'utf8'))
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.filter((text) => text.includes(ROOT) || /\/(?:root|home\/\w+|Users\/\w+)\//.test(text))).toEqual([])
  })

  test('has what its pages link to', () => {
    const dead = files
      .filter((path) => path.endsWith('.md'))
      .flatMap((page) =>
        linksOf(readFileSync(join(installed, page), 'utf8'))
          .filter((link) => !/^(?:https?:|#)/.test(link))
          .map((link) => join(dirname(page), link.split('#', 1)[0] ?? ''))
          .filter((path) => !existsSync(join(installed, path)))
          .map((path) => `${page}: ${path}`)
      )
    expect(dead).toEqual([])
  })

  test('publint has nothing to say', async () => {
    const { code, stdout } = await runCommand(join(ROOT, 'node_modules/.bin/publint'), ['run', tarball, '--strict'])
    expect(stdout).toContain('All good!')
    expect(code).toBe(0)
  })

  test('every subpath has its types: @arethetypeswrong/cli', async () => {
    const args = [tarball, '--profile', 'esm-only', '--format', 'json']
    const { code, stdout } = await runCommand(join(ROOT, 'node_modules/.bin/attw'), args)
    const { analysis } = JSON.parse(stdout) as { analysis: { entrypoints: Readonly<Record<string, unknown>> } }
    expect(Object.keys(analysis.entrypoints)).toEqual(expect.arrayContaining(entries.map(({ path }) => path)))
    expect(code).toBe(0)
  })
})

describe('installed with nothing but what it declares', () => {
  test('the command runs', async () => {
    const args = [
      join(installed, manifest.bin['cognito-secrets-contract'] ?? ''),
      '--reference',
      '--runs',
      '0',
      '--only',
      'response.body'
    ]
    const { code, stdout } = await runCommand(process.execPath, args, {}, project)
    expect(stdout).toContain('PASSED')
    expect(code).toBe(0)
  })

  test('what is no subpath cannot be imported', async () => {
    const { code, stderr } = await node("await import('cognito-secrets-contract/dist/laws/server/serverLaws.js')")
    expect(stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED')
    expect(code).not.toBe(0)
  })

  test('the spec can be imported', async () => {
    const { code } = await node(
      "await import('cognito-secrets-contract/spec/clauses.json', { with: { type: 'json' } })"
    )
    expect(code).toBe(0)
  })
})

describe('what each subpath draws in', () => {
  const packagesIn = async (path: string): Promise<ReadonlyArray<string>> => {
    const { metafile } = await build({
      stdin: {
        contents: `import * as all from '${path}'; console.log(all)`,
        resolveDir: project
      },
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error'
    })
    const names = Object.keys(metafile.inputs).flatMap(
      (input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []
    )
    return [...new Set(names)].filter((name) => name !== 'cognito-secrets-contract').sort()
  }

  test.each([
    ['cognito-secrets-contract', ['fp-ts', 'io-ts']],
    ['cognito-secrets-contract/protocol', ['fp-ts', 'io-ts']],
    ['cognito-secrets-contract/reference', ['fp-ts', 'io-ts']],
    ['cognito-secrets-contract/arbitraries', ['fast-check', 'fp-ts', 'io-ts', 'pure-rand']]
  ])('%s draws in %j and no more', async (path, packages) => {
    expect((await packagesIn(path)).filter((name) => !packages.includes(name))).toEqual([])
  })

  test.each(['', '/protocol', '/reference', '/arbitraries', '/conformance'])(
    '.%s needs nothing of Node',
    async (subpath) => {
      const path = `cognito-secrets-contract${subpath}`
      await expect(
        build({
          stdin: { contents: `export * from '${path}'`, resolveDir: project },
          bundle: true,
          write: false,
          platform: 'neutral',
          mainFields: ['module', 'main'],
          format: 'esm',
          logLevel: 'silent'
        })
      ).resolves.toMatchObject({ errors: [] })
    }
  )
})
