/**
 * What a module or a client says, without the secrets of the environment.
 */
import { afterEach, expect, test, vi } from 'vitest'
import { maskEnvironment } from '../../src/node/maskEnvironment.js'

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['AWS_SECRET_ACCESS_KEY', 'wJalrXUt', 'the key is [secret].'],
  ['AWS_SESSION_TOKEN', 'FwoGZXIv', 'the key is [secret].'],
  ['database_password', 'hunter2!', 'the key is [secret].'],
  ['AWS_ACCESS_KEY_ID', 'AKIDEXAM', 'the key is [secret].'],
  ['AWS_REGION', 'us-east-1', 'the key is us-east-1.'],
  ['MY_TOKEN', 'dummies', 'the key is dummies.'],
  ['MY_TOKEN', '', 'the key is .']
])('%s=%s', (name, value, masked) => {
  vi.stubEnv(name, value)
  expect(maskEnvironment(`the key is ${value}.`)).toBe(masked)
})
