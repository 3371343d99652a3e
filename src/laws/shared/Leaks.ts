/**
 * The leak oracle: finds a planted secret, or any run of 12 characters of it, in the bytes of an answer: plain in any
 * case, reversed, in groups or single characters, encoded (`decodings`), and, but for long texts, encoded twice. A run
 * that the target may write for another reason tells nothing: one of the ids that it gave, one of the request that it
 * answers, one character over and over.
 */
import { isLeft } from '../../contract/Either.js'
import { type HttpRequest, type HttpResponse } from '../../protocol/index.js'
import { type JsonPath } from './lexemes.js'
import { readJson } from './readJson.js'
import { decodings, differences, type Encoding, isFinal, latin1, MAX_INFLATED } from './decodings.js'
import { inflate } from './inflate.js'
import { jsonPath } from './jsonPath.js'
import { findWindows, type LeakIndex, type Planted, type Readings, ungrouped } from './LeakIndex.js'

export interface Leak {
  /** `the header set-cookie`, `$.ClientSecrets[0].Hint`, `the body`: names are shown unless they hold the secret. */
  readonly where: string
  readonly form: Planted['form'] | 'in groups' | Encoding
  /** The text that gave it away, so that reports can mask it. Never printed. */
  readonly window: string
}

/** How many encodings are looked through, and how many in a long text: who encodes twice does not send pages. */
const DEPTH = 2
const DEPTH_IN_LONG = 1
const LONG = 8192

/** The readings of so many texts, of so many characters each, are kept. */
const MAX_READ = 1000
const MAX_READ_LENGTH = 1024

/** So much of a text is looked through for encodings in any case, and more of it until so much was looked through. */
const MAX_DECODED = 4096
const MAX_DECODED_BEYOND = 2_097_152

/** As much of a text as there is time to decode. */
const decodable = (index: LeakIndex, text: string): string => {
  if (text.length <= MAX_DECODED) return text
  if (index.decodedBeyond > MAX_DECODED_BEYOND) return text.slice(0, MAX_DECODED)
  index.decodedBeyond += text.length
  return text
}

const decode = (text: string, form: 'plain' | Encoding, depth: number): Readings['texts'] =>
  depth === 0
    ? []
    : decodings(text).flatMap(([decoded, other]) => {
        const first = form === 'plain' ? decoded : form
        return [[first, other.toLowerCase()] as const, ...decode(other, first, isFinal(decoded) ? 0 : depth - 1)]
      })

const read = (index: LeakIndex, text: string): Readings => {
  const isLong = text.length > MAX_READ_LENGTH
  const known = isLong ? (index.lastLong?.text === text ? index.lastLong.readings : undefined) : index.read.get(text)
  if (known !== undefined) return known
  const part = decodable(index, text)
  const plain = text.toLowerCase()
  const readings: Readings = {
    texts: [['plain', plain], ...decode(part, 'plain', text.length > LONG ? DEPTH_IN_LONG : DEPTH)],
    ungrouped: ungrouped(plain.slice(0, part.length))
  }
  if (isLong) index.lastLong = { text, readings }
  else {
    if (index.read.size >= MAX_READ) index.read.clear()
    index.read.set(text, readings)
  }
  return readings
}

const search = (index: LeakIndex, text: string, where: Leak['where']): ReadonlyArray<Leak> => {
  const { texts, ungrouped: joined } = read(index, text)
  const found = texts.flatMap(([encoding, other]) =>
    findWindows(index, other).map(({ window, form }): Leak => ({
      where,
      form: encoding === 'plain' ? form : encoding,
      window
    }))
  )
  // a key of zeros leaves what it is XORed with as it is
  const others = found.filter(({ form }) => form !== 'XOR')
  if (found.length > 0) return others.length > 0 ? others : found
  return findWindows(index, joined).map(({ window }) => ({ where, form: 'in groups', window }))
}

const searchHeader = (index: LeakIndex, name: string, value: unknown): ReadonlyArray<Leak> => {
  const found = search(index, `${name}: ${String(value)}`, `the header ${name}`)
  if (found.length === 0 || search(index, name, '').length === 0) return found
  return found.map((leak) => ({ ...leak, where: 'the name of a header' }))
}

/** What is spread over several headers, in their order. */
const searchHeaders = (index: LeakIndex, headers: HttpResponse['headers']): ReadonlyArray<Leak> => {
  const found = Object.entries(headers).flatMap(([name, value]) => searchHeader(index, name, value))
  if (found.length > 0) return found
  const joined = Object.values(headers).flat().join('').toLowerCase()
  return findWindows(index, joined).map(({ window, form }) => ({ where: 'the headers together', form, window }))
}

/** The innermost JSON value that gives a secret away; no further than to the value that a telling name belongs to. */
const placeIn = (index: LeakIndex, value: unknown, path: JsonPath): JsonPath => {
  if (typeof value !== 'object' || value === null) return path
  const gives = (part: unknown): boolean => search(index, JSON.stringify(part), '').length > 0
  const [name, inner] = Object.entries(value).find((entry) => gives(entry[1]) && !gives(entry[0])) ?? []
  return name === undefined ? path : placeIn(index, inner, [...path, Array.isArray(value) ? Number(name) : name])
}

const searchBody = (index: LeakIndex, text: string): ReadonlyArray<Leak> => {
  const found = search(index, text, 'the body')
  const parsed = found.length === 0 ? undefined : readJson(text)
  if (parsed === undefined || isLeft(parsed)) return found
  const path = placeIn(index, parsed.right, [])
  return path.length === 0 ? found : found.map((leak) => ({ ...leak, where: jsonPath(path) }))
}

/** The same for what a compressed body holds, whatever its headers say. */
const searchCompressed = (index: LeakIndex, body: Uint8Array): ReadonlyArray<Leak> => {
  const inflated = inflate(body, MAX_INFLATED)
  return searchBody(index, latin1(inflated)).map((leak) => ({ ...leak, form: 'compressed' }))
}

/** Whether the request has the window, plain, in groups or encoded: an echo of it gives nothing away. */
const standsIn = ({ headers, body }: Pick<HttpRequest, 'headers' | 'body'>): ((window: string) => boolean) => {
  const text = [typeof body === 'string' ? body : latin1(body), ...Object.entries(headers).flat()].join('\n')
  // an answer may repeat a member without the backslashes that it has in JSON
  const decoded = [text, text.replaceAll('\\\\', '\\')].flatMap((one) => decodings(one).map(([, other]) => other))
  const all = [text, text.replaceAll('\\', ''), differences(text), ...decoded].map((one) => one.toLowerCase())
  const readings = [...all, ...all.map(ungrouped)]
  return (window) => readings.some((one) => one.includes(window))
}

/** Every leak in the status line, the headers and the body of an answer, which may repeat the request that it answers. */
export const findLeaks = (
  index: LeakIndex,
  { statusText, headers, body }: HttpResponse,
  request?: Pick<HttpRequest, 'headers' | 'body'>
): ReadonlyArray<Leak> => {
  const found = [
    ...search(index, statusText ?? '', 'the status line'),
    ...searchBody(index, typeof body === 'string' ? body : latin1(body)),
    ...(typeof body === 'string' ? [] : searchCompressed(index, body)),
    ...searchHeaders(index, headers)
  ]
  if (found.length === 0 || request === undefined) return found
  const isEcho = standsIn(request)
  return found.filter(({ window }) => !isEcho(window))
}
