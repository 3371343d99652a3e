/**
 * Endpoint, region, keys and CA as the AWS CLI finds them: in the environment, then in a profile of its files.
 */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { type Either, left, right } from '../../contract/Either.js'
import { type AwsConfigFile, parseAwsConfigFile } from './awsConfigFile.js'
import { type Credentials, DUMMY_CREDENTIALS } from './Credentials.js'

/** Environment variables; `process.env` fits. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What the command line says, and so what counts before all else. */
export interface AwsChoices {
  /** Its keys count before those of the environment. */
  readonly profile?: string | undefined
  /** Counts before the environment and the profile. */
  readonly region?: string | undefined
  /** A file of certificates, PEM. */
  readonly ca?: string | undefined
}

/** What a run needs to know of the AWS CLI's settings. */
export interface AwsSettings {
  /** Where requests go if no URL is given, and what says so. */
  readonly endpoint?: {
    /** Such as `http://localhost:4566`. */
    readonly url: string
    /** The variable or the setting, for people. */
    readonly source: string
  }
  /** `us-east-1` where nothing says otherwise. */
  readonly region: string
  /** Dummies where none were found. */
  readonly credentials: Credentials
  /** Where the keys were found, for people: no part of them. */
  readonly credentialsSource: string
  /** Certificates of the CAs that a target is to be trusted for, PEM. Absent: those that Node trusts. */
  readonly ca?: string
}

const pathOf = (env: Environment, file: string): string => file.replace(/^~(?=[/\\])/, () => env['HOME'] || homedir())

const read = (file: string): AwsConfigFile => {
  try {
    return parseAwsConfigFile(readFileSync(file, 'utf8'))
  } catch {
    // as for the AWS CLI, a file that is not there holds nothing
    return new Map()
  }
}

interface Profile {
  readonly name: string
  /** Where keys may stand, those that count first. */
  readonly files: ReadonlyArray<{ readonly file: string; readonly section: ReadonlyMap<string, string> | undefined }>
  readonly setting: (key: string) => string | undefined
  readonly services: ReadonlyMap<string, string> | undefined
}

/** A profile, as the two files have it. */
const profileIn = (env: Environment, name: string): Profile => {
  const configFile = pathOf(env, env['AWS_CONFIG_FILE'] || '~/.aws/config')
  const keysFile = pathOf(env, env['AWS_SHARED_CREDENTIALS_FILE'] || '~/.aws/credentials')
  const config = read(configFile)
  const settings = config.get(`profile ${name}`) ?? (name === 'default' ? config.get(name) : undefined)
  return {
    name,
    files: [
      { file: keysFile, section: read(keysFile).get(name) },
      { file: configFile, section: settings }
    ],
    setting: (key: string): string | undefined => settings?.get(key) || undefined,
    services: config.get(`services ${settings?.get('services') ?? ''}`)
  }
}

type Found = Pick<AwsSettings, 'credentials' | 'credentialsSource'>

const keys = (accessKeyId: string, secretAccessKey: string, sessionToken: string | undefined): Credentials => ({
  accessKeyId,
  secretAccessKey,
  ...(sessionToken ? { sessionToken } : {})
})

const keysOfProfile = ({ name, files }: Profile): Found | undefined => {
  for (const { file, section } of files) {
    const [id, secret] = [section?.get('aws_access_key_id'), section?.get('aws_secret_access_key')]
    if (!id || !secret) continue
    const credentials = keys(id, secret, section?.get('aws_session_token'))
    return { credentials, credentialsSource: `the keys of profile ${name} in ${file}` }
  }
  return undefined
}

const credentialsOf = (env: Environment, profile: Profile, isChosen: boolean): Either<string, Found> => {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = env
  const ofProfile = keysOfProfile(profile)
  if (isChosen) {
    const places = profile.files.map(({ file }) => file).join(' and ')
    if (ofProfile !== undefined) return right(ofProfile)
    return left(
      profile.files.some(({ section }) => section !== undefined)
        ? `profile ${profile.name} has no keys of its own (aws_access_key_id, aws_secret_access_key); export them: aws configure export-credentials --profile ${profile.name} --format env`
        : `there is no profile ${profile.name} in ${places}`
    )
  }
  if (id && !secret) return left('AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not')
  if (id && secret) {
    return right({
      credentials: keys(id, secret, token),
      credentialsSource: `the keys of AWS_ACCESS_KEY_ID${token ? ' and AWS_SESSION_TOKEN' : ''}`
    })
  }
  return right(
    ofProfile ?? {
      credentials: DUMMY_CREDENTIALS,
      credentialsSource: `dummy keys: neither the environment nor profile ${profile.name} has any`
    }
  )
}

const SERVICE = 'COGNITO_IDENTITY_PROVIDER'

const isTrue = (text: string | undefined): boolean => text?.toLowerCase() === 'true'

const endpointOf = (env: Environment, profile: Profile): AwsSettings['endpoint'] => {
  if (isTrue(env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] || profile.setting('ignore_configured_endpoint_urls'))) {
    return undefined
  }
  const ofProfile = `profile ${profile.name}`
  const [found] = [
    { url: env[`AWS_ENDPOINT_URL_${SERVICE}`], source: `AWS_ENDPOINT_URL_${SERVICE}` },
    { url: env['AWS_ENDPOINT_URL'], source: 'AWS_ENDPOINT_URL' },
    { url: profile.services?.get(`${SERVICE.toLowerCase()}.endpoint_url`), source: `the services of ${ofProfile}` },
    { url: profile.setting('endpoint_url'), source: `endpoint_url of ${ofProfile}` }
  ].flatMap(({ url, source }) => (url ? [{ url, source }] : []))
  return found
}

const certificates = (file: string | undefined, source: string): Either<string, Pick<AwsSettings, 'ca'>> => {
  if (!file) return right({})
  try {
    const ca = readFileSync(file, 'utf8')
    return ca.includes('-----BEGIN CERTIFICATE-----')
      ? right({ ca })
      : left(`${source}: ${file} holds no certificate (PEM)`)
  } catch (error) {
    return left(`${source}: ${file} could not be read: ${(error as Error).message}`)
  }
}

/**
 * What the AWS CLI would use: AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER, AWS_ENDPOINT_URL,
 * AWS_IGNORE_CONFIGURED_ENDPOINT_URLS, AWS_REGION, AWS_DEFAULT_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY,
 * AWS_SESSION_TOKEN, AWS_CA_BUNDLE, and the profile AWS_PROFILE of AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE.
 * Without keys anywhere: dummies. Keys that must be fetched (SSO, roles, processes) are not.
 *
 * The files are read at each call: an emulator may have written new keys. `Left` says what is wrong with the settings.
 */
export const awsSettings = (env: Environment, choices: AwsChoices = {}): Either<string, AwsSettings> => {
  const profile = profileIn(env, choices.profile ?? (env['AWS_PROFILE'] || 'default'))
  const found = credentialsOf(env, profile, choices.profile !== undefined)
  if (found._tag === 'Left') return found
  const ca =
    choices.ca === undefined
      ? certificates(env['AWS_CA_BUNDLE'] || profile.setting('ca_bundle'), 'AWS_CA_BUNDLE')
      : certificates(choices.ca, '--ca')
  if (ca._tag === 'Left') return ca
  const endpoint = endpointOf(env, profile)
  return right({
    ...found.right,
    ...ca.right,
    ...(endpoint === undefined ? {} : { endpoint }),
    region: choices.region || env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || profile.setting('region') || 'us-east-1'
  })
}
