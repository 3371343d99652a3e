/**
 * Known secrets in all that the command line reads (environment, files, modules, URLs, what targets and clients say), and
 * a search of all that it writes: stdout, stderr, every report, the baseline, and the arguments of what it starts.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, type TestContext } from 'vitest'
import { listen } from '../../../src/node/index.js'
import { BIN, startCli } from '../../node/support/cli.js'
import { inProcess } from '../../node/support/inProcess.js'
import { type Handler, operationOf, reference, textOf } from '../../node/support/handlers.js'
import { folder, serving } from '../../node/support/serving.js'
import { traces } from './traces.js'

const KEY_ID = 'AKIAQ7XW3M5R2T9K4B6C'
const KEY = 'k3y/That+SignsEveryRequestOfThisTest0123'
const TOKEN = 's3ssionT0kenThatIsMuchLonger+Than/TheOthers7'
const PASSWORD = 'p4sswordInTheUrlOfTheTarget00'
const CLIENT_SECRET = '51pdrb2ag8qjfoo6tntjcvd1t4h7n0r3mq9kp2x8y5wz6abc4def'
const SECRETS = [KEY_ID, KEY, TOKEN, PASSWORD, CLIENT_SECRET]

const KEYS = { AWS_ACCESS_KEY_ID: KEY_ID, AWS_SECRET_ACCESS_KEY: KEY, AWS_SESSION_TOKEN: TOKEN }

const FORMATS = ['json', 'junit', 'markdown', 'github', 'html']

interface Scene {
  readonly args: ReadonlyArray<string>
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  readonly code: number
  /** What shows that the run got as far as the secret. */
  readonly says: RegExp
}

type Files = Readonly<Record<string, string>>

/** A folder with these files, and the paths of what a run may write into its `out`. */
const prepare = (t: TestContext, files: Files): { readonly at: (name: string) => string; readonly out: string } => {
  const path = folder(t)
  const out = join(path, 'out')
  mkdirSync(out)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return { at: (name) => join(path, name), out }
}

const reportsTo = (out: string): ReadonlyArray<string> => [
  ...FORMATS.flatMap((format) => ['--report', `${format}=${join(out, format)}`]),
  '--write-baseline',
  join(out, 'baseline')
]

type Run = (scene: Scene) => Promise<{ readonly code: number | null; readonly written: string }>

const environment = (env: Scene['env']): Readonly<Record<string, string>> => {
  const { PATH = '' } = process.env
  return { PATH, HOME: '/nowhere', ...env }
}

/** Cheap, but one at a time. What is thrown in it fails the test. */
const inThisProcess: Run = async ({ args, env, stdin = '' }) => {
  // threads, in which validators are judged, need a file of JavaScript
  const isBuilt = args[0] === 'verify-validator'
  const { code, stdout, stderr } = await inProcess(args, { env: environment(env), stdin, isBuilt })
  return { code, written: stdout + stderr }
}

const asProcess: Run = ({ args, env, stdin = '' }) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], { env: environment(env) })
    let written = ''
    child.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()))
    child.stdin.on('error', () => undefined).end(stdin)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, written }))
  })

const judge = async (scene: Scene, out?: string, run: Run = inThisProcess): Promise<void> => {
  const { code, written } = await run(scene)
  const files = out === undefined ? [] : readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'))
  const found = traces([written, ...files], SECRETS)
  expect(found).toEqual([])
  expect(written).toMatch(scene.says)
  expect(code).toBe(scene.code)
}

const echoing = (): Handler => {
  const inner = reference()
  return async (request) => {
    const response = await inner(request)
    const said = JSON.stringify({ ...request.headers, KEY_ID, KEY, TOKEN })
    const headers = { ...response.headers, 'x-echo': said, 'set-cookie': KEY }
    return operationOf(request) === 'ListUserPoolClientSecrets'
      ? { ...response, headers, statusText: KEY, body: `${textOf(response.body)} ${said}` }
      : { ...response, headers }
  }
}

/** Every other operation fails in words that quote the keys. */
const complaining = (operation: string): Handler => {
  const inner = reference()
  return async (request) => {
    if (operationOf(request) !== operation) return inner(request)
    const type = `Denied${KEY}`
    const message = `The security token ${TOKEN} of ${KEY_ID} is invalid; signed with ${KEY}`
    return { status: 400, headers: { 'x-amzn-errortype': type }, body: JSON.stringify({ __type: type, message }) }
  }
}

const FEW = ['--runs', '0', '--only', 'response.body', '--only', 'list.callerSecret']

/** With a clause that every test case exercises. */
const MANY = [...FEW, '--only', 'response.secret']

