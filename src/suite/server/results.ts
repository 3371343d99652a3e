/**
 * From the tally of a run to the result of each clause, counterexamples made small and tried again.
 */
import { clause, type ClauseId } from '../../clauses/index.js'
import { emptyWorld, type World } from '../../laws/server/World.js'
import { type Scene } from '../../generators/probes/Probe.js'
import { curl } from './curl.js'
import { describeReceived } from './describe.js'
import type { Failure } from './Failure.js'
import { resultOf } from '../shared/result.js'
import type { Tally } from '../shared/Tally.js'
import { shownMessage } from '../shared/mask.js'
import { minimise } from './shrink.js'
import { encodeReplay } from './replay.js'
import type { ClauseResult, Counterexample } from '../shared/Report.js'
import type { Session } from './Session.js'

/** What a run knows when its cases are through. */
export interface Ran {
  readonly session: Session
  readonly tally: Tally<Failure>
  readonly world: () => Promise<World>
  readonly scene: Scene
  readonly seed: number
  readonly url: string
  readonly strict: boolean
  /** Why clauses may have gone untested. */
  readonly because: string | undefined
  /** Whether there is time to send counterexamples again. */
  readonly isHurried: () => boolean
}

const counterexample = async (ran: Ran, found: Failure): Promise<Counterexample> => {
  // the scene is a case that starts from nothing
  const base = found.planned === undefined ? { ...emptyWorld, restarts: ran.session.restarts() } : await ran.world()
  const { failure, again } = ran.isHurried()
    ? { failure: found, again: { runs: 0, failed: 0 } }
    : await minimise(ran.session, base, ran.scene, ran.seed, found)
  const { exchange, law, steps } = failure
  const { request, response } = exchange
  const mask = ran.session.mask()
  return {
    probe: found.planned?.probe.name ?? 'setting the scene',
    expected: mask(law.expected(exchange)),
    received: describeReceived(law.clause, exchange, mask),
    steps,
    request: shownMessage(`${request.method} ${request.path}`, request, mask),
    ...(response === undefined
      ? {}
      : {
          response: shownMessage(`HTTP ${response.status} ${mask(response.statusText ?? '')}`.trim(), response, mask)
        }),
    curl: ran.session.mask(Infinity)(curl(ran.url, request)),
    replay: encodeReplay({ clause: law.clause, steps }),
    again: { ...again, kind: again.runs === 0 ? 'unknown' : again.failed === again.runs ? 'deterministic' : 'flaky' }
  }
}

const untested = (id: ClauseId, because: string | undefined): Required<Pick<ClauseResult, 'reason' | 'excused'>> => {
  const { onlyWhenSeen } = clause(id)
  return onlyWhenSeen === undefined
    ? { reason: because ?? 'not exercised by any request', excused: false }
    : { reason: `${onlyWhenSeen}; judged only when seen`, excused: true }
}

export const serverResult = (ran: Ran, id: ClauseId): Promise<ClauseResult> =>
  resultOf(
    {
      subject: 'server',
      strict: ran.strict,
      tally: ran.tally,
      untested: (one) => untested(one, ran.because),
      counterexample: (found) => counterexample(ran, found)
    },
    id
  )
