/**
 * Which cases a run sends, decided before the first is sent: by the seed, never by what came back.
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
  /** Its place among the probe's generated cases, so that fast-check can shrink it; `undefined` for an example. */
  readonly sample: number | undefined
  /** Its name within the run. */
  readonly key: string
}

const rank: Readonly<Record<Scene, number>> = { nothing: 0, given: 1, provisioned: 2 }

/** No answer is one that a secret may be in. */
const everywhere: ReadonlyArray<ClauseId> = ['response.secret.neverRevealed']

/** The probes that say something about one of these clauses and that the scene allows. */
export const probesFor = (selected: ReadonlySet<ClauseId>, scene: Scene): ReadonlyArray<Probe> =>
  probes.filter(
    ({ exercises, needs }) => [...exercises, ...everywhere].some((id) => selected.has(id)) && rank[needs] <= rank[scene]
  )

/** The seed of a probe's own stream. */
export const probeSeed = (seed: number, probe: Pick<Probe, 'name'>): number => hash(`${seed}/${probe.name}`)

/** How many cases a probe generates when there are `runs` runs. */
export const runsOf = (probe: Probe, runs: number): number => Math.ceil(runs * (probe.share ?? 1))

export const planProbe = (probe: Probe, scene: Scene, seed: number, runs: number): ReadonlyArray<PlannedCase> => {
  const generated = fc.sample(probe.arbitrary(scene), { seed: probeSeed(seed, probe), numRuns: runsOf(probe, runs) })
  return [
    ...probe
      .examples(scene)
      .map((steps, i) => ({ probe, steps, sample: undefined, key: `${probe.name}/example/${i}` })),
    ...(runs === 0 ? [] : generated.map((steps, i) => ({ probe, steps, sample: i, key: `${probe.name}/${i}` })))
  ]
}

/** The one case of a replay. */
export const planReplay = (steps: TestCase): ReadonlyArray<PlannedCase> => [
  { probe: { name: 'replay', arbitrary: () => fc.constant(steps) }, steps, sample: undefined, key: 'replay' }
]
