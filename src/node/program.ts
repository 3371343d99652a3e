/**
 * The command line: what can be asked, and in which words. What is done about it is in the commands.
 */
import { Command, InvalidArgumentError, Option } from 'commander'
import { DEFAULTS } from '../conformance/index.js'
import { serveCommand } from './serveCommand.js'
import { sweepCommand, type SweepFlags } from './sweepCommand.js'
import { verifyClientCommand, type VerifyClientFlags } from './verifyClientCommand.js'
import { verifyCommand, type VerifyFlags } from './verifyCommand.js'

// ------------------------------------------------------------------------------------
// arguments
// ------------------------------------------------------------------------------------

const integer =
  (min: number, max: number) =>
  (text: string): number => {
    const n = Number(text)
    if (!/^-?\d+$/.test(text) || n < min || n > max)
      throw new InvalidArgumentError(`expected a whole number from ${min} to ${max}.`)
    return n
  }

const url = (text: string): URL => {
  const parsed = URL.canParse(text) ? new URL(text) : undefined
  if (parsed === undefined || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new InvalidArgumentError('expected a URL such as http://127.0.0.1:9229.')
  }
  // reports show the URL
  if (parsed.username !== '' || parsed.password !== '') {
    throw new InvalidArgumentError('a user name or password in the URL is not used: requests are signed instead.')
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new InvalidArgumentError('credentials go into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, not into the URL.')
  }
  return parsed
}

const regionOption = (): Option =>
  new Option('--region <region>', 'for the signature').env('AWS_REGION').default('us-east-1')

const append = (text: string, all: ReadonlyArray<string> = []): ReadonlyArray<string> => [...all, text]

// ------------------------------------------------------------------------------------
// commands
// ------------------------------------------------------------------------------------

const EXIT_CODES = `
Exit codes:
  0  every MUST was tested and held
  1  a MUST was broken (with --strict: or a SHOULD)
  2  wrong usage
  3  inconclusive: unreachable, a MUST that could not be tested, nothing selected,
     or a report that could not be written`

const VERIFY_HELP = `
Examples:
  $ cognito-secrets-contract verify                             the embedded reference
  $ cognito-secrets-contract verify http://127.0.0.1:9229       a server of yours
  $ cognito-secrets-contract verify URL --only request.clientId some of the clauses
  $ cognito-secrets-contract verify URL --user-pool-id ID --client-id ID
                                                                one that cannot be provisioned
  $ cognito-secrets-contract verify URL --report json=report.json

Unless told otherwise the suite creates user pools and app clients on the target, and deletes them again.
Requests are signed (SigV4, cognito-idp) with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or
with dummies where those are not set.
${EXIT_CODES}`

const VERIFY_CLIENT_HELP = `
Examples:
  $ cognito-secrets-contract verify-client -- node my-client.mjs
  $ cognito-secrets-contract verify-client --only client.errors -- python3 my_client.py

The command is started once. It finds the server in COGNITO_ENDPOINT (and dummy credentials in AWS_*). For every line
on stdin, {"UserPoolId": …, "ClientId": …}, it makes one call and prints one JSON object in one line:
  {"secrets": [{"id": …, "createDate": ISO 8601 or epoch milliseconds}]}
  {"error": {"type": …, "message": …, "reasonCode": …}}
  {"refused": "why"}       nothing was sent, or the answer was not accepted
docs/clients has adapters to start from.
${EXIT_CODES}`

/** Flags of `verify` that say nothing where a validator is judged. */
const ONLY_FOR_SERVERS = [
  'only',
  'skip',
  'list',
  'strict',
  'runs',
  'concurrency',
  'rateLimit',
  'timeout',
  'maxTime',
  'baseline',
  'writeBaseline',
  'replay',
  'fixtures',
  'userPoolId',
  'clientId',
  'provision',
  'provisionAws',
  'region'
]

