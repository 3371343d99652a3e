/**
 * Terminals, pipes and files: colours only where somebody sees them, and no crash where nobody reads.
 */
import { describe, expect, test } from 'vitest'
import { BIN, cli, runCommand } from './support/cli.js'
import { altering, paging, reference, slow } from './support/handlers.js'
import { serving } from './support/serving.js'

const QUICK = ['--runs', '0', '--only', 'response.nextToken']

describe.concurrent('colours', () => {
  test.each([
    { NO_COLOR: '1' },
    { TERM: 'xterm-256color' },
    // where there is CI, colours are said to be supported
    { CI: 'true' },
    { FORCE_COLOR: '0' },
    { FORCE_COLOR: '1', NO_COLOR: '1' }
  ])('no escape codes into a pipe, with %j', async (env) => {
    const { stdout, stderr } = await cli(['--reference', ...QUICK], env)
    expect(stdout).toContain('PASSED')
    expect(stdout + stderr).not.toContain('\u001b')
  })

  test('escape codes into a pipe with FORCE_COLOR', async () => {
    const { stdout } = await cli(['--reference', ...QUICK], { FORCE_COLOR: '1' })
    expect(stdout).toContain('PASSED')
    expect(stdout).toContain('\u001b[32m')
  })

  test('a target cannot paint on the screen', async (t) => {
    const url = await serving(
      t,
      altering((response) => ({
        ...response,
        body: `{"ClientSecrets":[],"NextToken":"\u001b[2J\u009b31m\u202e\r\b","x":"\\u001b[1m"}`
      }))
    )
    const { code, stdout, stderr } = await cli([url, ...QUICK, '--only', 'response.body'])
    expect(code).toBe(1)
    expect(stdout).toContain('\\u001b[2J')
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  })
})

describe.concurrent('a reader that goes away', () => {
  const shell = (script: string): ReturnType<typeof runCommand> =>
    runCommand('bash', ['-c', `set -o pipefail; node() { "${process.execPath}" "$@"; }; ${script}`])

  test.each(['--list | head -n 1', '--list | true'])('%s', async (pipe) => {
    const { code, stderr } = await shell(`node "${BIN}" ${pipe}`)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  test('nobody reads the verdict: the exit code tells it all the same', async (t) => {
    const { code, stderr } = await shell(`node "${BIN}" ${await serving(t, paging())} ${QUICK.join(' ')} | true`)
    expect(stderr).not.toMatch(/EPIPE|^\s+at /m)
    expect(code).toBe(1)
  })

  test('a report into head', async (t) => {
    const url = await serving(t, paging())
    const { stdout, stderr } = await shell(`node "${BIN}" ${url} ${QUICK.join(' ')} --report json | head -c 20`)
    expect(stdout).toHaveLength(20)
    expect(stderr).toContain('FAILED')
    expect(stderr).not.toMatch(/EPIPE|^\s+at /m)
  })

  test('nobody reads the life signs: the run goes on, and cleans up', async (t) => {
    const url = await serving(t, slow(paging(), 1))
    const script = `exec 3>&1; node "${BIN}" ${url} --runs 0 --only response.nextToken 2>&1 >&3 3>&- | true`
    const { code, stdout } = await shell(script)
    expect(stdout).toContain('FAILED: 1 clause broken')
    expect(code).toBe(1)
  })

  test('a closed stdout', async (t) => {
    const { code, stderr } = await shell(`node "${BIN}" ${await serving(t, reference())} ${QUICK.join(' ')} >&-`)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(code).toBe(0)
  })
})
