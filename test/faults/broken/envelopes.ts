/**
 * Servers whose answers are right inside, and wrongly wrapped.
 */
import { Buffer } from 'node:buffer'
import type { HttpResponse } from '../../../src/protocol/index.js'
import { always, body, descriptor, failing, failingAs, succeeding, written } from '../changes.js'
import { errorType, refusal } from '../service.js'
import { type Fault, fault } from '../Variant.js'

const isNotFound = (response: HttpResponse): boolean => errorType(response) === 'ResourceNotFoundException'

const without = (response: HttpResponse, name: string): HttpResponse => ({
  ...response,
  headers: Object.fromEntries(Object.entries(response.headers).filter(([key]) => key.toLowerCase() !== name))
})

export const envelopeFaults: ReadonlyArray<Fault> = [
  fault(
    'no content type on errors only',
    'It is set where a listing is written.',
    ['error.contentType'],
    failing((response) => without(response, 'content-type'))
  ),
  fault(
    'the content type twice in one header',
    'Two layers add it.',
    ['response.contentType'],
    succeeding((response) => ({
      ...response,
      headers: { ...response.headers, 'content-type': 'application/x-amz-json-1.1, application/x-amz-json-1.1' }
    }))
  ),
  fault(
    'not found with 200',
    'The error is in the body, and the status of the transport.',
    ['error.notFound.client', 'error.notFound.pool'],
    failingAs('ResourceNotFoundException', (response) => ({ ...response, status: 200 }))
  ),
  fault(
    'names of errors that begin small',
    'As programs of JavaScript name members.',
    ['error.notFound.client', 'request.clientId.pattern'],
    failing((response) => {
      const name = errorType(response) ?? ''
      return refusal(`${name.charAt(0).toLowerCase()}${name.slice(1)}`, 'no')
    })
  ),
  fault(
    'a namespace without its mark',
    'The # was lost in an address.',
    ['error.notFound.client', 'error.type.present'],
    failing((response) => {
      const name = `com.amazonaws.cognito.${errorType(response) ?? ''}`
      return { ...without(response, 'x-amzn-errortype'), body: JSON.stringify({ __type: name, message: 'no' }) }
    })
  ),
  fault(
    'the type in a member Type',
    'As the query protocol has it.',
    ['error.type.present'],
    failing((response) => ({
      ...without(response, 'x-amzn-errortype'),
      body: JSON.stringify({ Type: 'Sender', Code: errorType(response), message: 'no' })
    }))
  ),
  fault(
    'an error inside Error',
    'As the query protocol has it.',
    ['error.type.present'],
    failing((response) => ({
      ...without(response, 'x-amzn-errortype'),
      body: JSON.stringify({ Error: { Code: errorType(response), Message: 'no' }, RequestId: '1' })
    }))
  ),
  fault(
    'messages of two languages',
    'An object in place of a text.',
    ['error.message.string'],
    failing((response) => ({
      ...response,
      body: JSON.stringify({ __type: errorType(response), message: { en: 'no' } })
    }))
  ),
  fault(
    'a length without the last bytes of UTF-8',
    'Characters are counted, not bytes.',
    ['response.http.complete'],
    always((response) => ({
      ...response,
      headers: { ...response.headers, 'content-length': String(String(response.body).length) },
      body: String(response.body).replace(/"message":"/, '"message":"é')
    }))
  ),
  fault(
    'errors with a mark in front',
    'Of the order of bytes, as an editor saves files.',
    ['error.body.object'],
    failing((response) => ({ ...response, body: Buffer.from(`\uFEFF${String(response.body)}`) }))
  ),
  fault(
    'a line behind errors',
    'A log goes to the wrong stream.',
    ['error.body.object'],
    failing((response) => ({ ...response, body: `${String(response.body)}\nnot found` }))
  ),
  fault(
    'a listing under data',
    'As frameworks wrap what they answer.',
    ['response.clientSecrets.present'],
    body((listing) => ({ data: listing }))
  ),
  fault(
    'a listing in a list',
    'As a batch of one.',
    ['response.body.object'],
    body((listing) => [listing])
  ),
  fault(
    'a callback around a listing',
    'As JSONP was, for browsers.',
    ['response.body.object'],
    written((text) => `callback(${text})`)
  ),
  fault(
    'a guard before a listing',
    'Against scripts that include it.',
    ['response.body.object'],
    written((text) => `)]}',\n${text}`)
  ),
  fault(
    'one descriptor where there is one',
    'A list of one becomes its element, as XML libraries do.',
    ['response.clientSecrets.present'],
    body(({ ClientSecrets }) => ({ ClientSecrets: ClientSecrets.length === 1 ? ClientSecrets[0] : ClientSecrets }))
  ),
  fault(
    'null where there is none',
    'A slice of Go that nothing was added to.',
    ['response.clientSecrets.present', 'list.empty'],
    body(({ ClientSecrets }) => ({ ClientSecrets: ClientSecrets.length === 0 ? null : ClientSecrets }))
  ),
  fault(
    'no member where there is none',
    'What is empty is left out.',
    ['response.clientSecrets.present', 'list.empty'],
    body(({ ClientSecrets }) => (ClientSecrets.length === 0 ? {} : { ClientSecrets }))
  ),
  fault(
    'dates in lists',
    'A text of digits, as BigInt is written.',
    ['response.clientSecretCreateDate.number'],
    descriptor((d) => ({ ...d, ClientSecretCreateDate: String(d.ClientSecretCreateDate) }))
  ),
  fault(
    'not found for a list that is empty',
    'Whoever has no secret is no client.',
    ['list.empty'],
    succeeding((response) =>
      String(response.body).includes('[]')
        ? refusal('ResourceNotFoundException', 'User pool client x does not exist.')
        : response
    )
  ),
  fault(
    'an unknown client denied',
    'Who may not see it should not learn whether it is there.',
    ['error.notFound.client', 'error.notFound.pool'],
    failing((response) => (isNotFound(response) ? refusal('NotAuthorizedException', 'Access denied') : response))
  )
]
