/**
 * `npm run interop:implementations`: judges what can be installed here, and writes docs/implementations.md. `-- NAME…` does only those.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verify, verifyClient, verifyValidator } from '../../src/conformance.js'
import { clientProcess, httpTarget } from '../../src/node/index.js'
import { confirm } from './confirm.js'
import { freePort, install, startServer, stop } from './install.js'
import { type Judged, render } from './render.js'
import { type Client, clients, type Installable, patterns, type Server, servers } from './subjects.js'

const SEED = 1
const TIMEOUT_MS = 20_000

const root = join(import.meta.dirname, '..', '..')
const say = (text: string): void => void process.stderr.write(`${text}\n`)

const judge = async (
  subject: Installable,
  work: (dir: string) => Promise<Pick<Judged, 'missing' | 'report' | 'confirmed'>>
): Promise<Judged> => {
  const { name, version, kind } = subject
  say(`${name} ${version}: installing`)
  const installed = await install(subject)
  if ('missing' in installed) {
    say(`${name}: ${installed.missing}`)
    return { name, version, kind, missing: installed.missing }
  }
  say(`${name} ${version}: judging`)
  const judged = { name, version, kind, ...(await work(installed.dir)) }
  const { report } = judged
  if (report !== undefined) {
    say(
      `${name} ${version}: ${report.verdict}, ${report.because} (${report.requests} requests, ${report.durationMs} ms)`
    )
  }
  return judged
}

const judgeServer = (server: Server): Promise<Judged> =>
  judge(server, async (dir) => {
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

const judgeClient = (client: Client): Promise<Judged> =>
  judge(client, async (dir) => {
    copyFileSync(join(root, 'docs', 'clients', client.adapter), join(dir, client.adapter))
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
const isWanted = ({ name }: Installable): boolean => wanted.length === 0 || wanted.includes(name)

const judgedServers: Array<Judged> = []
for (const server of servers.filter(isWanted)) judgedServers.push(await judgeServer(server))
const judgedClients: Array<Judged> = []
for (const client of clients.filter(isWanted)) judgedClients.push(await judgeClient(client))
const judgedPatterns = await Promise.all(
  patterns.map(async ({ member, pattern, where }) => ({
    member,
    source: pattern.source,
    where,
    report: await verifyValidator({ [member]: pattern }, { name: pattern.source, seed: SEED })
  }))
)

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
const document = render({
  date: new Date().toISOString().slice(0, 10),
  version,
  servers: judgedServers,
  clients: judgedClients,
  patterns: judgedPatterns
})
if (wanted.length === 0) {
  writeFileSync(join(root, 'docs', 'implementations.md'), document)
  say('wrote docs/implementations.md')
} else {
  process.stdout.write(document)
}
