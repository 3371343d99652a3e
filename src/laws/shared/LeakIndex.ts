/**
 * What planted secrets are found by: a hash of every piece of them, plain and in the encodings that answers are not
 * decoded from.
 */
import { differences, type Encoding } from './decodings.js'
import { type EncodedForm, encodedForms, reverse } from './encodedForms.js'

/** What a planted secret is found as, in lower case. */
export interface Planted {
  readonly form: 'plain' | 'reversed' | 'rotated' | 'XOR' | EncodedForm
  readonly text: string
}

/** What a text may stand for, in lower case. */
export interface Readings {
  readonly texts: ReadonlyArray<readonly [form: 'plain' | Encoding, text: string]>
  /** Without what stands between the characters of a text in groups. */
  readonly ungrouped: string
}

/** What planted secrets are found by. */
export interface LeakIndex {
  /** The texts that have a piece with this hash. */
  readonly pieces: Map<number, Array<Planted>>
  /** The windows of the ids that the target gave. */
  readonly ids: Set<string>
  /** What short texts may stand for, whatever is planted: most answers come again. */
  readonly read: Map<string, Readings>
  /** The same for the last long text. */
  lastLong: { readonly text: string; readonly readings: Readings } | undefined
  /** How many secrets are looked for in every encoding. */
  encoded: number
  /** How many characters of long texts were looked through for encodings. */
  decodedBeyond: number
}

/** The shortest run of a secret's characters that counts as a leak. */
const RUN = 12

/** Wherever a run starts, one of its pieces of this length starts at a multiple of `STRIDE`: the others need no look. */
const PIECE = 6

const STRIDE = RUN - PIECE + 1

/** Of the piece of a text that starts there. Two that differ may have the same. */
const hashAt = (text: string, start: number): number => {
  let hash = 0
  for (let i = start; i < start + PIECE; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) & 0x3fffffff
  return hash
}

export const emptyLeakIndex = (): LeakIndex => ({
  pieces: new Map(),
  ids: new Set(),
  read: new Map(),
  lastLong: undefined,
  encoded: 0,
  decodedBeyond: 0
})

/** So many secrets, the first ones, are looked for in every encoding: who encodes one of them encodes them all. */
const MAX_ENCODED = 24

/** A secret of fewer characters that differ is a placeholder. */
const FEW = 4

const addPieces = ({ pieces }: LeakIndex, planted: Planted): void => {
  for (let at = 0; at + PIECE <= planted.text.length; at++) {
    const hash = hashAt(planted.text, at)
    const others = pieces.get(hash)
    if (others === undefined) pieces.set(hash, [planted])
    else others.push(planted)
  }
}

/** Adds a secret to what is looked for. The index grows in place: a run plants hundreds. */
export const plant = (index: LeakIndex, secret: string): void => {
  const plain = secret.toLowerCase()
  const rotated = plain.replace(/[a-z]/g, (c) => String.fromCharCode(((c.charCodeAt(0) - 97 + 13) % 26) + 97))
  addPieces(index, { form: 'plain', text: plain })
  addPieces(index, { form: 'reversed', text: reverse(plain) })
  addPieces(index, { form: 'rotated', text: rotated })
  // of few characters, numbers and blocks are what anything may have
  if (index.encoded >= MAX_ENCODED || new Set(plain).size < FEW) return
  index.encoded++
  addPieces(index, { form: 'XOR', text: differences(secret).toLowerCase() })
  // their first window is enough: one that is looked for everywhere has many pieces
  for (const [form, text] of encodedForms(secret)) addPieces(index, { form, text: text.slice(0, RUN) })
}

/** What stands between the characters of a text in groups is left out. */
export const ungrouped = (text: string): string =>
  text
    .replace(/"(?:\d+|[a-z]\w{0,30})":/gi, '')
    // separators as JSON escapes them
    .replace(/\\(?:u[0-9a-f]{4}|[bfnrt"\\/])/gi, '')
    .replace(/[^\w+]+/g, '')

/** Adds an id that the target gave a pool or a client: some make secrets of it. The index grows in place. */
export const excuseId = (index: LeakIndex, id: string): void => {
  for (const text of [id, ungrouped(id), differences(id)].map((one) => one.toLowerCase())) {
    for (let at = 0; at + RUN <= text.length; at++) index.ids.add(text.slice(at, at + RUN))
  }
}

/** One character over and over tells nothing. */
const isVaried = (window: string): boolean => window !== window.charAt(0).repeat(window.length)

/** The windows of planted secrets in a text in lower case, each with the form in which the secret has it. */
export const findWindows = (
  { pieces, ids }: LeakIndex,
  text: string
): ReadonlyArray<{ readonly window: string; readonly form: Planted['form'] }> => {
  const found: Array<{ window: string; form: Planted['form'] }> = []
  for (let at = 0; at + PIECE <= text.length; at += STRIDE) {
    const likely = pieces.get(hashAt(text, at))
    if (likely === undefined) continue
    for (let start = Math.max(0, at - STRIDE + 1); start <= at && start + RUN <= text.length; start++) {
      const window = text.slice(start, start + RUN)
      const planted = likely.find((one) => one.text.includes(window))
      if (planted !== undefined && isVaried(window) && !ids.has(window)) found.push({ window, form: planted.form })
    }
  }
  return found
}
