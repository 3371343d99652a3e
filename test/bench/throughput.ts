/**
 * The suite's speed over a socket beside a bare loop over as many connections, in turns and in one run: the ratio means
 * something on any machine, the numbers only on the one that printed them. Client and target share the cores, so both
 * show the time of the processor that each takes for a request, too: the busier of the two sets the pace.
 */
import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { Agent, request } from 'node:http'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { DEFAULTS, verify } from 'cognito-secrets-contract/conformance'
import { httpTarget, listen } from 'cognito-secrets-contract/node'
import { inMemory } from 'cognito-secrets-contract/reference'

const ROUNDS = 5
const BARE_REQUESTS = 5000

/** Milliseconds of the processor since this process began. */
const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Serves the reference: sends its URL, and then its processor time whenever it is asked. */
const serve = async (): Promise<void> => {
  const { url } = await listen(inMemory({ now: () => new Date(), seed: 1 }))
  process.on('message', () => process.send?.(processorMs()))
  process.send?.(url)
}

const answerOf = <A>(child: ChildProcess): Promise<A> =>
  // both ends are in this file
  new Promise((resolve) => child.once('message', (message) => resolve(message as A)))

interface Measured {
  readonly perSecond: number
  readonly seconds: number
  /** Milliseconds of the processor for a request, in this process and in the target's. */
  readonly client: number
  readonly target: number
}

/** Measures what sends as many requests as it returns. */
const measure = async (server: ChildProcess, send: () => Promise<number>): Promise<Measured> => {
  const targetMs = (): Promise<number> => {
    const answer = answerOf<number>(server)
    server.send('processor time')
    return answer
  }
  const [targetBefore, clientBefore, started] = [await targetMs(), processorMs(), performance.now()]
  const requests = await send()
  const ms = performance.now() - started
  const clientMs = processorMs() - clientBefore
  return {
    perSecond: (requests * 1000) / ms,
    seconds: ms / 1000,
    client: clientMs / requests,
    target: ((await targetMs()) - targetBefore) / requests
  }
}

const HEADERS = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
}
const BODY = '{"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"us-east-1_Nobody123"}'

/** One request after the other on each connection, with nothing signed, parsed or judged. */
const bareLoop = async (url: string): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: DEFAULTS.concurrency })
  const send = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = { ...HEADERS, 'content-length': BODY.length }
      request(url, { agent, method: 'POST', headers }, (message) => {
        message.on('data', () => undefined)
        message.on('end', resolve)
      })
        .on('error', reject)
        .end(BODY)
    })
  const worker = async (): Promise<void> => {
    for (let i = 0; i < BARE_REQUESTS / DEFAULTS.concurrency; i++) await send()
  }
  await Promise.all(Array.from({ length: DEFAULTS.concurrency }, worker))
  agent.destroy()
  return BARE_REQUESTS
}

const suite = async (url: string): Promise<number> => {
  const { target, close } = httpTarget(url)
  const { requests, verdict } = await verify(target, { seed: 1, url })
  close()
  if (verdict !== 'passed') throw new Error(`the reference is said to have ${verdict}`)
  return requests
}

const BIN = fileURLToPath(new URL('../../dist/node/bin.js', import.meta.url))

/** Seconds of a default run as the command, which starts cold. */
const command = (url: string): number => {
  const started = performance.now()
  const { status } = spawnSync(process.execPath, [BIN, 'verify', url, '--seed', '1'], { stdio: 'ignore' })
  if (status !== 0) throw new Error(`verify ends with ${status}`)
  return (performance.now() - started) / 1000
}

const middle = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** The member by member median. */
const median = (all: ReadonlyArray<Measured>): Measured => {
  const of = (member: keyof Measured): number => middle(all.map((one) => one[member]))
  return { perSecond: of('perSecond'), seconds: of('seconds'), client: of('client'), target: of('target') }
}

const row = (name: string, { perSecond, seconds, client, target }: Measured): string =>
  `| ${name} | ${Math.round(perSecond).toLocaleString('en')} | ${seconds.toFixed(2)} s | ${client.toFixed(2)} ms | ${target.toFixed(2)} ms |`

const compare = async (server: ChildProcess, url: string): Promise<void> => {
  const bare: Array<Measured> = []
  const ours: Array<Measured> = []
  // the first round warms both up
  for (let round = 0; round <= ROUNDS; round++) {
    const [b, s] = [await measure(server, () => bareLoop(url)), await measure(server, () => suite(url))]
    if (round === 0) continue
    bare.push(b)
    ours.push(s)
  }
  const commands = Array.from({ length: ROUNDS }, () => command(url))
  const [b, s] = [median(bare), median(ours)]
  console.log('|  | requests a second | time | processor, client | processor, target |')
  console.log('| --- | --: | --: | --: | --: |')
  console.log(row(`bare loop, ${DEFAULTS.concurrency} connections`, b))
  console.log(row('default run', s))
  console.log(`\nratio of requests a second: ${(s.perSecond / b.perSecond).toFixed(2)}`)
  console.log(`the command, cold: ${middle(commands).toFixed(2)} s, at best ${Math.min(...commands).toFixed(2)} s`)
  console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`)
}

if (process.send !== undefined) await serve()
else {
  const server = fork(fileURLToPath(import.meta.url), { execArgv: process.execArgv })
  await compare(server, await answerOf<string>(server))
  server.kill()
}
