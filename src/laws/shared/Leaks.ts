/**
 * The leak oracle: finds a planted secret, or any run of 12 characters of it, in the bytes of an answer: plain in any
 * case, reversed, in groups or single characters, encoded (`decodings`), and, but for long texts, encoded twice. A run
 * that the target may write for another reason tells nothing: one of the ids that it gave, one of the request that it
 * answers, one character over and over.
 */
import { isLeft } from '../../contract/Either.js'
import { type HttpRequest, type HttpResponse } from '../../protocol/index.js'
import { type JsonPath } from './lexemes.js'
import { parseJson } from '../../protocol/Json.js'
import { decodings, type Encoding, latin1 } from './decodings.js'
import { jsonPath } from './jsonPath.js'

export interface Leak {
  /** `the header set-cookie`, `$.ClientSecrets[0].Hint`, `the body`: names are shown unless they hold the secret. */
  readonly where: string
  readonly form: 'plain' | 'reversed' | 'rotated' | 'in groups' | Encoding
  /** The text that gave it away, so that reports can mask it. Never printed. */
  readonly window: string
}

/** The windows of all planted secrets, and the pieces that such a window is found by. */
export interface LeakIndex {
  readonly plain: Set<string>
  readonly reversed: Set<string>
  /** Of the secrets in ROT13. */
  readonly rotated: Set<string>
  readonly pieces: Set<string>
  /** The windows of the ids that the target gave. */
  readonly ids: Set<string>
  /** Headers that gave nothing away, each with the number of windows that it was searched for: most come again. */
  readonly clean: Map<string, number>
  /** How many characters of long texts were looked through for encodings. */
  decodedBeyond: number
}

/** The shortest run of a secret's characters that counts as a leak. */
const RUN = 12

/** Wherever a run starts, one of its pieces of this length starts at a multiple of `STRIDE`: the others need no look. */
const PIECE = 6

const STRIDE = RUN - PIECE + 1

/** How many encodings are looked through, and how many in a long text: who encodes twice does not send pages. */
const DEPTH = 2
const DEPTH_IN_LONG = 1
const LONG = 8192

/** So much of a text is looked through for encodings in any case, and more of it until so much was looked through. */
const MAX_DECODED = 65_536
const MAX_DECODED_BEYOND = 4_194_304

/** All runs of `length` characters. */
const runs = (text: string, length: number): ReadonlyArray<string> =>
  Array.from({ length: Math.max(0, text.length - length + 1) }, (_, i) => text.slice(i, i + length))

/** Those that are not one character over and over. */
const tellingRuns = (text: string): ReadonlyArray<string> =>
  runs(text, RUN).filter((window) => new Set(window).size > 1)

export const emptyLeakIndex = (): LeakIndex => ({
  plain: new Set(),
  reversed: new Set(),
  rotated: new Set(),
  pieces: new Set(),
  ids: new Set(),
  clean: new Map(),
  decodedBeyond: 0
})

/** Adds a secret to what is looked for. The index grows in place: a run plants hundreds. */
export const plant = (index: LeakIndex, secret: string): void => {
  const plain = secret.toLowerCase()
  const reversed = [...plain].reverse().join('')
  const rotated = plain.replace(/[a-z]/g, (c) => String.fromCharCode(((c.charCodeAt(0) - 97 + 13) % 26) + 97))
  tellingRuns(plain).forEach((window) => index.plain.add(window))
  tellingRuns(reversed).forEach((window) => index.reversed.add(window))
  tellingRuns(rotated).forEach((window) => index.rotated.add(window))
  for (const text of [plain, reversed, rotated]) runs(text, PIECE).forEach((piece) => index.pieces.add(piece))
}

