/**
 * From a failure to a counterexample: shrunk by fast-check where it was generated, then sent again to see whether it
 * fails every time.
 */
import * as fc from 'fast-check'
import { isLeft } from '../../contract/Either.js'
import type { TestCase } from '../../generators/TestCase.js'
import type { Law } from '../../laws/server/Law.js'
import type { World } from '../../laws/server/World.js'
import type { Scene } from '../../generators/probes/Probe.js'
import { decodeObject } from '../../protocol/Json.js'
import { cleanUp } from './cleanUp.js'
import { type Failure, simpler } from './Failure.js'
import { probeSeed } from './plan.js'
import { runCase } from './runCase.js'
import type { Session } from './Session.js'
import { shortening } from './shorten.js'

export interface Minimal {
  readonly failure: Failure
  readonly again: { readonly runs: number; readonly failed: number }
}

const CONFIRMATIONS = 5
const MAX_SHRINKS = 60
const MAX_SHORTENINGS = 40
const MAX_STEPS = 40

/** Sends a case once more; the failure of `law` that it shows, if it does. */
export const tryAgain = async (
  session: Session,
  world: World,
  law: Law,
  steps: TestCase,
  key: string
): Promise<Failure | undefined> => {
  const result = await runCase(session, world, steps, key)
  await cleanUp(session, result.world, world)
  const shown = result.exchanges.find(({ exchange }) => law.applies(exchange) && !law.holds(exchange))
  return shown && { law, exchange: shown.exchange, steps: steps.slice(0, shown.at + 1), planned: undefined }
}

/** The ids that the last List of a case spells out. */
const spelledIds = (steps: TestCase): ReadonlyArray<string> => {
  const last = steps.at(-1)
  if (last?.op !== 'list') return []
  const body = decodeObject(last.body, Infinity)
  return isLeft(body)
    ? []
    : Object.values(body.right).flatMap((id) => (typeof id === 'string' && !id.includes('{{') ? [id] : []))
}

/** The case with another text for that id. */
const withId = (steps: TestCase, from: string, to: string): TestCase =>
  steps.map((step, i) =>
    i === steps.length - 1 && step.op === 'list'
      ? { ...step, body: step.body.replace(JSON.stringify(from), () => JSON.stringify(to)) }
      : step
  )

/** Leaves out every step but the last without which the failure shows as well, from the end. */
const dropSteps = async (
  found: Failure,
  again: (steps: TestCase) => Promise<Failure | undefined>
): Promise<Failure> => {
  let smallest = found
  for (let at = found.steps.length - 2; at >= 0 && found.steps.length <= MAX_STEPS; at--) {
    const failure = await again(smallest.steps.filter((_, i) => i !== at))
    if (failure !== undefined && simpler(smallest, failure) === failure) smallest = failure
  }
  return smallest
}

/** Leaves out of each id what the failure does not take: examples are no arbitraries that fast-check could shrink. */
const shortenIds = async (
  found: Failure,
  again: (steps: TestCase) => Promise<Failure | undefined>
): Promise<Failure> => {
  let smallest = found
  let budget = MAX_SHORTENINGS
  for (const id of spelledIds(found.steps)) {
    const search = shortening(id)
    let next = search.next()
    let text = id
    while (!next.done && budget-- > 0) {
      const failure = await again(withId(smallest.steps, text, next.value))
      const isSimpler = failure !== undefined && simpler(smallest, failure) === failure
      if (isSimpler) [smallest, text] = [failure, next.value]
      next = search.next(isSimpler)
    }
  }
  return smallest
}

export const minimise = async (
  session: Session,
  world: World,
  scene: Scene,
  seed: number,
  found: Failure
): Promise<Minimal> => {
  const { law, planned } = found
  let smallest = found
  if (planned?.sample !== undefined) {
    let budget = MAX_SHRINKS
    const shows = async (steps: TestCase): Promise<boolean> => {
      if (budget-- <= 0) return true
      const failure = await tryAgain(session, world, law, steps, `${planned.key}/shrink`)
      if (failure !== undefined) smallest = simpler(smallest, failure)
      return failure === undefined
    }
    await fc.check(fc.asyncProperty(planned.probe.arbitrary(scene), shows), {
      seed: probeSeed(seed, planned.probe),
      path: String(planned.sample),
      numRuns: 1
    })
  }
  const again = (steps: TestCase): Promise<Failure | undefined> => tryAgain(session, world, law, steps, 'shorten')
  smallest = await shortenIds(await dropSteps(smallest, again), again)
  let failed = 0
  for (let i = 0; i < CONFIRMATIONS; i++) {
    const failure = await tryAgain(session, world, law, smallest.steps, `again/${i}`)
    if (failure !== undefined) failed++
  }
  return { failure: smallest, again: { runs: CONFIRMATIONS, failed } }
}
