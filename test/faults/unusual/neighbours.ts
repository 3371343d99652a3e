/**
 * Servers that throttle, fail at times, or are wrong in another operation than List.
 */
import type { HttpResponse } from '../../../src/protocol/index.js'
import { type Change, refusal, textOf, withInput } from '../service.js'
import { mapClient } from '../stateChanges.js'
import { answeringOf } from '../changes.js'
import { unusual, type Variant } from '../Variant.js'

/** A call in `n`, of whatever operation, is answered so and does nothing. */
const oneIn =
  (n: number, response: HttpResponse): Change =>
  () => {
    let calls = 0
    return (_, next) => (++calls % n === 0 ? response : next())
  }

export const unusualNeighbours: ReadonlyArray<Variant> = [
  unusual('throttling', 'One call in 40.', oneIn(40, refusal('TooManyRequestsException', 'Rate exceeded'))),
  unusual(
    'throttling by its common name',
    'One call in 40.',
    oneIn(40, refusal('ThrottlingException', 'Rate exceeded'))
  ),
  unusual('unavailable at times', 'One call in 40.', oneIn(40, refusal('ServiceUnavailable', 'Unavailable', 503))),
  unusual(
    'internal errors',
    'One call in 60; the page documents them.',
    oneIn(60, refusal('InternalServerException', 'Try again', 500))
  ),
  unusual(
    'a creation date that stands still',
    'CreateUserPoolClient is wrong, List is right.',
    answeringOf('CreateUserPoolClient', (response) => ({
      ...response,
      body: String(response.body).replace(/"CreationDate":[\d.]+/, '"CreationDate":1700000000')
    }))
  ),
  unusual(
    'creation dates in milliseconds',
    'CreateUserPool and CreateUserPoolClient are wrong, List is right.',
    ...['CreateUserPool', 'CreateUserPoolClient'].map((operation) =>
      answeringOf(operation, (response) => ({
        ...response,
        body: String(response.body).replace(
          /"CreationDate":([\d.]+)/,
          (_, s: string) => `"CreationDate":${Number(s) * 1000}`
        )
      }))
    )
  ),
  unusual(
    'secrets made of the client id',
    'Every message that names the client has a part of its secret.',
    answeringOf('CreateUserPoolClient', (response) => {
      const id = /"ClientId":"([^"]+)"/.exec(String(response.body))?.[1] ?? ''
      return {
        ...response,
        body: String(response.body).replace(/"ClientSecret":"[^"]+"/, `"ClientSecret":"${id}_secret_0001"`)
      }
    })
  ),
  unusual(
    'secrets of one character',
    'As placeholders are.',
    answeringOf('CreateUserPoolClient', (response) => ({
      ...response,
      headers: { ...response.headers, 'x-rule': 'x'.repeat(40) },
      body: String(response.body).replace(/"ClientSecret":"[^"]+"/, `"ClientSecret":"${'x'.repeat(32)}"`)
    })),
    answeringOf('ListUserPoolClientSecrets', (response) => ({
      ...response,
      headers: { ...response.headers, 'x-rule': 'x'.repeat(40) }
    }))
  ),
  unusual(
    'a Create that shows no secret',
    'It makes one, and List lists it.',
    answeringOf('CreateUserPoolClient', (response) => ({
      ...response,
      body: String(response.body).replace(/"ClientSecret":"[^"]+",|,"ClientSecret":"[^"]+"/, '')
    }))
  ),
  unusual('clients numbered in each pool', 'Two pools have a client 1.', () => {
    const numbered = new Map<string, ReadonlyArray<string>>()
    return (call, next) => {
      const { operation, input } = call
      const pool = textOf(input['UserPoolId'])
      const ids = numbered.get(pool) ?? []
      const number = textOf(input['ClientId'])
      const id = ids[Number(number) - 1]
      const secret = textOf(input['ClientSecretId']).replace(/^\d+(?=--)/, id ?? '')
      const isAsked = id !== undefined && /^[1-9]\d*$/.test(number)
      const asked = { ...input, ClientId: id, ...('ClientSecretId' in input ? { ClientSecretId: secret } : {}) }
      const response = next(isAsked ? withInput(call, asked) : undefined)
      const made =
        operation === 'CreateUserPoolClient' ? /"ClientId":"([^"]+)"/.exec(String(response.body))?.[1] : undefined
      if (made !== undefined) numbered.set(pool, [...ids, made])
      const known = made ?? (isAsked ? id : undefined)
      const shown = made === undefined ? number : String(ids.length + 1)
      return known === undefined ? response : { ...response, body: String(response.body).replaceAll(known, shown) }
    }
  }),
  unusual('pools of no region', 'As emulators make them.', () => ({ request }, next) => {
    // an escape of JSON is another spelling of the same name
    const text = Buffer.from(request.body)
      .toString()
      .replace(/(?<!\\)(?:\\u00[2-7][0-9a-f])+/g, (run) =>
        /\\u00(?:22|5c)/.test(run) ? run : String(JSON.parse(`"${run}"`))
      )
    const response = next({ ...request, body: text.replaceAll('local_', 'us-east-1_') })
    return { ...response, body: String(response.body).replaceAll('us-east-1_', 'local_') }
  }),
  unusual(
    'a third secret refused by another name',
    'Add is wrong, List is right.',
    answeringOf('AddUserPoolClientSecret', (response) =>
      response.status === 200 ? response : refusal('InvalidParameterException', 'Two at most')
    )
  ),
  unusual(
    "a caller's own secret returned by Add",
    'Add is wrong, List is right.',
    answeringOf('AddUserPoolClientSecret', (response, { input }) =>
      response.status === 200 && input['ClientSecret']
        ? {
            ...response,
            body: String(response.body).replace(
              /\}\}$/,
              `,"ClientSecretValue":${JSON.stringify(input['ClientSecret'])}}}`
            )
          }
        : response
    )
  ),
  unusual(
    'an Add without a date',
    'Add is wrong, List is right.',
    answeringOf('AddUserPoolClientSecret', (response) => ({
      ...response,
      body: String(response.body).replace(/"ClientSecretCreateDate":[\d.]+,|,"ClientSecretCreateDate":[\d.]+/, '')
    }))
  ),
  unusual(
    'an Add without an id',
    'Add is wrong, List is right.',
    answeringOf('AddUserPoolClientSecret', (response) => ({
      ...response,
      body: String(response.body).replace(/"ClientSecretId":"[^"]+",|,"ClientSecretId":"[^"]+"/, '')
    }))
  ),
  unusual(
    'a Delete with a body',
    'An empty object.',
    answeringOf('DeleteUserPoolClientSecret', (response) =>
      response.status === 200 ? { ...response, body: '{}' } : response
    )
  ),
  unusual(
    'a Delete with 204',
    'Delete is wrong, List is right.',
    answeringOf('DeleteUserPoolClientSecret', (response) =>
      response.status === 200 ? { ...response, status: 204 } : response
    )
  ),
  unusual('the last secret deleted', 'Delete is wrong, List is right.', () => (call, next) => {
    const { operation, client, input, service } = call
    const isLast = client?.secrets.length === 1 && client.secrets[0]?.ClientSecretId === input['ClientSecretId']
    if (operation !== 'DeleteUserPoolClientSecret' || !isLast) return next()
    service.state = mapClient(service.state, input['ClientId'], (one) => ({ ...one, secrets: [] }))
    return { status: 200, headers: {}, body: '' }
  })
]