/** What stands between the characters of a text in groups is left out. */
const ungrouped = (text: string): string =>
  text
    .replace(/"(?:\d+|[a-z]\w{0,30})":/gi, '')
    // separators as JSON escapes them
    .replace(/\\(?:u[0-9a-f]{4}|[bfnrt"\\/])/gi, '')
    .replace(/[^\w+]+/g, '')

/** Adds an id that the target gave a pool or a client: some make secrets of it. The index grows in place. */
export const excuseId = (index: LeakIndex, id: string): void => {
  const text = id.toLowerCase()
  for (const window of [...runs(text, RUN), ...runs(ungrouped(text), RUN)]) index.ids.add(window)
}

/** The windows of planted secrets in a text, as they stand there. */
const findWindows = (index: LeakIndex, text: string): ReadonlyArray<string> => {
  const found: Array<string> = []
  for (let at = 0; at + PIECE <= text.length; at += STRIDE) {
    if (!index.pieces.has(text.slice(at, at + PIECE))) continue
    for (let start = Math.max(0, at - STRIDE + 1); start <= at; start++) {
      const window = text.slice(start, start + RUN)
      if (index.ids.has(window)) continue
      if (index.plain.has(window) || index.reversed.has(window) || index.rotated.has(window)) found.push(window)
    }
  }
  return found
}

/** As much of a text as there is time to decode. */
const decodable = (index: LeakIndex, text: string): string => {
  if (text.length <= MAX_DECODED) return text
  if (index.decodedBeyond > MAX_DECODED_BEYOND) return text.slice(0, MAX_DECODED)
  index.decodedBeyond += text.length
  return text
}

const searchText = (
  index: LeakIndex,
  text: string,
  where: Leak['where'],
  form: Leak['form'] = 'plain',
  depth = text.length > LONG ? DEPTH_IN_LONG : DEPTH
): ReadonlyArray<Leak> => [
  ...findWindows(index, text.toLowerCase()).map((window): Leak => ({
    where,
    form: form === 'plain' && !index.plain.has(window) ? (index.reversed.has(window) ? 'reversed' : 'rotated') : form,
    window
  })),
  ...(depth === 0
    ? []
    : decodings(decodable(index, text)).flatMap(([decoded, other]) =>
        searchText(index, other, where, form === 'plain' ? decoded : form, decoded === 'in members' ? 0 : depth - 1)
      ))
]

/** In groups, or in a list or an object of characters: what is between them is left out. */
const searchGroups = (index: LeakIndex, text: string, where: Leak['where']): ReadonlyArray<Leak> =>
  findWindows(index, ungrouped(text.toLowerCase())).map((window) => ({ where, form: 'in groups', window }))

const search = (index: LeakIndex, text: string, where: Leak['where']): ReadonlyArray<Leak> => {
  const found = searchText(index, text, where)
  return found.length > 0 ? found : searchGroups(index, text, where)
}

const MAX_CLEAN = 1000

const searchHeader = (index: LeakIndex, field: string): ReadonlyArray<Leak> => {
  const windows = index.plain.size + index.reversed.size + index.rotated.size
  if (index.clean.get(field) === windows) return []
  const name = field.slice(0, field.indexOf(':'))
  const found = search(index, field, search(index, name, '').length > 0 ? 'the name of a header' : `the header ${name}`)
  if (index.clean.size >= MAX_CLEAN) index.clean.clear()
  if (found.length === 0) index.clean.set(field, windows)
  return found
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
  const parsed = found.length === 0 ? undefined : parseJson(text)
  if (parsed === undefined || isLeft(parsed)) return found
  const path = placeIn(index, parsed.right, [])
  return path.length === 0 ? found : found.map((leak) => ({ ...leak, where: jsonPath(path) }))
}

/** Whether the request has the window, plain, in groups or encoded: an echo of it gives nothing away. */
const standsIn = ({ headers, body }: Pick<HttpRequest, 'headers' | 'body'>): ((window: string) => boolean) => {
  const text = [typeof body === 'string' ? body : latin1(body), ...Object.entries(headers).flat()].join('\n')
  // an answer may repeat a member without the backslashes that it has in JSON
  const decoded = [text, text.replaceAll('\\\\', '\\')].flatMap((one) => decodings(one).map(([, other]) => other))
  const all = [text, text.replaceAll('\\', ''), ...decoded].map((one) => one.toLowerCase())
  return (window) => all.some((one) => one.includes(window) || ungrouped(one).includes(window))
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
    ...Object.entries(headers).flatMap(([name, value]) => searchHeader(index, `${name}: ${String(value)}`))
  ]
  if (found.length === 0 || request === undefined) return found
  const isEcho = standsIn(request)
  return found.filter(({ window }) => !isEcho(window))
}
