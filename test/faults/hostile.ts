/**
 * Targets that no run may hang on, grow without end on or crash on. Each is a server of bytes: most answer everything but
 * List as the reference does.
 */
import { randomBytes } from 'node:crypto'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { OPERATION } from '../../src/protocol/index.js'
import { operationOf, reference } from '../node/support/handlers.js'
import { onSocket, type Script, whole } from '../node/support/sockets.js'

export interface Hostile {
  readonly name: string
  readonly script: () => Script
  /** Is called for each connection, before anything has been read from it. */
  readonly opens?: (socket: Socket) => void
  /** The exit codes that make sense: 1 where a MUST is seen broken, 3 where nothing can be concluded. */
  readonly codes: ReadonlyArray<number>
}

type Answer = (socket: Socket, body: string, status: number, n: number) => void

/** Everything but List as the reference answers it; List by `answer`, which gets the right body. `n` counts the Lists. */
const onList =
  (answer: Answer): (() => Script) =>
  () => {
    const inner = reference()
    let n = 0
    return (socket, request) => {
      void inner(request).then(({ status, body }) => {
        if (operationOf(request) === OPERATION) answer(socket, String(body), status, ++n)
        else socket.write(whole(String(body), `${status} X`))
      })
    }
  }

/** Every request by `answer`, which gets the right body. */
const always =
  (answer: Answer): (() => Script) =>
  () => {
    const inner = reference()
    let n = 0
    return (socket, request) => {
      void inner(request).then(({ status, body }) => answer(socket, String(body), status, ++n))
    }
  }

/** Every request as the reference answers it, with the answer's JSON changed by `change`. `n` counts the operation's. */
const changing =
  (operation: string, change: (body: string, n: number) => string, changedStatus = 200): (() => Script) =>
  () => {
    const inner = reference()
    let n = 0
    return (socket, request) => {
      void inner(request).then(({ status, body }) => {
        if (operationOf(request) !== operation) socket.write(whole(String(body), `${status} X`))
        else socket.write(whole(change(String(body), ++n), `${changedStatus} X`))
      })
    }
  }

const MiB = 1_048_576

const head = (...lines: ReadonlyArray<string>): string =>
  ['HTTP/1.1 200 OK', 'Content-Type: application/x-amz-json-1.1', ...lines, '', ''].join('\r\n')

/** Writes `part` over and over, every `ms`, until nobody listens. */
const drip = (socket: Socket, part: string | Buffer, ms: number): void => {
  const timer = setInterval(() => {
    if (socket.writableLength < MiB) socket.write(part)
  }, ms)
  socket.on('close', () => clearInterval(timer))
}

/** Writes a text in pieces of one byte, as fast as the reader takes them. */
const byteByByte = (socket: Socket, text: string): void => {
  const bytes = Buffer.from(text)
  let at = 0
  const next = (): void => {
    while (at < bytes.length) {
      if (!socket.write(bytes.subarray(at, ++at))) return void socket.once('drain', next)
    }
  }
  socket.setNoDelay(true)
  next()
}

const chunked = (text: string): string => `${[...text].map((c) => `1\r\n${c}\r\n`).join('')}0\r\n\r\n`

const later =
  (ms: number, answer: Answer): Answer =>
  (socket, ...rest) =>
    void setTimeout(() => {
      if (!socket.destroyed) answer(socket, ...rest)
    }, ms)

const right: Answer = (socket, body, status) => void socket.write(whole(body, `${status} X`))
const listing =
  (json: string): Answer =>
  (socket) =>
    void socket.write(whole(json))
const raw =
  (bytes: string | Buffer) =>
  (socket: Socket): void =>
    void socket.write(bytes)
const closing =
  (bytes: string | Buffer) =>
  (socket: Socket): void =>
    void socket.end(bytes)

const throttling = whole('{"__type":"TooManyRequestsException","message":"Rate exceeded"}', '400 X')
const failure = whole('{"__type":"InternalServerException","message":"no"}', '500 X')

