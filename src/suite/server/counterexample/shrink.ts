/**
 * From a failure to a counterexample: shrunk by fast-check where it was generated, then sent again to see whether it
 * fails every time.
 */
import * as fc from 'fast-check'
import { isLeft } from '../../../contract/Either.js'
import type { Step, TestCase } from '../../../generators/TestCase.js'
import type { Law } from '../../../laws/server/Law.js'
import type { World } from '../../../laws/server/World.js'
import type { Scene } from '../../../generators/probes/Probe.js'
import { decodeObject } from '../../../protocol/Json.js'
import { confirm } from '../../shared/confirm.js'
import type { Counterexample } from '../../shared/Report.js'
import { cleanUp } from '../scene/cleanUp.js'
import { type Failure, failureOf, simpler } from '../Failure.js'
import { runCase } from '../scene/runCase.js'
import type { Session } from '../target/Session.js'
import { shortening } from './shorten.js'

interface Minimal {
  readonly failure: Failure
  readonly again: NonNullable<Counterexample['again']>
}

/** The most cases that are sent to make one counterexample smaller. */
export const MAX_TRIES = 120

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
  return shown && failureOf(law, shown, steps)
}

/** The ids that the last List of a case spells out. */
const spelledIds = (steps: TestCase): ReadonlyArray<string> => {
  const last = steps.at(-1)
  const body = decodeObject(last?.op === 'list' ? last.body : '', Infinity)
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

/** A case that is sent to see whether it shows the failure as well; `undefined` where it does not or may not be sent. */
type Try = (steps: TestCase) => Promise<Failure | undefined>

/** Follows a search for something shorter; `toCase` makes a case of what it proposes. */
const follow = async <S>(
  found: Failure,
  search: Generator<S, S, boolean>,
  toCase: (proposed: S) => TestCase,
  attempt: Try
): Promise<Failure> => {
  let smallest = found
  let next = search.next()
  while (!next.done) {
    const failure = await attempt(toCase(next.value))
    const isSimpler = failure !== undefined && simpler(smallest, failure) === failure
    if (isSimpler) smallest = failure
    next = search.next(isSimpler)
  }
  return smallest
}

/** Leaves out steps, but never the last, without which the failure shows as well. */
const dropSteps = (found: Failure, attempt: Try): Promise<Failure> => {
  const last = found.steps.slice(-1)
  return follow(found, shortening<TestCase>(found.steps.slice(0, -1)), (steps) => [...steps, ...last], attempt)
}

/** The steps that a step consists of, by the names of its members. */
const partsOf = (step: Step): Readonly<Record<string, ReadonlyArray<Step>>> => {
  if (step.op === 'together') return { lists: step.lists, changes: step.changes ?? [] }
  return step.op === 'repeat' ? { steps: step.steps } : {}
}

/** Leaves out of what is sent together or repeated the calls without which the failure shows as well. */
const dropCalls = async (found: Failure, attempt: Try): Promise<Failure> => {
  let smallest = found
  for (const [at, step] of found.steps.entries()) {
    for (const [name, calls] of Object.entries(partsOf(step))) {
      const { steps } = smallest
      // a part of the calls of a step is as good a step as all of them
      const withCalls = (some: ReadonlyArray<Step>): TestCase =>
        steps.map((one, i) => (i === at ? ({ ...one, [name]: some } as Step) : one))
      smallest = await follow(smallest, shortening<ReadonlyArray<Step>>(calls), withCalls, attempt)
    }
  }
  return smallest
}

/** Halves what is between a number of times that is too small and the smallest that is not, if one less is not too small. */
function* fewerTimes(times: number): Generator<number, number, boolean> {
  if (times < 2 || !(yield times - 1)) return times
  let [low, high] = [0, times - 1]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (yield middle) high = middle
    else low = middle
  }
  return high
}

/** Repeats steps no more often than the failure takes. */
const repeatLess = async (found: Failure, attempt: Try): Promise<Failure> => {
  let smallest = found
  for (const [at, step] of found.steps.entries()) {
    if (step.op !== 'repeat') continue
    const { steps } = smallest
    const withTimes = (times: number): TestCase =>
      steps.map((one, i) => (i === at && one.op === 'repeat' ? { ...one, times } : one))
    smallest = await follow(smallest, fewerTimes(step.times), withTimes, attempt)
  }
  return smallest
}

/** Leaves out of each id what the failure does not take: an example was not generated, so fast-check cannot shrink it. */
const shortenIds = async (found: Failure, attempt: Try): Promise<Failure> => {
  let smallest = found
  for (const id of spelledIds(found.steps)) {
    const { steps } = smallest
    smallest = await follow(smallest, shortening<string>(id), (text) => withId(steps, id, text), attempt)
  }
  return smallest
}

/** Shrinks a generated case the way that fast-check made it. */
const shrinkSample = async (found: Failure, scene: Scene, attempt: Try): Promise<Failure> => {
  const { planned } = found
  if (planned?.sample === undefined) return found
  let smallest = found
  const holds = async (steps: TestCase): Promise<boolean> => {
    const failure = await attempt(steps)
    if (failure !== undefined) smallest = simpler(smallest, failure)
    return failure === undefined
  }
  await fc.check(fc.asyncProperty(planned.probe.arbitrary(scene), holds), { ...planned.sample, numRuns: 1 })
  return smallest
}

/** `tried` is called after every case. No more are sent once the session has ended. */
export const minimise = async (
  session: Session,
  world: World,
  scene: Scene,
  found: Failure,
  tried: () => void
): Promise<Minimal> => {
  const { law } = found
  const send = async (steps: TestCase, key: string): Promise<Failure | undefined> => {
    const failure = await tryAgain(session, world, law, steps, `${law.clause}/${key}`)
    tried()
    return failure
  }
  let tries = 0
  const upTo =
    (most: number): Try =>
    async (steps) =>
      tries >= most || session.ended() !== undefined ? undefined : send(steps, `shrink/${tries++}`)

  const generated = await shrinkSample(found, scene, upTo(MAX_TRIES / 2))
  const attempt = upTo(MAX_TRIES)
  let smallest = generated
  // what is repeated often is sent often: that goes first, and again when fewer steps are repeated
  for (const shrink of [repeatLess, dropSteps, dropCalls, repeatLess, shortenIds]) {
    smallest = await shrink(smallest, attempt)
  }
  const fails = async (n: number): Promise<boolean> => (await send(smallest.steps, `again/${n}`)) !== undefined
  return { failure: smallest, again: await confirm(fails, () => session.ended() !== undefined) }
}