const verify = (): Command =>
  new Command('verify')
    .description('Judge an implementation of ListUserPoolClientSecrets')
    .argument('[url]', 'where it listens; without it, the embedded reference', url)
    .option('--only <glob>', 'judge these clauses only, by id or prefix; may be repeated', append)
    .option('--skip <glob>', 'leave these clauses out; may be repeated', append)
    .option('--list', 'list the clauses and send nothing')
    .option('--strict', 'a broken SHOULD fails the run')
    .option('--seed <n>', 'send what a run with this seed sent', integer(-2147483648, 2147483647))
    .option('--runs <n>', 'generated cases for each probe', integer(0, 100_000), DEFAULTS.runs)
    .option('--concurrency <n>', 'cases at a time', integer(1, 64), DEFAULTS.concurrency)
    .option('--rate-limit <n>', 'the most requests a second', integer(1, 100_000))
    .option(
      '--timeout <ms>',
      'longest wait for an answer (three times as long to set the scene)',
      integer(1, 600_000),
      DEFAULTS.timeoutMs
    )
    .option('--max-time <s>', 'end the run after so many seconds; what was reached is judged', integer(1, 86_400))
    .option('--baseline <file>', 'clauses known to fail, each with a reason; any that passes fails the run')
    .option('--write-baseline <file>', 'write a baseline of what fails now')
    .option('--replay <token>', 'send one counterexample again, as a report printed it')
    .option('--report <format[=file]>', 'also json, junit, markdown, github or html, to the file or to stdout', append)
    .addOption(
      new Option(
        '--validator <file>',
        'judge a module that exports ClientId and/or UserPoolId validators instead'
      ).conflicts(ONLY_FOR_SERVERS)
    )
    .option('--user-pool-id <id>', 'a pool that exists, for a target that is not to be provisioned')
    .option('--client-id <id>', 'an app client of that pool')
    .addOption(
      new Option(
        '--fixtures <file>',
        'a module that sets the scene for a target that has no other operation'
      ).conflicts(['userPoolId', 'clientId', 'provision'])
    )
    .option('--no-provision', 'create nothing on the target')
    .option('--provision-aws', 'allow creating pools and clients on amazonaws.com, which costs quota')
    .addOption(regionOption())
    .addHelpText('after', VERIFY_HELP)
    .action(async (target: URL | undefined, flags: VerifyFlags) => {
      process.exitCode = await verifyCommand(target, flags)
    })

const verifyClient = (): Command =>
  new Command('verify-client')
    .description('Judge a client of ListUserPoolClientSecrets')
    .argument('<command...>', 'how to start it, behind --')
    .option('--only <glob>', 'judge these clauses only, by id or prefix; may be repeated', append)
    .option('--skip <glob>', 'leave these clauses out; may be repeated', append)
    .option('--strict', 'a broken SHOULD fails the run')
    .option('--seed <n>', 'answer what a run with this seed answered', integer(-2147483648, 2147483647))
    .option('--runs <n>', 'answers of each kind', integer(1, 100_000), 200)
    .option('--timeout <ms>', 'longest wait for the report of a call', integer(1, 600_000), 5000)
    .option('--max-time <s>', 'end the run after so many seconds; what was reached is judged', integer(1, 86_400))
    .option('--report <format[=file]>', 'also write this report, as with verify; may be repeated', append)
    .addHelpText('after', VERIFY_CLIENT_HELP)
    .action(async (command: ReadonlyArray<string>, flags: VerifyClientFlags) => {
      process.exitCode = await verifyClientCommand(command, flags)
    })

const serve = (): Command =>
  new Command('serve')
    .description('Serve the reference implementation, from memory')
    .option('--port <n>', 'where to listen; 0 for any free port', integer(0, 65_535), 9229)
    .option('--host <host>', 'which address to listen on', '127.0.0.1')
    .option('--seed <n>', 'decides the ids and secrets that it makes', integer(-2147483648, 2147483647))
    .addHelpText(
      'after',
      `
Prints one line with its URL when it is ready, and serves until it is interrupted. It knows CreateUserPool,
CreateUserPoolClient, their Describe and Delete, and Add-, Delete- and ListUserPoolClientSecret(s). It checks no
signature and forgets everything when it stops: for tests only.`
    )
    .action(async (flags: { port: number; host: string; seed?: number }) => {
      process.exitCode = await serveCommand(flags)
    })

const sweep = (): Command =>
  new Command('sweep')
    .description('Remove what runs of verify left on a target')
    .argument('<url>', 'the target', url)
    .option('--seed <n>', 'only what the run with this seed made', integer(-2147483648, 2147483647))
    .option('--dry-run', 'say what would be removed, and remove nothing')
    .addOption(regionOption())
    .addHelpText(
      'after',
      `
Looks through ListUserPools for pools that bear the name that verify gives (cognito-secrets-contract-SEED-NAME) and
deletes those, with their clients. Nothing else is touched. Exits with 3 where something could not be removed.`
    )
    .action(async (target: URL, flags: SweepFlags) => {
      process.exitCode = await sweepCommand(target, flags)
    })

/**
 * @since 0.1.0
 */
export const program = (version: string): Command => {
  const root = new Command('cognito-secrets-contract')
    .description(
      "The contract of Amazon Cognito's ListUserPoolClientSecrets, and the suite that judges implementations of it"
    )
    .version(version)
    .showHelpAfterError('(add --help for what can be said)')
    .exitOverride()
  // the settings of the root are inherited only by commands that it makes itself
  const commands = [verify(), verifyClient(), serve(), sweep()].map((command) => command.copyInheritedSettings(root))
  root.addCommand(commands[0] ?? new Command(), { isDefault: true })
  commands.slice(1).forEach((command) => root.addCommand(command))
  return root
}
