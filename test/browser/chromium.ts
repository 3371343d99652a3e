/**
 * Headless Chromium, where there is one: CHROMIUM names it, or it is where Debian puts it.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const chromium = [process.env['CHROMIUM'], '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path)
)

export const hasChromium = chromium !== undefined

/** Ends the title of a test that is skipped without a browser, so that the report says why. */
export const WITHOUT_CHROMIUM = hasChromium ? '' : ' (skipped: no Chromium; name one with CHROMIUM)'

export const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

/** The document at this URL after its scripts have run, as HTML. */
export const dumpDom = async (url: string, flags: ReadonlyArray<string> = []): Promise<string> => {
  const profile = await mkdtemp(join(tmpdir(), 'chromium-'))
  try {
    const { stdout } = await promisify(execFile)(
      chromium ?? '',
      [...FLAGS, `--user-data-dir=${profile}`, ...flags, '--dump-dom', url],
      { timeout: 50_000, maxBuffer: 1e8 }
    )
    return stdout
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
