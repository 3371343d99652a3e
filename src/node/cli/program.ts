/**
 * The command line: what can be asked, and in which words. What is done about it is in the commands.
 */
import { Argument, Command, Option } from 'commander'
import { DEFAULTS } from '../../conformance.js'
import { suggest } from '../../suite/shared/suggest.js'
import {
  EXPLAIN_HELP,
  SERVE_HELP,
  SWEEP_HELP,
  VALIDATE_HELP,
  VERDICTS,
  VERIFY_CLIENT_HELP,
  VERIFY_HELP,
  VERIFY_VALIDATOR_HELP
} from './helpTexts.js'
import { addJudgingOptions, addTargetOptions, integer, seed } from './judgingOptions.js'
import { explainCommand } from './explainCommand.js'
import { URL_EXAMPLE } from './readUrl.js'
import { serveCommand } from './serveCommand.js'
import { sweepCommand } from './sweepCommand.js'
import { shapeNames, validateCommand } from './validateCommand.js'
import { verifyClientCommand } from './verifyClientCommand.js'
import { verifyCommand } from './verifyCommand.js'
import { verifyValidatorCommand } from './verifyValidatorCommand.js'

const URL_DEFAULT = 'default: AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER, AWS_ENDPOINT_URL'

/** The process ends with the code that a command resolves to. */
const exitWith =
  <A extends ReadonlyArray<unknown>>(command: (...args: A) => number | Promise<number>) =>
  async (...args: A): Promise<void> => {
    process.exitCode = await command(...args)
  }

const verify = (): Command =>
  addTargetOptions(
    addJudgingOptions(
      new Command('verify')
        .description('Judge an implementation of ListUserPoolClientSecrets')
        .argument('[url]', `where the server listens; ${URL_DEFAULT}`),
      {
        runs: ['generated cases for each probe', DEFAULTS.runs],
        timeout: [
          'longest wait for an answer (three times as long while pools and clients are made)',
          DEFAULTS.timeoutMs
        ],
        maxTime: ` (default: ${DEFAULTS.maxTimeMs / 1000})`
      }
    )
      .option('--concurrency <n>', 'cases at a time', integer(1, 64), DEFAULTS.concurrency)
      .option('--rate-limit <n>', 'send at most so many requests a second', integer(1, 100_000))
      .option('--settle <ms>', 'wait after each change, for a target that is eventually consistent', integer(0, 60_000))
      .option('--keep', 'with --replay: keep what it creates, and show a curl line that works; sweep removes it')
  )
    .option('--reference', 'judge the embedded reference')
    .option('--user-pool-id <id>', 'a pool that exists, for a target that must not be provisioned')
    .option('--client-id <id>', 'an app client of that pool')
    .addOption(
      new Option(
        '--fixtures <file>',
        'a module that creates pools and clients, for a target whose API cannot'
      ).conflicts(['userPoolId', 'clientId', 'provision'])
    )
    .option('--no-provision', 'create nothing on the target')
    .option('--provision-aws', 'allow creating pools and clients on amazonaws.com, which costs quota')
    .addHelpText('after', VERIFY_HELP)
    .action(exitWith(verifyCommand))

const verifyClient = (): Command =>
  addJudgingOptions(
    new Command('verify-client')
      .description('Judge a client of ListUserPoolClientSecrets')
      .argument('<command...>', 'how to start the client, after --'),
    {
      runs: ['how much is generated; each makes about 3.5 calls', 200],
      timeout: ['longest wait for the report of a call', 5000]
    }
  )
    .addHelpText('after', VERIFY_CLIENT_HELP)
    .action(exitWith(verifyClientCommand))

const verifyValidator = (): Command =>
  addJudgingOptions(
    new Command('verify-validator')
      .description('Judge validators of the ids or of requests')
      .argument('<file>', 'a module that exports ClientId, UserPoolId or request'),
    { runs: ['generated values of each kind', 1000], timeout: ['longest wait for the answer to a value', 1000] }
  )
    .addHelpText('after', VERIFY_VALIDATOR_HELP)
    .action(exitWith(verifyValidatorCommand))

const serve = (): Command =>
  new Command('serve')
    .description('Serve the reference implementation, from memory')
    .option('--port <n>', 'where to listen; 0 for any free port', integer(0, 65_535), 9229)
    .option('--host <host>', 'which address to listen on', '127.0.0.1')
    .option('--seed <n>', 'the same seed makes the same ids and secrets', seed)
    .addHelpText('after', SERVE_HELP)
    .action(exitWith(serveCommand))

const sweep = (): Command =>
  addTargetOptions(new Command('sweep'))
    .description('List what runs of verify left on a target, and remove it with --yes')
    .argument('[url]', `the target; ${URL_DEFAULT}`)
    .option('--seed <n>', 'only what the run with this seed created', seed)
    .option('--yes', 'remove what was found; without it, it is only listed')
    .option('--all-ages', 'also what a run created that began less than an hour ago and may still be going on')
    .option('--provision-aws', 'allow removing pools on amazonaws.com')
    .addHelpText('after', SWEEP_HELP)
    .action(exitWith(sweepCommand))

const explain = (): Command =>
  new Command('explain')
    .description(
      'Print one clause: its sentence, level and source, the law that judges it, the faults that it finds, and how to satisfy it'
    )
    .argument('<clause>', 'its id, such as request.clientId.pattern')
    .option('--json', 'print it as JSON')
    .addHelpText('after', EXPLAIN_HELP)
    .action(exitWith(explainCommand))

const validate = (): Command =>
  new Command('validate')
    .description('Check one value against the contract')
    .addArgument(new Argument('<shape>', 'what it is').choices(shapeNames))
    .argument('[file]', 'a file, or - for stdin; an id as plain text, the others as JSON', '-')
    .option('--json', 'print the result as JSON: valid, problems as text, violations as data')
    .addHelpText('after', VALIDATE_HELP)
    .action(exitWith(validateCommand))

/** Where it is not known which was meant, a URL or a command: the word is neither. */
const neitherCommandNorUrl = (word: string, commands: ReadonlyArray<string>): string | undefined => {
  // a word that is nearly a URL is explained by the command that it is for
  if (word === '' || /^-|[@:/]/.test(word) || commands.includes(word)) return undefined
  const meant = suggest(word, commands)
  const hint = meant === undefined ? '' : ` (did you mean ${meant}?)`
  return `'${word}' is neither a command (${commands.join(', ')}) nor ${URL_EXAMPLE}${hint}`
}

export const program = (version: string): Command => {
  const root = new Command('cognito-secrets-contract')
    .description(
      "The contract of Amazon Cognito's ListUserPoolClientSecrets, and the suite that judges implementations of it"
    )
    .version(version)
    .addHelpText('after', VERDICTS)
    .showHelpAfterError('(run with --help for usage)')
    .exitOverride()
  // the settings of the root are inherited only by commands that it makes itself
  const commands = [verify(), verifyClient(), verifyValidator(), serve(), sweep(), explain(), validate()].map(
    (command) => command.copyInheritedSettings(root)
  )
  root.addCommand(commands[0] ?? new Command(), { isDefault: true })
  commands.slice(1).forEach((command) => root.addCommand(command))
  const names = commands.map((command) => command.name())
  // what is no command goes to `verify`, which would take it for a URL
  return root.hook('preSubcommand', (_, command) => {
    if (root.args.length === 0) command.setOptionValue('reference', true).setOptionValue('demo', true)
    const problem = neitherCommandNorUrl(root.args[0] ?? '-', names)
    if (problem !== undefined) root.error(`error: ${problem}`)
  })
}
