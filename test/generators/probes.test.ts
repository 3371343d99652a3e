import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runCase } from '../../src/suite/server/scene/runCase.js'
import { setScene } from '../../src/suite/server/scene/scene.js'
import { openSession, type Session } from '../../src/suite/server/target/Session.js'
import { type TestCase } from '../../src/generators/TestCase.js'
import { clause } from '../../src/clauses/index.js'
import { type Exchange } from '../../src/laws/server/Exchange.js'
import { findClient, findPool, type World } from '../../src/laws/server/World.js'
import { type Probe, type Scene } from '../../src/generators/probes/Probe.js'
import { probes } from '../../src/generators/probes/index.js'
import { serverLaws } from '../../src/laws/server/serverLaws.js'
import { inMemory } from '../../src/reference/index.js'

const SCENES: ReadonlyArray<Scene> = ['nothing', 'given', 'provisioned']

interface Played {
  readonly session: Session
  readonly world: World
}

/** The reference, and as much of it as the scene lets the suite know. */
const play = async (scene: Scene): Promise<Played> => {
  let time = 1785000000000
  const target = inMemory({ now: () => new Date(time++), seed: 1 })
  const session = openSession(target, { seed: 1, retries: 0, timeoutMs: 1000 })
  const { world } = await setScene(session, undefined, true)
  if (scene === 'provisioned') return { session, world }
  const ids = { userPoolId: findPool(world, 'main')?.id ?? '', clientId: findClient(world, 'one')?.id ?? '' }
  const { world: known } = await setScene(session, scene === 'given' ? ids : undefined, false)
  return { session, world: known }
}

const casesOf = (probe: Probe, scene: Scene): ReadonlyArray<TestCase> => [
  ...probe.examples(scene),
  ...fc.sample(probe.arbitrary(scene), { seed: 1, numRuns: Math.ceil(40 * (probe.share ?? 1)) })
]

const exchangesOf = async (probe: Probe, scene: Scene): Promise<ReadonlyArray<Exchange>> => {
  const { session, world } = await play(scene)
  const all: Array<Exchange> = []
  for (const [n, steps] of casesOf(probe, scene).entries()) {
    const result = await runCase(session, world, steps, `${probe.name}/${n}`)
    expect(result.stuck).toBeUndefined()
    all.push(...result.exchanges.map(({ exchange }) => exchange))
  }
  expect(session.notes()).toEqual([])
  return all
}

const inScenes = probes.flatMap((probe) =>
  SCENES.slice(SCENES.indexOf(probe.needs)).map((scene) => [probe.name, scene, probe] as const)
)

describe('probes on the reference service', () => {
  it.each(inScenes)('%s, %s: exercises what it says, and the reference keeps every clause', async (_, scene, probe) => {
    const exchanges = await exchangesOf(probe, scene)
    const idle = probe.exercises.filter(
      (id) =>
        clause(id).onlyWhenSeen === undefined &&
        !serverLaws.some((law) => law.clause === id && exchanges.some((e) => law.applies(e)))
    )
    expect(idle).toEqual([])
    // a run of one such clause sends the probes that name it: none may be forgotten
    const forgotten = serverLaws.filter(
      (law) =>
        law.clause.startsWith('request.') &&
        !law.clause.endsWith('.accepted') &&
        !probe.exercises.includes(law.clause) &&
        exchanges.some((e) => law.applies(e))
    )
    expect(forgotten.map((law) => law.clause)).toEqual([])
    const broken = exchanges.flatMap((e) =>
      serverLaws
        .filter((law) => law.applies(e) && !law.holds(e))
        .map((law) => [law.clause, e.request.body, law.expected(e)])
    )
    expect(broken).toEqual([])
  })

  it('have names of their own', () => {
    expect(new Set(probes.map(({ name }) => name)).size).toBe(probes.length)
  })

  it.each(probes.map((probe) => [probe.name, probe] as const))('%s: the same seed makes the same cases', (_, probe) => {
    const options = { seed: 42, numRuns: 10 }
    expect(fc.sample(probe.arbitrary(probe.needs), options)).toEqual(fc.sample(probe.arbitrary(probe.needs), options))
    expect(JSON.parse(JSON.stringify(probe.examples(probe.needs)))).toEqual(probe.examples(probe.needs))
  })
})
