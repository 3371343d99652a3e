/**
 * Servers whose HTTP is wrong, or who read it as it is spelled. More of the first kind go here.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Listening } from '../../../src/node/index.js'
import { OPERATION, type HttpResponse } from '../../../src/protocol/index.js'
import { succeeding } from '../changes.js'
import { type Handler, serve } from '../service.js'
import type { Fault } from '../Variant.js'

type Write = (outgoing: ServerResponse, response: HttpResponse, isList: boolean) => void

const plainly: Write = (outgoing, { status, statusText = '', headers, body }) => {
  outgoing.writeHead(status, statusText, headers as Record<string, string>).end(body)
}

/** Header names as they came, and answers written by `write`. */
const rawListen =
  (write: Write) =>
  async (handler: Handler): Promise<Listening> => {
    const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
      const names = incoming.rawHeaders.filter((_, i) => i % 2 === 0)
      const headers = Object.fromEntries(names.map((name, i) => [name, incoming.rawHeaders[2 * i + 1]]))
      const body = await buffer(incoming)
      const response = await handler({ method: incoming.method ?? '', path: '/', headers, body })
      write(outgoing, response, String(incoming.headers['x-amz-target']).endsWith(`.${OPERATION}`))
    }
    const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const close = (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close, drain: close }
  }

const overSockets = (name: string, description: string, write: () => Write): Fault => ({
  name,
  description,
  kills: ['response.http.complete'],
  make: serve(),
  listen: (handler) => rawListen(write())(handler),
  onlyOverSockets: true
})

/** The value of a secret that is listed, handed to `write` in place of the status text. */
const leaking = (
  name: string,
  description: string,
  write: (outgoing: ServerResponse, secret: string, response: HttpResponse) => void
): Fault => ({
  name,
  description,
  kills: ['response.secret.neverRevealed'],
  make: serve(
    succeeding((response, { client }) => ({ ...response, statusText: client?.secrets[0]?.ClientSecretValue ?? '' }))
  ),
  listen: rawListen((outgoing, response, isList) => {
    const { statusText = '', ...rest } = response
    if (isList && statusText !== '') write(outgoing, statusText, rest)
    else plainly(outgoing, rest, isList)
  }),
  onlyOverSockets: true
})

export const transportFaults: ReadonlyArray<Fault> = [
  {
    name: 'headers in lower case only',
    description: 'Names are compared as they are spelled.',
    kills: ['request.headers.caseInsensitive'],
    make: serve(() => ({ request }, next) => {
      const { 'x-amz-target': target, 'content-type': type } = request.headers
      return next({ ...request, headers: { 'x-amz-target': target, 'content-type': type } })
    }),
    listen: rawListen(plainly)
  },
  {
    name: 'no answer',
    description: 'A handler that throws.',
    // a server in front of it may answer 500 in its place
    kills: ['response.http.complete', 'response.status.ok', 'list.empty'],
    make: () => {
      const service = serve()()
      return async (request) => {
        const response = await service(request)
        if (response.body === '{"ClientSecrets":[]}') throw new Error('nothing to list')
        return response
      }
    }
  },
  {
    name: 'a value in the status line',
    description: 'Where few look.',
    kills: ['response.secret.neverRevealed'],
    make: serve(
      succeeding((response, { client }) => ({ ...response, statusText: `OK ${client?.secrets[0]?.ClientSecretValue}` }))
    ),
    listen: rawListen(plainly)
  },
  leaking('a value in a trailer', 'A field behind the body.', (outgoing, secret, response) => {
    outgoing.writeHead(response.status, { ...(response.headers as Record<string, string>), trailer: 'x-debug' })
    outgoing.addTrailers({ 'x-debug': secret })
    outgoing.end(response.body)
  }),
  leaking('a value in an early hint', 'In what comes before the answer.', (outgoing, secret, response) => {
    outgoing.writeEarlyHints({ link: '</docs>; rel=help', 'x-debug': secret }, () => plainly(outgoing, response, true))
  }),
  overSockets(
    'a reset',
    'Where nothing is listed, the connection is closed without an answer.',
    () => (outgoing, response, isList) => {
      if (isList && response.body === '{"ClientSecrets":[]}') outgoing.destroy()
      else plainly(outgoing, response, isList)
    }
  ),
  overSockets('a body cut short', 'One time in 100 Content-Length promises more than comes.', () => {
    let lists = 0
    return (outgoing, response, isList) => {
      if (!isList || ++lists % 100 > 0) return plainly(outgoing, response, isList)
      outgoing.writeHead(response.status, { 'content-length': response.body.length })
      outgoing.write(response.body.slice(0, 5), () => outgoing.destroy())
    }
  })
]
