/**
 * `serve` as a process.
 */
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
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

const connects = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
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

  test('a request under way on SIGTERM is answered before the process ends with 0', async (t) => {
    const { child, firstLine, ended } = startCli(['serve', '--port', '0'])
    t.onTestFinished(() => void child.kill('SIGKILL'))
    const url = (await firstLine).replace('Listening on ', '')
    const body = JSON.stringify({ PoolName: 'p' })
    const asked = request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.CreateUserPool',
        'content-length': body.length,
        expect: '100-continue'
      }
    })
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      asked.once('response', resolve).once('error', reject)
    })
    asked.flushHeaders()
    // the server has read the headers and waits for the body
    await once(asked, 'continue')
    child.kill('SIGTERM')
    // it has noticed the signal when it takes no new connection
    while (await connects(url));
    asked.end(body)
    const answer = await answered
    expect(answer.statusCode).toBe(200)
    expect(JSON.parse(await text(answer))).toMatchObject({ UserPool: { Name: 'p' } })
    expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' })
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
    expect(second.code).toBe(3)
  })

  test('an address that is not of this machine is told', async () => {
    const { code, stderr } = await cli(['serve', '--port', '0', '--host', '192.0.2.1'])
    expect(stderr).toContain('cannot listen on 192.0.2.1')
    expect(code).toBe(3)
  })
})
