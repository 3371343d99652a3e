/**
 * Watches whether a target is still there. One that has answered and then accepts no connections has died, most likely of
 * a request that was in flight: that is the target's fault, unlike a target that was never reached. Some are started
 * again by whatever supervises them, and go on.
 */
import { header, type HttpRequest, type HttpResponse, OPERATION, TARGET_PREFIX } from '../../../protocol/index.js'
import { brief, plural } from '../../shared/text.js'
import { sleep } from './pace.js'
import type { Target } from './Target.js'

export interface Watched {
  readonly target: (...call: Parameters<Target>) => Promise<HttpResponse>
  /** How often the target has come back. */
  readonly restarts: () => number
  /** Whether the target has died since its last answer, and a request that was in flight then has told so. */
  readonly isNamed: () => boolean
  /** What was seen of its deaths, for people; List requests are shown as they were sent. */
  readonly deaths: () => ReadonlyArray<string>
}

/** How the failure starts of every request after the target has died for good. */
export const GONE = 'the target accepts no connections any more'

/** Enough to show that it goes on, and few enough that a target that dies of everything does not take for ever. */
const MAX_RESTARTS = 10

/** Between two attempts to reach a target that may be starting. */
const POLL_MS = 50

const MAX_SHOWN = 300

/** Nobody listens where somebody did. A network that fails gets other errors. */
const REFUSED = 'ECONNREFUSED'

/** The bodies of other operations may hold a secret. */
const show = ({ method, headers, body }: HttpRequest): string => {
  const operation = header(headers, 'x-amz-target')?.slice(TARGET_PREFIX.length) ?? 'no operation'
  if (operation !== OPERATION) return `${method} ${brief(operation, MAX_SHOWN)}`
  return brief(Buffer.from(body).toString(), MAX_SHOWN) || `${method} with an empty body`
}

/** Nothing but a connection that was not made: the request was never read. */
const NO_CONNECTION = /^(?:connect )?\W*ECONNREFUSED/

/** Whether a failure says that the target has died while it had the request. */
export const hasFallen = (failure: string): boolean =>
  failure.includes(REFUSED) && !failure.startsWith(GONE) && !NO_CONNECTION.test(failure)

/** Whether a failure says that the connection broke before its answer. */
export const hasBroken = (failure: string): boolean => /ECONNRESET|EPIPE|socket hang up|closed/.test(failure)

const list = (requests: ReadonlyArray<HttpRequest>): string => requests.map(show).join(', ')

/** `waitMs` is how long a target may take to come back. */
export const watchTarget = (inner: Target, waitMs: number): Watched => {
  /** Sent, and neither answered nor refused a connection. */
  const inFlight = new Set<HttpRequest>()
  /** Those that broke since the last answer. */
  const fallen = new Set<HttpRequest>()
  const deaths: Array<string> = []
  let answers = 0
  let restarts = 0
  let downSince: number | undefined
  let isGone = false
  let isNamed = false

  const answered = (): void => {
    answers++
    fallen.clear()
    if (downSince !== undefined) restarts++
    downSince = undefined
    isNamed = false
  }

  /** How many requests were in flight beside this one; `deaths` has them. */
  const others = (request: HttpRequest): string => {
    const count = [...new Set([...fallen, ...inFlight])].filter((one) => one !== request).length
    return count === 0 ? '' : `; ${plural(count, 'other request')} ${count === 1 ? 'was' : 'were'} in flight`
  }

  const goDown = (): void => {
    if (downSince !== undefined) return
    downSince = Date.now()
    const all = [...new Set([...fallen, ...inFlight])]
    const shown = all.length === 0 ? 'no request was in flight' : `in flight: ${list(all)}`
    deaths.push(`the target accepted no connections after ${plural(answers, 'answer')}; ${shown}`)
  }

  /** The error of a request that was refused a connection, once it need not wait any longer. */
  const refused = async (
    request: HttpRequest,
    message: string,
    cause: unknown,
    signal?: AbortSignal
  ): Promise<void> => {
    inFlight.delete(request)
    goDown()
    isGone ||= restarts >= MAX_RESTARTS || Date.now() - (downSince ?? 0) >= waitMs
    if (isGone || signal?.aborted) throw new Error(`${GONE} (${message})`, { cause })
    await sleep(POLL_MS)
    inFlight.add(request)
  }

  const target: Watched['target'] = async (request, signal) => {
    inFlight.add(request)
    try {
      for (;;) {
        // one that is sent later may find a connection that is open no more
        const isLate = isNamed || downSince !== undefined
        try {
          const response = await inner(request, signal)
          answered()
          return response
        } catch (error) {
          const message = error instanceof Error ? error.message : ''
          if (answers === 0) throw error
          if (NO_CONNECTION.test(message) || (isLate && hasFallen(message))) {
            await refused(request, message, error, signal)
            continue
          }
          if (hasBroken(message)) fallen.add(request)
          if (!hasFallen(message)) throw error
          isNamed = true
          goDown()
          throw new Error(`${message}${others(request)}`, { cause: error })
        }
      }
    } finally {
      inFlight.delete(request)
    }
  }
  return { target, restarts: () => restarts, isNamed: () => isNamed, deaths: () => deaths }
}
