/**
 * `npm run interop:implementations`: judges what can be installed here, writes what it saw to test/interop/results, and prints the pages
 * from all that is there. `-- NAME…` judges only those, `-- --pages` only prints the pages.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verify, verifyClient } from '../../src/conformance.js'
import { clientProcess, httpTarget } from '../../src/node/index.js'
import { confirm } from './confirm.js'
import { freePort, install, runAll, startServer, stop } from './install.js'
import { writePages } from './pages.js'
import { type Group, type Judged, writeResult } from './results.js'
import { type Client, clients, type Installable, type Server, servers } from './subjects.js'

const SEED = 1
const TIMEOUT_MS = 20_000

const root = join(import.meta.dirname, '..', '..')
const say = (text: string): void => void process.stderr.write(`${text}\n`)

const { version: suite } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }

const today = (): string => new Date().toISOString().slice(0, 10)

const judge = async (
  group: Group,
  subject: Installable,
  work: (dir: string) => Promise<Pick<Judged, 'report' | 'confirmed'> | { readonly missing: string }>
): Promise<void> => {
  const { name, version, kind } = subject
  say(`${name} ${version}: installing`)
  const installed = await install(subject)
  const seen = 'missing' in installed ? installed : await work(installed.dir)
  // what cannot be had today leaves what was measured before
  if ('missing' in seen) return say(`${name} ${version}: not judged: ${seen.missing}`)
  const { report } = seen
  writeResult({ group, name, version, kind, date: today(), suite, ...seen })
  say(`${name} ${version}: ${report.verdict}, ${report.because} (${report.requests} requests)`)
}

const judgeServer = (server: Server): Promise<void> =>
  judge('servers', server, async (dir) => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const child = await startServer(server.start(dir, port), dir, url)
    if (child === undefined) return { missing: 'it did not answer within a minute' }
    const { target, close } = httpTarget(url, { timeoutMs: TIMEOUT_MS })
    try {
      const report = await verify(target, { seed: SEED, url, name: server.name, timeoutMs: TIMEOUT_MS })
      return { report, confirmed: await confirm(target, report, url) }
    } finally {
      close()
      stop(child)
    }
  })

const judgeClient = (client: Client): Promise<void> =>
  judge('clients', client, async (dir) => {
    const failed = await runAll(client.build?.(dir) ?? [], `${dir}.log`)
    if (failed !== undefined) return { missing: failed }
    const { file, args, env = {} } = client.command(dir)
    Object.assign(process.env, env)
    const { client: remote, close } = await clientProcess([file, ...args], TIMEOUT_MS)
    try {
      return { report: await verifyClient(remote, { seed: SEED, name: client.name, runs: client.runs }) }
    } finally {
      await close()
    }
  })

const wanted = process.argv.slice(2)
const isWanted = ({ name }: { readonly name: string }): boolean => wanted.length === 0 || wanted.includes(name)

const pagesOnly = wanted.includes('--pages')

if (!pagesOnly) {
  for (const server of servers.filter(isWanted)) await judgeServer(server)
  for (const client of clients.filter(isWanted)) await judgeClient(client)
}
for (const page of await writePages()) say(`wrote ${page}`)
