/**
 * `npm run interop:implementations`: judges servers, clients and validators that can be installed here, writes what it
 * saw to test/interop/results, and prints the pages from all that is there. `-- NAME…` judges only those, also by
 * `servers`, `clients` or `validators`; `-- --pages` only prints the pages. Ends in 3 if one could not be judged, and in 2
 * for a name that does not exist. What judging finds is a result, and no reason to fail.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Report, verify, verifyClient, verifyValidator } from '../../src/conformance.js'
import { clientProcess, httpTarget } from '../../src/node/index.js'
import { confirm } from './confirm.js'
import { freePort, install, runAll, startServer, stop } from './install.js'
import { writePages } from './pages.js'
import { type Group, type Judged, writeResult } from './results.js'
import {
  type Client,
  clients,
  type Command,
  type Installable,
  type Server,
  servers,
  type Validator,
  validators
} from './subjects.js'
import { lineValidator } from './lineValidator.js'
import { readWords } from './words.js'

const SEED = 1
const TIMEOUT_MS = 20_000

const root = join(import.meta.dirname, '..', '..')
const say = (text: string): void => void process.stderr.write(`${text}\n`)

const { version: suite } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }

const today = (): string => new Date().toISOString().slice(0, 10)

/** The exit code where something could not be installed, built or started here. */
const SKIPPED = 3

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
  if ('missing' in seen) {
    process.exitCode = SKIPPED
    return console.log(`SKIPPED  ${name} ${version}: ${seen.missing}; its last result stays`)
  }
  const { report } = seen
  writeResult({ group, name, version, kind, date: today(), suite, ...seen })
  console.log(`judged  ${name} ${version}: ${report.verdict}, ${report.because} (${report.requests} requests)`)
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

/** A client or a validator is built before it is judged, each time. */
const judgeBuilt = (
  group: Group,
  subject: Client | Validator,
  work: (command: Command) => Promise<Report>
): Promise<void> =>
  judge(group, subject, async (dir) => {
    const missing = await runAll(subject.build?.(dir) ?? [], `${dir}.log`)
    return missing === undefined ? { report: await work(subject.command(dir)) } : { missing }
  })

const judgeClient = (subject: Client): Promise<void> =>
  judgeBuilt('clients', subject, async ({ file, args, env = {} }) => {
    Object.assign(process.env, env)
    const { client, close } = await clientProcess([file, ...args], TIMEOUT_MS)
    try {
      return await verifyClient(client, { seed: SEED, name: subject.name, runs: subject.runs })
    } finally {
      await close()
    }
  })

const judgeValidator = (subject: Validator): Promise<void> =>
  judgeBuilt('validators', subject, async (command) => {
    const { validators, close } = lineValidator(command, subject.members)
    try {
      return await verifyValidator(validators, { seed: SEED, name: subject.name })
    } finally {
      close()
    }
  })

const words = readWords(
  ['servers', 'clients', 'validators', ...[...servers, ...clients, ...validators].map(({ name }) => name)],
  ['pages']
)

if (words !== undefined) {
  const select = <S extends Installable>(group: Group, subjects: ReadonlyArray<S>): ReadonlyArray<S> =>
    words.has('pages')
      ? []
      : subjects.filter(
          ({ name }) => words.names.length === 0 || [group, name].some((word) => words.names.includes(word))
        )
  for (const server of select('servers', servers)) await judgeServer(server)
  for (const client of select('clients', clients)) await judgeClient(client)
  for (const validator of select('validators', validators)) await judgeValidator(validator)
  for (const page of await writePages()) say(`wrote ${page}`)
}
