/**
 * Whatever a target gives away, none of it is in what a run prints or writes: stdout, stderr, reports, baselines.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, type TestContext } from 'vitest'
import type { HttpRequest, HttpResponse } from '../../src/protocol/index.js'
import { cli } from './support/cli.js'
import { inProcess } from './support/inProcess.js'
import { type Handler, operationOf, reference, refusal, textOf } from './support/handlers.js'
import { folder, serving } from './support/serving.js'

type Leak = (secrets: ReadonlyArray<string>, response: HttpResponse, request: HttpRequest) => HttpResponse

/** Keeps all secrets that pass, and gives them away. */
const leaking = (leak: Leak): { readonly handler: Handler; readonly secrets: Set<string> } => {
  const inner = reference()
  const secrets = new Set<string>()
  const handler: Handler = async (request) => {
    const response = await inner(request)
    const answer = secrets.size === 0 ? response : leak([...secrets].slice(-3), response, request)
    // what both sides know: a secret that was never shown cannot be told from any other text
    // (an unknown member of a List call is called so and is no secret)
    const asked = operationOf(request) === 'ListUserPoolClientSecrets' ? '' : textOf(request.body)
    for (const text of [asked, textOf(answer.body)]) {
      for (const [, secret = ''] of text.matchAll(/"ClientSecret(?:Value)?":"([^"]+)"/g)) secrets.add(secret)
    }
    return answer
  }
  return { handler, secrets }
}

const onList =
  (leak: (secrets: ReadonlyArray<string>, response: HttpResponse) => HttpResponse): Leak =>
  (secrets, response, request) =>
    operationOf(request) === 'ListUserPoolClientSecrets' ? leak(secrets, response) : response

const withBody = (f: (secrets: ReadonlyArray<string>, body: string) => string): Leak =>
  onList((secrets, response) => ({ ...response, body: f(secrets, textOf(response.body)) }))

const FORMATS = ['json', 'junit', 'markdown', 'github', 'html']

const reversed = (text: string): string => [...text].reverse().join('')
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const hex = (text: string): string => Buffer.from(text).toString('hex')
const percent = (text: string): string => [...text].map((c) => `%${hex(c)}`).join('')

const leaks: ReadonlyArray<readonly [name: string, leak: Leak]> = [
  ['as ClientSecretValue', withBody((s, b) => b.replaceAll('"ClientSecretId"', `"ClientSecretValue":"${s[0]}",$&`))],
  ['under another name', withBody((s, b) => b.replaceAll('"ClientSecretId"', `"value":"${s[0]}",$&`))],
  ['as bare values', withBody((s) => JSON.stringify({ ClientSecrets: s }))],
  ['as ids', withBody((s, b) => b.replace(/("ClientSecretId":")[^"]+/g, `$1${s[0]}`))],
  ['as a name', withBody((s, b) => b.replaceAll('"ClientSecretId"', `"${s[0]}":1,$&`))],
  [
    'in upper case, reversed',
    withBody((s, b) => b.replaceAll('"ClientSecretId"', `"v":"${reversed(s[0] ?? '').toUpperCase()}",$&`))
  ],
  [
    'in base64, hex, percent',
    withBody((s, b) => `${b} ${s.map(base64).join()} ${s.map(hex).join()} ${s.map(percent).join()}`)
  ],
  ['in HTML', withBody((s) => `<html><pre>Error: no such secret ${s.join('\n  at ')}</pre></html>`)],
  ['in headers', onList((s, r) => ({ ...r, headers: { ...r.headers, 'x-debug': s.join(), [`x-${s[0]}`]: '1' } }))],
  ['as the type of an error', onList((s) => refusal(s[0] ?? '', 'no'))],
  ['in messages of errors', onList((s) => refusal('InternalFailure', `client has ${s.join(' and ')}`, 500))]
]

/** What other operations say is not judged; where no pool can be deleted one MUST cannot be tested. */
const leaksElsewhere: ReadonlyArray<readonly [name: string, leak: Leak, exit: number]> = [
  [
    'in what other operations say',
    (s, r, request) =>
      /^(?:Add|Delete)UserPoolClientSecret$/.test(operationOf(request)) ? refusal(s[0] ?? '', s.join()) : r,
    0
  ],
  [
    'when it is asked to clean up',
    (s, r, request) => (operationOf(request).startsWith('DeleteUserPool') ? refusal(`Not${s[0]}`, s.join()) : r),
    3
  ]
]

