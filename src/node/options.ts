/**
 * How arguments are read, and options that are more than a line.
 */
import { InvalidArgumentError, Option } from 'commander'

export const integer =
  (min: number, max: number) =>
  (text: string): number => {
    const n = Number(text)
    if (!/^-?\d+$/.test(text) || n < min || n > max)
      throw new InvalidArgumentError(`expected a whole number from ${min} to ${max}.`)
    return n
  }

const EXAMPLE = 'a URL such as http://127.0.0.1:9229'

const httpUrl = (text: string): URL | undefined => {
  const parsed = URL.canParse(text) ? new URL(text) : undefined
  return parsed !== undefined && ['http:', 'https:'].includes(parsed.protocol) ? parsed : undefined
}

export const url = (text: string): URL => {
  const parsed = httpUrl(text)
  if (parsed === undefined) throw new InvalidArgumentError(`expected ${EXAMPLE}.`)
  // reports show the URL
  if (parsed.username !== '' || parsed.password !== '') {
    throw new InvalidArgumentError('a user name or password in the URL is not used: requests are signed instead.')
  }
  return parsed
}

/** Where it is not known which was meant, a URL or the name of a command: what the word is taken for in vain. */
export const neitherCommandNorUrl = (word: string, commands: ReadonlyArray<string>): string | undefined =>
  word.startsWith('-') || commands.includes(word) || httpUrl(word) !== undefined
    ? undefined
    : `'${word}' is neither a command (${commands.join(', ')}) nor ${EXAMPLE}`

export const append = (text: string, all: ReadonlyArray<string> = []): ReadonlyArray<string> => [...all, text]

/** Not commander's `env`: what only the environment says is in conflict with nothing. */
export const regionOption = (): Option =>
  new Option('--region <region>', 'for the signature').default(
    process.env['AWS_REGION'] || 'us-east-1',
    'AWS_REGION, or us-east-1'
  )

/** Flags of `verify` that say nothing where one case is sent again. Those that set the scene for it may be given. */
export const NOT_FOR_REPLAYS = ['only', 'skip', 'list', 'runs', 'baseline', 'writeBaseline']
