/**
 * What is fuzzed with: values drawn by fast-check, and a corpus of them that is changed and recombined, which makes new
 * inputs about a hundred times as fast.
 */
import * as fc from 'fast-check'
import { anyText } from '../../anyText.js'

/** With characters that no id may hold, so that no id that is accepted is one. */
export const SECRET = '=pl4ntedS3cretOfThirtyTwoLetter='

const KEYS = [
  'ClientId',
  'UserPoolId',
  'ClientSecrets',
  'ClientSecretId',
  'ClientSecretValue',
  'ClientSecretCreateDate',
  '_tag',
  'status',
  'headers',
  'body',
  'method',
  'right',
  'left',
  'message',
  'content-type',
  'x-amz-target',
  'x-amzn-errortype',
  '__type',
  '__proto__'
]

const LEAVES: ReadonlyArray<unknown> = [
  SECRET,
  null,
  undefined,
  true,
  '',
  'a',
  'a_b',
  'us-east-1_Example12',
  'a'.repeat(55),
  `a_${'b'.repeat(54)}`,
  'a'.repeat(128),
  'a'.repeat(129),
  '😀',
  '\ud800',
  '{}',
  '[',
  'InvalidParameterException',
  'com.amazonaws#ResourceNotFoundException:',
  'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets',
  'application/x-amz-json-1.1',
  -0,
  1.5,
  1e21,
  1_785_000_000.123,
  8.64e15,
  200,
  400,
  500,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  'POST',
  'Right',
  'Left'
]

const leaf = fc.oneof(
  fc.constantFrom(...LEAVES),
  anyText({ maxLength: 8 }),
  fc.double(),
  fc.boolean(),
  fc.date({ noInvalidDate: false })
)

/** Structured: the names that the functions read, at every depth, and JSON of such values as bodies. */
export const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 5 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 3 }).map((u) => JSON.stringify(u))
  )
}))

const request = fc.record({
  method: fc.constantFrom('POST', 'GET'),
  path: fc.constant('/'),
  headers: fc.constant({
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
  }),
  body: value.map((u) => JSON.stringify(u) ?? '')
})

const response = fc.record({
  status: fc.constantFrom(200, 400, 500, 204),
  headers: fc.dictionary(fc.constantFrom('x-amzn-errortype', 'content-type'), fc.string()),
  body: value.map((u) => JSON.stringify(u) ?? '')
})

/** A value, or a whole HTTP message. */
export const input = fc.oneof(value, request, response)

/** Whole numbers from 0 below `n`: mulberry32. */
export const randomBelow = (seed: number): ((n: number) => number) => {
  let state = seed | 0
  return (n) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * n)
  }
}

type Below = (n: number) => number

const oneOf = <A>(list: ReadonlyArray<A>, below: Below): A | undefined => list[below(list.length)]

/** A part of a value: itself, a member, a member's member and so on. */
const partOf = (u: unknown, below: Below): unknown =>
  typeof u !== 'object' || u === null || below(3) === 0 ? u : partOf(oneOf(Object.values(u), below), below)

const changedText = (text: string, donor: unknown, below: Below): unknown => {
  if (/^[[{]/.test(text) && below(4) > 0) {
    try {
      return JSON.stringify(changed(JSON.parse(text), donor, below))
    } catch {
      // no JSON any more after an earlier change
    }
  }
  const at = below(text.length + 1)
  const inserted = below(2) === 0 ? String.fromCharCode(below(below(8) === 0 ? 65_536 : 128)) : ''
  return text.slice(0, at) + inserted + text.slice(at + below(3))
}

/** A copy with one change: another leaf, a part of the donor, a member more or fewer, a character more or fewer. */
const changed = (u: unknown, donor: unknown, below: Below): unknown => {
  const how = below(12)
  if (how === 0) return oneOf(LEAVES, below)
  if (how === 1) return partOf(donor, below)
  if (typeof u === 'string') return changedText(u, donor, below)
  if (typeof u === 'number') return how < 6 ? u + below(3) - 1 : u * 10 ** (below(9) - 4)
  if (Array.isArray(u)) {
    const at = below(u.length + 1)
    if (at === u.length || how === 2) return [...u, u.length > 0 && how < 6 ? u[0] : partOf(donor, below)]
    const rest = u.slice(at + 1)
    return how === 3 ? [...u.slice(0, at), ...rest] : [...u.slice(0, at), changed(u[at], donor, below), ...rest]
  }
  if (typeof u !== 'object' || u === null || u instanceof Date) return oneOf(LEAVES, below)
  const keys = Object.keys(u)
  const key = oneOf(keys, below)
  // computed names define members: one called __proto__ stays a member
  if (key === undefined || how === 2) return { ...u, [oneOf(KEYS, below) ?? '']: partOf(donor, below) }
  if (how === 3) return Object.fromEntries(Object.entries(u).filter(([name]) => name !== key))
  return { ...u, [key]: changed((u as Record<string, unknown>)[key], donor, below) } // one of its own keys
}

/** A value of the corpus with one to four changes, some of which take parts of another one. */
export const nextInput = (corpus: ReadonlyArray<unknown>, below: Below): unknown => {
  let next = oneOf(corpus, below)
  for (let changes = 1 + below(4); changes > 0; changes--) next = changed(next, oneOf(corpus, below), below)
  return next
}
