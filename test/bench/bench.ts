/**
 * Speed, side by side in one run: ratios mean something, absolute numbers only on the machine that printed them.
 */
import { Bench } from 'tinybench'
import { verify } from 'cognito-secrets-contract/conformance'
import { decodeResponse } from 'cognito-secrets-contract/protocol'
import { inMemory } from 'cognito-secrets-contract/reference'
import { contestants, inputs } from './contestants.js'

const TIME_MS = Number(process.env['BENCH_MS'] ?? 60)

/** Each takes its turn so often; the best turn counts, so that what else the machine does matters little. */
const ROUNDS = 7

/** Calls for each reading of the clock, which takes longer than one of them. */
const BATCH = 1000

const onePass = async (work: () => unknown): Promise<number> => {
  const bench = new Bench({ time: TIME_MS, warmupTime: TIME_MS / 4 })
  bench.add('work', () => {
    for (let i = 0; i < BATCH; i++) work()
  })
  await bench.run()
  const result = bench.tasks[0]?.result
  return result?.state === 'completed' ? (BATCH * 1000) / result.latency.min : Number.NaN
}

/** Calls a second, in turns. */
const race = async (all: ReadonlyArray<() => unknown>): Promise<ReadonlyArray<number>> => {
  const best = all.map(() => 0)
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, work] of all.entries()) best[i] = Math.max(best[i] ?? 0, await onePass(work))
  }
  return best
}

const number = (n: number): string => Math.round(n).toLocaleString('en-US').padStart(12)

const raceAll = async (): Promise<void> => {
  for (const { name, value, isValid } of inputs) {
    const disagreeing = contestants.filter(({ run }) => run(value) !== isValid).map((one) => one.name)
    if (disagreeing.length > 0) throw new Error(`${disagreeing.join(', ')} judge ${name} otherwise`)
    console.log(`\n${name}\n`)
    const speeds = await race(
      contestants.map(
        ({ run }) =>
          () =>
            run(value)
      )
    )
    const ours = speeds[0] ?? Number.NaN
    for (const [i, speed] of speeds.entries()) {
      const contestant = contestants[i]?.name ?? ''
      console.log(`  ${contestant.padEnd(20)}${number(speed)}/s   ${(speed / ours).toFixed(2)} × validateRequest`)
    }
  }
}

const answer = {
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify({
    ClientSecrets: [
      { ClientSecretId: '1h57kf5cpq17m0eml12example--1785000000123', ClientSecretCreateDate: 1785000000.123 },
      { ClientSecretId: '1h57kf5cpq17m0eml12example--1785000000160', ClientSecretCreateDate: 1785000000.16 }
    ]
  })
}

const readAnswers = async (): Promise<void> => {
  const [ours = 0, parse = 0] = await race([() => decodeResponse(answer), () => JSON.parse(answer.body) as unknown])
  console.log('\nan answer with two secrets\n')
  console.log(`  ${'decodeResponse'.padEnd(20)}${number(ours)}/s`)
  console.log(`  ${'JSON.parse alone'.padEnd(20)}${number(parse)}/s   ${(parse / ours).toFixed(2)} × decodeResponse`)
}

const runSuite = async (): Promise<void> => {
  console.log('\nthe suite against the embedded reference\n')
  for (const runs of [0, 100]) {
    const target = inMemory({ now: () => new Date(), seed: 1 })
    const { requests, durationMs, verdict } = await verify(target, { seed: 1, runs })
    const rate = (requests / durationMs) * 1000
    console.log(
      `  --runs ${String(runs).padEnd(6)}${number(requests)} requests in ${(durationMs / 1000).toFixed(2)} s, ${number(rate).trim()}/s, ${verdict}`
    )
  }
}

await raceAll()
await readAnswers()
await runSuite()
