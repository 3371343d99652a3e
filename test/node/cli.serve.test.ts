/**
 * `serve` as a process.
 */
import { describe, expect, test } from 'vitest'
import { cli, startCli } from './support/cli.js'

const post = (url: string, operation: string, input: object): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`
    },
    body: JSON.stringify(input)
  })

describe.concurrent('serve', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('prints one line with its URL, and ends with 0 on %s', async (signal) => {
    const { child, firstLine, ended } = startCli(['serve', '--port', '0'])
    const line = await firstLine
    // a connection that stays open is no reason to stay
    const answer = await post(line.replace('Listening on ', ''), 'DescribeUserPool', {
      UserPoolId: 'us-east-1_Nobody123'
    })
    expect(answer.headers.get('connection')).toBe('keep-alive')
    expect(await answer.json()).toEqual({
      __type: 'ResourceNotFoundException',
      message: 'User pool us-east-1_Nobody123 does not exist.'
    })
    expect(line).toMatch(/^Listening on http:\/\/127\.0\.0\.1:\d+$/)
    child.kill(signal)
    expect(await ended).toEqual({ code: 0, signal: null, stdout: `${line}\n`, stderr: '' })
  })

  test('is the reference: verify passes against it', async () => {
    const { child, firstLine, ended } = startCli(['serve', '--port', '0'])
    const url = (await firstLine).replace('Listening on ', '')
    const { code, stdout } = await cli(['verify', url, '--runs', '0', '--only', 'list'])
    child.kill()
    expect(stdout).toContain('PASSED')
    expect(code).toBe(0)
    expect((await ended).code).toBe(0)
  })

  test('--seed decides the ids that it makes', async () => {
    const id = async (seed: string): Promise<unknown> => {
      const { child, firstLine, ended } = startCli(['serve', '--port', '0', '--seed', seed])
      const url = (await firstLine).replace('Listening on ', '')
      const made = (await (await post(url, 'CreateUserPool', { PoolName: 'p' })).json()) as { UserPool: { Id: string } }
      child.kill()
      await ended
      return made.UserPool.Id
    }
    const [first, same, other] = await Promise.all([id('1'), id('1'), id('2')])
    expect(first).toMatch(/^us-east-1_[a-z0-9]{9}$/)
    expect(same).toBe(first)
    expect(other).not.toBe(first)
  })

  test('a port in use is told, with a way out', async () => {
    const { child, firstLine, ended } = startCli(['serve', '--port', '0'])
    const port = /\d+$/.exec(await firstLine)?.[0] ?? ''
    const second = await cli(['serve', '--port', port])
    child.kill()
    await ended
    expect(second.stdout).toBe('')
    expect(second.stderr).toContain(`cannot listen on 127.0.0.1:${port}`)
    expect(second.stderr).toContain('--port')
    expect(second.stderr).not.toMatch(/^\s+at /m)
    expect(second.code).toBe(2)
  })

  test('an address that is not of this machine is told', async () => {
    const { code, stderr } = await cli(['serve', '--port', '0', '--host', '192.0.2.1'])
    expect(stderr).toContain('cannot listen on 192.0.2.1')
    expect(code).toBe(2)
  })
})
