/**
 * What came back, in one line: the status, who names the error, where the clause is broken, the body.
 */
import { isLeft } from '../../../contract/Either.js'
import type { ClauseId } from '../../../clauses/index.js'
import type { Exchange } from '../../../laws/server/Exchange.js'
import type { Answered } from '../../../laws/server/Law.js'
import { isPaginationName, paginationHeaders } from '../../../laws/server/paginationNames.js'
import { namesOf } from '../../../laws/server/namesOf.js'
import { jsonPath } from '../../../laws/shared/jsonPath.js'
import { MAX_DEPTH, readJson } from '../../../laws/shared/readJson.js'
import { keysIn, memberOf } from '../../../laws/shared/ParsedResponse.js'
import { CONTENT_TYPE, header, type HttpResponse } from '../../../protocol/index.js'
import { plural } from '../../shared/text.js'
import { jsonErrorAt } from './jsonErrorAt.js'

type Received = Answered & { readonly response: HttpResponse }

const MAX_BODY = 600
const MAX_PLACES = 3

/** What kind of value it is; a text is not repeated, the body shows it. */
const kindOf = (value: unknown): string => {
  if (value === undefined) return 'absent'
  if (typeof value === 'string') return `a string of ${plural([...value].length, 'character')}`
  if (Array.isArray(value)) return `a list of ${value.length}`
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

const ofDescriptors =
  (name: string) =>
  ({ answer }: Answered): ReadonlyArray<string> =>
    (answer.descriptors ?? []).map(
      (one, i) => `${jsonPath(['ClientSecrets', i, name])} is ${kindOf(memberOf(one, name))}`
    )

const DOCUMENTED = ['ClientSecretId', 'ClientSecretCreateDate']

const undocumented = ({ answer }: Answered): ReadonlyArray<string> => [
  ...keysIn(answer.body)
    .filter((key) => key !== 'ClientSecrets' && key !== 'NextToken')
    .map((key) => jsonPath([key])),
  ...(answer.descriptors ?? []).flatMap((one, i) =>
    keysIn(one)
      .filter((key) => !DOCUMENTED.includes(key))
      .map((key) => jsonPath(['ClientSecrets', i, key]))
  )
]

/** Where in a response to look, for clauses that are about a place, by how their ids begin. */
const places: ReadonlyArray<readonly [clauses: string, (e: Received) => ReadonlyArray<string>]> = [
  [
    'response.secret.',
    ({ leaks }) => {
      const shown = new Set(leaks.filter(({ form }) => form === 'plain').map(({ where }) => where))
      const told = leaks.filter(({ where, form }) => form === 'plain' || !shown.has(where))
      return [...new Set(told.map(({ where, form }) => `a secret in ${where}${form === 'plain' ? '' : `, ${form}`}`))]
    }
  ],
  ['response.secretValue', (e) => ofDescriptors('ClientSecretValue')(e).filter((text) => !text.endsWith(' absent'))],
  [
    'response.nextToken',
    ({ answer, response }) => [
      ...Object.entries(answer.body ?? {})
        .filter(([key]) => isPaginationName(key))
        .map(([key, value]) => `${jsonPath([key])} is ${kindOf(value)}`),
      ...paginationHeaders(response).map((name) => `the header ${name} is there`)
    ]
  ],
  ['response.members', undocumented],
  ['response.names', ({ answer }) => answer.lexemes.duplicates.map((path) => `${jsonPath(path)} comes twice`)],
  ['response.clientSecretId', ofDescriptors('ClientSecretId')],
  ['response.clientSecretCreateDate', ofDescriptors('ClientSecretCreateDate')],
  ['response.clientSecrets', ({ answer }) => [`$.ClientSecrets is ${kindOf(answer.body?.['ClientSecrets'])}`]],
  [
    'error.message.string',
    ({ answer }) => ['message', 'Message', 'reasonCode'].map((name) => `$.${name} is ${kindOf(answer.body?.[name])}`)
  ]
]

/** Who names the error, where not all who do agree. */
const nameOf = (e: Answered): string => {
  if (e.answer.status === 200) return ''
  const names = namesOf(e)
  const [first] = names
  if (first === undefined) return ', no error name'
  return names.every(({ name }) => name === first.name)
    ? ` ${first.name}`
    : `, ${names.map(({ place, name }) => `${name} in ${place}`).join(' but ')}`
}

/** Why a text that is JSON has no members that can be read, if its Content-Encoding is not the reason. */
const notObject = (text: string, coding: string | undefined): ReadonlyArray<string> => {
  const read = readJson(text)
  if (isLeft(read)) return read.left === 'too deep' ? [`JSON, but nested deeper than ${MAX_DEPTH}`] : []
  if (kindOf(read.right) !== 'an object') return ['JSON, but not an object']
  return coding === undefined ? ['a byte order mark before the JSON'] : []
}

/** What is unusual about the form of it. */
const formOf = ({ answer, response: { headers } }: Received): ReadonlyArray<string> => {
  const media = header(headers, 'content-type')
  const coding = header(headers, 'content-encoding')
  const { text, body } = answer
  const at = text === undefined || text.trim() === '' ? undefined : jsonErrorAt(text)
  return [
    ...(media === CONTENT_TYPE ? [] : [media === undefined ? 'no Content-Type' : `Content-Type ${media}`]),
    ...(coding === undefined ? [] : [`Content-Encoding ${coding}`]),
    ...(at === undefined ? [] : [`not JSON at character ${at}`]),
    ...(body === undefined && text !== undefined ? notObject(text, coding) : [])
  ]
}

/** What Node's parser says where a response goes on behind its end, on a connection that is used again. */
const BEYOND_END = 'Parse Error: Expected HTTP/'

const describeFailure = (failure = 'no response'): string =>
  failure.includes(BEYOND_END)
    ? `${failure} (the response before it may have had more bytes than its Content-Length says)`
    : failure

/** `mask` takes out what is secret, also of what the target chose: names of errors, headers and members. */
export const describeReceived = (clause: ClauseId, exchange: Exchange, mask: (text: string) => string): string => {
  const { answer, response, failure } = exchange
  if (answer === undefined || response === undefined) return mask(describeFailure(failure))
  const e = { ...exchange, answer, response }
  const found = places.find(([clauses]) => clause.startsWith(clauses))?.[1](e) ?? []
  const remarks = [...found.slice(0, MAX_PLACES), ...formOf(e)].map(mask)
  const unread = answer.hiddenBy === undefined ? 'a body that is not UTF-8' : 'a body that cannot be read'
  const body = mask((answer.hiddenBy === undefined ? answer.text : undefined) ?? unread)
  const shown = body.length > MAX_BODY ? `${body.slice(0, MAX_BODY)}…` : body
  return [
    `HTTP ${answer.status}${mask(nameOf(e))}`,
    ...(remarks.length === 0 ? [] : [` (${remarks.join('; ')})`]),
    shown === '' ? ', no body' : `: ${shown}`
  ].join('')
}
