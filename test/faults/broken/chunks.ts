/**
 * Servers that read a body as long as Content-Length says, and no body that comes in chunks.
 */
import type { IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { header } from '../../../src/protocol/index.js'
import { receiving } from '../changes.js'
import { plainly, rawListen, type Read } from '../rawListen.js'
import { refusal, serve } from '../service.js'
import { type Fault, fault } from '../Variant.js'

const chunked = (name: string, description: string, read: Read): Fault => ({
  name,
  description,
  kills: ['request.body.chunked'],
  make: serve(),
  listen: rawListen(plainly, (incoming) =>
    incoming.headers['transfer-encoding'] === undefined ? buffer(incoming) : read(incoming)
  ),
  onlyOverSockets: true
})

const firstPart = async (incoming: IncomingMessage): Promise<Uint8Array> => {
  const [part] = (await once(incoming, 'data')) as [Uint8Array]
  return part
}

export const chunkFaults: ReadonlyArray<Fault> = [
  fault(
    'chunks refused as malformed',
    'A gateway that knows of no chunks, by the name of another error.',
    ['request.body.chunked'],
    receiving(({ headers }) =>
      header(headers, 'transfer-encoding') === undefined ? undefined : refusal('SerializationException', 'no length')
    )
  ),
  chunked(
    'no body without Content-Length',
    'Its length is taken for 0, as simple servers of Python do.',
    async (incoming) => {
      await buffer(incoming)
      return new Uint8Array()
    }
  ),
  chunked('the first chunk only', 'One read is enough for what usually comes.', firstPart),
  chunked('chunks with their sizes', 'The body is read to its end, its framing included.', async (incoming) => {
    const body = await buffer(incoming)
    return Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')])
  }),
  chunked('the last chunk lost', 'A loop ends one too early.', async (incoming) => {
    const parts: Array<Buffer> = []
    for await (const part of incoming) parts.push(part as Buffer)
    return Buffer.concat(parts.slice(0, -1))
  }),
  chunked('a crash at chunks', 'A length that is not there is read.', async (incoming) => {
    await buffer(incoming)
    return refusal('InternalServerException', 'length of undefined', 500)
  })
]
