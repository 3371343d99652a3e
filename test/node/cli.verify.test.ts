/**
 * `verify`, as a process where that matters: verdicts, exit codes, and what a failure says.
 */
import { describe, expect, test } from 'vitest'
import { CONTENT_TYPE, OPERATION, TARGET_PREFIX } from '../../src/protocol/index.js'
import { cli } from './support/cli.js'
import { inProcess } from './support/inProcess.js'
import { altering, operationOf, paging, recording, reference, refusal } from './support/handlers.js'
import { serving } from './support/serving.js'

const LIST = ['--only', 'list']

describe('verdicts', () => {
  test('no arguments: a demonstration against the embedded reference, which says so and passes', async () => {
    const { code, stdout, stderr } = await cli([])
    expect(stderr).toContain('This is a demonstration against the embedded reference.')
    expect(stdout).toMatch(/\nPASSED: every MUST was tested and held, except 3 that are judged only when seen\n$/)
    expect(stdout).toContain('ListUserPoolClientSecrets at the embedded reference')
    expect(code).toBe(0)
  })

  test('a right server passes, and nothing is left on it', async (t) => {
    const { handler, diary } = recording(reference())
    const url = await serving(t, handler)
    const { code, stdout, stderr } = await inProcess([url, '--runs', '0'])
    expect(code).toBe(0)
    expect(stderr).not.toContain('broken: ')
    expect(stdout).toContain(`ListUserPoolClientSecrets at ${url}/`)
    const count = (operation: string): number => diary.filter((entry) => entry.operation === operation).length
    expect(count('ListUserPoolClientSecrets')).toBeGreaterThan(500)
    expect(count('DeleteUserPool')).toBe(count('CreateUserPool'))
  })

  test('--quiet prints the verdict and nothing else', async () => {
    const few = ['--runs', '0', '--only', 'response.nextToken']
    const { code, stdout, stderr } = await inProcess(['verify', '--reference', '--quiet', ...few])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^PASSED: every selected MUST was tested and held \(.*\)\n$/)
  })

  test('nobody listening is inconclusive, and says so', async (t) => {
    const url = await serving(t, reference())
    const { code, stdout } = await inProcess([url.replace(/\d+$/, '1'), '--runs', '0', '--only', 'response'])
    expect(stdout).toMatch(/\nINCONCLUSIVE: unreachable: /)
    expect(stdout).toContain('ECONNREFUSED')
    expect(stdout).not.toContain('Broken')
    expect(code).toBe(3)
  })

  test('without provisioning the MUSTs that need it are untested, so the verdict is not green', async (t) => {
    const { handler, diary } = recording(reference())
    const { code, stdout } = await inProcess([await serving(t, handler), '--runs', '0', '--no-provision', ...LIST])
    expect(stdout).toMatch(/\nINCONCLUSIVE: \d+ MUST clauses could not be tested/)
    expect(code).toBe(3)
    expect(new Set(diary.map(({ operation }) => operation))).not.toContain('CreateUserPool')
  })

  test('ids that are given are used, and what can be judged with them is', async (t) => {
    const handler = altering((response, request) =>
      String(request.body).includes('us-east-1_Given1234')
        ? {
            ...response,
            status: 200,
            body: '{"ClientSecrets":[]}',
            headers: { 'content-type': 'application/x-amz-json-1.1' }
          }
        : response
    )
    const { handler: kept, diary } = recording(handler)
    const args = [
      '--user-pool-id',
      'us-east-1_Given1234',
      '--client-id',
      'given1234',
      '--only',
      'response.clientSecrets'
    ]
    const { code, stdout } = await inProcess([await serving(t, kept), ...args])
    expect(stdout).toContain('PASSED')
    expect(code).toBe(0)
    expect(diary.filter(({ operation }) => /^(?:Create|Add|Delete)/.test(operation))).toEqual([])
  })

  test('a broken SHOULD is a warning; with --strict it fails', async (t) => {
    const url = await serving(
      t,
      altering((response) => ({ ...response, body: String(response.body).replace('"ClientSecretId"', '"Extra":1,$&') }))
    )
    const args = [url, '--runs', '0', '--only', 'response.members', '--only', 'response.body']
    const [lenient, strict] = [await inProcess(args), await inProcess([...args, '--strict'])]
    expect(lenient.stdout).toContain('! response.members.documented')
    expect(lenient.stdout).toContain('(1 warning)')
    expect(strict.stdout).toContain('✗ response.members.documented')
    expect([lenient.code, strict.code]).toEqual([0, 1])
  })
})