/** One right answer a second. Every other request is throttled, and has no effect. */
const oncePerSecond = (isLimited: (operation: string) => boolean) => (): Script => {
  const inner = reference()
  let [tokens, at] = [1, Date.now()]
  return (socket, request) => {
    if (isLimited(operationOf(request))) {
      tokens = Math.min(1, tokens + (Date.now() - at) / 1000)
      at = Date.now()
      if (tokens < 1) return void socket.write(throttling)
      tokens--
    }
    void inner(request).then(({ status, body }) => void socket.write(whole(String(body), `${status} X`)))
  }
}

const long = (n: number): string => 'x'.repeat(n)
const nested = (open: string, close: string, n: number, inner = '1'): string =>
  `{"ClientSecrets":${open.repeat(n)}${inner}${close.repeat(n)}}`
const many = (n: number, item: string): string => `{"ClientSecrets":[${Array.from({ length: n }, () => item).join()}]}`

/** What a TLS server sends to a client that speaks HTTP: a fatal alert. */
const TLS_ALERT = Buffer.from('15030100020246', 'hex')

const bomb = gzipSync(Buffer.alloc(64 * MiB, 'x'))

const broken = [1]
const nothing = [3]
const either = [1, 3]

const one = (name: string, script: () => Script, codes: ReadonlyArray<number> = either): Hostile => ({
  name,
  script,
  codes
})

/** Silent, slow and endless. */
const timing: ReadonlyArray<Hostile> = [
  one(
    'accepts connections and never answers',
    always(() => undefined),
    nothing
  ),
  one(
    'never answers List',
    onList(() => undefined),
    either
  ),
  one(
    'never answers the second half of all Lists',
    onList((s, b, c, n) => (n % 2 === 0 ? undefined : right(s, b, c, n)))
  ),
  one('answers every call after 4 s', always(later(4000, right)), nothing),
  one('answers every call after 2 s', always(later(2000, right)), nothing),
  one('answers List after 4 s', onList(later(4000, right)), nothing),
  one('answers List after 4.9 s, with another status', onList(later(4900, raw(failure))), either),
  one('answers every call after 6 s, past the time limit', always(later(6000, right)), nothing),
  one(
    'sends a head without end',
    always((s) => drip(s, `X-A: ${long(100)}\r\n`, 5)),
    nothing
  ),
  one(
    'sends a head of List without end',
    onList((s) => (s.write('HTTP/1.1 200 OK\r\n'), drip(s, 'X-A: b\r\n', 1)))
  ),
  one(
    'sends one byte of the head a second',
    always((s) => drip(s, 'H', 1000)),
    nothing
  ),
  one(
    'sends a body of List without end',
    onList((s) => (s.write(head('Connection: close')), drip(s, long(65_536), 1)))
  ),
  one(
    'sends chunks without end',
    onList((s) => (s.write(head('Transfer-Encoding: chunked')), drip(s, `10000\r\n${long(65_536)}\r\n`, 1)))
  ),
  one(
    'sends empty-looking JSON without end',
    onList((s) => (s.write(head('Connection: close')), drip(s, ' '.repeat(65_536), 1)))
  ),
  one(
    'sends a body at one byte a second',
    onList((s) => (s.write(head('Content-Length: 100')), drip(s, 'x', 1000)))
  ),
  one(
    'sends early hints without end',
    onList((s) => drip(s, 'HTTP/1.1 103 Early Hints\r\nX-A: b\r\n\r\n', 1))
  ),
  one(
    'sends 100 Continue without end',
    onList((s) => drip(s, 'HTTP/1.1 100 Continue\r\n\r\n', 1))
  ),
  one(
    'sends trailers without end',
    onList((s) => (s.write(`${head('Transfer-Encoding: chunked')}2\r\n{}\r\n0\r\n`), drip(s, 'X-A: b\r\n', 1)))
  ),
  one(
    'sends a chunk extension without end',
    onList((s) => (s.write(`${head('Transfer-Encoding: chunked')}2;`), drip(s, long(1000), 1)))
  )
]

