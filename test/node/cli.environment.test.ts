/**
 * An environment that runs out of room or of file handles: no verdict is lost in silence, none is made of it, and what
 * was made on the target is removed.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BIN, type Ended, runCommand } from './support/cli.js'
import { paging, poolsLeft, recording, reference } from './support/handlers.js'
import { folder, serving } from './support/serving.js'

/** The command behind `before` (limits of the shell), in front of `after` (redirections). */
const limited = (args: ReadonlyArray<string>, before: string, after = ''): Promise<Ended> =>
  runCommand('bash', ['-c', `${before} exec "$0" "$@" ${after}`, process.execPath, BIN, ...args])

const QUICK = ['verify', '--runs', '0', '--only', 'response.nextToken', '--only', 'response.body']

/** Longer than what `ulimit -f 1` lets into a file: 1 KiB. */
const MANY = [...QUICK, '--only', 'request']

const hasFull = existsSync('/dev/full') && statSync('/dev/full').isCharacterDevice()

const hasLimits = process.platform !== 'win32'

describe.skipIf(!hasFull)('a full disk (skipped where the platform has no /dev/full)', () => {
  test.concurrent('behind stdout: the verdict could not be written, exit code 3, no pool is left', async (t) => {
    const { handler, diary } = recording(reference())
    const { code, stderr } = await limited([...QUICK, await serving(t, handler)], '', '> /dev/full')
    expect(stderr).toMatch(/^error: stdout could not be written to: ENOSPC/m)
    expect(stderr).not.toMatch(/this is a bug|^\s+at /m)
    expect(code).toBe(3)
    expect(diary.length).toBeGreaterThan(5)
    expect(poolsLeft(diary)).toEqual([])
  })

  test.concurrent('behind stderr: the run goes on to its verdict, and no pool is left', async (t) => {
    const { handler, diary } = recording(paging())
    const { code, stdout } = await limited([...QUICK, await serving(t, handler)], '', '2> /dev/full')
    expect(stdout).toContain('FAILED: 1 clause broken')
    expect(code).toBe(1)
    expect(poolsLeft(diary)).toEqual([])
  })

  test.concurrent('behind a report: exit code 3', async () => {
    const { code, stderr } = await limited([...QUICK, '--reference', '--report', 'json=/dev/full'], '')
    expect(stderr).toMatch(/^error: the json report could not be written to \/dev\/full: ENOSPC/m)
    expect(code).toBe(3)
  })
})

describe.skipIf(!hasLimits)('limits of the shell (skipped where the platform has no ulimit)', () => {
  test.concurrent('a report that is cut short: exit code 3, and neither it nor a part of it is there', async (t) => {
    const place = folder(t)
    const report = join(place, 'report.json')
    const { code, stdout, stderr } = await limited(
      [...MANY, '--reference', '--report', `json=${report}`],
      'ulimit -f 1;'
    )
    expect(stdout).toContain('PASSED')
    expect(stderr).toContain(`error: the json report could not be written to ${report}: EFBIG`)
    expect(readdirSync(place)).toEqual([])
    expect(code).toBe(3)
  })

  test.concurrent('a baseline that is cut short: exit code 3, and the one from before is as it was', async (t) => {
    const file = join(folder(t), 'baseline.json')
    const before = JSON.stringify({
      knownFailures: [{ clause: 'response.nextToken.absent', reason: 'why '.repeat(500) }]
    })
    writeFileSync(file, before)
    const args = [...QUICK, await serving(t, paging()), '--baseline', file, '--write-baseline', file]
    const { code, stderr } = await limited(args, 'ulimit -f 1;')
    expect(stderr).toContain(`error: the baseline could not be written to ${file}: EFBIG`)
    expect(readFileSync(file, 'utf8')).toBe(before)
    expect(code).toBe(3)
  })

  test.concurrent.each([25, 40])('%i file handles are too few to start: exit code 3, and no bug', async (handles) => {
    const { code, stdout, stderr } = await limited([...QUICK, '--reference'], `ulimit -n ${handles};`)
    expect(stderr).toMatch(/^error: EMFILE: too many open files/)
    expect(stderr).not.toMatch(/this is a bug|^\s+at /m)
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
  })

  test.concurrent('file handles for a few connections only: the target is judged all the same', async (t) => {
    const { handler, diary } = recording(paging())
    const { code } = await limited([...QUICK, await serving(t, handler), '--concurrency', '64'], 'ulimit -n 110;')
    expect(code).toBe(1)
    expect(poolsLeft(diary)).toEqual([])
  })
})
