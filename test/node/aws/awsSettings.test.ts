/**
 * Settings, found where the AWS CLI finds them.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, type TestContext } from 'vitest'
import {
  type AwsChoices,
  type AwsSettings,
  awsSettings,
  DUMMY_CREDENTIALS,
  type Environment
} from '../../../src/node/index.js'
import { folder } from '../support/serving.js'

const CONFIG = `
# what the SDKs share
[default]
region = eu-west-1

[profile dev]
region=eu-west-3   # Paris
endpoint_url = http://127.0.0.1:1111/dev
services = local

[profile "two words"]
aws_access_key_id = CONFIGKEY
aws_secret_access_key = configsecret

[profile quiet]
endpoint_url = http://127.0.0.1:1112
ignore_configured_endpoint_urls = true

[services local]
s3 =
  endpoint_url = http://127.0.0.1:2222
cognito_identity_provider =
  endpoint_url = http://127.0.0.1:3333
dynamodb =
  endpoint_url = http://127.0.0.1:4444
`

const KEYS = `
[default]
aws_access_key_id = DEFAULTKEY
aws_secret_access_key = default/secret=+
; a comment
[dev]
AWS_ACCESS_KEY_ID = DEVKEY
aws_secret_access_key=devsecret
aws_session_token = devtoken
`

const files = (t: TestContext): Environment => {
  const path = folder(t)
  writeFileSync(join(path, 'config'), CONFIG)
  writeFileSync(join(path, 'credentials'), KEYS)
  return { AWS_CONFIG_FILE: join(path, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(path, 'credentials') }
}

const NONE: Environment = { AWS_CONFIG_FILE: '/nonexistent/config', AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/keys' }

const found = (env: Environment, choices?: AwsChoices): AwsSettings => {
  const settings = awsSettings(env, choices)
  return settings._tag === 'Right' ? settings.right : expect.fail(settings.left)
}

const problem = (env: Environment, choices?: AwsChoices): string => {
  const settings = awsSettings(env, choices)
  return settings._tag === 'Left' ? settings.left : expect.fail('there is no problem')
}

describe('keys', () => {
  test('are dummies where there are none, which is said', () => {
    expect(found(NONE)).toEqual({
      region: 'us-east-1',
      credentials: DUMMY_CREDENTIALS,
      credentialsSource: 'dummy keys: neither the environment nor profile default has any'
    })
  })

  test('of the environment count before those of AWS_PROFILE', (t) => {
    const env = { ...files(t), AWS_PROFILE: 'dev', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }
    expect(found(env)).toMatchObject({
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      credentialsSource: 'the keys of AWS_ACCESS_KEY_ID'
    })
    expect(found({ ...env, AWS_SESSION_TOKEN: 'c' }).credentials.sessionToken).toBe('c')
  })

  test('of a profile that was chosen count before those of the environment', (t) => {
    const env: Environment = { ...files(t), AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_SESSION_TOKEN: 'c' }
    const { credentials, credentialsSource } = found(env, { profile: 'dev' })
    expect(credentials).toEqual({ accessKeyId: 'DEVKEY', secretAccessKey: 'devsecret', sessionToken: 'devtoken' })
    expect(credentialsSource).toBe(`the keys of profile dev in ${String(env['AWS_SHARED_CREDENTIALS_FILE'])}`)
  })

  test('of the default profile, of AWS_PROFILE, of the config file', (t) => {
    expect(found(files(t)).credentials).toEqual({ accessKeyId: 'DEFAULTKEY', secretAccessKey: 'default/secret=+' })
    expect(found({ ...files(t), AWS_PROFILE: 'dev' }).credentials.accessKeyId).toBe('DEVKEY')
    expect(found({ ...files(t), AWS_PROFILE: 'two words' }).credentials.accessKeyId).toBe('CONFIGKEY')
  })

  test('of a profile that has none are dummies, unless the profile was chosen', (t) => {
    expect(found({ ...files(t), AWS_PROFILE: 'quiet' }).credentials).toBe(DUMMY_CREDENTIALS)
    expect(problem(files(t), { profile: 'quiet' })).toMatch(
      /^profile quiet has no keys of its own .* export-credentials/
    )
    expect(problem(files(t), { profile: 'nobody' })).toMatch(/^there is no profile nobody in /)
  })

  test('that are half there are a problem that names no key', () => {
    const text = problem({ ...NONE, AWS_ACCESS_KEY_ID: 'AKIDHALF' })
    expect(text).toContain('AWS_SECRET_ACCESS_KEY is not')
    expect(text).not.toContain('AKIDHALF')
  })

  test('are read again where the file has changed', (t) => {
    const env = files(t)
    found(env)
    writeFileSync(String(env['AWS_SHARED_CREDENTIALS_FILE']), KEYS.replace('DEFAULTKEY', 'ROTATED'))
    expect(found(env).credentials.accessKeyId).toBe('ROTATED')
  })

  test('that are half there in a profile are none', (t) => {
    const env = files(t)
    writeFileSync(String(env['AWS_SHARED_CREDENTIALS_FILE']), '[default]\naws_access_key_id = HALF\n')
    expect(found(env).credentials).toBe(DUMMY_CREDENTIALS)
    expect(found({ ...NONE, AWS_SECRET_ACCESS_KEY: 'half' }).credentials).toBe(DUMMY_CREDENTIALS)
    expect(DUMMY_CREDENTIALS).toEqual({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'dummy' })
  })

  test('are told with the token that belongs to them', () => {
    const env = { ...NONE, AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_SESSION_TOKEN: 'c' }
    expect(found(env).credentialsSource).toBe('the keys of AWS_ACCESS_KEY_ID and AWS_SESSION_TOKEN')
    expect(problem(NONE, { profile: 'nobody' })).toBe(
      'there is no profile nobody in /nonexistent/keys and /nonexistent/config'
    )
  })

  test('are looked for in .aws at home, where nothing else is said', (t) => {
    const HOME = folder(t)
    mkdirSync(join(HOME, '.aws'))
    writeFileSync(join(HOME, '.aws', 'config'), CONFIG)
    writeFileSync(join(HOME, '.aws', 'credentials'), KEYS)
    expect(found({ HOME })).toMatchObject({ region: 'eu-west-1', credentials: { accessKeyId: 'DEFAULTKEY' } })
  })

  test('are in a file whose name has a tilde in its middle', (t) => {
    const path = join(folder(t), 'x~')
    mkdirSync(path)
    writeFileSync(join(path, 'keys'), KEYS)
    const env = { HOME: '/nonexistent', AWS_SHARED_CREDENTIALS_FILE: join(path, 'keys') }
    expect(found(env).credentials.accessKeyId).toBe('DEFAULTKEY')
  })

  test('are found in the home of the user', (t) => {
    expect(found({ HOME: folder(t) }).credentials).toBe(DUMMY_CREDENTIALS)
    const env = files(t)
    const HOME = String(env['AWS_CONFIG_FILE']).replace(/\/[^/]+$/, '')
    expect(found({ HOME, AWS_SHARED_CREDENTIALS_FILE: '~/credentials' }).credentials.accessKeyId).toBe('DEFAULTKEY')
  })
})

describe('the region', () => {
  test('is the first of: chosen, AWS_REGION, AWS_DEFAULT_REGION, the profile', (t) => {
    const env: Environment = { ...files(t), AWS_PROFILE: 'dev' }
    expect(found(env).region).toBe('eu-west-3')
    expect(found({ ...env, AWS_DEFAULT_REGION: 'b' }).region).toBe('b')
    expect(found({ ...env, AWS_DEFAULT_REGION: 'b', AWS_REGION: 'a' }).region).toBe('a')
    expect(found({ ...env, AWS_REGION: 'a' }, { region: 'c' }).region).toBe('c')
    expect(found(files(t)).region).toBe('eu-west-1')
    writeFileSync(String(env['AWS_CONFIG_FILE']), '[dev]\nregion = no profile\n')
    expect(found(env).region).toBe('us-east-1')
  })
})

describe('the endpoint', () => {
  const urlOf = (env: Environment): string | undefined => found(env).endpoint?.url

  test('is the first of: the variable of the service, AWS_ENDPOINT_URL, the services section, the profile', (t) => {
    const env: Environment = { ...files(t), AWS_PROFILE: 'dev' }
    const general = { ...env, AWS_ENDPOINT_URL: 'http://general' }
    const own = { ...general, AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://own' }
    expect(found(own).endpoint).toEqual({ url: 'http://own', source: 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER' })
    expect(found(general).endpoint).toEqual({ url: 'http://general', source: 'AWS_ENDPOINT_URL' })
    expect(found(env).endpoint).toEqual({ url: 'http://127.0.0.1:3333', source: 'the services of profile dev' })
    writeFileSync(String(env['AWS_CONFIG_FILE']), CONFIG.replace('services = local', 'services = elsewhere'))
    expect(found(env).endpoint).toEqual({ url: 'http://127.0.0.1:1111/dev', source: 'endpoint_url of profile dev' })
  })

  test('is none where configured ones are to be ignored, or there is none', (t) => {
    const env = { ...files(t), AWS_PROFILE: 'dev', AWS_ENDPOINT_URL: 'http://general' }
    expect(urlOf({ ...env, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' })).toBe(undefined)
    expect(urlOf({ ...env, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false' })).toBe('http://general')
    expect(urlOf({ ...env, AWS_PROFILE: 'quiet' })).toBe(undefined)
    expect(urlOf(files(t))).toBe(undefined)
    expect(found({ ...NONE, AWS_ENDPOINT_URL: '' })).not.toHaveProperty('endpoint')
  })
})

describe('the CA', () => {
  const PEM = '-----BEGIN CERTIFICATE-----\n'

  test('is that of the file chosen, or of AWS_CA_BUNDLE', (t) => {
    const [one, two] = [join(folder(t), 'one'), join(folder(t), 'two')]
    writeFileSync(one, `${PEM}1`)
    writeFileSync(two, `${PEM}2`)
    expect(found({ ...NONE, AWS_CA_BUNDLE: two }).ca).toBe(`${PEM}2`)
    expect(found({ ...NONE, AWS_CA_BUNDLE: two }, { ca: one }).ca).toBe(`${PEM}1`)
    expect(found(NONE)).not.toHaveProperty('ca')
    const env = files(t)
    writeFileSync(String(env['AWS_CONFIG_FILE']), `[default]\nca_bundle = ${one}\n`)
    expect(found(env).ca).toBe(`${PEM}1`)
  })

  test('that is not there, or is no certificate, is a problem', (t) => {
    const file = join(folder(t), 'ca')
    writeFileSync(file, 'hello')
    expect(problem(NONE, { ca: '/nonexistent/ca' })).toMatch(/^--ca: \/nonexistent\/ca could not be read: ENOENT/)
    expect(problem({ ...NONE, AWS_CA_BUNDLE: file })).toBe(`AWS_CA_BUNDLE: ${file} holds no certificate (PEM)`)
  })
})
