/**
 * A target behind a URL: signed requests over sockets that are kept open, a time limit on each, nothing followed and
 * nothing unpacked.
 */
import { request as httpRequest, Agent as HttpAgent, type ClientRequest, type IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest, Agent as HttpsAgent } from 'node:https'
import type { Target } from '../conformance.js'
import { header, type HttpRequest, type HttpResponse, OPERATION } from '../protocol/index.js'
import { type Credentials, DUMMY_CREDENTIALS } from './aws/Credentials.js'
import { signer } from './aws/signer.js'
import { collectAnswer, cutOff } from './collectAnswer.js'
import { afterStale, doubtOf, explainFailure, isOutOfHandles } from './explainFailure.js'
import { stallWatch } from './stallWatch.js'

/** How a target behind a URL is reached. */
export interface HttpTargetOptions {
  /** For SigV4's credential scope. Default `us-east-1`. */
  readonly region?: string
  /** Default: dummies, which emulators accept and AWS does not. */
  readonly credentials?: Credentials
  /** Certificates of the CAs that the target is trusted for, PEM. Default: those that Node trusts. */
  readonly ca?: string
  /** Milliseconds until an answer must be complete, where the caller gives no signal. Default 5000. */
  readonly timeoutMs?: number
}

const isChunked = ({ headers }: HttpRequest): boolean => header(headers, 'transfer-encoding') === 'chunked'

/** In three chunks, one after the other: who stops at the first has a part of the body. */
const writeChunks = (outgoing: ClientRequest, body: Buffer, at = 0): void => {
  if (outgoing.destroyed) return
  const end = at + Math.ceil(body.length / 3)
  if (at >= body.length) return void outgoing.end()
  outgoing.write(body.subarray(at, end))
  setImmediate(writeChunks, outgoing, body, end)
}

/** After so many answers on connections that were kept open, and none that had been closed, the target keeps them. */
const TRUSTED = 3

const isListing = ({ headers }: HttpRequest): boolean => header(headers, 'x-amz-target')?.endsWith(OPERATION) ?? false

/** How long to wait for a file handle before the next attempt. */
const HANDLES_MS = 20

/** A function that sends to `url`, and one that closes its sockets. */
export const httpTarget = (
  url: string | URL,
  { region = 'us-east-1', credentials = DUMMY_CREDENTIALS, ca, timeoutMs = 5000 }: HttpTargetOptions = {}
): {
  /** For `verify`. */
  readonly target: Target
  /** Ends the connections that are kept open. */
  readonly close: () => void
} => {
  const address = new URL(url)
  const { protocol, hostname, port, pathname, search } = address
  const isTls = protocol === 'https:'
  const place = {
    // an IPv6 address comes in brackets, which sockets do not take
    hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    path: `${pathname}${search}`,
    ...(ca === undefined ? {} : { ca })
  }
  const agent = isTls ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true })
  const sign = signer(region, credentials)

  /** Answers on connections that were kept open. */
  let kept = 0
  let hasAnswered = false
  const stalls = stallWatch(agent)

  const target: Target = async (request, signal = AbortSignal.timeout(timeoutMs)) => {
    const body = Buffer.from(request.body)
    const length = isChunked(request) ? {} : { 'content-length': body.length }
    const headers = { ...sign(request, address), 'accept-encoding': 'identity', ...length }
    const attempt = (): Promise<HttpResponse> =>
      new Promise((resolve, reject) => {
        const again = (error: Error): void => (signal.aborted ? reject(error) : void attempt().then(resolve, reject))
        let hasAnswer = false
        let hints: IncomingHttpHeaders | undefined
        // a request on a connection that turns out closed must be sent again, which is wrong for what changes something:
        // that gets a connection of its own until the target has shown that it keeps them open. Chunks do always: a target
        // that does not read them takes what is left of them for the next request. Where the target serves one connection
        // at a time none is kept open
        const isShared = !stalls.servesOne() && !isChunked(request) && (isListing(request) || kept >= TRUSTED)
        const unwatch = isShared || stalls.servesOne() ? () => undefined : stalls.begin()
        const outgoing = (isTls ? httpsRequest : httpRequest)(
          {
            ...place,
            agent: isShared ? agent : false,
            method: request.method,
            headers
          },
          (message) => {
            hasAnswer = hasAnswered = true
            unwatch()
            if (outgoing.reusedSocket) kept++
            collectAnswer(message, hints).then(resolve, reject)
          }
        )
        // the option `signal` of node:http does the same, and watches the whole stream for it
        const giveUp = (): void => void outgoing.destroy(signal.reason instanceof Error ? signal.reason : undefined)
        if (signal.aborted) giveUp()
        else signal.addEventListener('abort', giveUp, { once: true })
        outgoing.on('close', () => {
          signal.removeEventListener('abort', giveUp)
          unwatch()
        })
        outgoing.on('information', ({ headers: early }) => (hints = { ...hints, ...early }))
        outgoing.on('upgrade', (message, socket) => {
          socket.destroy()
          reject(new Error(`the answer is HTTP ${message.statusCode ?? 101}: it switches protocols`))
        })
        outgoing.on('error', (error: NodeJS.ErrnoException) => {
          // the server had closed a connection that was kept open, as it may: no answer was lost, nor a request read
          const isStale = outgoing.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(error.code ?? '')
          if (isStale) kept = -Infinity
          if (hasAnswer) reject(cutOff(error))
          else if (isStale && isListing(request)) {
            attempt().then(resolve, (next: Error) => reject(afterStale(error, next)))
          }
          // others of this process may give theirs back
          else if (isOutOfHandles(error.code) && !signal.aborted) setTimeout(again, HANDLES_MS, error)
          else reject(error)
        })
        if (isChunked(request)) writeChunks(outgoing, body)
        // as one string that holds a byte in each character, head and body leave together
        else outgoing.end(body.toString('latin1'), 'latin1')
      })
    try {
      return await attempt()
    } catch (error) {
      const explained = explainFailure(error, timeoutMs)
      throw hasAnswered ? explained : new Error(`${explained.message}${doubtOf(error, isTls)}`)
    }
  }
  return { target, close: () => agent.destroy() }
}
