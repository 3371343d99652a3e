/**
 * Servers that are right on the wire, and not as most are.
 */
import { buffer } from 'node:stream/consumers'
import { always, receiving, succeeding } from '../changes.js'
import { plainly, rawListen } from '../rawListen.js'
import { serve } from '../service.js'
import { unusual, type Variant } from '../Variant.js'

const refusingChunks = (name: string, status: number): Variant => ({
  name,
  description: 'As HTTP has it for who needs a length, or knows no coding.',
  make: serve(),
  listen: rawListen(plainly, async (incoming) => {
    const body = await buffer(incoming)
    return incoming.headers['transfer-encoding'] === undefined ? body : { status, headers: {}, body: '' }
  })
})

export const unusualWire: ReadonlyArray<Variant> = [
  refusingChunks('411 for chunks', 411),
  refusingChunks('501 for chunks', 501),
  {
    name: 'HTTP/1.0',
    description: 'A body ends where the connection does.',
    make: serve(),
    listen: rawListen((outgoing, { status, headers, body }) => {
      const fields = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`)
      outgoing.socket?.end(`HTTP/1.0 ${status} Answered\r\n${fields.join('')}\r\n${String(body)}`)
    })
  },
  {
    name: 'HTTP/1.0 and Content-Length',
    description: 'Chunks are not known, and taken for no body; a simple server of Python is such.',
    make: serve(),
    listen: rawListen(
      (outgoing, { status, headers, body }) => {
        const fields = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`)
        outgoing.socket?.end(`HTTP/1.0 ${status} Answered\r\n${fields.join('')}\r\n${String(body)}`)
      },
      async (incoming) => {
        const body = await buffer(incoming)
        return incoming.headers['content-length'] === undefined ? new Uint8Array() : body
      }
    )
  },
  {
    name: 'HTTP/1.1 and Content-Length',
    description: 'Chunks are refused by an error of the framework; no client of AWS sends them.',
    make: serve(),
    listen: rawListen(plainly, async (incoming) => {
      const body = await buffer(incoming)
      return incoming.headers['content-length'] === undefined
        ? { status: 400, headers: { 'content-type': 'text/html' }, body: '<h1>Bad request</h1>' }
        : body
    })
  },
  {
    name: 'an early hint and a trailer',
    description: 'Fields before and behind an answer, without a secret.',
    make: serve(),
    listen: rawListen((outgoing, response) => {
      const { status, headers, body } = response
      // what has no body has no trailer
      if (body === '' || outgoing.req.method === 'HEAD') return plainly(outgoing, response, false)
      outgoing.writeEarlyHints({ link: '</docs>; rel=help' })
      outgoing.writeHead(status, { ...(headers as Record<string, string>), trailer: 'x-time' })
      outgoing.addTrailers({ 'x-time': '3 ms' })
      outgoing.end(body)
    })
  },
  unusual(
    'Content-Encoding identity',
    'Which is none.',
    always((response) => ({ ...response, headers: { ...response.headers, 'content-encoding': 'identity' } }))
  ),
  unusual(
    'a length in bytes',
    'Of an answer that repeats text outside ASCII.',
    always((response) => ({
      ...response,
      headers: { ...response.headers, 'content-length': String(Buffer.byteLength(response.body)) }
    }))
  ),
  unusual(
    'a Link to the documentation',
    'It leads to no further page.',
    succeeding((response) => ({
      ...response,
      headers: { ...response.headers, link: '</docs>; rel="help"', 'x-request-marker': 'a' }
    }))
  ),
  unusual(
    'HEAD and PATCH not allowed',
    'By status alone.',
    receiving(({ method }) => (['HEAD', 'PATCH'].includes(method) ? { status: 405, headers: {}, body: '' } : undefined))
  )
]
