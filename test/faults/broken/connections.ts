/**
 * Servers that send more than one answer to a request, or bytes behind it: the next answer on the connection is not what
 * it seems.
 */
import type { ServerResponse } from 'node:http'
import type { HttpResponse } from '../../../src/protocol/index.js'
import { plainly, rawListen } from '../rawListen.js'
import { serve } from '../service.js'
import type { Fault } from '../Variant.js'

/** `more` is written behind every answer of List, at once or a moment later. */
const behind = (
  name: string,
  description: string,
  more: (response: HttpResponse, lists: number) => string,
  delay?: number
): Fault => ({
  name,
  description,
  kills: ['response.http.complete', 'response.body.object', 'list.otherClient', 'list.complete', 'list.only'],
  make: serve(),
  listen: (handler) => {
    let lists = 0
    return rawListen((outgoing: ServerResponse, response, isList) => {
      const { socket } = outgoing
      const bytes = isList ? more(response, ++lists) : ''
      if (bytes !== '' && delay === undefined) {
        // both in one packet
        socket?.cork()
        process.nextTick(() => socket?.uncork())
      }
      plainly(outgoing, response, isList)
      if (bytes === '') return
      if (delay === undefined) socket?.write(bytes)
      else setTimeout(() => socket?.writable && socket.write(bytes), delay)
    })(handler)
  },
  onlyOverSockets: true
})

const whole = ({ status, body }: HttpResponse): string =>
  `HTTP/1.1 ${status} OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${String(body)}`

export const connectionFaults: ReadonlyArray<Fault> = [
  behind('an answer twice', 'Two layers write it.', whole),
  behind('an answer twice, a moment later', 'A retry inside the server is answered as well.', whole, 1),
  behind('an error behind an answer', 'A handler goes on after it has answered.', () =>
    whole({ status: 400, headers: {}, body: '{"__type":"InternalServerException"}' })
  ),
  behind('a line behind an answer', 'A log goes to the wrong stream.', () => 'listed two secrets\n'),
  behind('a line behind an answer, a moment later', 'A log goes to the wrong stream.', () => 'listed two secrets\n', 1),
  behind(
    'an answer twice, one time in 40',
    'A timer fires although the answer is on its way.',
    (response, lists) => (lists % 40 === 0 ? whole(response) : ''),
    1
  )
]
