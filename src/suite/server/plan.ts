/**
 * Which cases a run sends: decided by the seed, never by what came back, and made only when they are about to be sent.
 */
import * as fc from 'fast-check'
import { type TestCase } from '../../generators/TestCase.js'
import { type ClauseId } from '../../clauses/index.js'
import { type Probe, type Scene } from '../../generators/probes/Probe.js'
import { probes } from '../../generators/probes/index.js'
import { hash } from '../shared/seeds.js'

export interface PlannedCase {
  /** Where it comes from. */
  readonly probe: Pick<Probe, 'name' | 'arbitrary'>
  readonly steps: TestCase
  /** Where fast-check finds it again, to shrink it; `undefined` for an example. */
  readonly sample: { readonly seed: number; readonly path: string } | undefined
  /** Its name within the run. */
  readonly key: string
}

const rank: Readonly<Record<Scene, number>> = { nothing: 0, given: 1, provisioned: 2 }

/** Every response is searched for secrets, so every probe exercises this clause. */
const everywhere: ReadonlyArray<ClauseId> = ['response.secret.neverRevealed']

/** The probes that say something about one of these clauses and that the scene allows. */
export const probesFor = (selected: ReadonlySet<ClauseId>, scene: Scene): ReadonlyArray<Probe> =>
  probes.filter(
    ({ exercises, needs }) => [...exercises, ...everywhere].some((id) => selected.has(id)) && rank[needs] <= rank[scene]
  )

/** How many cases are generated at a time. Each batch has a seed of its own. */
const BATCH = 25

const batchSeed = (seed: number, probe: Probe, batch: number): number => hash(`${seed}/${probe.name}/${batch}`)

/** How many cases a probe generates when there are `runs` runs. */
const runsOf = (probe: Probe, runs: number): number => Math.ceil(runs * (probe.share ?? 1))

/** How many cases `planCases` makes. */
export const countCases = (chosen: ReadonlyArray<Probe>, scene: Scene, runs: number): number =>
  chosen.reduce((sum, probe) => sum + probe.examples(scene).length + runsOf(probe, runs), 0)

/**
 * The examples of the probes one after another, each probe in its turn, then their generated cases in batches: a fault
 * that one probe finds does not wait for all the cases of another. The cases of fewer runs are among those of more.
 */
export function* planCases(
  chosen: ReadonlyArray<Probe>,
  scene: Scene,
  seed: number,
  runs: number
): Generator<PlannedCase, void, undefined> {
  const examples = chosen.map((probe) => ({ probe, all: probe.examples(scene) }))
  const most = Math.max(0, ...examples.map(({ all }) => all.length))
  for (const i of Array(most).keys()) {
    for (const { probe, all } of examples) {
      const steps = all[i]
      if (steps !== undefined) yield { probe, steps, sample: undefined, key: `${probe.name}/example/${i}` }
    }
  }
  const generated = chosen.map((probe) => ({ probe, arbitrary: probe.arbitrary(scene) }))
  for (const batch of Array(Math.ceil(runs / BATCH)).keys()) {
    for (const { probe, arbitrary } of generated) {
      const numRuns = Math.max(0, Math.min(BATCH, runsOf(probe, runs) - batch * BATCH))
      const ofBatch = batchSeed(seed, probe, batch)
      for (const [i, steps] of fc.sample(arbitrary, { seed: ofBatch, numRuns }).entries()) {
        const sample = { seed: ofBatch, path: String(i) }
        yield { probe, steps, sample, key: `${probe.name}/${batch * BATCH + i}` }
      }
    }
  }
}

/** The one case of a replay. */
export const planReplay = (steps: TestCase): ReadonlyArray<PlannedCase> => [
  { probe: { name: 'replay', arbitrary: () => fc.constant(steps) }, steps, sample: undefined, key: 'replay' }
]
