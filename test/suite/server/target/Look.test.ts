/**
 * A look at a target: what is asked, and the answer in the words of a report.
 */
import { describe, expect, test } from 'vitest'
import type { HttpRequest, HttpResponse } from '../../../../src/protocol/index.js'
import { type Look, lookAt } from '../../../../src/suite/server/target/Look.js'
import { openSession } from '../../../../src/suite/server/target/Session.js'
import { json, refusal } from '../../../node/support/handlers.js'

const IDS = { UserPoolId: 'p_1', ClientId: 'c' }

const look = (response: HttpResponse, operation?: string): Promise<Look | undefined> =>
  lookAt(
    openSession(() => response, { seed: 1, retries: 0, timeoutMs: 1000 }),
    IDS,
    operation
  )

describe('a look', () => {
  test.each([
    [undefined, 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'],
    ['Other', 'AWSCognitoIdentityProviderService.Other']
  ])('asks for %s', async (operation, target) => {
    const asked: Array<HttpRequest> = []
    const session = openSession(
      (request) => {
        asked.push(request)
        return json(200, {})
      },
      { seed: 1, retries: 0, timeoutMs: 1000 }
    )
    await lookAt(session, IDS, operation)
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/',
        headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
        body: '{"UserPoolId":"p_1","ClientId":"c"}'
      }
    ])
  })

  test.each<readonly [HttpResponse, Look]>([
    [
      json(200, { ClientSecrets: [] }),
      {
        status: 200,
        errorType: undefined,
        message: '',
        isList: true,
        short: 'HTTP 200',
        long: 'HTTP 200 {"ClientSecrets":[]}'
      }
    ],
    [
      json(400, { __type: 'X', Message: 'no\nway' }),
      {
        status: 400,
        errorType: 'X',
        message: 'no\nway',
        isList: false,
        short: 'HTTP 400 X (no\\nway)',
        long: 'HTTP 400 X {"__type":"X","Message":"no\\nway"}'
      }
    ],
    [
      { status: 302, headers: { location: '/login', 'content-encoding': ' Identity ' }, body: 'moved' },
      {
        status: 302,
        errorType: undefined,
        message: '',
        isList: false,
        short: 'HTTP 302 to /login',
        long: 'HTTP 302 to /login moved'
      }
    ],
    [
      json(400, { message: 7 }),
      {
        status: 400,
        errorType: undefined,
        message: '',
        isList: false,
        short: 'HTTP 400',
        long: 'HTTP 400 {"message":7}'
      }
    ]
  ])('%j', async (response, expected) => {
    expect(await look(response)).toEqual(expected)
  })

  test('shows 200 characters of a message', async () => {
    expect((await look(json(400, { message: 'x'.repeat(200) })))?.short).toBe(`HTTP 400 (${'x'.repeat(200)})`)
    expect((await look(json(400, { message: 'x'.repeat(201) })))?.short).toBe(
      `HTTP 400 (${'x'.repeat(200)}… (201 characters in all))`
    )
  })

  test('compares answers without the name of the operation and without long numbers', async () => {
    const body = 'Other and Other: 0123456789ABCDEF-0123456789abcdef, 0123456789abcde'
    expect((await look({ status: 404, headers: {}, body }, 'Other'))?.long).toBe('HTTP 404  and : , 0123456789abcde')
  })

  test.each<readonly [string, HttpResponse]>([
    ['was throttled', refusal('ThrottlingException', 'slow')],
    ['failed and may succeed later', refusal('InternalServerException', 'no', 500)],
    ['is not UTF-8', { status: 200, headers: {}, body: Uint8Array.of(0xff) }],
    ['is encoded', { status: 200, headers: { 'content-encoding': 'br' }, body: '{}' }]
  ])('sees nothing in an answer that %s', async (_, response) => {
    expect(await look(response)).toBeUndefined()
  })

  test('sees nothing where no answer comes', async () => {
    const session = openSession(() => Promise.reject(new Error('no')), { seed: 1, retries: 0, timeoutMs: 1000 })
    expect(await lookAt(session, IDS)).toBeUndefined()
  })
})
