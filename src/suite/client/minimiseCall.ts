/**
 * From a failure to a counterexample: shrunk by fast-check where it was generated, then tried again to see whether it
 * fails every time.
 */
import * as fc from 'fast-check'
import type { ClauseId } from '../../clauses/index.js'
import { independentViolations } from '../../laws/shared/independentCheck.js'
import { confirm } from '../shared/confirm.js'
import type { Counterexample } from '../shared/Report.js'
import { simpler as simplerBy, type Weight } from '../shared/Tally.js'
import type { ClientCase } from './ClientCase.js'
import type { ClientConnection } from './ClientConnection.js'
import { type Called, judgeWithControls } from './judgeCall.js'
import { type PlannedCall, probeSeed } from './plan.js'

/** A clause seen broken: the call that shows it, and the planned call that led there. */
export interface ClientFailure {
  readonly called: Called
  readonly planned: PlannedCall
}

/** How unusual the answer is, how many constraints the ids break, and all of the case as text. */
export const weigh = ({ called: { one } }: ClientFailure): Weight => {
  const { body } = one.answer.response
  const text = typeof body === 'string' ? body : new TextDecoder('latin1').decode(body)
  return {
    faults: one.answer.traits.length + independentViolations(one.call).length,
    text: JSON.stringify(one.call) + text
  }
}

const simpler = simplerBy(weigh)

const MAX_SHRINKS = 100

export interface MinimalCall {
  readonly failure: ClientFailure
  readonly again: NonNullable<Counterexample['again']>
}

/** `isHurried` says whether there is no time to try anything again. */
export const minimiseCall = async (
  connection: ClientConnection,
  id: ClauseId,
  found: ClientFailure,
  seed: number,
  isHurried: () => boolean
): Promise<MinimalCall> => {
  const { planned } = found
  const tryAgain = async (one: ClientCase): Promise<ClientFailure | undefined> => {
    const judged = await judgeWithControls(await connection.send(one), connection.send)
    const broken = judged.find(({ clause, holds }) => clause === id && !holds)
    return broken && { called: broken.called, planned }
  }
  let smallest = found
  if (planned.sample !== undefined) {
    let budget = MAX_SHRINKS
    const holds = async (one: ClientCase): Promise<boolean> => {
      if (budget-- <= 0 || isHurried()) return true
      const failure = await tryAgain(one)
      if (failure !== undefined) smallest = simpler(smallest, failure)
      return failure === undefined
    }
    await fc.check(fc.asyncProperty(planned.probe.arbitrary, holds), {
      seed: probeSeed(seed, planned.probe),
      path: String(planned.sample),
      numRuns: 1
    })
  }
  const fails = async (): Promise<boolean> => (await tryAgain(smallest.called.one)) !== undefined
  return { failure: smallest, again: await confirm(fails, isHurried) }
}
