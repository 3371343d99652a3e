/**
 * Answers as servers really give them: what is unusual but whole is no failure, what is wrong is the right clause's.
 */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test, type TestContext } from 'vitest'
import { type Report, type Target, verify, type VerifyOptions } from '../../src/conformance.js'
import { httpTarget } from '../../src/node/index.js'
import { type HttpRequest, OPERATION } from '../../src/protocol/index.js'
import { operationOf, reference } from './support/handlers.js'
import { listing, rawServing, type Script, whole } from './support/sockets.js'

/** Nothing here is slow, but the machine may be. */
const TIMEOUT = 20_000

const ONLY = [
  'response.http',
  'response.status',
  'response.body',
  'response.contentType',
  // of the clauses on what is listed the one that needs the fewest requests
  'list.afterConcurrentChanges'
]

const open = async (t: TestContext, script: Script, host?: string): Promise<{ target: Target; url: string }> => {
  const url = await rawServing(t, script, host)
  const { target, close } = httpTarget(url, { timeoutMs: TIMEOUT })
  t.onTestFinished(close)
  return { target, url }
}

const judged = async (t: TestContext, script: Script, host?: string): Promise<Report> => {
  const { target, url } = await open(t, script, host)
  return verify(target, { seed: 1, runs: 0, timeoutMs: TIMEOUT, only: ONLY, url, concurrency: 2 })
}

const failed = ({ clauses }: Report): ReadonlyArray<string> =>
  clauses.flatMap(({ id, status }) => (status === 'failed' ? [id] : []))

