/**
 * How arguments are read, and options that are more than a line.
 */
import { InvalidArgumentError, Option } from 'commander'

// ------------------------------------------------------------------------------------
// values
// ------------------------------------------------------------------------------------

export const integer =
  (min: number, max: number) =>
  (text: string): number => {
    const n = Number(text)
    if (!/^-?\d+$/.test(text) || n < min || n > max)
      throw new InvalidArgumentError(`expected a whole number from ${min} to ${max}.`)
    return n
  }

export const url = (text: string): URL => {
  const parsed = URL.canParse(text) ? new URL(text) : undefined
  if (parsed === undefined || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new InvalidArgumentError('expected a URL such as http://127.0.0.1:9229.')
  }
  // reports show the URL
  if (parsed.username !== '' || parsed.password !== '') {
    throw new InvalidArgumentError('a user name or password in the URL is not used: requests are signed instead.')
  }
  return parsed
}

export const append = (text: string, all: ReadonlyArray<string> = []): ReadonlyArray<string> => [...all, text]

// ------------------------------------------------------------------------------------
// options
// ------------------------------------------------------------------------------------

export const regionOption = (): Option =>
  new Option('--region <region>', 'for the signature').env('AWS_REGION').default('us-east-1')

/** Flags of `verify` that say nothing where a validator is judged. */
export const ONLY_FOR_SERVERS = [
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
  'keep',
  'fixtures',
  'userPoolId',
  'clientId',
  'provision',
  'provisionAws',
  'region'
]
