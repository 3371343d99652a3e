/**
 * Clients that misread successes, each in one way, and the clause that shows it.
 */
import { right } from 'fp-ts/lib/Either.js'
import type { Client } from './outcomeOf.js'
import { decodeResponse } from '../../../src/protocol/index.js'
import type { Broken } from '../validator/brokenValidators.js'
import {
  hasNull,
  isObject,
  jsonOf,
  reading,
  readingBody,
  readingDescriptors,
  refuse,
  refusing,
  textOf,
  withDates,
  withError
} from './tampering.js'

const NAMES = [
  'ClientSecrets',
  'ClientSecretId',
  'ClientSecretCreateDate',
  'ClientSecretValue',
  'code',
  '__type',
  'message',
  'Message',
  'reasonCode'
]

const fault = (name: string, subject: Client, killedBy: Broken<Client>['killedBy']): Broken<Client> => ({
  name,
  subject,
  killedBy
})

export const brokenListReaders: ReadonlyArray<Broken<Client>> = [
  fault(
    'takes any 2xx for a success',
    reading((r) => (r.status > 200 && r.status < 300 ? { ...r, status: 200 } : r)),
    'response.status.ok'
  ),
  fault(
    'follows no redirect but reads it',
    reading((r) => (r.status >= 300 && r.status < 400 ? { ...r, status: 200 } : r)),
    'response.status.ok'
  ),
  fault(
    'takes what is no JSON for nothing',
    reading((r) => (r.status === 200 && jsonOf(r) === undefined ? { ...r, body: '{"ClientSecrets":[]}' } : r)),
    'response.body.object'
  ),
  fault(
    'takes a missing list for an empty one',
    readingBody((body, { status }) =>
      status === 200 ? { ...body, ClientSecrets: body['ClientSecrets'] ?? [] } : body
    ),
    'response.clientSecrets.present'
  ),
  fault(
    'refuses an empty list',
    refusing((r) => /"ClientSecrets":\[\]/.test(textOf(r))),
    'response.clientSecrets.present'
  ),
  fault(
    'cuts three to two',
    readingBody((body) =>
      Array.isArray(body['ClientSecrets']) ? { ...body, ClientSecrets: body['ClientSecrets'].slice(0, 2) } : body
    ),
    'response.clientSecrets.atMostTwo'
  ),
  fault(
    'expects one secret',
    (response) => {
      const read = decodeResponse(response)
      return read._tag === 'Right' && read.right.ClientSecrets.length > 1 ? refuse(200) : read
    },
    'response.clientSecrets.atMostTwo'
  ),
  fault(
    'drops the value and says nothing',
    readingDescriptors((d) => ({ ...d, ClientSecretValue: null })),
    'response.secretValue.absent'
  ),
  fault(
    'lets the last of two names win',
    readingBody((body) => body),
    'response.names.unique'
  ),
  fault(
    'checks no length',
    readingDescriptors((d) =>
      typeof d['ClientSecretId'] === 'string' ? { ...d, ClientSecretId: d['ClientSecretId'].slice(0, 9) || 'x' } : d
    ),
    'response.clientSecretId.length'
  ),
  fault(
    'reads string dates',
    readingDescriptors((d) =>
      typeof d['ClientSecretCreateDate'] === 'string'
        ? { ...d, ClientSecretCreateDate: Number(d['ClientSecretCreateDate']) || 0 }
        : d
    ),
    'response.clientSecretCreateDate.number'
  ),
  fault(
    'throws on HTML',
    reading((r) => {
      JSON.parse(textOf(r))
      return r
    }),
    'client.total'
  ),
  fault(
    'returns undefined for an error',
    (r) => (r.status === 200 ? decodeResponse(r) : undefined) as never,
    'client.total'
  ),
  fault(
    'keeps the raw body of what it refuses',
    withError((error, response) =>
      error._tag === 'ContractViolation' ? { ...error, cause: { body: textOf(response) } } : error
    ),
    'client.secretValue.contained'
  ),
  fault(
    'keeps the bytes',
    withError((error, { body }) => ({
      ...error,
      body: typeof body === 'string' ? new TextEncoder().encode(body) : body
    })),
    'client.secretValue.contained'
  ),
  fault(
    'passes unknown members on',
    (response) => {
      const read = decodeResponse(response)
      const body = jsonOf(response)
      return read._tag === 'Right' && isObject(body) ? right({ ...body, ...read.right }) : read
    },
    'client.secretValue.contained'
  ),
  fault(
    'refuses unknown members',
    refusing((r) => {
      const body = jsonOf(r)
      return isObject(body) && Object.keys(body).some((key) => !NAMES.includes(key))
    }),
    'client.unknownMembers.ignored'
  ),
  fault(
    'lets an unknown member overwrite a known one',
    readingBody((body) => ({ ...body, ClientSecrets: body['clientSecrets'] ?? body['ClientSecrets'] })),
    'client.unknownMembers.ignored'
  ),
  fault(
    'refuses null',
    refusing((r) => hasNull(jsonOf(r))),
    'client.nullMembers.absent'
  ),
  fault(
    'wants the id before the date',
    readingDescriptors((d) => {
      const keys = Object.keys(d)
      const [date, id] = ['ClientSecretCreateDate', 'ClientSecretId'].map((name) => keys.indexOf(name))
      return date !== undefined && id !== undefined && date >= 0 && date < id ? {} : d
    }),
    'client.order.free'
  ),
  fault(
    'takes seconds for milliseconds',
    withDates((date) => new Date(Math.round(date.getTime() / 1000))),
    'client.createDate.exact'
  ),
  fault(
    'drops fractions',
    withDates((date) => new Date(Math.floor(date.getTime() / 1000) * 1000)),
    'client.createDate.exact'
  ),
  fault(
    'trips over exponents',
    refusing((r) => /\d[eE][+-]?\d+[,}]/.test(textOf(r))),
    'client.createDate.exact'
  )
]
