/**
 * Every fault against every clause, then broken clients: `npm run kill-matrix -- [--seeds N] [--variant-seeds N]
 * [--only TEXT|TEXT] [--markdown FILE] [--keep-speed] [--resume FILE] [--minutes N]`. Exits 1 if a fault survives, a clause
 * finds nothing, or what is right is failed, and 3 if the minutes were over before the last run.
 */
import { fork } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
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
const runAll = (
  jobs: ReadonlyArray<Job>,
  isOver: () => boolean,
  onOutcome: (outcome: Outcome) => void
): Promise<void> => {
  const queue = jobs.values()
  const worker = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(fileURLToPath(import.meta.url), ['--worker'])
      const next = (): void => {
        const job = isOver() ? undefined : queue.next().value
        if (job === undefined) child.disconnect()
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

/** The outcomes that an earlier run left there. */
const readOutcomes = (file: string | undefined): ReadonlyArray<Outcome> =>
  file === undefined || !existsSync(file)
    ? []
    : readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Outcome)

interface Collecting {
  readonly seeds: number
  readonly variantSeeds: number
  /** Only what has this in its name, or one of several texts with | between them. */
  readonly only: string
  /** Outcomes are added to this file, and what it has is not run again. */
  readonly resume: string | undefined
  readonly minutes: number
}

/** `undefined` where the time was too short. */
const collect = async ({ seeds, variantSeeds, only, resume, minutes }: Collecting): Promise<Matrix | undefined> => {
  const isChosen = ({ name }: { readonly name: string }): boolean => only.split('|').some((text) => name.includes(text))
  const chosen = faults.filter(isChosen)
  const unusual = rightButUnusual.filter(isChosen)
  const jobsOf = (of: Job['of'], names: ReadonlyArray<string>, times: number): ReadonlyArray<Job> =>
    names.flatMap((name) => Array.from({ length: times }, (_, i): Job => ({ of, name, seed: i + 1 })))
  const jobs = [
    ...jobsOf(
      'fault',
      chosen.map(({ name }) => name),
      seeds
    ),
    ...jobsOf(
      'variant',
      unusual.map(({ name }) => name),
      variantSeeds
    )
  ]
  const keyOf = ({ of, name, seed }: Job): string => `${of}/${seed}/${name}`
  const outcomes = new Map(readOutcomes(resume).map((outcome) => [keyOf(outcome), outcome]))
  const left = jobs.filter((job) => !outcomes.has(keyOf(job)))
  const end = Date.now() + minutes * 60_000
  let done = jobs.length - left.length
  await runAll(
    left,
    () => Date.now() >= end,
    (outcome) => {
      outcomes.set(keyOf(outcome), outcome)
      if (resume !== undefined) appendFileSync(resume, `${JSON.stringify(outcome)}\n`)
      process.stderr.write(`${++done}/${jobs.length} ${outcome.name} (seed ${outcome.seed}): ${outcome.because}\n`)
    }
  )
  if (done < jobs.length) return undefined
  const of = (kind: Job['of'], name: string): ReadonlyArray<Outcome> =>
    jobs.filter((job) => job.of === kind && job.name === name).flatMap((job) => outcomes.get(keyOf(job)) ?? [])
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
      'keep-speed': { type: 'boolean', default: false },
      resume: { type: 'string' },
      /** No run is started after that; with `resume` the next call goes on. */
      minutes: { type: 'string', default: 'Infinity' }
    }
  })
  const matrix = await collect({
    seeds: Number(values.seeds),
    variantSeeds: Number(values['variant-seeds']),
    only: values.only,
    resume: values.resume,
    minutes: Number(values.minutes)
  })
  if (matrix === undefined) {
    process.stderr.write('The time is over and runs are left.\n')
    process.exitCode = 3
    return
  }
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
