/**
 * `curl` lines, run by a real shell against the reference: they reproduce the answer, whatever the body.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test, type TestContext } from 'vitest'
import { curl, verify } from '../../../../src/conformance.js'
import type { HttpRequest } from '../../../../src/protocol/index.js'
import { httpTarget } from '../../../../src/node/index.js'
import { anyText } from '../../../anyText.js'
import { runCommand } from '../../../node/support/cli.js'
import { altering, type Handler, json, recording, reference, textOf } from '../../../node/support/handlers.js'
import { folder, serving } from '../../../node/support/serving.js'

const isMissing = spawnSync('curl', ['--version']).error !== undefined

const HEADERS = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
}

const run = async (t: TestContext, line: string): Promise<string> => {
  if (isMissing) t.skip('curl is not installed')
  const { code, stdout, stderr } = await runCommand('bash', ['-c', line])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

const ids = '"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"us-east-1_Nobody123"'

const requests: ReadonlyArray<readonly [name: string, request: Partial<HttpRequest>]> = [
  ['an ordinary body', { body: `{${ids}}` }],
  ['no body', { body: '' }],
  ['quotes and shell syntax', { body: `{${ids},"x":"it's $HOME \`id\` $(id) \\\\ !! & ; | > <"}` }],
  ['control characters', { body: `{${ids},"x":"\t\u0007\u007f"}\n` }],
  ['a line break in the middle', { body: `{\r\n${ids}\r\n}` }],
  ['letters beyond ASCII', { body: `{${ids},"x":"äß€😀"}` }],
  ['a null byte', { body: `{${ids},"x":"\0"}` }],
  ['bytes that are no text', { body: Uint8Array.from([0x7b, 0xff, 0xfe, 0, 0x7d]) }],
  ['a body that starts with @', { body: '@/etc/hostname' }],
  ['a body that starts with a dash', { body: '--help' }],
  ['another method', { method: 'PUT', body: `{${ids}}` }],
  ['GET without a body', { method: 'GET', body: '' }],
  [
    'headers in another case, with parameters',
    {
      headers: { 'Content-Type': 'application/x-amz-json-1.1; a="b\'c"', 'X-AMZ-TARGET': HEADERS['x-amz-target'] },
      body: '{}'
    }
  ],
  ['several long runs', { body: `${'['.repeat(300)}'%s${"\\'".repeat(150)}${"'".repeat(300)}${'%'.repeat(250)}\n` }],
  ['a long body', { body: `{${ids},"x":"${'a'.repeat(50_000)}"}` }]
]

describe.concurrent('a curl line', () => {
  test.for(requests)('with %s arrives as the suite sent it, and is answered the same', async ([, partial], t) => {
    const { handler, diary } = recording(reference())
    const url = await serving(t, handler)
    const request = { method: 'POST', path: '/', headers: HEADERS, body: '', ...partial }
    const { target, close } = httpTarget(url)
    t.onTestFinished(close)
    const { status } = await target(request)
    const answer = await run(t, curl(url, request))
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(diary).toHaveLength(2)
    expect(diary[1]).toEqual({ ...diary[0], at: expect.any(Number) as number })
  })

  test('of a report reproduces what was received', async (t) => {
    const broken: Handler = altering((response) =>
      json(response.status === 200 ? 206 : 404, JSON.parse(textOf(response.body)), response.headers as never)
    )
    const url = await serving(t, broken)
    const { target, close } = httpTarget(url)
    t.onTestFinished(close)
    const report = await verify(target, {
      seed: 1,
      runs: 0,
      url,
      only: ['request.body', 'response.status', 'error.notFound.otherPool']
    })
    // what the run made is gone: only ids of nobody are answered as they were
    const shown = report.clauses.flatMap(({ counterexample }) => counterexample ?? [])
    const lines = shown.flatMap(({ curl: line, received, steps }) =>
      line !== undefined && steps?.length === 1 && received.startsWith('HTTP 404') ? [line] : []
    )
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(await run(t, line)).toMatch(/^HTTP\/1.1 404 /)
  })
})

/** Prints what curl would send, in base64, and a line feed. */
const STAND_IN = `curl() { for last; do :; done; case $last in @-) cat;; *) printf %s "$last";; esac | base64 -w0; echo; }`

const anyBody: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 300 }),
  anyText({ minLength: 1, maxLength: 300 }),
  fc.string({ unit: fc.constantFrom(...'\'"\\%!$`-@\r\n\t\0 ax0é０\u{1F600}'), minLength: 1, maxLength: 300 }),
  fc
    .tuple(fc.string(), fc.constantFrom(...'a\\%\'"-0 '), fc.string())
    .map(([before, c, after]) => before + c.repeat(250) + after)
)

test.for(['bash', 'sh'])('%s sends every byte, pasted with the indentation of a report', async (shell, t) => {
  const bodies = fc.sample(anyBody, { numRuns: 400, seed: 1 })
  const lines = bodies.map((body) => curl('http://127.0.0.1:1/', { method: 'POST', path: '/', headers: HEADERS, body }))
  for (const line of lines) expect(line).not.toMatch(/[^\\]\n|[^\n -~\x80-\u{10ffff}]/u)
  const indented = lines.map((line) => line.replaceAll(/^/gm, ' '.repeat(14)))
  const script = join(folder(t), 'pasted.sh')
  writeFileSync(script, [STAND_IN, ...indented].join('\n'))
  const { code, stdout, stderr } = await runCommand(shell, [script])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.trim().split('\n')).toEqual(bodies.map((body) => Buffer.from(body).toString('base64')))
})

test('needs nothing but a POSIX shell', async () => {
  const body = Uint8Array.from([255])
  const line = curl('http://127.0.0.1:1/', { method: 'POST', path: '/', headers: HEADERS, body })
  const { code, stderr } = await runCommand('sh', ['-n', '-c', line])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

test('of a report is whole, and short however long the body is', async (t) => {
  const target = altering((response, { body }) => (body.length > 9000 ? { ...response, status: 500 } : response))
  const report = await verify(target, { seed: 1, runs: 0, only: ['request.body.hostile'] })
  const line = report.clauses[0]?.counterexample?.curl ?? expect.fail('nothing was found')
  expect(line).toContain('/dev/zero')
  expect(line.length).toBeLessThan(1000)
  const script = join(folder(t), 'curl.sh')
  writeFileSync(script, line)
  expect(await runCommand('sh', ['-n', script])).toMatchObject({ code: 0, stderr: '' })
})
