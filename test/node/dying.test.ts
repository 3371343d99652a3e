/**
 * Targets that die of a request, as processes of their own: that is their fault, and the request is named.
 */
import { createServer } from 'node:net'
import { describe, expect, test, type TestContext } from 'vitest'
import { type Report, verify, type VerifyOptions } from '../../src/conformance.js'
import { httpTarget } from '../../src/node/index.js'
import { cli, startCommand } from './support/cli.js'

const DIST = new URL('../../dist/', import.meta.url).href

const DIES_OF: Readonly<Record<string, string>> = {
  'a lone surrogate': String.raw`/\\u[dD][89a-fA-F]/.test(body)`,
  'a number for an id': `typeof parsed?.ClientId === 'number'`,
  'malformed JSON': `parsed === undefined && body !== ''`,
  'an unknown operation': `!/Secrets?$|Pool$|Client$/.test(request.headers['x-amz-target'] ?? '')`,
  'another method': `request.method !== 'POST'`,
  'everything, after a while': `++n > 300`
}

/** The reference, in a process that ends where `condition` holds. */
const program = (condition: string, port: number): string => `
  import { listen } from '${DIST}node/index.js'
  import { inMemory } from '${DIST}reference/index.js'
  const parse = (text) => { try { return JSON.parse(text) } catch { return undefined } }
  // started again with the same seed, it would call clients by what was a secret before
  const inner = inMemory({ now: () => new Date(), seed: process.pid })
  let n = 0
  const { url } = await listen((request) => {
    const body = Buffer.from(request.body).toString()
    const parsed = parse(body)
    const isDeadly = ${condition}
    if (isDeadly) process.exit(1)
    return inner(request)
  }, { port: ${port} })
  console.log(url)
`

/**
 * Below the ports that systems give to outgoing connections: while the target is down, one of those could take its place,
 * or even connect to itself.
 */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    const server = createServer()
    server.once('error', () => resolve(freePort()))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)))
  })

/** The URL of such a process, and how often it was started: a supervisor starts it each time that it has ended. */
const dying = async (
  t: Pick<TestContext, 'onTestFinished'>,
  condition: string,
  isSupervised = false
): Promise<{ readonly url: string; readonly starts: () => number }> => {
  const port = await freePort()
  let starts = 0
  let isOver = false
  const start = (): Promise<string> => {
    starts++
    const { child, firstLine, ended } = startCommand(process.execPath, [
      '--input-type=module',
      '-e',
      program(condition, port)
    ])
    t.onTestFinished(() => {
      isOver = true
      child.kill('SIGKILL')
    })
    void ended.then(() => {
      if (isSupervised && !isOver) void start()
    })
    return firstLine
  }
  return { url: await start(), starts: () => starts }
}

const judged = async (
  t: Pick<TestContext, 'onTestFinished'>,
  url: string,
  options: Partial<VerifyOptions> = {}
): Promise<Report> => {
  const { target, close } = httpTarget(url)
  t.onTestFinished(close)
  return verify(target, { seed: 1, runs: 10, url, timeoutMs: 3000, ...options })
}

const failed = ({ clauses }: Report): ReadonlyArray<string> =>
  clauses.filter(({ status }) => status === 'failed').map(({ id }) => id)

const NAMED = /ECONNRESET|closed without an answer|accepts no connections any more/

describe('a target that dies of', () => {
  // a title of each is a plain sentence: "a target that dies of malformed JSON has failed, and ..."
  for (const [what, condition] of Object.entries(DIES_OF)) {
    test(`${what} has failed, and what was in flight is shown`, async (t) => {
      const { url } = await dying(t, condition)
      const report = await judged(t, url)
      expect(report.verdict).toBe('failed')
      expect(failed(report)).toEqual(['response.http.complete'])
      const shown = report.clauses.find(({ id }) => id === 'response.http.complete')?.counterexample
      expect(shown?.received).toMatch(NAMED)
      expect(report.notes[0]).toMatch(/^the target accepted no connections after [\d,]+ answers?; in flight: /)
    })
  }

  test('a request ends with exit code 1, and one that was never there with 3', async (t) => {
    const { url } = await dying(t, DIES_OF['a lone surrogate'] ?? '')
    const died = await cli(['verify', url, '--seed', '1', '--runs', '5'])
    expect(died.stdout).toMatch(/^FAILED/m)
    expect(died.stdout).toContain('response.http.complete')
    expect(died.code).toBe(1)
    expect(died.stdout.match(/in flight: /g)).toHaveLength(1)
    const never = await cli(['verify', url, '--seed', '1', '--runs', '5'])
    expect(never.stdout).toMatch(/^INCONCLUSIVE/m)
    expect(never.code).toBe(3)
  })

  test('two requests, and is started again with nothing in memory, is judged before, between and after', async (t) => {
    const { url, starts } = await dying(t, `body.includes('dies-of-this')`, true)
    const { target, close } = httpTarget(url)
    t.onTestFinished(close)
    const deadly = [200, 600]
    let answers = 0
    const report = await verify(
      async (request, signal) => {
        const isDeadly = answers >= (deadly[0] ?? Infinity)
        if (isDeadly) deadly.shift()
        const response = await target(isDeadly ? { ...request, body: '{"ClientId":"dies-of-this"}' } : request, signal)
        answers++
        return response
      },
      { seed: 1, runs: 10, url, concurrency: 2 }
    )
    expect(starts()).toBe(3)
    expect(failed(report)).toEqual(['response.http.complete'])
    // the cases that were under way are not sent again
    expect(report.clauses.filter(({ status }) => status === 'passed').length).toBeGreaterThan(55)
    expect(report.notes.filter((note) => note.startsWith('the target accepted no connections'))).toHaveLength(2)
  })

  test('every lone surrogate, and is started again each time, has failed for nothing else', async (t) => {
    const { url, starts } = await dying(t, DIES_OF['a lone surrogate'] ?? '', true)
    const report = await judged(t, url)
    expect(starts()).toBeGreaterThan(1)
    expect(failed(report)).toEqual(['response.http.complete'])
  })
})
