/**
 * What a report says was received, from real runs against broken targets.
 */
import { describe, expect, test } from 'vitest'
import { type Report, type Target, verify } from '../../../../src/conformance.js'
import { altering, json, reference, textOf } from '../../../node/support/handlers.js'

const CONTENT_TYPE = 'application/x-amz-json-1.1'

const run = (target: Target, ...only: ReadonlyArray<string>): Promise<Report> =>
  verify(target, { seed: 5, runs: 0, only })

const receivedOf = ({ clauses }: Report, id: string): string =>
  clauses.find((one) => one.id === id)?.counterexample?.received ?? expect.fail(`${id} was not seen broken`)

const parse = (text: string): Readonly<Record<string, unknown>> => JSON.parse(text) as Readonly<Record<string, unknown>>

/** Each success with other members. */
const listing = (change: (body: Readonly<Record<string, unknown>>) => object): Target =>
  altering((response) => (response.status === 200 ? json(200, change(parse(textOf(response.body)))) : response))

const eachDescriptor = (change: (one: Readonly<Record<string, unknown>>) => object): Target =>
  listing(({ ClientSecrets }) => ({
    ClientSecrets: (ClientSecrets as ReadonlyArray<Readonly<Record<string, unknown>>>).map(change)
  }))

describe.concurrent('received names', () => {
  test('who named the error, where header and body disagree', async () => {
    const target = altering((response) =>
      response.status === 200
        ? response
        : { ...response, headers: { ...response.headers, 'x-amzn-errortype': 'InvalidParameterException' } }
    )
    expect(receivedOf(await run(target, 'error.notFound.client'), 'error.notFound.client')).toMatch(
      /^HTTP 400, InvalidParameterException in the header x-amzn-errortype but ResourceNotFoundException in __type: \{/
    )
  })

  test('an error without a name', async () => {
    const target = altering((response) => (response.status === 200 ? response : json(400, { message: 'no' })))
    expect(receivedOf(await run(target, 'error.type.present'), 'error.type.present')).toBe(
      'HTTP 400, no error name: {"message":"no"}'
    )
  })

  test('the character at which a body stops being JSON', async () => {
    const target = altering((response) =>
      response.status === 200 ? response : { ...response, body: '{"__type":"X","message":"a "b" c"}' }
    )
    expect(receivedOf(await run(target, 'error.body.object'), 'error.body.object')).toMatch(
      /\(not JSON at character 29\): \{"__type"/
    )
  })

  test('JSON that is not an object', async () => {
    const target = altering((response) => (response.status === 200 ? { ...response, body: '[]' } : response))
    expect(receivedOf(await run(target, 'response.body.object'), 'response.body.object')).toBe(
      'HTTP 200 (JSON, but not an object): []'
    )
  })

  test('the Content-Encoding, where there is one', async () => {
    const target = altering((response) =>
      response.status === 200 ? { ...response, headers: { ...response.headers, 'content-encoding': 'br' } } : response
    )
    const received = receivedOf(await run(target, 'response.body.object'), 'response.body.object')
    expect(received).toMatch(/^HTTP 200 \(Content-Encoding br[;)]/)
  })

  test('the Content-Type, where it is another one', async () => {
    const target = altering((response) => ({ ...response, headers: { 'content-type': 'text/plain' } }))
    expect(receivedOf(await run(target, 'response.contentType'), 'response.contentType')).toMatch(
      /^HTTP 200 \(Content-Type text\/plain\): /
    )
  })

  test.each<readonly [string, Target, string]>([
    ['response.nextToken.absent', listing((body) => ({ ...body, NextToken: null })), '$.NextToken is null'],
    [
      'response.nextToken.absent',
      listing((body) => ({ ...body, nextToken: 'x' })),
      '$.nextToken is a string of 1 character)'
    ],
    [
      'response.clientSecrets.present',
      listing(() => ({ ClientSecrets: 'none' })),
      '$.ClientSecrets is a string of 4 characters'
    ],
    ['response.members.documented', listing((body) => ({ ...body, 'x y': 1 })), '$["x y"]'],
    [
      'response.clientSecretCreateDate.number',
      eachDescriptor((one) => ({ ...one, ClientSecretCreateDate: '2026' })),
      '$.ClientSecrets[0].ClientSecretCreateDate is a string of 4 characters'
    ],
    [
      'response.clientSecretId.present',
      eachDescriptor(({ ClientSecretCreateDate }) => ({ ClientSecretCreateDate })),
      '$.ClientSecrets[0].ClientSecretId is absent'
    ]
  ])('the JSON path that breaks %s', async (id, target, place) => {
    expect(receivedOf(await run(target, id), id)).toContain(`(${place}`)
  })
})

test('bytes behind the end of a response are told as what they are', async () => {
  const target = altering((response, _, n) => {
    if (n % 10 === 0) throw new Error('the response is not HTTP: Parse Error: Expected HTTP/, RTSP/ or ICE/')
    return response
  })
  const received = receivedOf(await run(target, 'response.http'), 'response.http.complete')
  expect(received).toMatch(/Parse Error.*more bytes than its Content-Length says/)
})

describe.concurrent('a leak is named by where it stands', () => {
  /** Puts the secret that was made last into what `put` makes of a response. */
  const leaking = (put: (response: ReturnType<typeof json>, secret: string) => ReturnType<typeof json>): Target => {
    const target = reference()
    let last = ''
    return async (request) => {
      const response = await target(request)
      const text = textOf(response.body)
      const [, made = last] = /"(?:ClientSecret|ClientSecretValue)":"([^"]+)"/.exec(text) ?? []
      last = made
      const isList = String(request.headers['x-amz-target']).endsWith('.ListUserPoolClientSecrets')
      const shown = { status: response.status, headers: { 'content-type': CONTENT_TYPE }, body: text }
      return isList && last !== '' ? put(shown, last) : response
    }
  }
  const id = 'response.secret.neverRevealed'

  test.each<readonly [string, Parameters<typeof leaking>[0], string]>([
    ['a header', (r, s) => ({ ...r, headers: { ...r.headers, 'set-cookie': s } }), 'a secret in the header set-cookie'],
    [
      'a header, in base64',
      (r, s) => ({ ...r, headers: { ...r.headers, 'x-debug': Buffer.from(`x:${s}`).toString('base64') } }),
      'a secret in the header x-debug, base64'
    ],
    [
      'the name of a header',
      (r, s) => ({ ...r, headers: { ...r.headers, [s]: '1' } }),
      'a secret in the name of a header'
    ],
    [
      'a member deep inside',
      (r, s) => ({ ...r, body: JSON.stringify({ ...parse(r.body as string), debug: [0, { trail: s }] }) }),
      'a secret in $.debug[1].trail'
    ],
    [
      'the name of a member',
      (r, s) => ({ ...r, body: JSON.stringify({ ...parse(r.body as string), debug: { [s]: 1 } }) }),
      'a secret in $.debug'
    ],
    ['what is not JSON', (r, s) => ({ ...r, body: `<b>${s}</b>` }), 'a secret in the body']
  ])('%s', async (_, put, where) => {
    const received = receivedOf(await run(leaking(put), id), id)
    expect(received).toMatch(/^HTTP \d{3}/)
    expect(received.split(where)).toHaveLength(2)
    expect(received.split('(')[1]).toMatch(new RegExp(`^${where.replace(/[$[\].]/g, '\\$&')}[;)]`))
  })
})
