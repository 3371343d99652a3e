/**
 * A seed decides what is sent: neither the transport nor the number of cases at a time changes it.
 */
import { beforeAll, expect, test } from 'vitest'
import { DEFAULTS, verify } from '../../../src/conformance.js'
import { httpTarget, listen } from '../../../src/node/index.js'
import type { HttpRequest } from '../../../src/protocol/index.js'
import { type Handler, reference, textOf } from '../../node/support/handlers.js'
import { withoutRun } from '../../node/support/withoutRun.js'

/** Set by the transport. */
const OF_TRANSPORT =
  /^(?:host|date|authorization|connection|content-length|user-agent|accept|accept-encoding|x-amz-(?:date|content-sha256))$/i

/** Ids tell the order in which they were made: digits of the same number stay. */
const withoutDigits = (text: string): string => withoutRun(text).replace(/[0-9]/g, '0')

const shown = ({ method, path, headers, body }: HttpRequest): string => {
  const kept = Object.entries(headers).filter(([name]) => !OF_TRANSPORT.test(name))
  const lines = kept.map(([name, value]) => `${name.toLowerCase()}: ${String(value)}`).sort()
  return withoutDigits([`${method} ${path}`, ...lines, '', textOf(body)].join('\n'))
}

/** The reference, but the ids that it makes are numbers in the order of their making. */
const numbered = (): Handler => {
  const inner = reference()
  const numbers = new Map<string, string>()
  const originals = new Map<string, string>()
  const numberOf = (id: string): string => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    const number = String(numbers.size + 1).padStart(id.length, '0')
    numbers.set(id, number)
    originals.set(number, id)
    return number
  }
  /** In escapes of JSON as well. */
  const original = (body: string): string =>
    body
      .replace(/(?:\\u00[2-7][0-9a-f]){9,}/g, (escapes) => JSON.stringify(JSON.parse(`"${escapes}"`)).slice(1, -1))
      .replace(/[0-9]{26}|(?<=us-east-1_)[0-9]{9}/g, (number) => originals.get(number) ?? number)
  return async (request) => {
    const isText = typeof request.body === 'string' || !request.body.includes(0)
    const response = await inner(isText ? { ...request, body: original(textOf(request.body)) } : request)
    const body = textOf(response.body)
      .replace(/(?<="Id":"us-east-1_|"UserPoolId":"us-east-1_)\w{9}(?=")/g, numberOf)
      .replace(/(?<="ClientId":"|"ClientSecretId":")[a-z0-9]{26}(?="|--)/g, numberOf)
      .replace(/[a-z0-9]{26}|(?<=us-east-1_)\w{9}/gi, (id) => numbers.get(id) ?? id)
    return { ...response, body }
  }
}

/** The probes for these make clients and secrets, change them at the same time, and spell out ids that the target gave. */
const CHANGING = ['list', 'error.notFound.deletedPool', 'request.body.malformed']

/** What a run sends, in no order. */
const sent = async (concurrency: number, isSocket: boolean): Promise<ReadonlyArray<string>> => {
  const requests: Array<string> = []
  const inner = numbered()
  const handler: Handler = (request) => {
    requests.push(shown(request))
    return inner(request)
  }
  const run = async (target: Parameters<typeof verify>[0]): Promise<void> => {
    const report = await verify(target, { seed: 3, runs: 25, concurrency, only: CHANGING })
    expect(report).toMatchObject({ verdict: 'passed', retries: 0 })
  }
  if (isSocket) {
    const server = await listen(handler)
    const { target, close } = httpTarget(server.url)
    await run(target).finally(close)
    await server.close()
  } else await run(async (request) => handler(request))
  return requests.sort()
}

let oneByOne: ReadonlyArray<string> = []

beforeAll(async () => void (oneByOne = await sent(1, false)))

test.each([
  ['in process, several cases at a time', DEFAULTS.concurrency, false],
  ['over sockets, several cases at a time', DEFAULTS.concurrency, true]
])('%s: the same requests are sent as in process one by one', async (_, concurrency, isSocket) => {
  expect(oneByOne.length).toBeGreaterThan(500)
  expect(await sent(concurrency, isSocket)).toEqual(oneByOne)
})