/** Broken framing. */
const framing: ReadonlyArray<Hostile> = [
  one(
    'closes every connection at once',
    always((s) => void s.destroy()),
    nothing
  ),
  one(
    'closes List at once',
    onList((s) => void s.destroy())
  ),
  one(
    'resets every second List',
    onList((s, b, c, n) => (n % 2 === 0 ? void s.resetAndDestroy() : right(s, b, c, n)))
  ),
  one('answers with what is not HTTP', always(closing('220 smtp ready\r\n')), nothing),
  one('answers List with what is not HTTP', onList(closing('\0\0\0\0'))),
  one('answers in HTTP/0.9', onList(closing('{"ClientSecrets":[]}'))),
  one('promises more than it sends', onList(closing(`${head('Content-Length: 1000')}{}`))),
  one('sends more than it promised', onList(raw(`${head('Content-Length: 2')}{}{}{}{}`))),
  one('promises a negative length', onList(closing(`${head('Content-Length: -1')}{}`))),
  one('promises 2^64 bytes', onList(closing(`${head('Content-Length: 18446744073709551616')}{}`))),
  one('promises two lengths', onList(closing(`${head('Content-Length: 2', 'Content-Length: 3')}{}`))),
  one(
    'sends a chunk of an absurd size',
    onList(closing(`${head('Transfer-Encoding: chunked')}ffffffffffffffff\r\n{}`))
  ),
  one('sends a chunk size that is no number', onList(closing(`${head('Transfer-Encoding: chunked')}zz\r\n{}\r\n`))),
  // the second answer belongs to no request, and may pass unseen
  one(
    'answers each List twice',
    onList((s, b, c) => void s.write(whole(b, `${c} X`).repeat(2))),
    [0, 1]
  ),
  one('answers before it is asked', () => (socket) => void socket.write(whole('{}').repeat(3)), either),
  one('switches protocols', onList(raw('HTTP/1.1 101 X\r\nUpgrade: a\r\nConnection: Upgrade\r\n\r\n'))),
  one('has a head of 1 MiB', onList(raw(`${head(`X-A: ${long(MiB)}`, 'Content-Length: 2')}{}`))),
  one(
    'has 5,000 headers',
    onList(raw(`${head(...Array.from({ length: 5000 }, (_, i) => `X-${i}: a`), 'Content-Length: 2')}{}`))
  ),
  one('has status 999', onList(raw('HTTP/1.1 999 X\r\nContent-Length: 2\r\n\r\n{}'))),
  one('has status 000', onList(closing('HTTP/1.1 000 X\r\nContent-Length: 2\r\n\r\n{}'))),
  one('answers with 204 and a body', onList(closing('HTTP/1.1 204 X\r\nContent-Length: 2\r\n\r\n{}')))
]

