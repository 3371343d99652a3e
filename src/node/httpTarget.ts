/**
 * A target behind a URL: signed requests over sockets that are kept open, a time limit on each, nothing followed and
 * nothing unpacked.
 */
import {
  request as httpRequest,
  Agent as HttpAgent,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage
} from 'node:http'
import { request as httpsRequest, Agent as HttpsAgent } from 'node:https'
import type { Target } from '../conformance.js'
import { header, type HttpRequest, type HttpResponse, MAX_BODY_BYTES, OPERATION } from '../protocol/index.js'
import { bodyBuffer } from './bodyBuffer.js'
import { type Credentials, DUMMY_CREDENTIALS } from './aws/Credentials.js'
import { signer } from './aws/signer.js'

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

/** A body in more pieces than this counts as none: reading each costs more than what it holds. */
const MAX_PIECES = 4096

/** What ended an answer that had begun. */
const cutOff = (error?: NodeJS.ErrnoException): Error =>
  error === undefined || error.code === 'ECONNRESET'
    ? new Error('the connection was closed in the middle of the body')
    : error

/** Where a field stands in several of them, the last counts: fields of the answer itself before those around it. */
const collect = (message: IncomingMessage, hints: IncomingHttpHeaders | undefined): Promise<HttpResponse> =>
  new Promise((resolve, reject) => {
    const { push, bytes } = bodyBuffer(MAX_BODY_BYTES)
    const { socket } = message
    let pieces = 0
    message.on('data', (chunk: Buffer) => {
      if (++pieces > MAX_PIECES) message.destroy(new Error(`the body comes in more than ${MAX_PIECES} pieces`))
      // cut off, it counts as none
      if (!push(chunk)) message.destroy(new Error(`the body is longer than ${MAX_BODY_BYTES} bytes`))
    })
    message.on('end', () => {
      if (!message.complete) return reject(cutOff())
      // Node drops a connection at once, and in silence, where another response follows in the same packet; a body
      // without a length ends with its connection
      const hasLength = message.headers['content-length'] ?? message.headers['transfer-encoding']
      if (socket.destroyed && hasLength !== undefined)
        return reject(new Error('the response is followed by another one'))
      resolve({
        status: message.statusCode ?? 0,
        statusText: message.statusMessage ?? '',
        ...(message.httpVersion === '1.1' ? {} : { httpVersion: message.httpVersion }),
        headers:
          hints === undefined && message.rawTrailers.length === 0
            ? message.headers
            : { ...hints, ...message.trailers, ...message.headers },
        body: bytes()
      })
    })
    message.on('error', (error) => reject(cutOff(error)))
  })

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

/**
 * A target that serves one connection at a time does not answer on a second one as long as the first is kept open. After
 * so many milliseconds without an answer the idle ones are closed; an answer within so many more tells why.
 */
const STALLED_MS = 1000
const RELEASED_MS = 250

const isListing = ({ headers }: HttpRequest): boolean => header(headers, 'x-amz-target')?.endsWith(OPERATION) ?? false

/** A certificate that leads to no CA known here, as OpenSSL names it. */
const UNKNOWN_CA =
  /^(?:SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(?:_LOCALLY)?))$/

const isOutOfHandles = (code = ''): boolean => code === 'EMFILE' || code === 'ENFILE'

/** How long to wait for a file handle before the next attempt. */
const HANDLES_MS = 20

const helpFor = (code: string): string | undefined => {
  if (UNKNOWN_CA.test(code)) {
    return 'its certificate is signed by a CA that is not known here; name the file of that CA with --ca or AWS_CA_BUNDLE'
  }
  if (code === 'EPROTO') return 'it does not speak TLS as it should; is its URL http:// rather than https://?'
  return isOutOfHandles(code)
    ? 'this machine has no file handles left; raise the limit (ulimit -n) or lower --concurrency'
    : undefined
}

/** What may be wrong with the URL of a target that has never answered. */
const doubtOf = (error: unknown, isTls: boolean): string => {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ECONNREFUSED') return '; is the server started, and is the port right?'
  return !isTls && (code === 'ECONNRESET' || code === 'EPIPE') ? '; is its URL https:// rather than http://?' : ''
}

/** What went wrong, for people. */
const explain = (error: unknown, timeoutMs: number): Error => {
  const { name, code, message } = error as NodeJS.ErrnoException
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR') {
    return new Error(`no complete answer within ${timeoutMs} ms`)
  }
  const help = helpFor(code ?? '')
  if (help !== undefined) return new Error(`${help} (${code})`)
  if (code?.startsWith('HPE_')) return new Error(`the answer is not HTTP: ${message} (${code})`)
  return new Error(code === undefined || message.includes(code) ? message : `${message} (${code})`)
}

/** The first error is the one that tells, where the server has gone and no second connection is made. */
const afterStale = (first: Error, again: NodeJS.ErrnoException): Error =>
  again.code === 'ECONNREFUSED'
    ? new Error(`the connection was closed without an answer (${first.message}), and then ${explain(again, 0).message}`)
    : again

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
  /** Whether the target serves one connection at a time: then none is kept open. */
  let servesOne = false

  /** Watches a request that has a connection of its own; the returned function is called when it is answered or given up. */
  const watchStall = (): (() => void) => {
    let closedAt: number | undefined
    const timer = setTimeout(() => {
      const idle = Object.values(agent.freeSockets).flatMap((sockets) => sockets ?? [])
      if (idle.length > 0) closedAt = Date.now()
      for (const socket of idle) socket.destroy()
    }, STALLED_MS)
    return () => {
      clearTimeout(timer)
      servesOne ||= closedAt !== undefined && Date.now() - closedAt < RELEASED_MS
    }
  }

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
        // that does not read them takes what is left of them for the next request
        const isShared = !servesOne && !isChunked(request) && (isListing(request) || kept >= TRUSTED)
        const unwatch = isShared || servesOne ? () => undefined : watchStall()
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
            collect(message, hints).then(resolve, reject)
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
      const explained = explain(error, timeoutMs)
      throw hasAnswered ? explained : new Error(`${explained.message}${doubtOf(error, isTls)}`)
    }
  }
  return { target, close: () => agent.destroy() }
}
