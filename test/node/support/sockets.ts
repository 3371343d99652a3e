/**
 * Servers of bytes: what they answer is written to the socket as it stands.
 */
import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'vitest'
import { type HttpRequest, OPERATION } from '../../../src/protocol/index.js'
import { operationOf, reference } from './handlers.js'

/** Is called for each complete request; `n` counts those of its connection from 1. */
export type Script = (socket: Socket, request: HttpRequest, n: number) => void

const parse = (head: string): Pick<HttpRequest, 'method' | 'path' | 'headers'> => {
  const [start = '', ...lines] = head.split('\r\n')
  const [method = '', path = ''] = start.split(' ')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  return { method, path, headers: Object.fromEntries(headers) }
}

/** The body that starts there, and where it ends; `undefined` until all of it has come. */
const readBody = (
  bytes: Buffer,
  start: number,
  headers: Readonly<HttpRequest['headers']>
): { readonly body: Uint8Array; readonly end: number } | undefined => {
  if (headers['transfer-encoding'] !== 'chunked') {
    const end = start + Number(headers['content-length'] ?? 0)
    return bytes.length < end ? undefined : { body: Uint8Array.from(bytes.subarray(start, end)), end }
  }
  const chunks: Array<Buffer> = []
  for (let at = start; ;) {
    const data = bytes.indexOf('\r\n', at) + 2
    const size = parseInt(bytes.subarray(at, data).toString('latin1'), 16)
    const end = data + size + 2
    if (data < 2 || bytes.length < end) return undefined
    if (size === 0) return { body: Uint8Array.from(Buffer.concat(chunks)), end }
    chunks.push(bytes.subarray(data, data + size))
    at = end
  }
}

export const onSocket = (socket: Socket, script: Script): void => {
  let pending = Buffer.alloc(0)
  let n = 0
  socket.on('error', () => undefined)
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk])
    for (;;) {
      const end = pending.indexOf('\r\n\r\n')
      if (end < 0) return
      const request = parse(pending.subarray(0, end).toString('latin1'))
      const read = readBody(pending, end + 4, request.headers)
      if (read === undefined) return
      pending = pending.subarray(read.end)
      script(socket, { ...request, body: read.body }, ++n)
    }
  })
}

/** The URL of a server that follows `script`. */
export const rawServing = async (
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  script: Script,
  host = '127.0.0.1'
): Promise<string> => {
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket.on('end', () => socket.end()))
    onSocket(socket, script)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, host, resolve))
  onTestFinished(() => {
    server.close()
    sockets.forEach((socket) => socket.destroy())
  })
  return `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`
}

const TYPE = 'Content-Type: application/x-amz-json-1.1'

/** A whole response, as a server should write it. */
export const whole = (body: string, status = '200 OK', ...headers: ReadonlyArray<string>): string =>
  [`HTTP/1.1 ${status}`, TYPE, `Content-Length: ${Buffer.byteLength(body)}`, ...headers, '', body].join('\r\n')

/** Everything but List as the reference answers it; List's true answer is handed to `script` as text. */
export const listing = (script: (socket: Socket, body: string, status: number, n: number) => unknown): Script => {
  const inner = reference()
  return (socket, request, n) => {
    void inner(request).then(({ status, body }) => {
      if (operationOf(request) === OPERATION) script(socket, String(body), status, n)
      else socket.write(whole(String(body), `${status} X`))
    })
  }
}
