/**
 * An HTTP response, read once for all laws. Nothing here refuses: what cannot be read is `undefined`.
 */
import { isLeft } from '../../contract/Either.js'
import { errorName, header, type HttpResponse } from '../../protocol/index.js'
import { decodeText } from '../../protocol/Json.js'
import { type JsonLexemes, lexemes } from './lexemes.js'
import { readJson } from './readJson.js'
import { type Body, mediaType } from '../../protocol/Http.js'
import type { Listed } from '../server/World.js'

export interface ParsedResponse {
  readonly status: number
  readonly mediaType: string | undefined
  /** The Content-Encoding that hides the body. `undefined` where there is none, and where the body is JSON all the same. */
  readonly hiddenBy: string | undefined
  /** `undefined` where the body is not UTF-8. */
  readonly text: string | undefined
  /** `undefined` where the body is not a JSON object, or one that is nested too deep. */
  readonly body: Readonly<Record<string, unknown>> | undefined
  readonly lexemes: JsonLexemes
  /** The name of the error, for an answer that is no success. */
  readonly errorType: string | undefined
  /** The elements of ClientSecrets, where it is a list. */
  readonly descriptors: ReadonlyArray<unknown> | undefined
}

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

/** Whether a body that is JSON has a byte order mark: no other JSON text starts with its first byte. */
const startsWithMark = (body: HttpResponse['body']): boolean =>
  typeof body === 'string' ? body.startsWith('\uFEFF') : body[0] === 0xef

interface Reading extends Pick<ParsedResponse, 'text' | 'lexemes' | 'descriptors'> {
  readonly object: ParsedResponse['body']
  readonly isJson: boolean
}

const readBody = (body: Body): Reading => {
  const text = decodeText(body, Infinity)
  const parsed = isLeft(text) ? text : readJson(text.right)
  const object = !isLeft(parsed) && isObject(parsed.right) ? parsed.right : undefined
  const list = object?.['ClientSecrets']
  return {
    text: isLeft(text) ? undefined : text.right,
    object,
    isJson: !isLeft(parsed),
    lexemes: isLeft(text) || isLeft(parsed) ? { duplicates: [], numbers: [] } : lexemes(text.right),
    descriptors: Array.isArray(list) ? list : undefined
  }
}

/** What a longer body holds may take a hundred times its memory: only that of the last one is kept. */
export const LONG_BODY = 32_768

let last: { readonly body: Body; readonly reading: Reading } | undefined

const readAgain = (body: Body): Reading => {
  if (last?.body !== body) {
    last = undefined // the memory of the one may be needed for the other
    last = { body, reading: readBody(body) }
  }
  return last.reading
}

export const parseResponse = ({ status, headers, body }: HttpResponse): ParsedResponse => {
  const whole = body.length > LONG_BODY ? undefined : readBody(body)
  const read = (): Reading => whole ?? readAgain(body)
  const { object } = read()
  const coding = (header(headers, 'content-encoding') ?? '').trim().toLowerCase()
  const isCoded = !['', 'identity'].includes(coding)
  // JSON on the network has no byte order mark, and several clients stop at one; a client undoes the coding that it is told
  const isPlain = !startsWithMark(body) && !isCoded
  const errorType =
    status === 200
      ? undefined
      : (errorName(header(headers, 'x-amzn-errortype')) ?? errorName(object?.['code']) ?? errorName(object?.['__type']))
  return {
    status,
    mediaType: mediaType(header(headers, 'content-type')),
    errorType,
    get hiddenBy() {
      return isCoded && body.length > 0 && !read().isJson ? coding : undefined
    },
    get text() {
      return read().text
    },
    get body() {
      return isPlain ? read().object : undefined
    },
    get lexemes() {
      return read().lexemes
    },
    get descriptors() {
      return read().descriptors
    }
  }
}

/** A member of a descriptor, `undefined` for null and for what is no object. */
export const memberOf = (descriptor: unknown, name: string): unknown =>
  isObject(descriptor) && Object.hasOwn(descriptor, name) ? (descriptor[name] ?? undefined) : undefined

/** The descriptors as they were listed, nothing checked. */
export const listedIn = (answer: ParsedResponse): ReadonlyArray<Listed> =>
  (answer.descriptors ?? []).map((d) => ({
    id: memberOf(d, 'ClientSecretId'),
    date: memberOf(d, 'ClientSecretCreateDate')
  }))

/** The keys of an answer and of its descriptors. */
export const keysIn = (u: unknown): ReadonlyArray<string> => (isObject(u) ? Object.keys(u) : [])
