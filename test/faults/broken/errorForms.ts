/**
 * Servers whose errors have another form than AWS JSON 1.1 gives them.
 */
import type { HttpResponse } from '../../../src/protocol/index.js'
import { failing } from '../changes.js'
import { type Change, errorType, type Input, withBody } from '../service.js'
import { type Fault, fault } from '../Variant.js'

/** The body of an error, rewritten. */
const answer = (f: (answer: Input) => unknown): Change => failing((response, body) => withBody(response, f(body)))

const contentType = (type: string | undefined): Change =>
  failing((response) => ({ ...response, headers: { ...response.headers, 'content-type': type } }))

/** Nothing but this text. */
const page = (type: string, text: (answer: Input) => string): Change =>
  failing(({ status }, answer) => ({ status, headers: { 'content-type': type }, body: text(answer) }))

/** The error's name, somewhere else than where it belongs. */
const nameIn = (f: (name: string, response: HttpResponse, message: unknown) => HttpResponse): Change =>
  failing((response, { message }) =>
    f(errorType(response) ?? '', { ...response, headers: { 'content-type': 'application/x-amz-json-1.1' } }, message)
  )

const typeFaults: ReadonlyArray<Fault> = [
  fault(
    'no type',
    'A message is all; seen in public servers.',
    ['error.type.present'],
    nameIn((_, response, text) => withBody(response, { message: text }))
  ),
  fault(
    'a type in a header of its own',
    'x-error-type.',
    ['error.type.present'],
    nameIn((name, response, text) => ({
      ...withBody(response, { message: text }),
      headers: { ...response.headers, 'x-error-type': name }
    }))
  ),
  fault(
    'a type in error',
    'As OAuth has it.',
    ['error.type.present'],
    nameIn((name, response, text) => withBody(response, { error: name, message: text }))
  ),
  fault(
    'a type inside Error',
    'As the query protocol has it.',
    ['error.type.present'],
    nameIn((name, response, text) => withBody(response, { Error: { Code: name, Message: text } }))
  ),
  fault(
    'a type called type',
    'Without its underscores.',
    ['error.type.present'],
    nameIn((name, response, text) => withBody(response, { type: name, message: text }))
  ),
  fault(
    'a number for code',
    'The status again, where the name belongs.',
    ['error.type.present'],
    nameIn((_, response, text) => withBody(response, { code: response.status, message: text }))
  ),
  fault(
    'one name in the header, another in the body',
    'A gateway adds the header; clients that read __type first see Error.',
    ['error.type.consistent'],
    failing((response, { message }) => withBody(response, { __type: 'Error', message }))
  ),
  fault(
    'a message as name',
    'The whole message stands in __type.',
    ['error.type.present', 'error.notFound.pool'],
    nameIn((_, response, text) => withBody(response, { __type: text }))
  ),
  fault(
    'names in capitals',
    'As HTTP libraries write them.',
    ['error.notFound.pool', 'request.clientId.pattern'],
    nameIn((name, response, text) => withBody(response, { __type: name.toUpperCase(), message: text }))
  ),
  fault(
    'a name behind a colon',
    'The namespace stands before it.',
    ['error.notFound.pool', 'request.clientId.pattern'],
    nameIn((name, response, text) => withBody(response, { __type: `cognito:${name}`, message: text }))
  )
]

const bodyFaults: ReadonlyArray<Fault> = [
  fault(
    'errors as text',
    'The message alone.',
    ['error.body.object'],
    page('text/plain', ({ message }) => String(message))
  ),
  fault(
    'errors as HTML',
    'The page of a web framework.',
    ['error.body.object'],
    page('text/html', ({ message }) => `<html><body><pre>${String(message)}</pre></body></html>`)
  ),
  fault(
    'errors as XML',
    'The query protocol.',
    ['error.body.object'],
    page('text/xml', ({ __type }) => `<ErrorResponse><Error><Code>${String(__type)}</Code></Error></ErrorResponse>`)
  ),
  fault(
    'errors in a list',
    'There might be more than one.',
    ['error.body.object'],
    answer((body) => [body])
  ),
  fault(
    'errors as JSON text',
    'The message in quotes.',
    ['error.body.object'],
    answer(({ message }) => message)
  ),
  fault(
    'null as error',
    'JSON, and nothing in it.',
    ['error.body.object'],
    answer(() => null)
  ),
  fault(
    'errors not in UTF-8',
    'One byte of Latin-1.',
    ['error.body.object'],
    failing((response) => ({
      ...response,
      body: Buffer.from(`${String(response.body).slice(0, -1)},"é":1}`, 'latin1')
    }))
  ),
  fault(
    'errors as application/json',
    'The default of web frameworks.',
    ['error.contentType'],
    contentType('application/json')
  ),
  fault(
    'errors as application/x-amz-json-1.0',
    'The protocol of DynamoDB.',
    ['error.contentType'],
    contentType('application/x-amz-json-1.0')
  ),
  fault('errors as text/plain', 'JSON by another name.', ['error.contentType'], contentType('text/plain')),
  fault('errors of no content type', 'The header is forgotten.', ['error.contentType'], contentType(undefined)),
  fault(
    'an error with 200',
    'Only the body says that it is one.',
    ['error.notFound.pool', 'request.clientId.pattern'],
    failing((response) => ({ ...response, status: 200 }))
  ),
  fault(
    'a name twice in errors',
    'message of the library, message of the server.',
    ['response.names.unique'],
    failing((response) => ({ ...response, body: String(response.body).replace('{', '{"message":"",') }))
  )
]

export const errorFormFaults: ReadonlyArray<Fault> = [...typeFaults, ...bodyFaults]