const forms = (secret: string): ReadonlyArray<string> =>
  [secret, reversed(secret), base64(secret).slice(0, 30), hex(secret), percent(secret), secret.slice(4, 20)].map((s) =>
    s.toLowerCase()
  )

/** Another of the leaks in each answer. */
const byTurns = (): Leak => {
  const turns = [...leaks, ...leaksElsewhere].map(([, leak]) => leak)
  let n = 0
  return (secrets, response, request) =>
    turns[n++ % turns.length]?.(secrets, response, request) ?? expect.fail('there are no leaks')
}

/** What stands on stdout. */
const nothingIsWritten = async (
  t: TestContext,
  leak: Leak,
  exit: number,
  flags: ReadonlyArray<string> = []
): Promise<string> => {
  const { handler, secrets } = leaking(leak)
  const path = folder(t)
  const only = [
    'response.secret',
    'response.body',
    'list.callerSecret',
    'error.notFound.deletedPool',
    'error.notFound.pool'
  ].flatMap((glob) => ['--only', glob])
  const reports = FORMATS.flatMap((format) => ['--report', `${format}=${join(path, format)}`])
  const args = ['verify', await serving(t, handler), '--runs', '0', '--write-baseline', join(path, 'baseline')]
  const { code, stdout, stderr } = await inProcess([...args, ...reports, ...only, ...flags])
  expect(code).toBe(exit)
  expect(secrets.size).toBeGreaterThan(3)
  const files = readdirSync(path).map((name) => readFileSync(join(path, name), 'utf8'))
  expect(files).toHaveLength(FORMATS.length + 1)
  const written = [stdout, stderr, ...files].join('\n').toLowerCase()
  const found = [...secrets].filter((secret) => forms(secret).some((form) => written.includes(form)))
  expect(found.length, 'secrets that were printed').toBe(0)
  return stdout
}

describe('a secret that a target gives away', () => {
  test.for(leaks)('%s is nowhere in what is printed or written', async ([, leak], t) => {
    // every test case can find it, and the first that does is shown in all formats
    expect(await nothingIsWritten(t, leak, 1, ['--bail'])).toContain('✗ response.secret.neverRevealed')
  })

  test.for(leaksElsewhere)('%s is nowhere in what is printed or written', async ([, leak, exit], t) => {
    await nothingIsWritten(t, leak, exit)
  })

  test('by turns in all these ways, in a whole run, is nowhere either', async (t) => {
    expect(await nothingIsWritten(t, byTurns(), 1)).toContain('✗ response.secret.neverRevealed')
  })

  test('nor is what signs requests, in any format, though the target repeats it', async (t) => {
    const env = {
      AWS_ACCESS_KEY_ID: 'AKIAQ7XW3M5R2T9K4B6C',
      AWS_SECRET_ACCESS_KEY: 'k3y/That+SignsEveryRequestOfThisTest0123',
      AWS_SESSION_TOKEN: 's3ssionT0kenThatIsMuchLonger+Than/TheOthers=='
    }
    const seen = new Set<string>()
    const inner = reference()
    const url = await serving(t, async (request) => {
      const signature = /Signature=([0-9a-f]+)/.exec(String(request.headers['authorization']))?.[1]
      if (signature !== undefined) seen.add(signature)
      const echo = JSON.stringify({ ...request.headers, secret: env.AWS_SECRET_ACCESS_KEY })
      const response = await inner(request)
      return operationOf(request) === 'ListUserPoolClientSecrets'
        ? { ...response, headers: { ...response.headers, 'x-echo': JSON.stringify(request.headers) }, body: echo }
        : response
    })
    const path = folder(t)
    const reports = FORMATS.flatMap((format) => ['--report', `${format}=${join(path, format)}`])
    // without the clauses that every test case exercises
    const some = ['--only', 'response', '--skip', 'response.secret', '--skip', 'response.names']
    const { code, stdout, stderr } = await cli([url, '--runs', '0', ...some, ...reports], env)
    expect(code).toBe(1)
    expect(seen.size).toBeGreaterThan(10)
    const written = [stdout, stderr, ...readdirSync(path).map((name) => readFileSync(join(path, name), 'utf8'))].join()
    expect(written).toContain('x-echo')
    expect([...seen, ...Object.values(env)].filter((secret) => written.includes(secret)).length).toBe(0)
  })
})