/** Large, deep and packed answers. */
const bodies: ReadonlyArray<Hostile> = [
  one('answers List with 900 kB of text', onList(listing(`{"ClientSecrets":[],"Note":"${long(900_000)}"}`))),
  one(
    'answers every call with 900 kB of blanks more',
    always((s, b, c) => void s.write(whole(b + ' '.repeat(900_000), `${c} X`)))
  ),
  one(
    'answers List with 900 kB of base64',
    onList(listing(`{"ClientSecrets":[],"N":"${Buffer.from(long(675_000)).toString('base64')}"}`))
  ),
  one('answers List with 900 kB of hex', onList(listing(`{"ClientSecrets":[],"N":"${'4a6f'.repeat(225_000)}"}`))),
  one(
    'answers List with 900 kB of percent-escapes',
    onList(listing(`{"ClientSecrets":[],"N":"${'%41'.repeat(300_000)}"}`))
  ),
  one('answers List with 60,000 descriptors', onList(listing(many(60_000, '{"a":1}')))),
  one(
    'answers List with 200,000 names',
    onList(listing(`{${Array.from({ length: 60_000 }, (_, i) => `"n${i}":1`).join()}}`))
  ),
  one(
    'answers List with one name 60,000 times',
    onList(listing(`{${Array.from({ length: 60_000 }, () => '"n":1').join()}}`))
  ),
  one('answers List with arrays 400,000 deep', onList(listing(nested('[', ']', 400_000)))),
  one('answers List with objects 100,000 deep', onList(listing(nested('{"a":', '}', 100_000)))),
  one('answers List with an open array 900,000 deep', onList(listing('['.repeat(900_000)))),
  one(
    'answers List with a number of 900,000 digits',
    onList(listing(`{"ClientSecrets":[],"N":${'1'.repeat(900_000)}}`))
  ),
  one('answers List with a body of 10 MiB', onList(listing(`{"ClientSecrets":[],"N":"${long(10 * MiB)}"}`))),
  one(
    'answers List with 1 MiB in pieces of one byte',
    onList((s) => byteByByte(s, whole(long(MiB))))
  ),
  one(
    'answers List with 64 kB in chunks of one byte',
    onList((s) => void s.write(head('Transfer-Encoding: chunked') + chunked(long(65_536))))
  ),
  one(
    'answers List with a gzip bomb',
    onList(
      (s) =>
        void s.write(
          Buffer.concat([Buffer.from(head('Content-Encoding: gzip', `Content-Length: ${bomb.length}`)), bomb])
        )
    )
  )
]

/** Throttling, failing and dying. */
const refusing: ReadonlyArray<Hostile> = [
  one('throttles every call', always(raw(throttling)), nothing),
  one('throttles List', onList(raw(throttling)), nothing),
  one(
    'answers one call a second, and throttles the others',
    oncePerSecond(() => true),
    nothing
  ),
  one(
    'answers List once a second, and throttles the others',
    oncePerSecond((operation) => operation === OPERATION),
    nothing
  ),
  one(
    'throttles nine Lists of ten',
    onList((s, b, c, n) => (n % 10 === 0 ? right(s, b, c, n) : raw(throttling)(s)))
  ),
  one('fails every call with the documented 500', always(raw(failure)), nothing),
  one('fails List with the documented 500', onList(raw(failure))),
  one('fails every call with HTTP 502', always(raw(whole('<html>bad gateway</html>', '502 X'))), either),
  one('redirects every call to itself', always(raw(whole('', '307 X', 'Location: /'))), either)
]

