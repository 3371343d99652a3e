/**
 * A case, step by step: what is sent, what the suite then knows, and the exchanges to be judged.
 */
import type { ListStep, RepeatStep, Step, TestCase } from '../../../generators/TestCase.js'
import { toRequest } from './toRequest.js'
import { type Exchange, inWorld } from '../../../laws/server/Exchange.js'
import { isAsKnown } from '../../../laws/server/listLaws.js'
import { type World } from '../../../laws/server/World.js'
import { contradict, inDoubt, learn, updateClient } from './worldChanges.js'
import { listedIn } from '../../../laws/shared/ParsedResponse.js'
import { sceneStep } from './sceneSteps.js'
import { togetherStep } from './togetherStep.js'
import type { Session } from '../target/Session.js'

export interface CaseResult {
  /** Each with the place of its step in the case. */
  readonly exchanges: ReadonlyArray<{ readonly exchange: Exchange; readonly at: number }>
  /** As it was after the last step. */
  readonly world: World
  /** Why the case was not carried to its end, if it was not. */
  readonly stuck: string | undefined
}

type Stepped = { readonly world: World; readonly exchanges?: ReadonlyArray<Exchange>; readonly stuck?: string }

const listStep = async (session: Session, world: World, step: ListStep): Promise<Stepped> => {
  const request = toRequest(step, world)
  if (request === undefined) return { world, stuck: 'it names what is not there' }
  const exchanges = await session.list(world, request)
  const last = exchanges.at(-1)
  const answer = last?.answer
  if (
    last?.expected._tag !== 'Listing' ||
    last.isChunked ||
    answer?.status !== 200 ||
    answer.descriptors === undefined
  ) {
    return { world, exchanges }
  }
  const { name, secrets, doubt } = last.expected.client
  const listed = listedIn(answer)
  const really = doubt && secrets && inDoubt(secrets, doubt.secrets, listed)
  if (doubt !== undefined && really !== undefined) {
    const other = updateClient(world, name, (client) => ({ ...client, secrets: really, listed: undefined }))
    const seen = inWorld(other, last)
    if (isAsKnown(seen)) {
      session.note(doubt.note)
      // a list that hides secrets looks like this as well, so no more is built on it
      return { world: contradict(other, name, listed), exchanges: [...exchanges.slice(0, -1), seen] }
    }
  }
  return { world: isAsKnown(last) ? learn(world, name, listed) : contradict(world, name, listed), exchanges }
}

/** The target has settled when it returns. */
const changeStep = async (
  session: Session,
  world: World,
  step: Exclude<Step, ListStep | RepeatStep>,
  key: string
): Promise<Stepped> => {
  const stepped =
    step.op === 'together'
      ? await togetherStep(session, world, step, key, (one) => listStep(session, world, one))
      : await sceneStep(session, world, step, key)
  await session.settle()
  return stepped
}

const repeatStep = async (
  session: Session,
  base: World,
  { times, steps }: RepeatStep,
  key: string
): Promise<Stepped> => {
  const exchanges: Array<Exchange> = []
  let world = base
  for (let turn = 0; turn < times; turn++) {
    for (const [at, step] of steps.entries()) {
      const ended = session.ended()
      if (ended !== undefined) return { world, exchanges, stuck: ended }
      const stepped = await runStep(session, world, step, `${key}/${turn}/${at}`)
      world = stepped.world
      exchanges.push(...(stepped.exchanges ?? []))
      if (stepped.stuck !== undefined) return { world, exchanges, stuck: stepped.stuck }
    }
  }
  return { world, exchanges }
}

const runStep = (session: Session, world: World, step: Step, key: string): Promise<Stepped> => {
  if (step.op === 'list') return listStep(session, world, step)
  return step.op === 'repeat' ? repeatStep(session, world, step, key) : changeStep(session, world, step, key)
}

/** Carries out a case. `key` names it within the run, for the secrets that it plants. */
export const runCase = async (session: Session, base: World, steps: TestCase, key: string): Promise<CaseResult> => {
  const exchanges: Array<CaseResult['exchanges'][number]> = []
  let world = base
  for (const [at, step] of steps.entries()) {
    const ended = session.ended()
    if (ended !== undefined) return { exchanges, world, stuck: ended }
    // what is known of a target that has been restarted is out of date
    if ((world.restarts ?? 0) !== session.restarts()) return { exchanges, world, stuck: 'the target was restarted' }
    const stepped = await runStep(session, world, step, `${key}/${at}`)
    world = stepped.world
    exchanges.push(...(stepped.exchanges ?? []).map((exchange) => ({ exchange, at })))
    if (stepped.stuck !== undefined) return { exchanges, world, stuck: stepped.stuck }
  }
  return { exchanges, world, stuck: undefined }
}
