/**
 * `curl` commands, letter by letter. That shells send with them what the suite sent is tested in curl.shell.test.ts.
 */
import { describe, expect, test } from 'vitest'
import { curl } from '../../../../src/conformance.js'
import type { HttpRequest } from '../../../../src/protocol/index.js'

const AUTHORIZATION = `-H 'authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0'`

const of = (body: HttpRequest['body'], rest: Partial<HttpRequest> = {}): string =>
  curl('http://h/', { method: 'POST', path: '/', headers: {}, body, ...rest })

describe('a command is in one line', () => {
  const start = `curl -sS -i -X POST 'http://h/' ${AUTHORIZATION}`

  test.each([
    ['without a body', '', start],
    ['with a short body', '{"a":"it\'s $(x)"}', `${start} --data-raw '{"a":"it'\\''s $(x)"}'`],
    ['with 200 characters', 'x'.repeat(200), `${start} --data-raw '${'x'.repeat(200)}'`]
  ])('%s', (_, body, expected) => {
    expect(of(body)).toBe(expected)
  })

  test('with the method, the quoted URL and the headers of the request', () => {
    const request = { method: 'GET', path: '/', headers: { 'a-b': "c'd", e: 'f' }, body: '' }
    expect(curl("http://h/'", request)).toBe(
      `curl -sS -i -X GET 'http://h/'\\''' -H 'a-b: c'\\''d' -H 'e: f' ${AUTHORIZATION}`
    )
  })
})

/** The end of a command to which the body comes through a pipe. */
const piped = ` \\\n| curl -sS -i -X POST 'http://h/' \\\n  ${AUTHORIZATION} \\\n  --data-binary @-`

describe('a body comes through a pipe', () => {
  test.each<readonly [string, HttpRequest['body'], string]>([
    ['with a line feed', '{\n}', `printf %b '{\\0012}'`],
    ['with what a terminal obeys', '\u001b', `printf %b '\\0033'`],
    [
      'of bytes',
      Uint8Array.of(0, 0x1f, 0x20, 0x27, 0x5c, 0x7e, 0x7f, 0xff),
      `printf %b '\\0000\\0037 \\0047\\\\~\\0177\\0377'`
    ],
    ['of one byte, though it could be quoted', Uint8Array.of(0x41), `printf %b 'A'`],
    [
      'of more than 200 characters, in lines of 90',
      '0123456789'.repeat(21),
      `printf %b '${'0123456789'.repeat(9)}' \\\n  '${'0123456789'.repeat(9)}' \\\n  '${'0123456789'.repeat(3)}'`
    ],
    [
      'whose escapes are not cut at the end of a line',
      `${'x'.repeat(88)}\n${'y'.repeat(85)}\n`,
      `printf %b '${'x'.repeat(88)}' \\\n  '\\0012${'y'.repeat(85)}' \\\n  '\\0012'`
    ],
    [
      'with a run of 200 characters',
      `\n${'x'.repeat(199)}`,
      `printf %b '\\0012${'x'.repeat(89 - 4)}' \\\n  '${'x'.repeat(90)}' \\\n  '${'x'.repeat(24)}'`
    ],
    ['that is one long run', 'x'.repeat(201), `head -c 201 /dev/zero | tr '\\000' '\\170'`],
    [
      'with long runs',
      `a${' '.repeat(200)}${'~'.repeat(300)}\n`,
      `{ printf %b 'a'; \\\n  head -c 200 /dev/zero | tr '\\000' '\\040'; \\\n  head -c 300 /dev/zero | tr '\\000' '\\176'; \\\n  printf %b '\\0012'; }`
    ]
  ])('%s', (_, body, expected) => {
    expect(of(body)).toBe(`${expected}${piped}`)
  })
})
