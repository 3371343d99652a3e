/**
 * The suite: laws against a target, to a report.
 */
import type { Scene } from '../../generators/probes/Probe.js'
import { serverLaws } from '../../laws/server/serverLaws.js'
import { cleanUpAll } from './scene/cleanUp.js'
import { guardProgress } from './guardProgress.js'
import { preflight } from './target/preflight.js'
import { idsOf } from './scene/secretCalls.js'
import { reportOf } from '../shared/judge.js'
import { emptyTally, enterCase, forget } from './ServerTally.js'
import { countCases, planCases, planReplay, probesFor } from './plan.js'
import type { Report } from '../shared/Report.js'
import { serverResults } from './results.js'
import { brokenByTarget, runCases } from './run.js'
import { problemOfIds, sceneCase, setScene } from './scene/scene.js'
import { keepScene } from './scene/sceneKeeper.js'
import { openSession, type Session } from './target/Session.js'
import { BAILED, isEnough } from '../shared/ending.js'
import { clausesToJudge } from '../shared/SuiteOptions.js'
import { withDefaults } from '../shared/given.js'
import type { Target } from './target/Target.js'
import { stopper, tooSlow } from './timeLimits.js'
import { DEFAULTS, type VerifyOptions } from './VerifyOptions.js'

/** Whether the case to be replayed starts from nothing, as the scene itself does. */
const makesItsOwnScene = ({ replay }: VerifyOptions): boolean =>
  replay?.steps.some((step) => step.op === 'createUserPool' && step.pool === 'main') ?? false

/** Why requests failed at a target that was reached. */
const REACHED = /no complete answer|not HTTP|too long|longer than|in the middle of|switches protocols/

const unanswered = (lost: string): string =>
  `${REACHED.test(lost) ? 'no answer could be read' : 'unreachable'}: ${lost}`

/** What kept a run from saying all that it could. */
const problemOf = (session: Session, stop: () => string | undefined): string | undefined => {
  const { answered, responses } = session.stats()
  const stopped = stop()
  if (stopped !== undefined) return stopped
  if (responses === 0) return unanswered(session.lost() ?? 'no request was answered')
  if (session.lost() !== undefined) return session.lost()
  return answered === 0 ? 'the target only ever throttled or failed' : undefined
}

/** Why a clause may have gone untested although the run came to its end. */
const starvation = (session: Session): string | undefined => {
  const { starved } = session.stats()
  const calls = starved === 1 ? '1 call was' : `${starved} calls were`
  return starved > 0 ? `${calls} throttled to the end; fewer requests a second may help (--rate-limit)` : undefined
}

/**
 * Runs the suite. Resolves to a report whatever the target does. Rejects, before the first request, for a selection that
 * matches nothing, for given ids that are ill-formed and for a baseline with an unknown clause; otherwise only with what
 * `onProgress` threw.
 */
export const verify = async (target: Target, options: VerifyOptions): Promise<Report> => {
  const { seed, replay, runs = DEFAULTS.runs, concurrency = DEFAULTS.concurrency, settleMs = 0 } = options
  const selected = clausesToJudge(options, 'server')
  const misuse = options.given && problemOfIds(options.given)
  if (misuse !== undefined) throw new RangeError(misuse)
  const started = Date.now()
  const provision = (options.provision ?? true) && !makesItsOwnScene(options)
  const likely: Scene = options.given !== undefined ? 'given' : provision ? 'provisioned' : 'nothing'
  const likelyCases = replay === undefined ? countCases(probesFor(selected, likely), likely, runs) : 1
  const { signal, onProgress, rethrow } = guardProgress(options.onProgress, options.signal)
  const stop = stopper(signal, options.maxTimeMs, started)
  const session = openSession(target, {
    ...withDefaults(DEFAULTS, options),
    stop,
    tooSlow: tooSlow(options, likelyCases, started)
  })
  if (settleMs > 0) {
    session.note(`the suite waited ${settleMs} ms after each change: what a List shows earlier was not judged`)
  }
  const laws = serverLaws.filter((law) => selected.has(law.clause))
  const tally = emptyTally()

  const first = await setScene(session, options.given, provision)
  const { scene, world, made, because } = first
  const keeper = keepScene(session, first, options.given)
  if (replay === undefined) {
    const requests = session.stats().requests
    enterCase(tally, laws, { steps: sceneCase, planned: undefined, exchanges: made.exchanges, requests })
  }

  const succeeded = made.exchanges.some(({ exchange }) => exchange.answer?.status === 200)
  const absent =
    succeeded || session.ended() !== undefined
      ? undefined
      : await preflight(session, {
          existing: idsOf(world, 'one'),
          isGiven: options.given !== undefined,
          credentials: options.credentials
        })
  if (absent !== undefined) forget(tally)
  const isBroken = isEnough(options, 'server')
  const run = {
    session,
    laws,
    world: keeper.current,
    tally,
    concurrency,
    onProgress,
    isEnough: () => isBroken(brokenByTarget(tally, session))
  }
  const chosen = absent === undefined ? probesFor(selected, scene) : []
  const cases = replay
    ? await runCases(run, absent === undefined ? planReplay(replay.steps).values() : [].values(), 1)
    : await runCases(run, planCases(chosen, scene, seed, runs), countCases(chosen, scene, runs))

  // where nothing but throttling and failures ever came there is nothing to judge
  if (session.stats().answered === 0) forget(tally)
  const mask = session.mask()
  const found = absent ?? problemOf(session, stop)
  const problem = found === undefined ? undefined : mask(found)
  const stopped = run.isEnough() ? BAILED : undefined
  const hidden = session.hidden()?.why
  const reason = because ?? stopped ?? hidden ?? starvation(session)
  const results = await serverResults(
    {
      ...run,
      cases,
      scene,
      url: options.url,
      strict: options.strict ?? false,
      because: problem ?? (reason && mask(reason))
    },
    [...selected]
  )
  const leftBehind = await cleanUpAll(session, keeper.made())
  rethrow()

  const { requests, retries } = session.stats()
  // secrets were made since: while failures were shrunk
  const maskAll = session.mask()
  return reportOf({
    target: options.name ?? options.url ?? 'in-process handler',
    subject: 'server',
    results,
    baseline: options.baseline,
    problem,
    started,
    seed,
    runs,
    requests,
    retries,
    notes: [...(hidden === undefined ? [] : [hidden]), ...session.notes()].map(maskAll),
    leftBehind: leftBehind.map((item) => ({ ...item, id: maskAll(item.id), reason: maskAll(item.reason) }))
  })
}
