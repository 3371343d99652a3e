/**
 * Every fault against every clause, then broken clients: `npm run kill-matrix -- [--seeds N] [--variant-seeds N]
 * [--only TEXT] [--markdown FILE] [--keep-speed]`. Exits 1 if a fault survives, a clause finds nothing, or what is right is failed.
 */
import { fork } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { faults } from './broken/index.js'
import { clientMarkdown, clientProblems, collectClients } from './clientMatrix.js'
import {
  falseAlarms,
  idleClauses,
  type Job,
  markdown,
  type Matrix,
  type Outcome,
  type Speed,
  speedOf,
  survivors
} from './matrix.js'
import { rightButUnusual } from './rightButUnusual.js'
import { broken, run } from './run.js'

/** How soon faults were found by the run that later ones are compared with. */
const SPEED = fileURLToPath(new URL('speed.json', import.meta.url))

const WORKERS = 2

const work = async (job: Job): Promise<Outcome> => {
  const variant = (job.of === 'fault' ? faults : rightButUnusual).find(({ name }) => name === job.name)
  if (variant === undefined) throw new Error(`there is no ${job.of} called ${job.name}`)
  const report = await run(variant, { seed: job.seed })
  const { verdict, because, requests } = report
  return {
    ...job,
    verdict,
    because,
    requests,
    broken: broken(report).map(({ id, status, foundAfter = 0 }) => ({
      id,
      status: status === 'warned' ? 'warned' : 'failed',
      after: foundAfter
    }))
  }
}

/** Works off the jobs in processes of their own, which start with the next as soon as they are done with one. */
const runAll = (jobs: ReadonlyArray<Job>, onOutcome: (outcome: Outcome) => void): Promise<void> => {
  const queue = jobs.values()
  const worker = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(fileURLToPath(import.meta.url), ['--worker'])
      const next = (): void => {
        const { value: job, done } = queue.next()
        if (done) child.disconnect()
        else child.send(job)
      }
      child.on('message', (outcome) => {
        onOutcome(outcome as Outcome)
        next()
      })
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))))
      next()
    })
  return Promise.all(Array.from({ length: Math.min(WORKERS, jobs.length) }, worker)).then(() => undefined)
}

const collect = async (seeds: number, variantSeeds: number, only: string): Promise<Matrix> => {
  const chosen = faults.filter(({ name }) => name.includes(only))
  const unusual = rightButUnusual.filter(({ name }) => name.includes(only))
  const jobs: ReadonlyArray<Job> = [
    ...chosen.flatMap(({ name }) => Array.from({ length: seeds }, (_, i): Job => ({ of: 'fault', name, seed: i + 1 }))),
    ...unusual.flatMap(({ name }) =>
      Array.from({ length: variantSeeds }, (_, i): Job => ({
        of: 'variant',
        name,
        seed: i + 1
      }))
    )
  ]
  const outcomes: Array<Outcome> = []
  await runAll(jobs, (outcome) => {
    outcomes.push(outcome)
    process.stderr.write(
      `${outcomes.length}/${jobs.length} ${outcome.name} (seed ${outcome.seed}): ${outcome.because}\n`
    )
  })
  const of = (kind: Job['of'], name: string): ReadonlyArray<Outcome> =>
    outcomes.filter((o) => o.of === kind && o.name === name).sort((a, b) => a.seed - b.seed)
  return {
    faults: chosen.map((fault) => ({ fault, outcomes: of('fault', fault.name) })),
    variants: unusual.map((variant) => ({ variant, outcomes: of('variant', variant.name) }))
  }
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '3' },
      'variant-seeds': { type: 'string', default: '5' },
      only: { type: 'string', default: '' },
      markdown: { type: 'string' },
      /** What was measured is what later runs are compared with. */
      'keep-speed': { type: 'boolean', default: false }
    }
  })
  const matrix = await collect(Number(values.seeds), Number(values['variant-seeds']), values.only)
  const isWhole = values.only === ''
  const clients = isWhole ? await collectClients(Number(values.seeds)) : undefined
  const before = JSON.parse(readFileSync(SPEED, 'utf8')) as Speed
  const page = [markdown(matrix, before), ...(clients === undefined ? [] : [clientMarkdown(clients)])].join('\n')
  process.stdout.write(page)
  if (values.markdown !== undefined) writeFileSync(values.markdown, page)
  if (values['keep-speed'] && isWhole) writeFileSync(SPEED, `${JSON.stringify(speedOf(matrix), undefined, 2)}\n`)
  const problems = [
    ...survivors(matrix),
    ...falseAlarms(matrix),
    ...(isWhole ? idleClauses(matrix) : []),
    ...(clients === undefined ? [] : clientProblems(clients))
  ]
  process.exitCode = problems.length === 0 ? 0 : 1
}

if (process.argv.includes('--worker')) {
  process.on('message', (job) => void work(job as Job).then((outcome) => process.send?.(outcome)))
} else {
  await main()
}
