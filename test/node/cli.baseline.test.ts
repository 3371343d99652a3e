/**
 * `--baseline` and `--write-baseline`: known failures, and when they are no longer true.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, type TestContext } from 'vitest'
import { parseBaseline } from '../../src/conformance.js'
import { cli } from './support/cli.js'
import { inProcess } from './support/inProcess.js'
import { paging, recording, reference } from './support/handlers.js'
import { folder, serving } from './support/serving.js'

const QUICK = ['verify', '--runs', '0', '--only', 'response.nextToken', '--only', 'response.body']

const CLAUSE = 'response.nextToken.absent'

const baseline = (t: TestContext, ...knownFailures: ReadonlyArray<object>): string => {
  const file = join(folder(t), 'baseline.json')
  writeFileSync(file, JSON.stringify({ knownFailures }))
  return file
}

describe('--baseline', () => {
  test('a failure that it knows does not count, and its reason is shown', async (t) => {
    const file = baseline(t, { clause: CLAUSE, reason: 'issue 7', expires: '9999-12-31' })
    const { code, stdout } = await cli([...QUICK, await serving(t, paging()), '--baseline', file])
    expect(stdout).toContain('Known to fail (baseline)')
    expect(stdout).toMatch(new RegExp(`${CLAUSE}:? +issue 7`))
    expect(stdout).not.toContain('Broken')
    expect(code).toBe(0)
  })

  test('a clause that passes all the same fails the run', async (t) => {
    const file = baseline(t, { clause: CLAUSE, reason: 'issue 7' })
    const { code, stdout } = await inProcess([...QUICK, await serving(t, reference()), '--baseline', file])
    expect(stdout).toContain(`${CLAUSE} passes now: take it out of the baseline`)
    expect(code).toBe(1)
  })

  test('a clause that does not exist is wrong usage, said before the first request', async (t) => {
    const file = baseline(t, { clause: 'response.nextTokn', reason: 'issue 7' })
    const { handler, diary } = recording(paging())
    const { code, stderr } = await inProcess([...QUICK, await serving(t, handler), '--baseline', file])
    expect(stderr).toContain(
      'entry 1 names response.nextTokn, which is not a clause (did you mean response.nextToken?)'
    )
    expect(code).toBe(2)
    expect(diary).toEqual([])
  })

  test('an excuse that has run out fails the run', async (t) => {
    const file = baseline(t, { clause: CLAUSE, reason: 'issue 7', expires: '2020-02-29' })
    const { code, stdout } = await inProcess([...QUICK, await serving(t, paging()), '--baseline', file])
    expect(stdout).toContain(`${CLAUSE} was excused until 2020-02-29`)
    expect(stdout).toContain(`✗ ${CLAUSE}`)
    expect(code).toBe(1)
  })

  test.each([
    ['{', 'it is not JSON'],
    ['null', 'it has no list knownFailures'],
    ['{"knownFailures":{}}', 'it has no list knownFailures'],
    ['{"knownFailures":[7]}', 'entry 1 is not an object'],
    ['{"knownFailures":[{"reason":"x"}]}', 'entry 1 has no clause'],
    ['{"knownFailures":[{"clause":"a"}]}', 'entry 1 (a) has no reason'],
    ['{"knownFailures":[{"clause":"a","reason":" "}]}', 'entry 1 (a) has no reason'],
    ['{"knownFailures":[{"clause":"a","reason":"b","expires":"soon"}]}', 'expires that is no day'],
    ['{"knownFailures":[{"clause":"a","reason":"b","resaon":1}]}', 'not known here: resaon']
  ])('%s is wrong usage', (text, problem) => {
    expect(parseBaseline(text)).toEqual({ _tag: 'Left', left: expect.stringContaining(problem) as string })
  })

  test('a malformed file is wrong usage; nothing is sent', async (t) => {
    const file = join(folder(t), 'baseline.json')
    writeFileSync(file, '{"knownFailures":[{}]}')
    const { code, stdout, stderr } = await inProcess([...QUICK, '--reference', '--baseline', file])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(`${file}: entry 1 has no clause`)
  })
})

describe('--write-baseline', () => {
  test('writes what fails; with it the next run passes, and reasons survive a rewrite', async (t) => {
    const url = await serving(t, paging())
    const file = join(folder(t), 'baseline.json')
    const first = await inProcess([...QUICK, url, '--write-baseline', file])
    expect(first.stderr).toContain(`wrote ${file} with 1 known failure\n`)
    expect(first.stderr).toContain(`warning: 1 entry of ${file} has no reason yet\n`)
    expect(first.code).toBe(1)
    const unexplained = await inProcess([...QUICK, url, '--baseline', file])
    expect(unexplained.stderr).toContain(`warning: 1 entry of ${file} has no reason yet\n`)
    expect(unexplained.code).toBe(0)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"reason": ".*"/, '"reason": "issue 7"'))
    const second = await inProcess([...QUICK, url, '--baseline', file, '--write-baseline', file])
    expect(second.code).toBe(0)
    expect(second.stderr).not.toContain('no reason yet')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ knownFailures: [{ clause: CLAUSE, reason: 'issue 7' }] })
  })

  test('a file that cannot be written is told before the first request', async (t) => {
    const other = join(folder(t), 'file')
    writeFileSync(other, '')
    const file = join(other, 'baseline.json')
    const { handler, diary } = recording(reference())
    const { code, stderr } = await inProcess([...QUICK, await serving(t, handler), '--write-baseline', file])
    expect(stderr).toContain(`the baseline could not be written to ${file}`)
    expect(stderr).not.toContain('.tmp')
    expect(diary).toEqual([])
    expect(code).toBe(3)
  })

  test('its folder is made', async (t) => {
    const file = join(folder(t), 'new', 'deeper', 'baseline.json')
    const { code } = await inProcess([...QUICK, '--reference', '--write-baseline', file])
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ knownFailures: [] })
    expect(code).toBe(0)
  })
})
