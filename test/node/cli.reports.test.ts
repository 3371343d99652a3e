/**
 * `--report`: where reports go, and that nothing else goes there.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/conformance.js'
import { cli } from './support/cli.js'
import { inProcess } from './support/inProcess.js'
import { paging } from './support/handlers.js'
import { folder, serving } from './support/serving.js'

const RUN = ['verify', '--runs', '0', '--only', 'response.nextToken', '--seed', '5']

const QUICK = [...RUN, '--reference']

const read = (text: string): Report => JSON.parse(text) as Report

describe('--report', () => {
  test('json=FILE writes the file, and makes its folder; stdout stays for people', async (t) => {
    const file = join(folder(t), 'deep', 'er', 'report.json')
    const { code, stdout } = await inProcess([...QUICK, '--report', `json=${file}`])
    const report = read(readFileSync(file, 'utf8'))
    expect(report).toMatchObject({ tool: 'cognito-secrets-contract', formatVersion: 1, verdict: 'passed', seed: 5 })
    expect(report.clauses.map(({ id, status }) => ({ id, status }))).toEqual([
      { id: 'response.nextToken.absent', status: 'passed' }
    ])
    expect(stdout).toContain('PASSED')
    expect(code).toBe(0)
  })

  test.each([['json'], ['json=-']])('%s makes stdout JSON and nothing else; people read stderr', async (format) => {
    const { code, stdout, stderr } = await cli([...QUICK, '--report', format])
    expect(read(stdout).verdict).toBe('passed')
    expect(stderr).toContain('PASSED')
    expect(code).toBe(0)
  })

  test('holds the counterexample: steps, messages, curl, replay, and how often it failed again', async (t) => {
    const url = await serving(t, paging())
    const { code, stdout } = await inProcess([...RUN, url, '--report', 'json'])
    const [result] = read(stdout).clauses
    expect(result).toMatchObject({
      id: 'response.nextToken.absent',
      status: 'failed',
      counterexample: {
        steps: [{ op: 'list' }],
        request: { start: 'POST /' },
        response: { start: 'HTTP 200 OK' },
        again: { runs: 5, failed: 5, kind: 'deterministic' }
      }
    })
    expect(result?.counterexample?.response?.body).toContain('"NextToken":null')
    expect(result?.counterexample?.curl).toContain(url)
    expect(result?.broken).toBeLessThanOrEqual(result?.exercised ?? 0)
    expect(code).toBe(1)
  })

  test('a report that cannot be written is told before the run, and what is there stays as it is', async (t) => {
    const [path, other] = [join(folder(t), 'file'), join(folder(t), 'report.json')]
    writeFileSync(path, '')
    writeFileSync(other, 'from before')
    const args = [...QUICK, '--report', `json=${other}`, '--report', `json=${path}/x`]
    const { code, stdout, stderr } = await inProcess(args)
    expect(stderr).toMatch(/^error: the json report could not be written to .*ENOTDIR/)
    expect(stderr).toContain(`'${path}/x'`)
    expect(stderr).not.toContain('.tmp')
    expect(stdout).toBe('')
    expect(readFileSync(other, 'utf8')).toBe('from before')
    expect(readdirSync(dirname(other))).toEqual(['report.json'])
    expect(code).toBe(3)
  })

  test('a folder is no file', async (t) => {
    const path = folder(t)
    const { code, stderr } = await inProcess([...QUICK, '--report', `json=${path}`])
    expect(stderr).toContain(`the json report could not be written to ${path}: it is a folder`)
    expect(code).toBe(3)
  })

  test.runIf(process.platform === 'linux')('where no folder can be made it ends, and says so', async () => {
    const { code, stderr } = await inProcess([...QUICK, '--report', 'json=/proc/nope/deeper/x.json'])
    expect(stderr).toContain('the json report could not be written to /proc/nope/deeper/x.json')
    expect(code).toBe(3)
  })

  test.each(['json', 'junit', 'markdown', 'github', 'html'])('%s says that clauses were left out', async (format) => {
    const { stdout } = await inProcess([...QUICK, '--report', format])
    expect(stdout).toMatch(/every selected MUST was tested and held \\?\(\d+ of \d+ clauses left out\\?\)/)
  })
})

test('the terminal names the file, and what it prints can be pasted', async (t) => {
  const url = await serving(t, paging())
  const file = join(folder(t), 'report.json')
  const first = await cli([url, '--runs', '0', '--only', 'response.nextToken', '--report', `json=${file}`])
  const [, handle = ''] = /replay +--replay (\S+)\n/.exec(first.stdout) ?? []
  expect(handle).toBe(`${file}#response.nextToken.absent`)
  const again = await cli([url, '--replay', handle])
  expect(again.stdout).toContain('FAILED: 1 clause broken')
  expect(again.code).toBe(1)
})
