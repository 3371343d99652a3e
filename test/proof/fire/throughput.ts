/**
 * The served reference beside a bare `node:http` server under the same load, in turns, so that what else the machine
 * does meets both.
 */
import { load, type LoadOptions, type LoadResult, type MixedRequest } from './load.js'
import { makeScene, mixOf } from './scene.js'
import { type Server, startServer } from './Server.js'

export interface Throughput {
  /** Median requests a second over the rounds. */
  readonly reference: number
  readonly bare: number
  /** Microseconds of the server's processor time for one request, over all rounds. */
  readonly referenceCpu: number
  readonly bareCpu: number
  /** Median over the rounds of one divided by the other. */
  readonly ratio: number
  readonly faults: number
  readonly peakRss: number
}

interface Round extends LoadResult {
  readonly cpuMs: number
  readonly peakRss: number
}

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** `seconds` of load on each server, in `rounds` turns, after one round that warms both up. */
export const measureThroughput = async (connections: number, seconds: number, rounds: number): Promise<Throughput> => {
  const [reference, bare] = [await startServer('reference'), await startServer('bare')]
  const mix = mixOf(await makeScene(reference.port))
  const bareMix = mix.map(({ bytes }): MixedRequest => ({ bytes, status: 200 }))
  const run = async (server: Server, requests: LoadOptions['mix'], ms: number): Promise<Round> => {
    const before = await server.usage()
    const result = await load({ port: server.port, connections, ms, mix: requests })
    const after = await server.usage()
    return { ...result, cpuMs: after.cpuMs - before.cpuMs, peakRss: after.peakRss }
  }
  await run(bare, bareMix, 2000)
  await run(reference, mix, 2000)
  const ms = (seconds * 1000) / rounds
  const ours: Array<Round> = []
  const theirs: Array<Round> = []
  for (let round = 0; round < rounds; round++) {
    theirs.push(await run(bare, bareMix, ms))
    ours.push(await run(reference, mix, ms))
  }
  reference.stop()
  bare.stop()
  const cpu = (all: ReadonlyArray<Round>): number =>
    (1000 * all.reduce((sum, { cpuMs }) => sum + cpuMs, 0)) / all.reduce((sum, { answers }) => sum + answers, 0)
  return {
    reference: median(ours.map(({ perSecond }) => perSecond)),
    bare: median(theirs.map(({ perSecond }) => perSecond)),
    referenceCpu: cpu(ours),
    bareCpu: cpu(theirs),
    ratio: median(ours.map(({ perSecond }, i) => perSecond / (theirs[i]?.perSecond ?? Number.NaN))),
    faults: [...ours, ...theirs].reduce((sum, { faults }) => sum + faults, 0),
    peakRss: Math.max(...ours.map(({ peakRss }) => peakRss))
  }
}