describe('verify', () => {
  test('keys of the environment that the target says back', async (t) => {
    const { out } = prepare(t, {})
    const args = ['verify', await serving(t, echoing()), ...MANY, ...reportsTo(out)]
    await judge({ args, env: KEYS, code: 1, says: /FAILED/ }, out, asProcess)
    expect(readdirSync(out)).toHaveLength(FORMATS.length + 1)
  })

  test('keys of a profile that the target says back', async (t) => {
    const keys = `[default]\naws_access_key_id = ${KEY_ID}\naws_secret_access_key=${KEY}\naws_session_token=${TOKEN}\n`
    const { at, out } = prepare(t, { credentials: keys })
    const args = ['verify', await serving(t, echoing()), ...MANY, '--bail', ...reportsTo(out)]
    await judge({ args, env: { AWS_SHARED_CREDENTIALS_FILE: at('credentials') }, code: 1, says: /FAILED/ }, out)
  })

  test.for(['CreateUserPool', 'CreateUserPoolClient', 'AddUserPoolClientSecret', 'DeleteUserPool'])(
    'keys in the words in which %s fails',
    async (operation, t) => {
      const { out } = prepare(t, {})
      // the few clauses send no test case that deletes a pool
      const [clauses, code] = operation === 'DeleteUserPool' ? [MANY, 0] : [FEW, 3]
      const args = ['verify', await serving(t, complaining(operation)), ...clauses, ...reportsTo(out)]
      await judge({ args, env: KEYS, code, says: new RegExp(operation) }, out)
    }
  )

  test('keys where nobody listens', async (t) => {
    const { out } = prepare(t, {})
    const args = ['verify', 'http://127.0.0.1:1', ...FEW, ...reportsTo(out)]
    await judge({ args, env: KEYS, code: 3, says: /ECONNREFUSED|reach|connect/i }, out)
  })

  test('a password in the URL', () =>
    judge({ args: ['verify', `http://me:${PASSWORD}@127.0.0.1:1/`], code: 2, says: /password/ }))

  test('a password in the URL of the environment', () =>
    judge({
      args: ['verify'],
      env: { AWS_ENDPOINT_URL: `http://u:${PASSWORD}@h/` },
      code: 2,
      says: /AWS_ENDPOINT_URL/
    }))

  test('a URL that is none', () =>
    judge({ args: ['verify', `ftp://u:${PASSWORD}@h/`], code: 2, says: /expected a URL/ }))

  test.for([
    ['half a pair of keys', `[a]\naws_secret_access_key=${KEY}\n`],
    ['keys in lines that are none', `[a]\n${KEY}\n= ${TOKEN}\naws_secret_access_key ${KEY}\n`],
    ['a section that does not end', `[a ${KEY}\naws_access_key_id=${KEY_ID}\n`]
  ] as const)('a credentials file with %s', async ([, content], t) => {
    const { at } = prepare(t, { credentials: content })
    const env = { AWS_SHARED_CREDENTIALS_FILE: at('credentials') }
    await judge({ args: ['verify', 'http://127.0.0.1:1', '--profile', 'a'], env, code: 2, says: /profile a/ })
  })

  test.for(['--ca', 'AWS_CA_BUNDLE'])('a private key in the file of %s', async (how, t) => {
    const { at } = prepare(t, { ca: `-----BEGIN PRIVATE KEY-----\n${KEY}\n-----END PRIVATE KEY-----\n` })
    const args = how === '--ca' ? ['--ca', at('ca')] : []
    const env = how === '--ca' ? KEYS : { ...KEYS, AWS_CA_BUNDLE: at('ca') }
    await judge({ args: ['verify', 'https://127.0.0.1:1', ...args], env, code: 2, says: /no certificate/ })
  })

  test('a certificate that is none', async (t) => {
    const { at, out } = prepare(t, { ca: `-----BEGIN CERTIFICATE-----\n${KEY}\n-----END CERTIFICATE-----\n` })
    const args = ['verify', 'https://127.0.0.1:1', '--ca', at('ca'), ...FEW, ...reportsTo(out)]
    const { written } = await inThisProcess({ args, code: 0, says: /./ })
    expect(traces(written, SECRETS)).toEqual([])
  })

  test.for([
    ['that is no JSON', `{"knownFailures": ${KEY}}`],
    ['whose clause is a secret', JSON.stringify({ knownFailures: [{ clause: CLIENT_SECRET, reason: 'r' }] })],
    ['whose members are secrets', JSON.stringify({ [CLIENT_SECRET]: KEY, knownFailures: { [KEY]: TOKEN } })],
    ['whose date is a secret', JSON.stringify({ knownFailures: [{ clause: 'list.only', reason: 'r', expires: KEY }] })]
  ] as const)('a baseline %s', async ([, content], t) => {
    const { at } = prepare(t, { baseline: content })
    await judge({ args: ['verify', '--reference', '--baseline', at('baseline')], code: 2, says: /baseline/ })
  })

  test.for([
    ['a token', `1.${CLIENT_SECRET}`, {}],
    ['a report that is no JSON', 'report', { report: `{"clauses": "${KEY}` }],
    [
      'the replay of a report',
      'report',
      {
        report: JSON.stringify({ clauses: [{ id: 'list.only', counterexample: { replay: `1.${CLIENT_SECRET}` } }] })
      }
    ]
  ] as const)('%s for --replay', async ([, name, files], t) => {
    const { at } = prepare(t, files)
    const replay = name === 'report' ? at(name) : name
    await judge({ args: ['verify', 'http://127.0.0.1:1', '--replay', replay], code: 2, says: /replay|report/ })
  })

  test('a fixtures module that throws what it knows', async (t) => {
    const { at } = prepare(t, {
      'load.mjs': `throw new Error('cannot reach the database with ' + process.env.AWS_SECRET_ACCESS_KEY)`
    })
    const args = ['verify', 'http://127.0.0.1:1', '--fixtures', at('load.mjs')]
    await judge({ args, env: KEYS, code: 2, says: /could not be loaded/ })
  })

  test('fixtures that reject with what they were given', async (t) => {
    const { at, out } = prepare(t, {
      'calls.mjs': `import { inMemory } from ${JSON.stringify(new URL('../../../dist/reference/index.js', import.meta.url).href)}
        const service = inMemory({ now: () => new Date(), seed: 3 })
        export default async (operation, input) => {
          if (operation === 'AddUserPoolClientSecret' && input.ClientSecret !== undefined) {
            throw new Error('no: ' + JSON.stringify(input) + process.env.AWS_SECRET_ACCESS_KEY, { cause: input })
          }
          const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSCognitoIdentityProviderService.' + operation }
          const { body } = await service({ method: 'POST', path: '/', headers, body: JSON.stringify(input) })
          return body === '' ? {} : JSON.parse(body)
        }`
    })
    const args = ['verify', await serving(t, reference()), ...FEW, '--fixtures', at('calls.mjs'), ...reportsTo(out)]
    const { written } = await inThisProcess({ args, env: KEYS, code: 3, says: /./ })
    expect(written).toMatch(/AddUserPoolClientSecret|fixtures/)
    expect(
      traces([written, ...readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'))], SECRETS)
    ).toEqual([])
  })
})

describe('sweep', () => {
  test.for(['ListUserPools', 'DeleteUserPool'])('keys in the words in which %s fails', async (operation, t) => {
    const url = await serving(t, complaining(operation))
    const { written } = await inThisProcess({
      args: ['sweep', url, '--yes', '--all-ages'],
      env: KEYS,
      code: 0,
      says: /./
    })
    expect(traces(written, SECRETS)).toEqual([])
    expect(written.length).toBeGreaterThan(0)
  })

  test('a password in the URL', () =>
    judge({ args: ['sweep', `http://me:${PASSWORD}@127.0.0.1:1/`], code: 2, says: /password/ }))
})

describe('validate', () => {
  const inputs: ReadonlyArray<readonly [shape: string, stdin: string]> = [
    ['client-id', `${CLIENT_SECRET}-`],
    ['user-pool-id', CLIENT_SECRET],
    ['request', JSON.stringify({ ClientId: `${CLIENT_SECRET}!`, UserPoolId: [KEY] })],
    ['request', JSON.stringify([CLIENT_SECRET, { [KEY]: TOKEN }])],
    ['request', `{"ClientId": "${CLIENT_SECRET}", ${KEY}}`],
    ['response', JSON.stringify({ ClientSecrets: [{ ClientSecretId: 'a', ClientSecretValue: CLIENT_SECRET }] })],
    ['response', JSON.stringify({ ClientSecrets: [CLIENT_SECRET, KEY, TOKEN] })],
    ['response', JSON.stringify({ ClientSecrets: { [CLIENT_SECRET]: CLIENT_SECRET } })],
    ['response', JSON.stringify({ ClientSecrets: [{ ClientSecretId: 1, ClientSecretCreateDate: CLIENT_SECRET }] })]
  ]
  test.for(inputs)('%s, in text and as JSON', async ([shape, stdin]) => {
    await judge({ args: ['validate', shape], stdin, code: 1, says: /invalid/ })
    await judge({ args: ['validate', shape, '--json'], stdin, code: 1, says: /"valid":false/ })
  })
})

const CLIENT = `
  import { createInterface } from 'node:readline'
  import { writeFileSync } from 'node:fs'
  writeFileSync(process.env.NOTES, JSON.stringify({ argv: process.argv, env: process.env }))
  const post = (body) => fetch(process.env.COGNITO_ENDPOINT, { method: 'POST', body, headers: {
    'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets' } })
  for await (const line of createInterface({ input: process.stdin })) {
    const response = await post(line)
    const text = await response.text()
    await say({ text, headers: Object.fromEntries(response.headers) })
  }
`

/** What a client says, and what a report about it shows. It knows the keys of our environment from elsewhere. */
const clients: ReadonlyArray<readonly [name: string, say: string]> = [
  ['prints its keys and the answer', `console.error(KEY, text); console.log('{"secrets": []}')`],
  ['ends with them as its last words', `console.error('Error: signed by ' + KEY + ' got ' + text); process.exit(1)`],
  [
    'refuses in words that quote the answer',
    `console.log(JSON.stringify({ refused: 'no: ' + text + JSON.stringify(headers) }))`
  ],
  [
    'reports an error that quotes the answer',
    `console.log(JSON.stringify({ error: { type: 'E' + text, message: text, status: 400 } }))`
  ],
  [
    'reports the answer in another form',
    `console.log(JSON.stringify({ [text]: text, secrets: [{ id: text, value: text }] }))`
  ]
]

describe('verify-client', () => {
  test.for(clients)('a client that %s', async ([, say], t) => {
    const { at, out } = prepare(t, {
      'client.mjs': `${CLIENT}\nasync function say({ text, headers }) { const KEY = ${JSON.stringify(KEY)}; ${say} }`
    })
    const args = ['verify-client', '--runs', '3', ...reportsTo(out), '--', process.execPath, at('client.mjs')]
    const { written } = await inThisProcess({ args, env: { ...KEYS, NOTES: at('notes') }, code: 1, says: /./ })
    const files = readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'))
    expect(traces([written, ...files], SECRETS)).toEqual([])
    // what the suite plants in its own answers are 24 to 64 characters behind the name of a secret
    expect([written, ...files].join('\n')).not.toMatch(/ClientSecretValue[\\"':=\s]+[\w+]{24,}/i)
    expect(traces(readFileSync(at('notes'), 'utf8'), SECRETS), 'arguments and environment of the client').toEqual([])
  })
})

describe('verify-validator', () => {
  test.for([
    ['throws when it is loaded', 'throw new Error(process.env.AWS_SECRET_ACCESS_KEY)', 2],
    [
      'throws when it is asked',
      'export const ClientId = () => { throw new Error(process.env.AWS_SECRET_ACCESS_KEY) }',
      1
    ],
    [
      'names its issues so',
      'export const request = () => ({ issues: [{ message: process.env.AWS_SECRET_ACCESS_KEY }] })',
      1
    ]
  ] as const)('a module that %s', async ([, source, code], t) => {
    const { at, out } = prepare(t, { 'validators.mjs': source })
    const args = ['verify-validator', at('validators.mjs'), '--runs', '2', ...(code === 2 ? [] : reportsTo(out))]
    await judge({ args, env: KEYS, code, says: /./ }, out)
  })
})

test('serve prints nothing of what it is sent', async (t) => {
  const { child, firstLine, ended } = startCli(['serve', '--port', '0'])
  t.onTestFinished(() => void child.kill('SIGKILL'))
  const url = (await firstLine).replace('Listening on ', '')
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${CLIENT_SECRET}`,
    authorization: KEY
  }
  for (const body of [JSON.stringify({ ClientId: CLIENT_SECRET }), `{${KEY}`, KEY]) {
    await (await fetch(`${url}/${PASSWORD}`, { method: 'POST', headers, body })).text()
  }
  child.kill('SIGTERM')
  const { stdout, stderr } = await ended
  expect(traces([stdout, stderr], SECRETS)).toEqual([])
})

test('what a handler throws does not leave the server around it', async (t) => {
  const error = Object.assign(new Error(KEY, { cause: new Error(TOKEN) }), { [CLIENT_SECRET]: PASSWORD })
  const { url, close } = await listen(() => Promise.reject(error))
  t.onTestFinished(close)
  const response = await fetch(url, { method: 'POST', body: '{}' })
  expect(traces([await response.text(), ...response.headers, response.statusText], SECRETS)).toEqual([])
})
