/**
 * Servers whose success is another HTTP message than the protocol has.
 */
import { gzipSync } from 'node:zlib'
import type { HttpResponse } from '../../../src/protocol/index.js'
import { answering, body, succeeding, written } from '../changes.js'
import { type Fault, fault } from '../Variant.js'

const contentType = (type: string | undefined) =>
  succeeding((response): HttpResponse => ({ ...response, headers: { 'content-type': type } }))

const status = (n: number) => succeeding((response) => ({ ...response, status: n }))

export const successFaults: ReadonlyArray<Fault> = [
  ...['gzip', 'br', 'deflate'].map((coding) =>
    fault(
      `a Content-Encoding of ${coding} that is not true`,
      'A proxy unpacks the body and keeps the header, or the other way round.',
      ['response.body.object'],
      succeeding((response) => ({ ...response, headers: { ...response.headers, 'content-encoding': coding } }))
    )
  ),
  fault(
    'a length that counts one more',
    'The line feed is counted that nobody writes.',
    ['response.http.complete'],
    succeeding((response) => ({
      ...response,
      headers: { ...response.headers, 'content-length': String(response.body.length + 1) }
    }))
  ),
  fault(
    'a length that counts characters',
    'Text outside ASCII, as an error repeats it, is longer in bytes.',
    ['response.http.complete'],
    answering((response) => ({
      ...response,
      headers: { ...response.headers, 'content-length': String(response.body.length) }
    }))
  ),
  fault('201', 'As if something had been made.', ['response.status.ok'], status(201)),
  fault('202', 'As if it were still to be done.', ['response.status.ok'], status(202)),
  fault(
    '204 where nothing is listed',
    'No content, and no body.',
    ['response.status.ok', 'list.empty'],
    () => (_, next) => {
      const response = next()
      return response.body === '{"ClientSecrets":[]}' ? { status: 204, headers: {}, body: '' } : response
    }
  ),
  fault(
    'application/json',
    'The default of web frameworks.',
    ['response.contentType'],
    contentType('application/json')
  ),
  fault(
    'application/x-amz-json-1.0',
    'The protocol of DynamoDB; seen in public servers.',
    ['response.contentType'],
    contentType('application/x-amz-json-1.0')
  ),
  fault(
    'text/html',
    'The default of other web frameworks.',
    ['response.contentType'],
    contentType('text/html; charset=utf-8')
  ),
  fault('no content type', 'The header is forgotten.', ['response.contentType'], contentType(undefined)),
  fault(
    'a byte order mark',
    'JSON on the network must have none, and several SDKs stop at it.',
    ['response.body.object'],
    written((s) => `\uFEFF${s}`)
  ),
  fault(
    'not UTF-8',
    'One byte of Latin-1.',
    ['response.body.object'],
    written((s) => Buffer.from(s.replace('{', '{"é":1,'), 'latin1'))
  ),
  fault(
    'UTF-16',
    'As Windows encodes text.',
    ['response.body.object'],
    written((s) => Buffer.from(s, 'utf16le'))
  ),
  fault(
    'gzip that nobody asked for',
    'The request accepts no encoding.',
    ['response.body.object'],
    written((s) => gzipSync(s))
  ),
  fault(
    'a list as body',
    'The descriptors alone.',
    ['response.body.object'],
    body(({ ClientSecrets }) => ClientSecrets)
  ),
  fault(
    'a text as body',
    'JSON in JSON.',
    ['response.body.object'],
    written((s) => JSON.stringify(s))
  ),
  fault(
    'no body',
    'Status and headers only.',
    ['response.body.object'],
    written(() => '')
  ),
  fault(
    'single quotes',
    'The text of a Python dictionary.',
    ['response.body.object'],
    written((s) => s.replaceAll('"', "'"))
  ),
  fault(
    'a trailing comma',
    'JSON of a template.',
    ['response.body.object'],
    written((s) => s.replace(/}$/, ',}'))
  ),
  fault(
    'NaN for a date',
    'A number that JSON does not have.',
    ['response.body.object'],
    written((s) => s.replaceAll(/Date":[\d.]+/g, 'Date":NaN'))
  ),
  fault(
    'the body twice',
    'Written by two layers.',
    ['response.body.object'],
    written((s) => s + s)
  ),
  fault(
    'XML',
    'The query protocol.',
    ['response.body.object'],
    written(() => '<ListUserPoolClientSecretsResponse/>')
  )
]
