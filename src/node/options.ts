/**
 * How arguments are read, and options that are more than a line.
 */
import { type Command, InvalidArgumentError } from 'commander'
import { suggest } from '../suite/shared/suggest.js'
import { URL_EXAMPLE } from './readUrl.js'

export const integer =
  (min: number, max: number) =>
  (text: string): number => {
    const n = Number(text)
    if (!/^-?\d+$/.test(text) || n < min || n > max)
      throw new InvalidArgumentError(`expected a whole number from ${min} to ${max}.`)
    return n
  }

/** Where it is not known which was meant, a URL or the name of a command: what the word is taken for in vain. */
export const neitherCommandNorUrl = (word: string, commands: ReadonlyArray<string>): string | undefined => {
  if (word.startsWith('-') || commands.includes(word)) return undefined
  // what is nearly a URL is told so by the command that it is for
  if (word === '' || /[@:/]/.test(word)) return undefined
  const meant = suggest(word, commands)
  return `'${word}' is neither a command (${commands.join(', ')}) nor ${URL_EXAMPLE}${meant === undefined ? '' : ` (did you mean ${meant}?)`}`
}

export const append = (text: string, all: ReadonlyArray<string> = []): ReadonlyArray<string> => [...all, text]

/** How a target is reached, as the AWS CLI says it. */
export const addTargetOptions = (command: Command): Command =>
  command
    .option('--region <region>', 'for the signature; default: AWS_REGION, the profile, us-east-1')
    .option('--profile <name>', 'sign with the keys of this profile; default: AWS_PROFILE')
    .option('--ca <file>', 'trust the CAs in this file (PEM); default: AWS_CA_BUNDLE')

/** Flags of `verify` that say nothing where one case is sent again. Those that set the scene for it may be given. */
export const NOT_FOR_REPLAYS = ['only', 'skip', 'list', 'runs', 'baseline', 'writeBaseline']
