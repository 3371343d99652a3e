/**
 * Clients to try `verifyClient` on, in this process: a function that reads answers, as a client that reports calls.
 */
import type { CallResult, RemoteClient } from '../../../src/conformance.js'
import type { Client } from '../../laws/client/outcomeOf.js'
import { buildRequest, decodeResponse, type ListUserPoolClientSecretsFailure } from '../../../src/protocol/index.js'
import { brokenCallers, type Caller } from '../../laws/client/brokenCallers.js'
import { brokenErrorReaders } from '../../laws/client/brokenErrorReaders.js'
import { brokenListReaders } from '../../laws/client/brokenListReaders.js'
import type { ClauseId } from '../../../src/clauses/index.js'

const failureReport = (failure: ListUserPoolClientSecretsFailure): object => {
  if (failure._tag === 'ContractViolation') return { refused: failure.message }
  const { message } = failure
  const type = failure._tag === 'CommonError' ? failure.type : failure._tag
  const status = failure._tag === 'CommonError' ? failure.status : undefined
  return { error: { type, message, status, ...('reasonCode' in failure ? { reasonCode: failure.reasonCode } : {}) } }
}

/** What a client prints for an answer. */
const report = (client: Client, ...[response]: Parameters<Client>): string => {
  const reading = client(response)
  if (reading._tag === 'Left') return JSON.stringify(failureReport(reading.left))
  const secrets = reading.right.ClientSecrets.map((secret) => ({
    ...secret,
    id: secret.ClientSecretId,
    createDate: secret.ClientSecretCreateDate?.getTime()
  }))
  return JSON.stringify({ secrets })
}

/** Whatever it throws, it says nothing more: as a process that ended. */
export const remote =
  (client: Client, send: Caller = buildRequest): RemoteClient =>
  (call, answer): Promise<CallResult> => {
    const request = send(call)
    const requests = request._tag === 'Left' ? [] : [request.right]
    if (request._tag === 'Left') return Promise.resolve({ requests, output: '', reported: { refused: 'ids' } })
    try {
      const output = report(client, answer)
      return Promise.resolve({ requests, output, reported: JSON.parse(output) as unknown })
    } catch {
      return Promise.resolve({ requests, output: '', problem: 'the command ended (exit code 1)' })
    }
  }

export interface BrokenRemote {
  readonly name: string
  readonly client: RemoteClient
  readonly kills: ClauseId
}

const printing =
  (print: (body: string) => string): RemoteClient =>
  async (call, answer) => {
    const result = await remote(decodeResponse)(call, answer)
    const body = typeof answer.body === 'string' ? answer.body : new TextDecoder().decode(answer.body)
    return { ...result, output: `${result.output}${print(body)}` }
  }

const afterwards =
  (change: (result: CallResult) => CallResult): RemoteClient =>
  async (call, answer) =>
    change(await remote(decodeResponse)(call, answer))

/** Readers that differ only in what no report shows: what they keep. */
const INVISIBLE = ['keeps the raw body of what it refuses', 'keeps the bytes', 'passes unknown members on']

/** Nothing is concluded about a client that never calls the server. */
const SENDS_NOTHING = 'refuses everything'

export const brokenRemotes: ReadonlyArray<BrokenRemote> = [
  ...[...brokenErrorReaders, ...brokenListReaders]
    .filter(({ name }) => !INVISIBLE.includes(name))
    .map(({ name, subject, killedBy }) => ({ name, client: remote(subject), kills: killedBy })),
  { name: 'logs every answer', client: printing((body) => body), kills: 'client.secretValue.contained' },
  { name: 'logs answers in base64', client: printing(btoaOf), kills: 'client.secretValue.contained' },
  ...brokenCallers
    .filter(({ name }) => name !== SENDS_NOTHING)
    .map(({ name, subject, killedBy }) => ({
      name,
      client: remote(decodeResponse, subject),
      kills: killedBy
    })),
  {
    name: 'reports in another form',
    client: afterwards((result) => ({ ...result, reported: { ids: [] } })),
    kills: 'client.total'
  },
  {
    name: 'ends on errors',
    client: async (call, answer) =>
      answer.status < 400
        ? remote(decodeResponse)(call, answer)
        : { requests: [], output: '', problem: 'the command ended (exit code 1)' },
    kills: 'client.total'
  }
]

function btoaOf(text: string): string {
  return Buffer.from(text).toString('base64')
}
