/**
 * `npm run fire -- [--seconds N] [--connections N] [--only throughput|attacks|sigterm]`: the served reference under load
 * and under attack. Ends with 1 where a bound is broken.
 */
import { parseArgs } from 'node:util'
import { type Attack, attacks, LIMITS } from './attacks.js'
import { ask } from './exchange.js'
import { list } from './messages.js'
import { makeScene } from './scene.js'
import { startServer } from './Server.js'
import { terminate } from './termination.js'
import { measureThroughput } from './throughput.js'

const LEAST_RATIO = 0.7
const ROUNDS = 6

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    connections: { type: 'string', default: '500' },
    only: { type: 'string' }
  }
})

const broken: Array<string> = []

const report = (title: string, problem: string | undefined): void => {
  console.log(`${problem === undefined ? 'held  ' : 'BROKEN'}  ${title}${problem === undefined ? '' : `: ${problem}`}`)
  if (problem !== undefined) broken.push(title)
}

const mb = (bytes: number): number => Math.round(bytes / 1e6)

const throughput = async (): Promise<void> => {
  const connections = Number(values.connections)
  const seconds = Number(values.seconds)
  const t = await measureThroughput(connections, seconds, ROUNDS)
  console.log(`${connections} connections, ${seconds} s of load on each server in ${ROUNDS} rounds, in turns`)
  console.log(`bare node:http  ${Math.round(t.bare)} requests a second, ${t.bareCpu.toFixed(1)} us of CPU each`)
  console.log(
    `reference       ${Math.round(t.reference)} requests a second, ${t.referenceCpu.toFixed(1)} us of CPU each`
  )
  console.log(`peak memory     ${mb(t.peakRss)} MB`)
  const ratio = `ratio ${t.ratio.toFixed(2)}`
  report(`at least ${LEAST_RATIO} of the bare server's requests`, t.ratio >= LEAST_RATIO ? undefined : ratio)
  console.log(
    `        ${ratio}; by CPU ${(t.bareCpu / t.referenceCpu).toFixed(2)}, which is what is left where the load is not the limit`
  )
  report('every answer of the expected status', t.faults === 0 ? undefined : `${t.faults} were not`)
}

/** Another client, during the attack and after it. */
const isServed = async (port: number, request: Buffer): Promise<boolean> =>
  (await ask(port, request, 10_000).catch(() => undefined))?.status === 200

const attack = async ({ title, growthMb, run }: Attack): Promise<void> => {
  const server = await startServer('reference', LIMITS)
  const scene = await makeScene(server.port)
  const request = list(scene.UserPoolId, scene.ClientId)
  const before = await server.usage()
  const attacking = run(server.port, scene)
  await new Promise((resolve) => setTimeout(resolve, 500))
  // a server that is full refuses others, as it says
  const duringOk = title.includes('than the limit') || (await isServed(server.port, request))
  const problem = await attacking
  const afterOk = await isServed(server.port, request)
  const { peakRss } = await server.usage()
  server.stop()
  const grown = mb(peakRss - before.rss)
  report(
    `${title} (memory ${mb(before.rss)} MB, at most ${mb(peakRss)} MB)`,
    problem ??
      (!duringOk
        ? 'another client is not served meanwhile'
        : !afterOk
          ? 'another client is not served afterwards'
          : grown > growthMb
            ? `memory grows by ${grown} MB, more than ${growthMb}`
            : undefined)
  )
}

if (values.only === undefined || values.only === 'throughput') await throughput()
if (values.only === undefined || values.only === 'attacks') for (const one of attacks) await attack(one)
if (values.only === undefined || values.only === 'sigterm') {
  report('SIGTERM with 100 requests under way: all answered, then the end', await terminate())
}
process.exitCode = broken.length === 0 ? 0 : 1
