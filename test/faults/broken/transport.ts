/**
 * Servers whose HTTP is wrong, or who read it as it is spelled. More of the first kind go here.
 */
import type { ServerResponse } from 'node:http'
import type { HttpResponse } from '../../../src/protocol/index.js'
import { succeeding } from '../changes.js'
import { plainly, rawListen, type Write } from '../rawListen.js'
import { serve } from '../service.js'
import type { Fault } from '../Variant.js'

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
