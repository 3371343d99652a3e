/**
 * A target behind a URL: signed requests over sockets that are kept open, a time limit on each, nothing followed and
 * nothing unpacked.
 */
import { request as httpRequest, Agent as HttpAgent, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest, Agent as HttpsAgent } from 'node:https'
import { Hash } from '@smithy/hash-node'
import { SignatureV4 } from '@smithy/signature-v4'
import type { Target } from '../conformance.js'
import { header, type HttpRequest, type HttpResponse, MAX_BODY_BYTES, OPERATION } from '../protocol/index.js'

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

export interface HttpTargetOptions {
  /** For SigV4's credential scope. Default `us-east-1`. */
  readonly region?: string
  /** Default: dummies, which emulators accept and AWS does not. */
  readonly credentials?: Credentials
  /** Milliseconds until an answer must be complete, where the caller gives no signal. Default 5000. */
  readonly timeoutMs?: number
}

/** Accepted by every emulator, known to no account. */
export const DUMMY_CREDENTIALS: Credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'dummy' }

/** From AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN; dummies where those are not set. */
export const credentialsFrom = (env: Readonly<Record<string, string | undefined>>): Credentials => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = env
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return DUMMY_CREDENTIALS
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {})
  }
}

/** What ended an answer that had begun. */
const cutOff = (error?: NodeJS.ErrnoException): Error =>
  error === undefined || error.code === 'ECONNRESET'
    ? new Error('the connection was closed in the middle of the body')
    : error

/** Where a field stands in several of them, the last counts: fields of the answer itself before those around it. */
const collect = (message: IncomingMessage, hints: IncomingHttpHeaders): Promise<HttpResponse> =>
  new Promise((resolve, reject) => {
    const chunks: Array<Buffer> = []
    let size = 0
    message.on('data', (chunk: Buffer) => {
      size += chunk.length
      // cut off, it counts as none
      if (size > MAX_BODY_BYTES) message.destroy(new Error(`the body is longer than ${MAX_BODY_BYTES} bytes`))
      else chunks.push(chunk)
    })
    message.on('end', () =>
      message.complete
        ? resolve({
            status: message.statusCode ?? 0,
            statusText: message.statusMessage ?? '',
            headers: { ...hints, ...message.trailers, ...message.headers },
            body: Buffer.concat(chunks)
          })
        : reject(cutOff())
    )
    message.on('error', (error) => reject(cutOff(error)))
  })

/** After so many answers on connections that were kept open, and none that had been closed, the target keeps them. */
const TRUSTED = 3

const isListing = ({ headers }: HttpRequest): boolean => header(headers, 'x-amz-target')?.endsWith(OPERATION) ?? false

/** What went wrong, for people. */
const explain = (error: unknown, timeoutMs: number): Error => {
  const { name, code, message } = error as NodeJS.ErrnoException
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR') {
    return new Error(`no complete answer within ${timeoutMs} ms`)
  }
  if (code?.startsWith('HPE_')) return new Error(`the answer is not HTTP: ${message} (${code})`)
  return new Error(code === undefined || message.includes(code) ? message : `${message} (${code})`)
}

/** A function that sends to `url`, and one that closes its sockets. */
export const httpTarget = (
  url: string | URL,
  { region = 'us-east-1', credentials = DUMMY_CREDENTIALS, timeoutMs = 5000 }: HttpTargetOptions = {}
): { readonly target: Target; readonly close: () => void } => {
  const { protocol, hostname, port, host, pathname } = new URL(url)
  const isTls = protocol === 'https:'
  const agent = isTls ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true })
  const signer = new SignatureV4({ service: 'cognito-idp', region, credentials, sha256: Hash.bind(null, 'sha256') })

  const sign = async ({ method, headers, body }: HttpRequest): Promise<Readonly<Record<string, string>>> => {
    const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
    const signed = await signer.sign({
      method,
      protocol,
      hostname,
      path: pathname,
      headers: { ...plain, host },
      body
    })
    return signed.headers
  }

  /** Answers on connections that were kept open. */
  let kept = 0

  const target: Target = async (request, signal = AbortSignal.timeout(timeoutMs)) => {
    const headers = await sign(request)
    const body = Buffer.from(request.body)
    const attempt = (): Promise<HttpResponse> =>
      new Promise((resolve, reject) => {
        let hasAnswer = false
        let hints: IncomingHttpHeaders = {}
        const outgoing = (isTls ? httpsRequest : httpRequest)(
          {
            // a request on a connection that turns out closed must be sent again, which is wrong for what changes
            // something: that gets a connection of its own until the target has shown that it keeps them open
            agent: isListing(request) || kept >= TRUSTED ? agent : false,
            // an IPv6 address comes in brackets, which sockets do not take
            hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
            port,
            path: pathname,
            method: request.method,
            headers: { ...headers, 'accept-encoding': 'identity', 'content-length': body.length }
          },
          (message) => {
            hasAnswer = true
            if (outgoing.reusedSocket) kept++
            collect(message, hints).then(resolve, reject)
          }
        )
        // the option `signal` of node:http does the same, and watches the whole stream for it
        const giveUp = (): void => void outgoing.destroy(signal.reason instanceof Error ? signal.reason : undefined)
        if (signal.aborted) giveUp()
        else signal.addEventListener('abort', giveUp, { once: true })
        outgoing.on('close', () => signal.removeEventListener('abort', giveUp))
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
          else if (isStale && isListing(request)) attempt().then(resolve, reject)
          else reject(error)
        })
        // as one string that holds a byte in each character, head and body leave together
        outgoing.end(body.toString('latin1'), 'latin1')
      })
    try {
      return await attempt()
    } catch (error) {
      throw explain(error, timeoutMs)
    }
  }
  return { target, close: () => agent.destroy() }
}
