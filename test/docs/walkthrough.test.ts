/**
 * The steps that the pages lead through, for real: the server and the client of the pages, validators, adapters,
 * baselines.
 */
import { createServer } from 'node:net'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blocksOf } from './markdown.js'
import { read, ROOT } from './pages.js'
import { BIN, cli, run, type Running, type Sandbox, sandbox, start } from './sandbox.js'

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })

const answers = async (url: string): Promise<void> => {
  for (;;) {
    const isUp = await fetch(url).then(
      () => true,
      () => false
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const IDS = ['--user-pool-id', 'us-east-1_Example12', '--client-id', '1example23456789']

let place: Sandbox
let server: Running
let url: string

beforeAll(async () => {
  place = sandbox()
  for (const name of ['server', 'client']) {
    const { outputText } = ts.transpileModule(read(`docs/examples/${name}.ts`), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }
    })
    place.write(`${name}.js`, outputText)
  }
  for (const page of ['docs/running-the-suite.md', 'docs/validators.md']) {
    for (const { name, code } of blocksOf(read(page))) if (name !== undefined) place.write(name, code)
  }
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  server = start(['server.js'], place.path, { PORT: String(port) })
  await answers(url)
})

afterAll(async () => {
  server.stop()
  await server.ended
  place.remove()
})

/** The commands of a page that begin like this, as words. */
const commandsOf = (page: string, beginning: string): ReadonlyArray<ReadonlyArray<string>> =>
  blocksOf(read(page))
    .filter(({ language }) => language === 'sh')
    .map(({ code }) => code.replace(/\\\n\s*/g, ' ').trim())
    .filter((code) => code.startsWith(beginning))
    .map((code) => code.slice(beginning.length).trim().replaceAll("'", '').split(/\s+/))

describe('the server of docs/server-author.md', () => {
  test('is judged as the page says: nothing broken, but not all could be tested', async () => {
    const { code, stdout } = await cli(['verify', url, ...IDS, '--runs', '2'])
    expect(stdout).toMatch(/^INCONCLUSIVE: \d+ MUST clauses could not be tested/m)
    expect(stdout).not.toContain('✗')
    expect(code).toBe(3)
  })

  test('passes with the clauses skipped that running-the-suite.md skips', async () => {
    const [words] = commandsOf('docs/running-the-suite.md', 'npx cognito-secrets-contract verify').filter((said) =>
      said.includes('--skip')
    )
    expect(words).toBeDefined()
    const { code, stdout } = await cli(['verify', url, ...(words ?? []).slice(1), '--runs', '2'])
    expect(stdout).toMatch(/^PASSED/m)
    expect(code).toBe(0)
  })

  test.each([
    [['us-east-1_Example12', '1example23456789'], 'secrets: one\n'],
    [['us-east-1_Example12', 'nobody'], 'not found: User pool client nobody does not exist.\n']
  ])('answers the client of docs/client-author.md: %j', async (ids, printed) => {
    const { code, stdout } = await run(['client.js', url, ...ids], place.path)
    expect({ code, stdout }).toEqual({ code: 0, stdout: printed })
  })

  test('is not asked by that client where the ids are bad', async () => {
    const { code, stderr } = await run(['client.js', url, 'us-east-1_', 'a'], place.path)
    expect(code).toBe(1)
    expect(stderr).toContain("1 validation error detected: Value 'us-east-1_' at 'userPoolId'")
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

describe('what the pages on judging lead through', () => {
  test('the validators of the page are judged as it says', async () => {
    const { code, stdout } = await cli(['verify-validator', 'validators.mjs', '--seed', '1'], place.path)
    expect(stdout).toContain('value     "')
    expect(stdout).toContain('✗ request.clientId.pattern')
    expect(stdout).not.toContain('✗ request.userPoolId')
    expect(code).toBe(1)
  })

  test('the baseline of the page is out of date where nothing fails, and that fails the run', async () => {
    const { code, stdout } = await cli(
      ['verify', '--reference', '--baseline', 'baseline.json', '--runs', '1'],
      place.path
    )
    expect(stdout).toContain('error.notFound.status passes now')
    expect(code).toBe(1)
  })

  test('the replay token of the page can be sent again', async () => {
    const [words = []] = commandsOf('docs/running-the-suite.md', 'npx cognito-secrets-contract verify').filter((said) =>
      said.includes('--replay')
    )
    const { code, stdout } = await cli(['verify', '--reference', ...words.slice(1)])
    expect(stdout).toMatch(/^PASSED/m)
    expect(code).toBe(0)
  })

  test('the reference server prints its URL, and sweep finds nothing to remove there', async () => {
    const reference = start([BIN, 'serve', '--port', '0'], place.path)
    const [, address = ''] = /Listening on (\S+)/.exec(await reference.until(/^Listening on .*\n/m)) ?? []
    const swept = await cli(['sweep', address])
    reference.stop()
    await reference.ended
    expect(swept).toMatchObject({ code: 0, stdout: 'nothing to remove\n' })
  })

  test('the adapter around this package passes', async () => {
    const adapter = join(ROOT, 'docs/clients/contract.mjs')
    const { code, stdout } = await cli([
      'verify-client',
      '--runs',
      '60',
      '--seed',
      '1',
      '--',
      process.execPath,
      adapter
    ])
    expect(stdout).toMatch(/^PASSED/m)
    expect(code).toBe(0)
  })
})
