/**
 * Servers that read a body that is no JSON object as one, or break at it.
 */
import type { HttpResponse } from '../../../src/protocol/index.js'
import { type Change, crash, refusal } from '../service.js'
import { receiving } from '../changes.js'
import { type Fault, fault } from '../Variant.js'

/** A body that does not parse is read in another way. */
const parsing = (f: (text: string) => unknown): Change =>
  receiving((request, text) => {
    if (text === '' || isJson(text)) return undefined
    const value = f(text)
    return value === undefined ? undefined : { ...request, body: JSON.stringify(value) }
  })

/** A body of JSON that is no object is read in another way. */
const unwrapping = (f: (value: unknown) => unknown): Change =>
  receiving((request, text) => {
    const value = isJson(text) ? (JSON.parse(text) as unknown) : {}
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return undefined
    const other = f(value)
    return other === undefined ? undefined : { ...request, body: JSON.stringify(other) }
  })

const isJson = (text: string): boolean => attempt(() => JSON.parse(text) as unknown) !== undefined

const attempt = <A>(f: () => A): A | undefined => {
  try {
    return f()
  } catch {
    return undefined
  }
}

const malformedAs = (response: HttpResponse): Change =>
  receiving((_, text) => (text.trim() === '' || isJson(text) ? undefined : response))

/** The JSON object that a text starts with, as parsers read that stop after one value. */
const firstValue = (text: string): unknown =>
  [...text.matchAll(/\}/g)]
    .map(({ index }) => attempt(() => JSON.parse(text.slice(0, index + 1)) as unknown))
    .find((value) => value !== undefined)

export const bodyFaults: ReadonlyArray<Fault> = [
  fault(
    'malformed JSON as {}',
    'Whatever does not parse is empty.',
    ['request.body.serializationException'],
    parsing(() => ({}))
  ),
  fault(
    'trailing commas',
    'The parser is lenient.',
    ['request.body.malformed'],
    parsing((text) => attempt(() => JSON.parse(text.replace(/,(?=\s*}$)/, '')) as unknown))
  ),
  fault(
    'single quotes accepted',
    'The parser is lenient.',
    ['request.body.malformed'],
    parsing((text) => attempt(() => JSON.parse(text.replaceAll("'", '"')) as unknown))
  ),
  fault(
    'names without quotes',
    'The parser is that of JavaScript.',
    ['request.body.malformed'],
    parsing((text) => attempt(() => JSON.parse(text.replaceAll(/([{,])(\w+):/g, '$1"$2":')) as unknown))
  ),
  fault(
    'the first of several values',
    'The parser stops after one value, as a decoder of streams does.',
    ['request.body.malformed'],
    parsing(firstValue)
  ),
  fault(
    'forms',
    'The body is read like a query where it is no JSON.',
    ['request.body.malformed'],
    parsing((text) => (text.includes('=') ? Object.fromEntries(new URLSearchParams(text)) : undefined))
  ),
  fault(
    'a stack trace for malformed JSON',
    'In HTML; seen in public servers.',
    ['request.body.malformed'],
    malformedAs(crash)
  ),
  fault(
    'malformed JSON as text',
    'The right status, and nothing that a program can read.',
    ['request.body.malformed'],
    malformedAs({ status: 400, headers: { 'content-type': 'text/plain' }, body: 'Bad Request' })
  ),
  fault(
    'malformed JSON as an internal error',
    'Nobody catches it.',
    ['request.body.malformed'],
    malformedAs(refusal('InternalServerException', 'Crash', 500))
  ),
  fault(
    'malformed JSON unprocessable',
    'The status of a web framework.',
    ['request.body.malformed'],
    malformedAs(refusal('SerializationException', 'Bad JSON', 422))
  ),
  fault(
    'a list as its first element',
    'A batch of one.',
    ['request.body.notObject'],
    unwrapping((u) => (Array.isArray(u) ? u[0] : undefined))
  ),
  fault(
    'a list as {}',
    'Only null and scalars are refused.',
    ['request.body.serializationException'],
    unwrapping((u) => (Array.isArray(u) ? {} : undefined))
  ),
  fault(
    'a text as JSON',
    'JSON in JSON is unpacked.',
    ['request.body.notObject'],
    unwrapping((u) => (typeof u === 'string' ? attempt(() => JSON.parse(u) as unknown) : undefined))
  ),
  fault(
    'null as {}',
    'null is an empty object.',
    ['request.body.serializationException'],
    unwrapping((u) => (u === null ? {} : undefined))
  ),
  fault(
    'a crash at null',
    'A member of null is read.',
    ['request.body.notObject'],
    receiving((_, text) => (text === 'null' ? crash : undefined))
  ),
  fault(
    'a crash at scalars',
    'Members of a number are looked for.',
    ['request.body.notObject'],
    receiving((_, text) => (/^[-\d]/.test(text) ? crash : undefined))
  ),
  fault(
    'a crash at no body',
    'An empty text is no JSON.',
    ['request.body.empty'],
    receiving(({ method }, text) => (method === 'POST' && text === '' ? crash : undefined))
  ),
  fault(
    'no body is malformed',
    'An empty text is no JSON.',
    ['request.body.empty'],
    receiving((_, text) => (text === '' ? refusal('SerializationException', 'No JSON') : undefined))
  ),
  fault(
    'a crash at depth',
    'A parser that calls itself.',
    ['request.body.hostile'],
    receiving((_, text) => (/(?:\[){1000}/.test(text) ? crash : undefined))
  ),
  fault(
    'a crash at size',
    'A buffer with an end.',
    ['request.body.hostile'],
    receiving((_, text) => (text.length > 200_000 ? crash : undefined))
  ),
  fault(
    'a crash at bytes that are no text',
    'A decoder that nobody catches.',
    ['request.body.hostile'],
    receiving((_, text) => (text.includes('\uFFFD') ? crash : undefined))
  ),
  fault(
    'a crash at a byte order mark',
    'A parser that nobody catches.',
    ['request.body.hostile'],
    receiving((_, text) => (text.startsWith('\uFEFF') ? crash : undefined))
  )
]
