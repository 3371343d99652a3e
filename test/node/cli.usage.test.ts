/**
 * The command line without a target: help, lists, and what it says to wrong usage.
 */
import { describe, expect, test } from 'vitest'
import { clausesThatBind } from '../../src/clauses/index.js'
import { cli } from './support/cli.js'
import { inProcess } from './support/inProcess.js'

describe('help', () => {
  test.each([
    [['--help'], ['verify', 'serve', 'sweep', 'ListUserPoolClientSecrets', '--help']],
    [
      ['verify', '--help'],
      ['Examples:', 'Exit codes:', '--only', '--replay', '--keep', '--baseline', '--provision-aws', 'SigV4']
    ],
    [
      ['verify-client', '--help'],
      ['Examples:', 'Exit codes:', 'COGNITO_ENDPOINT', '--timeout']
    ],
    [
      ['verify-validator', '--help'],
      ['Example:', 'ClientId and UserPoolId', '--timeout', '--baseline']
    ],
    [
      ['serve', '--help'],
      ['--port', '--host', '--seed', 'one line with its URL']
    ],
    [
      ['sweep', '--help'],
      ['--yes', '--all-ages', '--seed', 'ListUserPools', 'It touches nothing else']
    ]
  ])('%j teaches on stdout and exits with 0', async (args, words) => {
    const { code, stdout, stderr } = await inProcess(args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const word of words) expect(stdout).toContain(word)
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80)
  })

  test.each(
    ['', 'verify', 'verify-client', 'verify-validator', 'serve', 'sweep', 'explain', 'validate'].map((name) => [name])
  )('%s --help ends with the exit codes, in order', async (name) => {
    const { stdout } = await inProcess([...(name === '' ? [] : [name]), '--help'])
    const last = stdout.trimEnd().split('\n\n').at(-1)?.split('\n') ?? []
    expect(last[0]).toBe('Exit codes:')
    expect(last.slice(1).every((line) => /^ {2}(?:\d| ) {2}\S/.test(line))).toBe(true)
    const codes = last.flatMap((line) => /^ {2}(\d)/.exec(line)?.[1] ?? [])
    expect(codes).toEqual([...codes].sort())
    expect(codes).toEqual(expect.arrayContaining(['0', '2']))
  })

  test('--version prints a version and nothing else', async () => {
    const { code, stdout, stderr } = await cli(['--version'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/)
  })
})

