/**
 * Which target a command talks to, and how: from its argument, its flags and the environment.
 */
import { randomInt } from 'node:crypto'
import type { Target } from '../../conformance.js'
import { type Either, isLeft, left, right } from '../../contract/Either.js'
import { inMemory } from '../../reference/index.js'
import { type AwsSettings, awsSettings, type Environment } from '../aws/awsSettings.js'
import { type Credentials, DUMMY_CREDENTIALS } from '../aws/Credentials.js'
import { httpTarget } from '../httpTarget.js'
import { readUrl } from './readUrl.js'

export interface TargetFlags {
  readonly region?: string
  readonly profile?: string
  readonly ca?: string
}

export interface ChosenTarget {
  /** Absent for the embedded reference. */
  readonly url?: URL
  /** What said so, where the command line did not. */
  readonly source?: string
  /** Where the keys that sign requests were found. Absent for the embedded reference. */
  readonly credentials?: string
  /** What signs requests and must not be shown: nothing that is as short as a dummy's word. */
  readonly secrets: ReadonlyArray<string>
  readonly open: (timeoutMs?: number) => { readonly target: Target; readonly close: () => void }
}

/** The reference in this process. */
export const embeddedReference: ChosenTarget = {
  secrets: [],
  open: () => ({ target: inMemory({ now: () => new Date(), seed: randomInt(2 ** 31) }), close: () => undefined })
}

const NO_TARGET =
  'there is no target: give a URL or set AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER or AWS_ENDPOINT_URL (verify --reference judges the embedded reference)'

/** Shorter keys are words such as `test`, which stand in many texts. */
const SHORTEST_KEY = 8

const secretsOf = (credentials: Credentials): ReadonlyArray<string> =>
  credentials === DUMMY_CREDENTIALS
    ? []
    : [credentials.accessKeyId, credentials.secretAccessKey, credentials.sessionToken ?? ''].filter(
        (key) => key.length >= SHORTEST_KEY
      )

const behind = (url: URL, settings: AwsSettings, source: string | undefined): ChosenTarget => ({
  url,
  ...(source === undefined ? {} : { source }),
  credentials: settings.credentialsSource,
  secrets: secretsOf(settings.credentials),
  open: (timeoutMs) => httpTarget(url, timeoutMs === undefined ? settings : { ...settings, timeoutMs })
})

/** The target behind `argument`, or else behind the endpoint of the environment. `Left` says what is wrong. */
export const chooseTarget = (
  argument: string | undefined,
  flags: TargetFlags,
  env: Environment
): Either<string, ChosenTarget> => {
  const url = argument === undefined ? undefined : readUrl(argument)
  if (typeof url === 'string') return left(url)
  const settings = awsSettings(env, flags)
  if (isLeft(settings)) return settings
  const { endpoint } = settings.right
  if (url !== undefined) return right(behind(url, settings.right, undefined))
  if (endpoint === undefined) return left(NO_TARGET)
  const configured = readUrl(endpoint.url)
  return typeof configured === 'string'
    ? left(`${endpoint.source}: ${configured}`)
    : right(behind(configured, settings.right, endpoint.source))
}
