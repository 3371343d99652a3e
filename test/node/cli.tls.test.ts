/**
 * An emulator behind TLS that checks signatures, judged with nothing but the environment set.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cli } from './support/cli.js'
import { reference } from './support/handlers.js'
import { inProcess } from './support/inProcess.js'
import { folder } from './support/serving.js'
import { startTlsEmulator } from './support/tlsEmulator.js'

const QUICK = ['verify', '--runs', '0', '--only', 'response.body']

test('the environment suffices, also after a restart with a new CA and new keys', async (t) => {
  const path = folder(t)
  const first = await startTlsEmulator(reference(), path)
  expect(await cli(QUICK, first.env)).toMatchObject({ code: 0 })
  await first.close()
  const second = await startTlsEmulator(reference(), path)
  t.onTestFinished(second.close)
  expect(second.env).toEqual(first.env)
  const { code, stdout, stderr } = await cli(QUICK, second.env)
  expect(stderr).toContain(`target: ${second.url}/ (the services of profile emulator)`)
  expect(stdout).toContain('PASSED')
  expect(code).toBe(0)
})

test('a certificate of an unknown CA, and keys of nobody, are inconclusive and say what helps', async (t) => {
  const path = folder(t)
  const { url, close } = await startTlsEmulator(reference(), path)
  t.onTestFinished(close)
  const untrusted = await inProcess([...QUICK, url], { env: {} })
  expect(untrusted.stdout).toContain('name the file of that CA with --ca or AWS_CA_BUNDLE')
  expect(untrusted.code).toBe(3)
  const ca = ['--ca', join(path, 'ca.pem')]
  const unknown = await inProcess([...QUICK, url, ...ca], { env: {} })
  expect(unknown.stdout).toMatch(/refused the credentials: .*UnrecognizedClientException/)
  expect(unknown.stdout).toContain('signed with dummy keys')
  expect(unknown.code).toBe(3)
  const wrong = { AWS_ACCESS_KEY_ID: /AKIA\w+/.exec(readFileSync(join(path, 'credentials'), 'utf8'))?.[0] ?? '' }
  const forged = await inProcess([...QUICK, url, ...ca], {
    env: { ...wrong, AWS_SECRET_ACCESS_KEY: 'not/the/secret/of/this/key' }
  })
  expect(forged.stdout).toMatch(/refused the credentials: .*InvalidSignatureException/)
  expect(forged.stdout).toContain('signed with the keys of AWS_ACCESS_KEY_ID')
  expect(forged.stdout + forged.stderr).not.toContain(wrong.AWS_ACCESS_KEY_ID)
  expect(forged.code).toBe(3)
})
