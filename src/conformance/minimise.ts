/**
 * From a failure to a counterexample: shrunk by fast-check where it was generated, then sent again to see whether it
 * fails every time.
 */
import * as fc from 'fast-check'
import type { Case, Law, World } from '../laws/index.js'
import type { Scene } from '../laws/index.js'
import { cleanUp } from './cleanUp.js'
import type { Failure } from './Ledger.js'
import { probeSeed } from './plan.js'
import { runCase } from './runCase.js'
import type { Session } from './Session.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * @since 0.1.0
 */
export interface Minimal {
  readonly failure: Failure
  readonly again: { readonly runs: number; readonly failed: number }
}

const CONFIRMATIONS = 5
const MAX_SHRINKS = 60

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/** Sends a case once more; the failure of `law` that it shows, if it does. */
export const tryAgain = async (
  session: Session,
  world: World,
  law: Law,
  steps: Case,
  key: string
): Promise<Failure | undefined> => {
  const result = await runCase(session, world, steps, key)
  await cleanUp(session, result.world, world)
  const shown = result.exchanges.find(({ exchange }) => law.applies(exchange) && !law.holds(exchange))
  return shown && { law, exchange: shown.exchange, steps: steps.slice(0, shown.at + 1), planned: undefined }
}

/**
 * @since 0.1.0
 */
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
    const shows = async (steps: Case): Promise<boolean> => {
      if (budget-- <= 0) return true
      const failure = await tryAgain(session, world, law, steps, `${planned.key}/shrink`)
      if (failure !== undefined) smallest = failure
      return failure === undefined
    }
    await fc.check(fc.asyncProperty(planned.probe.arbitrary(scene), shows), {
      seed: probeSeed(seed, planned.probe),
      path: String(planned.sample),
      numRuns: 1
    })
  }
  let failed = 0
  for (let i = 0; i < CONFIRMATIONS; i++) {
    const failure = await tryAgain(session, world, law, smallest.steps, `again/${i}`)
    if (failure !== undefined) failed++
  }
  return { failure: smallest, again: { runs: CONFIRMATIONS, failed } }
}