describe('a broken target', () => {
  test('exits with 1 and shows clause, sentence, expected, received and a replay', async (t) => {
    const url = await serving(t, paging())
    const { code, stdout, stderr } = await cli([url, '--runs', '0', '--only', 'response.nextToken', ...LIST])
    expect(code).toBe(1)
    expect(stderr).toContain('broken: response.nextToken.absent\n')
    expect(stdout).toContain('✗ response.nextToken.absent')
    expect(stdout).toContain('There is no pagination token in a success, whatever its name, not even null.')
    expect(stdout).toContain('expected  no pagination token')
    expect(stdout).toMatch(/received {2}HTTP 200 \(\$\.NextToken is null\): \{"ClientSecrets":\[.*"NextToken":null\}/)
    // the ids that it would send are gone
    expect(stdout).not.toContain('curl -sS')
    expect(stdout).toMatch(/replay {4}--replay 1\.[\w-]+/)
    expect(stdout).toMatch(/\nFAILED: 1 clause broken/)
  })

  test('its replay token fails again with few requests, and passes on a right target', async (t) => {
    const { handler, diary } = recording(paging())
    const broken = await serving(t, handler)
    const first = await inProcess([broken, '--runs', '0', '--only', 'response.nextToken'])
    const token = /--replay (\S+)/.exec(first.stdout)?.[1] ?? ''
    const sent = diary.length
    const [again, right] = [
      await inProcess([broken, '--replay', token]),
      await inProcess([await serving(t, reference()), '--replay', token])
    ]
    expect(again.stdout).toContain('✗ response.nextToken.absent')
    expect([first.code, again.code, right.code]).toEqual([1, 1, 0])
    expect(right.stdout).toMatch(/^PASSED: every selected MUST was tested and held \(\d+ of \d+ clauses left out\)$/m)
    expect(diary.length - sent).toBeLessThan(60)
  })

  test('with --keep its curl line shows what the suite saw, and sweep removes what was left', async (t) => {
    const url = await serving(t, paging())
    const first = await inProcess([url, '--runs', '0', '--only', 'response.nextToken'])
    expect(first.stdout).toContain('its --replay with --keep')
    const again = await inProcess([url, '--replay', /--replay (1\S+)/.exec(first.stdout)?.[1] ?? '', '--keep'])
    expect(again.stdout).toMatch(/Left behind on the target\n\n {2}- .*: kept/)
    const headers = { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${OPERATION}` }
    const body = /curl {6}curl .* --data-raw '(.*)'/.exec(again.stdout)?.[1] ?? ''
    expect(await (await fetch(url, { method: 'POST', headers, body })).json()).toMatchObject({ NextToken: null })
    const swept = await inProcess(['sweep', url, '--all-ages', '--yes'])
    expect(swept.stdout).toContain('removed cognito-secrets-contract-')
    expect((await inProcess(['sweep', url, '--all-ages'])).stdout).toBe('nothing to remove\n')
  })

  test('what the other operations do wrong is a note and no verdict on List', async (t) => {
    const inner = reference()
    const url = await serving(t, (request) =>
      operationOf(request) === 'AddUserPoolClientSecret'
        ? Promise.resolve(refusal('UnknownOperationException', 'not here'))
        : inner(request)
    )
    const { code, stdout } = await inProcess([
      url,
      '--runs',
      '0',
      '--only',
      'response.body',
      '--only',
      'list.callerSecret'
    ])
    expect(stdout).toContain('AddUserPoolClientSecret failed: UnknownOperationException, HTTP 400')
    expect(stdout).not.toContain('✗')
    expect(code).toBe(3)
  })
})
