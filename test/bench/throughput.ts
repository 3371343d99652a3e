/**
 * The suite's speed over a socket beside a bare loop over as many connections, in turns and in one run: the ratio means
 * something on any machine, the numbers only on the one that printed them.
 */
import { fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { DEFAULTS, verify } from 'cognito-secrets-contract/conformance'
import { httpTarget, listen } from 'cognito-secrets-contract/node'
import { inMemory } from 'cognito-secrets-contract/reference'

const ROUNDS = 5
const BARE_REQUESTS = 5000

const serve = async (): Promise<void> => {
  const { url } = await listen(inMemory({ now: () => new Date(), seed: 1 }))
  process.send?.(url)
}

const HEADERS = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
}
const BODY = '{"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"us-east-1_Nobody123"}'

/** One request after the other on each connection, with nothing signed, parsed or judged: requests a second. */
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
  const started = performance.now()
  const worker = async (): Promise<void> => {
    for (let i = 0; i < BARE_REQUESTS / DEFAULTS.concurrency; i++) await send()
  }
  await Promise.all(Array.from({ length: DEFAULTS.concurrency }, worker))
  agent.destroy()
  return (BARE_REQUESTS * 1000) / (performance.now() - started)
}

const suite = async (url: string): Promise<{ readonly perSecond: number; readonly seconds: number }> => {
  const { target, close } = httpTarget(url)
  const started = performance.now()
  const { requests, verdict } = await verify(target, { seed: 1, url })
  const ms = performance.now() - started
  close()
  if (verdict !== 'passed') throw new Error(`the reference is said to have ${verdict}`)
  return { perSecond: (requests * 1000) / ms, seconds: ms / 1000 }
}

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const compare = async (url: string): Promise<void> => {
  const bare: Array<number> = []
  const ours: Array<number> = []
  const seconds: Array<number> = []
  // the first round warms both up
  for (let round = 0; round <= ROUNDS; round++) {
    const [b, s] = [await bareLoop(url), await suite(url)]
    if (round === 0) continue
    bare.push(b)
    ours.push(s.perSecond)
    seconds.push(s.seconds)
  }
  const [b, s] = [median(bare), median(ours)]
  console.log(`bare loop, ${DEFAULTS.concurrency} connections   ${Math.round(b)} requests a second`)
  console.log(`a default run                ${Math.round(s)} requests a second, ${median(seconds).toFixed(2)} s`)
  console.log(`ratio                        ${(s / b).toFixed(2)}`)
}

if (process.send !== undefined) await serve()
else {
  const server = fork(fileURLToPath(import.meta.url), { execArgv: process.execArgv })
  const url = await new Promise<string>((resolve) => server.once('message', (text) => resolve(String(text))))
  await compare(url)
  server.kill()
}
