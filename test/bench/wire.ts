/**
 * The wire, beside the least that anybody must do who speaks JSON: decode the text, parse it, print the answer.
 */
import { redactSecrets } from 'cognito-secrets-contract'
import { decodeRequest, decodeResponse, encodeResponse } from 'cognito-secrets-contract/protocol'
import { OURS } from './contestants.js'
import { overValues } from './race.js'
import type { Heat } from './validation.js'

const FLOOR = 'JSON and nothing else'

const headers = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
}

const numbers = Array.from({ length: 64 }, (_, n) => n)

const requests = numbers.map((n) => ({
  method: 'POST',
  path: '/',
  headers,
  body: new TextEncoder().encode(
    JSON.stringify({ UserPoolId: `us-east-1_Example${n}`, ClientId: `1h57kf5cpq17m0eml12example${n}` })
  )
}))

const stored = [1_785_000_000_123, 1_785_000_000_160].map((time) => ({
  ClientSecretId: `1h57kf5cpq17m0eml12example--${time}`,
  ClientSecretCreateDate: new Date(time),
  ClientSecretValue: 'x'.repeat(52)
}))

const responses = numbers.map((n) => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify({
    ClientSecrets: stored.map(({ ClientSecretId, ClientSecretCreateDate }) => ({
      ClientSecretId: `${ClientSecretId}${n}`,
      ClientSecretCreateDate: ClientSecretCreateDate.getTime() / 1000
    }))
  })
}))

const serve = (request: (typeof requests)[number]): string => {
  const decoded = decodeRequest(request)
  return encodeResponse(decoded._tag === 'Left' ? decoded : redactSecrets(stored)).body
}

const decoder = new TextDecoder()

const serveBare = ({ body }: (typeof requests)[number]): string => {
  const { UserPoolId, ClientId } = JSON.parse(decoder.decode(body)) as Record<string, unknown> // trusted, unlike ours
  const ClientSecrets = stored.map(({ ClientSecretId, ClientSecretCreateDate }) => ({
    ClientSecretCreateDate: ClientSecretCreateDate.getTime() / 1000,
    ClientSecretId
  }))
  return UserPoolId === undefined || ClientId === undefined ? '' : JSON.stringify({ ClientSecrets })
}

interface Listed {
  readonly ClientSecrets: ReadonlyArray<{ readonly ClientSecretId: string; readonly ClientSecretCreateDate: number }>
}

const readBare = ({ body }: (typeof responses)[number]): unknown =>
  (JSON.parse(body) as Listed).ClientSecrets.map(({ ClientSecretId, ClientSecretCreateDate }) => ({
    ClientSecretId,
    ClientSecretCreateDate: new Date(ClientSecretCreateDate * 1000)
  }))

/** What both sides of a heat must answer alike, for the test. */
export const wirePairs = { requests, serve, serveBare, responses, read: decodeResponse, readBare }

/** The goals: at most twice the time, which is at least half the speed. */
export const wireHeats = (): ReadonlyArray<Heat> => [
  {
    title: 'server call: decodeRequest, redactSecrets, encodeResponse',
    runners: [overValues(OURS, requests, serve), overValues(FLOOR, requests, serveBare)],
    goals: { [FLOOR]: 0.5 }
  },
  {
    title: 'client: decodeResponse',
    runners: [overValues(OURS, responses, decodeResponse), overValues(FLOOR, responses, readBare)],
    goals: { [FLOOR]: 0.5 }
  }
]
