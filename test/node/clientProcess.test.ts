/**
 * The command of `verify-client` and what it starts: none of it outlives the suite, or keeps it waiting.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallResult, RemoteCall } from '../../src/conformance.js'
import { clientProcess } from '../../src/node/index.js'
import { cli, startCli } from './support/cli.js'

const CALL: RemoteCall = { UserPoolId: 'us-east-1_Example12', ClientId: 'a' }

const ANSWER = { status: 200, headers: {}, body: '{"ClientSecrets":[]}' }

/** A dead process that nobody has collected is listed as Z. */
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return !(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').startsWith('Z')
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** One call, and whether what is named in its output was there, and is there after `close`. */
const callAndClose = async (script: string, timeoutMs: number): Promise<CallResult & { pid: number }> => {
  const { client, close } = await clientProcess(['sh', '-c', script], timeoutMs)
  const result = await client(CALL, ANSWER)
  await close()
  return { ...result, pid: Number(/\d+/.exec(result.output)?.[0]) }
}

describe.skipIf(process.platform === 'win32')('a command that starts another', () => {
  let place: string
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'cognito-secrets-contract-clients-'))
  })
  afterAll(() => rmSync(place, { recursive: true }))

  test('and hangs: both are ended', async () => {
    const { pid, problem } = await callAndClose('sleep 4242 & echo $!; wait', 500)
    expect(problem).toBe('the command reported nothing within 500 ms')
    expect(pid).toBeGreaterThan(0)
    await until(() => !isRunning(pid))
  })

  test('and ends: the other one is ended', async () => {
    const { pid, problem } = await callAndClose('sleep 4242 > /dev/null 2>&1 < /dev/null & echo $!', 10_000)
    expect(problem).toBe('the command ended (exit code 0)')
    expect(pid).toBeGreaterThan(0)
    await until(() => !isRunning(pid))
  })

  test('and reports: both are ended at the close', async () => {
    const { pid, reported } = await callAndClose(`sleep 4242 & echo "{\\"refused\\":$!}"; wait`, 10_000)
    expect(reported).toEqual({ refused: pid })
    await until(() => !isRunning(pid))
  })

  test('and is deaf to signals: both are ended at the close', async () => {
    const { pid } = await callAndClose(`trap '' TERM; sleep 4242 & echo "{\\"refused\\":$!}"; wait; wait`, 10_000)
    expect(pid).toBeGreaterThan(0)
    await until(() => !isRunning(pid))
  })

  test('may clean up before it ends', async () => {
    const file = join(place, 'cleaned')
    await callAndClose(`trap 'echo yes > "${file}"; exit' TERM; echo '{"refused":1}'; sleep 4242 & wait`, 10_000)
    expect(readFileSync(file, 'utf8')).toBe('yes\n')
  })

  test('does not keep the suite from ending with its verdict', async () => {
    const script = 'sleep 4242 & echo $!; wait'
    const { code, stdout } = await cli(['verify-client', '--timeout', '200', '--', 'sh', '-c', script])
    const [, pid] = /the client never reported a call: .*: (\d+)$/m.exec(stdout) ?? []
    expect(code).toBe(3)
    expect(Number(pid)).toBeGreaterThan(0)
    await until(() => !isRunning(Number(pid)))
  })

  test('is ended with the suite by an impatient Ctrl-C', async () => {
    const file = join(place, 'pid')
    const script = `sleep 4242 & echo $! > "${file}"; wait`
    const { child, ended } = startCli(['verify-client', '--timeout', '90000', '--', 'sh', '-c', script])
    await until(() => existsSync(file) && readFileSync(file, 'utf8').endsWith('\n'))
    const pid = Number(readFileSync(file, 'utf8'))
    expect(isRunning(pid)).toBe(true)
    await until(() => !child.kill('SIGINT'))
    expect((await ended).code).toBe(130)
    await until(() => !isRunning(pid))
  })
})

describe.skipIf(process.platform === 'win32')('a command that prints without end', () => {
  test.each([
    ['one line on stdout', 'exec cat /dev/zero'],
    ['lines on stdout', 'exec yes'],
    ['stderr', 'exec yes 1>&2']
  ])('is ended and named as the cause: %s', async (_, script) => {
    const { problem } = await callAndClose(script, 20_000)
    expect(problem).toBe('the command printed more than 4 MiB for one call')
  })
})