describe('--list', () => {
  test('names every clause that binds servers, with its sentence', async () => {
    const { code, stdout, stderr } = await cli(['--list'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const ids = stdout.split('\n').flatMap((line) => /^[a-z]+(?:\.\w+)+/.exec(line)?.[0] ?? [])
    expect(ids).toEqual(clausesThatBind('server'))
    expect(stdout).toContain('A request without ClientId, or with null for it, is an InvalidParameterException.')
  })

  test('respects --only and --skip', async () => {
    const { stdout } = await inProcess(['--list', '--only', 'request.clientId', '--skip', '*.pattern'])
    expect(stdout).toContain('request.clientId.maxLength')
    expect(stdout).not.toContain('request.clientId.pattern')
    expect(stdout).not.toContain('request.userPoolId')
  })
})

const MISUSES: ReadonlyArray<readonly [args: ReadonlyArray<string>, hint: string]> = [
  [['--onyl', 'x'], '--only'],
  [
    ['verfiy', 'http://127.0.0.1:1'],
    "'verfiy' is neither a command (verify, verify-client, verify-validator, serve, sweep, explain, validate) nor a URL"
  ],
  [
    ['bogus'],
    "'bogus' is neither a command (verify, verify-client, verify-validator, serve, sweep, explain, validate) nor a URL such as http://127.0.0.1"
  ],
  [['bogus', '--help-me'], "'bogus' is neither a command"],
  [['--list', 'bogus'], 'expected a URL such as http://127.0.0.1:9229'],
  [['verfiy'], 'did you mean verify?'],
  [['sewrve'], 'did you mean serve?'],
  [['verify', 'http://127.0.0.1:1', 'more'], 'too many arguments'],
  [['verify'], 'there is no target: give a URL or set AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'],
  [['--runs', '0'], 'there is no target'],
  [['verify', ''], 'the URL is empty; is the variable that should hold it set?'],
  [[''], 'the URL is empty'],
  [['sweep', ''], 'the URL is empty'],
  [['verify', 'http://127.0.0.1:1', '--reference'], '--reference is a target already'],
  [['verify', 'localhost'], 'expected a URL such as http://127.0.0.1:9229'],
  [['--profile', 'nobody', 'http://127.0.0.1:1'], 'there is no profile nobody in '],
  [['--ca', '/nonexistent/ca.pem', 'http://127.0.0.1:1'], '--ca: /nonexistent/ca.pem could not be read'],
  [['verify', 'ftp://127.0.0.1'], 'http://127.0.0.1:9229'],
  [['--runs', '1e3'], 'whole number from 0'],
  [['--runs', '-1'], 'whole number from 0'],
  [['--seed', '4294967296'], 'whole number from -2147483648'],
  [['--seed', ''], 'whole number'],
  [['--concurrency', '0'], 'whole number from 1 to 64'],
  [['--rate-limit', '0'], 'whole number from 1'],
  [['--timeout', '0'], 'whole number from 1'],
  [['--max-time', '0.5'], 'whole number from 1'],
  [['--only'], 'argument missing'],
  [['--reference', '--report', 'yaml'], 'json'],
  [['--reference', '--report', 'json', '--report', 'json=-'], 'only one report can go to stdout'],
  [['--user-pool-id', 'us-east-1_x', '--reference'], '--client-id'],
  [['--client-id', 'x', '--reference'], '--user-pool-id'],
  [['--replay', 'x', '--reference'], 'it is neither a token nor a report that can be read'],
  [['--replay', '1.AAAA', '--reference'], 'damaged'],
  [['--replay', 'x', '--only', 'request'], "cannot be used with option '--only <glob>'"],
  [['--replay', 'x', '--skip', 'request'], "cannot be used with option '--skip <glob>'"],
  [['--replay', 'x', '--list'], "cannot be used with option '--list'"],
  [['--replay', 'x', '--runs', '7'], "cannot be used with option '--runs <n>'"],
  [['--replay', 'x', '--baseline', 'b.json'], "cannot be used with option '--baseline <file>'"],
  [['--replay', 'x', '--write-baseline', 'b.json'], "cannot be used with option '--write-baseline <file>'"],
  [['--keep', '--reference'], '--keep goes with a URL and --replay'],
  [['--baseline', '/nonexistent/baseline.json', '--reference'], 'could not be read'],
  [['serve', '--port', '65536'], 'whole number from 0 to 65535'],
  [['sweep'], 'there is no target']
]

test('a password in a URL is not said again, whatever is wrong with the URL', async () => {
  for (const url of ['http://me:hunter22@127.0.0.1:1', 'me:hunter22@127.0.0.1:1', 'ftp://me:hunter22@127.0.0.1']) {
    for (const command of [[], ['verify'], ['sweep']]) {
      const { code, stdout, stderr } = await inProcess([...command, url])
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain('URL')
      expect(stderr).not.toContain('hunter22')
    }
  }
})

describe('wrong usage is explained on stderr and exits with 2', () => {
  test.each(MISUSES)('%j', async (args, hint) => {
    const { code, stdout, stderr } = await inProcess(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('error: ')
    expect(stderr).toContain(hint)
  })

  test.concurrent.each(MISUSES.slice(0, 1))('%j, as a process', async (args, hint) => {
    const { code, stdout, stderr } = await cli(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(hint)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

describe('a clause id that does not exist, or a selection that leaves nothing, is wrong usage', () => {
  const none = (subject: string, glob: string): string => `no clause that binds ${subject}s matches ${glob}`

  test.each([
    [['--only', 'request.nothing'], `${none('server', 'request.nothing')}; --list shows the clauses`],
    [
      ['--only', 'request.clientID.patern'],
      `${none('server', 'request.clientID.patern')} (did you mean request.clientId.pattern?)`
    ],
    [['--only', 'requst'], '(did you mean request?)'],
    [['--only', 'clientId.pattern'], '(did you mean request.clientId.pattern?)'],
    [['--only', 'request.clientId', '--skip', 'typo.*'], none('server', 'typo.*')],
    [['--only', 'list', '--skip', 'list'], 'leaves no clause']
  ])('verify %j', async (args, message) => {
    const { code, stdout, stderr } = await inProcess(['--reference', ...args])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
  })

  test.each([
    ['client', '--only', 'client.totl', 'client.total'],
    ['client', '--skip', 'client.totl', 'client.total'],
    ['validator', '--only', 'validator.agree', 'validator.agrees']
  ])('verify-%s %s %s: said before anything is started', async (subject, flag, glob, meant) => {
    // neither the command nor the module exists
    const { code, stdout, stderr } = await inProcess([`verify-${subject}`, flag, glob, '--', '/nonexistent'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(`${none(subject, glob)} (did you mean ${meant}?)`)
  })

  test('explain', async () => {
    const { code, stdout, stderr } = await inProcess(['explain', 'request.clientId.patern'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('unknown clause request.clientId.patern (did you mean request.clientId.pattern?)')
  })
})

test('an id that cannot be one is told with its option', async () => {
  const { code, stderr } = await inProcess(['verify', '--reference', '--user-pool-id', 'us-east-1', '--client-id', 'a'])
  expect(stderr).toMatch(/^error: --user-pool-id: the given ids cannot be those of Cognito/)
  expect(code).toBe(2)
})
