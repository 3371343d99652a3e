/**
 * An HTTP response, read once for all laws. Nothing here refuses: what cannot be read is `undefined`.
 */
import { isLeft } from '../../contract/Either.js'
import { errorName, header, type HttpResponse } from '../../protocol/index.js'
import { decodeText, parseJson } from '../../protocol/Json.js'
import { type JsonLexemes, lexemes } from './lexemes.js'
import { mediaType } from '../../protocol/Http.js'
import type { Listed } from '../server/World.js'

export interface ParsedResponse {
  readonly status: number
  readonly mediaType: string | undefined
  /** `undefined` where the body is not UTF-8. */
  readonly text: string | undefined
  /** `undefined` where the body is not a JSON object. */
  readonly body: Readonly<Record<string, unknown>> | undefined
  readonly lexemes: JsonLexemes
  /** The name of the error, for an answer that is no success. */
  readonly errorType: string | undefined
  /** The elements of ClientSecrets, where it is a list. */
  readonly descriptors: ReadonlyArray<unknown> | undefined
}

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

const startsWithMark = (body: HttpResponse['body']): boolean =>
  typeof body === 'string' ? body.startsWith('\uFEFF') : body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf

export const parseResponse = ({ status, headers, body }: HttpResponse): ParsedResponse => {
  const text = decodeText(body, Infinity)
  const parsed = isLeft(text) ? text : parseJson(text.right)
  const object = !isLeft(parsed) && isObject(parsed.right) ? parsed.right : undefined
  const list = object?.['ClientSecrets']
  const coding = (header(headers, 'content-encoding') ?? '').trim().toLowerCase()
  return {
    status,
    mediaType: mediaType(header(headers, 'content-type')),
    text: isLeft(text) ? undefined : text.right,
    // JSON on the network has no byte order mark, and several clients stop at one; no coding was asked for
    body: startsWithMark(body) || !['', 'identity'].includes(coding) ? undefined : object,
    lexemes: isLeft(text) || isLeft(parsed) ? { duplicates: [], numbers: [] } : lexemes(text.right),
    errorType:
      status === 200
        ? undefined
        : (errorName(header(headers, 'x-amzn-errortype')) ??
          errorName(object?.['code']) ??
          errorName(object?.['__type'])),
    descriptors: Array.isArray(list) ? list : undefined
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