const chunked = (bytes: Buffer, size: number): string => {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size)
  )
  return chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk.toString('latin1')}\r\n`).join('')
}

const TYPE = 'Content-Type: application/x-amz-json-1.1'

describe.concurrent('unusual but right', () => {
  const variants: ReadonlyArray<readonly [name: string, script: Script]> = [
    [
      'chunks of one byte, with extensions and trailers',
      listing((socket, body, status) =>
        socket.write(
          `HTTP/1.1 ${status} X\r\n${TYPE}\r\nTransfer-Encoding: chunked\r\n\r\n${chunked(Buffer.from(body), 1)}0;a=b\r\nX-Trailer: c\r\n\r\n`
        )
      )
    ],
    [
      'a body in two packets, cut within a character',
      listing((socket, body, status) => {
        const text = whole(body.replace('{', '{"ä":"€",'), `${status} X`)
        const bytes = Buffer.from(text)
        const cut = bytes.indexOf('€') + 1
        socket.write(bytes.subarray(0, cut))
        setTimeout(() => socket.write(bytes.subarray(cut)), 5)
      })
    ],
    [
      'no length: the body ends with the connection',
      listing((socket, body, status) => socket.end(`HTTP/1.0 ${status} X\r\n${TYPE}\r\n\r\n${body}`))
    ],
    ['no reason phrase', listing((socket, body, status) => socket.write(whole(body, `${status} `)))],
    [
      'duplicate headers',
      listing((socket, body, status) =>
        socket.write(whole(body, `${status} X`, TYPE, 'Date: a', 'Date: b', 'X-A: 1', 'X-A: 2'))
      )
    ],
    [
      'an informational response first',
      listing((socket, body, status) =>
        socket.write(`HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n${whole(body, `${status} X`)}`)
      )
    ],
    [
      'connections closed after each answer, as announced',
      listing((socket, body, status) => socket.end(whole(body, `${status} X`, 'Connection: close')))
    ],
    [
      'connections closed while idle, without notice',
      listing((socket, body, status) => {
        socket.write(whole(body, `${status} X`))
        setTimeout(() => socket.destroy(), 1)
      })
    ]
  ]

  test.for(variants)('%s', async ([, script], t) => {
    const report = await judged(t, script)
    expect(failed(report)).toEqual([])
    expect(report.verdict).toBe('passed')
  })

  test('a connection reset just when it is used again', async (t) => {
    const serve = listing((socket, body, status) => socket.write(whole(body, `${status} X`)))
    let resets = 0
    const report = await judged(t, (socket, request, n) => {
      if (n < 4) return serve(socket, request, n)
      resets++
      socket.resetAndDestroy()
    })
    expect(resets).toBeGreaterThan(10)
    expect(failed(report)).toEqual([])
    expect(report.verdict).toBe('passed')
  })

  test('an IPv6 address', async (t) => {
    const script = listing((socket, body, status) => socket.write(whole(body, `${status} X`)))
    const report = await judged(t, script, '::1').catch((error: NodeJS.ErrnoException) =>
      ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code ?? '') ? t.skip('no IPv6 here') : Promise.reject(error)
    )
    expect(report.target).toMatch(/^http:\/\/\[::1\]:\d+$/)
    expect(report.verdict).toBe('passed')
  })
})

/** Everything as the reference answers it, the body changed by `encode`; an answer for which it returns nothing stays. */
const encoding = (coding: string, encode: (body: string, request: HttpRequest) => Buffer | undefined): Script => {
  const inner = reference()
  return (socket, request) => {
    void inner(request).then(({ status, body }) => {
      const packed = encode(String(body), request)
      if (packed === undefined) return socket.write(whole(String(body), `${status} X`))
      const head = [`HTTP/1.1 ${status} X`, TYPE, `Content-Encoding: ${coding}`, `Content-Length: ${packed.length}`]
      return socket.write(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), packed]))
    })
  }
}

const setsTheScene = (request: HttpRequest): boolean => /^(?:Create|Add|Delete)/.test(operationOf(request))

const isList = (request: HttpRequest): boolean => operationOf(request) === OPERATION

describe.concurrent('a Content-Encoding that no request asked for', () => {
  const codings: ReadonlyArray<readonly [string, (body: string) => Buffer]> = [
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['x-rot1', (body) => Buffer.from(body.replace(/[!-}]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 1)))]
  ]

  // without the clauses that most test cases exercise
  const FEW = [
    'response.http',
    'response.body',
    'response.clientSecrets',
    'request.clientId.required',
    'error.notFound.status',
    'list.afterConcurrentChanges'
  ]

  const judgedByFew = async (t: TestContext, script: Script, options: Partial<VerifyOptions> = {}): Promise<Report> => {
    const { target, url } = await open(t, script)
    return verify(target, { seed: 1, runs: 0, timeoutMs: TIMEOUT, url, only: FEW, ...options })
  }

  test.for(codings)('%s on every answer: nothing is judged, and the reason is told', async ([coding, encode], t) => {
    const report = await judgedByFew(
      t,
      encoding(coding, (body) => encode(body))
    )
    expect(report.verdict).toBe('inconclusive')
    expect(report.because).toMatch(
      new RegExp(`^the target encoded \\d+ answers with ${coding}, which no request asked for.*turn compression off`)
    )
    expect(report.clauses.filter(({ status }) => status !== 'untested')).toEqual([])
  })

  test.for([...codings.slice(0, 1), ...codings.slice(3)])(
    '%s on every List: no clause about its content is judged',
    async ([coding, encode], t) => {
      const script = encoding(coding, (body, request) => (setsTheScene(request) ? undefined : encode(body)))
      const report = await judgedByFew(t, script)
      expect(report.verdict).toBe('inconclusive')
      expect(report.clauses.filter(({ status }) => status !== 'untested').map(({ id }) => id)).toEqual([
        'response.http.complete'
      ])
      expect(report.causes.map(({ reason }) => reason)).toEqual([
        expect.stringContaining(`answers with ${coding}, which no request asked for`)
      ])
      expect(report.leftBehind).toEqual([])
    }
  )

  test('on a few answers: all else is judged, and a note tells of them', async (t) => {
    let n = 0
    const script = encoding('gzip', (body, request) => (isList(request) && ++n % 40 === 0 ? gzipSync(body) : undefined))
    const report = await judgedByFew(t, script)
    expect(report.verdict).toBe('passed')
    expect(report.causes).toEqual([])
    expect(report.notes).toEqual([expect.stringMatching(/^the target encoded \d+ answers with gzip/)])
  })

  test('on a success alone: errors are judged', async (t) => {
    const script = encoding('gzip', (body, request) =>
      isList(request) && body.startsWith('{"ClientSecrets"') ? gzipSync(body) : undefined
    )
    const report = await judgedByFew(t, script)
    expect(report.verdict).toBe('inconclusive')
    const statusOf = (wanted: string) => report.clauses.find(({ id }) => id === wanted)?.status
    expect(statusOf('error.notFound.status')).toBe('passed')
    expect(statusOf('request.clientId.required')).toBe('passed')
    expect(statusOf('response.body.object')).toBe('untested')
  })

  test.for(codings.slice(0, 2))(
    'response.secret.neverRevealed: a secret is found in %s',
    async ([coding, encode], t) => {
      const secrets: Array<string> = []
      const script = encoding(coding, (body, request) => {
        secrets.push(...Array.from(body.matchAll(/"ClientSecret(?:Value)?":"([^"]+)"/g), ([, secret = '']) => secret))
        return isList(request) ? encode(body.replace(/^\{/, `{"Hint":"${secrets.at(-1)}",`)) : undefined
      })
      const report = await judgedByFew(t, script, { only: ['response.body', 'response.secret'], bail: true })
      expect(failed(report)).toEqual(['response.secret.neverRevealed'])
      const found = report.clauses.find(({ id }) => id === 'response.secret.neverRevealed')?.counterexample
      expect(found?.received).toContain('a secret in $.Hint, compressed')
      expect(report.causes).toHaveLength(1)
      const text = JSON.stringify(report)
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    }
  )

  test('response.body.object: the header alone, on a body that is JSON, is a lie that clients stop at', async (t) => {
    const script = encoding('gzip', (body, request) => (isList(request) ? Buffer.from(body) : undefined))
    const report = await judgedByFew(t, script)
    expect(failed(report)).toContain('response.body.object')
  })
})

describe.concurrent('whole but wrong', () => {
  const onSuccess = (write: (body: string) => string | Buffer): Script =>
    listing((socket, body, status) => socket.write(status === 200 ? write(body) : whole(body, `${status} X`)))

  test('response.body.object: HTML with status 200', async (t) => {
    const page = '<html><body>It works</body></html>'
    const report = await judged(
      t,
      onSuccess(() => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${page.length}\r\n\r\n${page}`)
    )
    expect(failed(report)).toEqual(expect.arrayContaining(['response.contentType', 'response.body.object']))
  })

  test('response.status.ok: a redirect is not followed', async (t) => {
    const report = await judged(
      t,
      onSuccess(() => 'HTTP/1.1 301 Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n')
    )
    expect(failed(report)).toContain('response.status.ok')
    expect(report.clauses.find(({ id }) => id === 'response.status.ok')?.counterexample?.received).toContain('HTTP 301')
  })

  test('response.http.complete: an answer cut off on a connection that was used before is not asked for again', async (t) => {
    let cuts = 0
    const serve = listing((socket, body, status, n) => {
      if (n < 2) return socket.write(whole(body, `${status} X`))
      cuts++
      return socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}`, () =>
        setTimeout(() => socket.resetAndDestroy(), 10)
      )
    })
    const report = await judged(t, serve)
    expect(cuts).toBeGreaterThan(0)
    expect(failed(report)).toContain('response.http.complete')
  })

  test('response.status.ok: 204 without a body', async (t) => {
    const report = await judged(
      t,
      onSuccess(() => 'HTTP/1.1 204 No Content\r\n\r\n')
    )
    expect(failed(report)).toContain('response.status.ok')
  })

  test('response.body.object or response.http.complete: a length too short, and the rest as garbage', async (t) => {
    const report = await judged(
      t,
      onSuccess((body) => `HTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: 5\r\n\r\n${body}`)
    )
    const complaints = failed(report).filter((id) => id === 'response.body.object' || id === 'response.http.complete')
    expect(complaints).not.toEqual([])
    expect(report.verdict).toBe('failed')
  })
})