/** What a proxy, a load balancer or somebody with bad intentions does. */
const strange: ReadonlyArray<Hostile> = [
  { ...one('answers on every new connection before it is asked', always(right)), opens: raw(whole('{}')) },
  {
    ...one('answers 413 and closes as soon as the first byte of a request has come', () => () => undefined, nothing),
    opens: (socket) => void socket.once('data', () => socket.end(whole('', '413 X', 'Connection: close')))
  },
  {
    ...one('opens connections and never reads', () => () => undefined, nothing),
    opens: (socket) => void socket.pause()
  },
  { ...one('speaks TLS where plain HTTP is expected', () => () => undefined, nothing), opens: closing(TLS_ALERT) },
  one(
    'says that it keeps connections and closes each after one answer',
    always((s, b, c) => void s.end(whole(b, `${c} X`, 'Connection: keep-alive', 'Keep-Alive: timeout=60'))),
    [0]
  ),
  one(
    'says that it closes connections and keeps them',
    always((s, b, c) => void s.write(whole(b, `${c} X`, 'Connection: close'))),
    [0]
  ),
  one(
    'sends its right answers a byte every 10 ms',
    always((s, b, c) => {
      const bytes = Buffer.from(whole(b, `${c} X`))
      let at = 0
      const timer = setInterval(
        () => (at < bytes.length ? s.write(bytes.subarray(at, ++at)) : clearInterval(timer)),
        10
      )
      s.on('close', () => clearInterval(timer))
    }),
    nothing
  ),
  one(
    'answers every call 20 ms later than the one before',
    always((s, b, c, n) => later(20 * n, right)(s, b, c, n)),
    nothing
  ),
  one(
    'answers every List with the answer to the List before it',
    () => {
      let before = '{"ClientSecrets":[]}'
      return onList((s, body, status, n) => {
        const mine = before
        before = body
        right(s, mine, status, n)
      })()
    },
    broken
  ),
  one(
    'answers with the request itself',
    () =>
      (socket, { body }) =>
        void socket.write(whole(String(body))),
    either
  ),
  one(
    'lies about its charset',
    () => {
      const type = 'application/x-amz-json-1.1; charset=utf-16'
      return onList((s, b, c) => void s.write(whole(b, `${c} X`).replace('application/x-amz-json-1.1', type)))()
    },
    [0]
  ),
  one(
    'answers List with random bytes',
    onList((s) => void s.write(Buffer.concat([Buffer.from(head('Content-Length: 65536')), randomBytes(65_536)])))
  ),
  one(
    'answers List with a status line of 15 kB',
    onList((s, b) => void s.write(whole(b, `200 ${long(15_000)}`)))
  ),
  one(
    'answers List with 15 kB of base64 in a header',
    onList((s, b, c) => void s.write(whole(b, `${c} X`, `X-A: ${randomBytes(11_000).toString('base64')}`))),
    [0]
  ),
  one(
    'names headers and members as Object.prototype does',
    onList(
      (s) =>
        void s.write(
          whole(
            '{"__proto__":{"status":200},"constructor":null,"ClientSecrets":{"length":2,"toString":1}}',
            '200 X',
            '__proto__: a',
            'constructor: b',
            'toString: c'
          )
        )
    ),
    broken
  ),
  one(
    'gives a user pool an id of 900 kB',
    changing('CreateUserPool', (body) => body.replace(/"Id":"/, `"Id":"${long(900_000)}`))
  ),
  one(
    'refuses every Add with a name of its own, 20 kB long',
    changing('AddUserPoolClientSecret', (_, n) => JSON.stringify({ __type: `E${n}${long(20_000)}` }), 400)
  ),
  one(
    'writes its errors in colours and moves the cursor',
    changing(OPERATION, () =>
      JSON.stringify({ __type: '\u001b[2J\u001b[31mPASSED\u0007\r', message: '\u001b]0;x\u0007' })
    ),
    either
  ),
  one(
    'redirects every call to the next of endless addresses',
    always((s, _b, _c, n) => void s.write(whole('', '302 X', `Location: http://127.0.0.1:1/${n}`))),
    either
  ),
  one(
    'says in its Date header that it is the year 0, and then 9999',
    always(
      (s, b, c, n) =>
        void s.write(whole(b, `${c} X`, `Date: Sat, 01 Jan ${n % 2 === 0 ? '0000' : '9999'} 00:00:00 GMT`))
    ),
    [0]
  )
]

/** A server that stops for good at the `n`-th List. */
const dying = (n: number): Hostile => ({
  name: `dies at List number ${n}`,
  codes: broken,
  script: onList((socket, body, status, i) => {
    if (i >= n) socket.destroy()
    else right(socket, body, status, i)
  })
})

export const hostiles: ReadonlyArray<Hostile> = [
  ...timing,
  ...framing,
  ...bodies,
  ...refusing,
  ...strange,
  dying(1),
  dying(30),
  dying(300)
]

/** A server of that kind: its URL, and how to stop it. */
export const serveHostile = async ({
  script,
  opens
}: Hostile): Promise<{ readonly url: string; readonly stop: () => void }> => {
  const sockets = new Set<Socket>()
  const follow = script()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket.on('end', () => socket.end()))
    onSocket(socket, follow)
    opens?.(socket)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  // `listen` was given a port, so the address is no path
  const { port } = server.address() as AddressInfo
  const stop = (): void => {
    server.close()
    sockets.forEach((socket) => socket.destroy())
  }
  return { url: `http://127.0.0.1:${port}`, stop }
}
