/**
 * Servers and folders that live as long as a test.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { listen } from '../../../src/node/index.js'
import type { Handler } from './handlers.js'

type Finishing = Pick<TestContext, 'onTestFinished'>

/** The URL of a server around `handler`. */
export const serving = async ({ onTestFinished }: Finishing, handler: Handler): Promise<string> => {
  const { url, close } = await listen(handler)
  onTestFinished(close)
  return url
}

export const folder = ({ onTestFinished }: Finishing): string => {
  const path = mkdtempSync(join(tmpdir(), 'cognito-secrets-contract-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}
