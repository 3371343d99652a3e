/**
 * Servers that decide otherwise where the sources leave it to them.
 */
import { header, type HttpRequest, type HttpResponse } from '../../../src/protocol/index.js'
import { asking, receiving } from '../changes.js'
import { type Change, errorType, isList, refusal } from '../service.js'
import { unusual, type Variant } from '../Variant.js'

/** Calls whose body is such a text are answered so. */
const refusing = (when: (text: string, request: HttpRequest) => boolean, response: HttpResponse): Change =>
  receiving((request, text) => (when(text, request) ? response : undefined))

const notUtf8 = (_: string, { body }: HttpRequest): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(body))
    return false
  } catch {
    return true
  }
}

function attempt<A>(f: () => A): A | undefined {
  try {
    return f()
  } catch {
    return undefined
  }
}

const decoding =
  (encoding: 'utf-16le' | 'utf-16be'): Change =>
  () =>
  (call, next) => {
    const bytes = Buffer.from(call.request.body)
    const zero = encoding === 'utf-16le' ? 1 : 0
    const isWide = bytes.length > 3 && bytes[zero] === 0 && bytes[zero + 2] === 0
    if (!isList(call) || !isWide) return next()
    const body = new TextDecoder(encoding).decode(bytes)
    return next({ ...call.request, body } satisfies HttpRequest)
  }

export const unusualReadings: ReadonlyArray<Variant> = [
  unusual(
    'big bodies refused',
    'With the status that HTTP has for it.',
    refusing((s) => s.length > 200_000, refusal('RequestEntityTooLargeException', 'Too large', 413))
  ),
  unusual(
    'bodies over 8 kB refused',
    'Beyond what any caller sends, JSON or not.',
    refusing((s) => s.length > 8192, refusal('RequestEntityTooLargeException', 'Too large', 413))
  ),
  unusual(
    'deep bodies refused',
    'Beyond what any caller sends.',
    refusing((s) => /(?:\[){100}/.test(s), refusal('SerializationException', 'Too deep'))
  ),
  unusual(
    'a byte order mark refused',
    'It is no JSON.',
    refusing((s) => s.startsWith('\uFEFF'), refusal('SerializationException', 'Not JSON'))
  ),
  unusual(
    'bytes that are no text refused',
    'Before anything else is read.',
    refusing(notUtf8, { status: 400, headers: {}, body: '' })
  ),
  unusual(
    'names twice accepted',
    'The last one counts.',
    asking(({ request }) => {
      const input = attempt(() => JSON.parse(Buffer.from(request.body).toString()) as unknown)
      return typeof input === 'object' && input !== null && !Array.isArray(input) ? { input } : undefined
    })
  ),
  unusual(
    'lone surrogates refused',
    'As JSON that is no text; parsers of Rust do.',
    refusing((s) => /\\ud[89a-f]/i.test(s), refusal('SerializationException', 'Lone surrogate'))
  ),
  unusual(
    'another method not allowed',
    'With the status that HTTP has for it.',
    () => (call, next) =>
      call.request.method === 'POST' ? next() : { status: 405, headers: { allow: 'POST' }, body: '' }
  ),
  unusual(
    'any method',
    'Only the target counts; seen in public servers.',
    receiving((request) => (request.method === 'POST' ? undefined : { ...request, method: 'POST' }))
  ),
  unusual('an unknown operation 404', 'By its right name.', () => ({ request }, next) => {
    const response = next()
    return errorType(response) === 'UnknownOperationException' && header(request.headers, 'x-amz-target')
      ? { ...response, status: 404 }
      : response
  }),
  unusual('bodies in UTF-16', 'Encodings are guessed, as json.loads of Python does.', decoding('utf-16le')),
  unusual('bodies in UTF-16, big-endian', 'Encodings are guessed.', decoding('utf-16be'))
]
