/**
 * How JSON and HTTP may be written: in every way that the protocol allows.
 */
import * as fc from 'fast-check'
import { CONTENT_TYPE } from '../protocol/index.js'
import type { ResponseSample, ExpectedOutcome, Trait } from '../laws/client/ResponseSample.js'

/** A member: its name, and its value as JSON text. */
export type Member = readonly [name: string, json: string]

/** How one object is written, as far as the answer's `Way` lets it. */
export interface JsonStyle {
  /** Members that nobody knows, the name and the value; `undefined` is the place for a secret. */
  readonly unknown: ReadonlyArray<readonly [name: string, json: string | undefined]>
  /** Members are sorted by these, as far as they go. */
  readonly order: ReadonlyArray<number>
}

/** In what all objects of one answer may be unusual. */
export type Way = ReadonlyArray<'unknown' | 'nulls' | 'order' | 'exponents'>

/** An object as JSON text, and what is unusual about it. */
export interface Rendered {
  readonly json: string
  readonly traits: ReadonlyArray<Trait>
}

type HeaderCase = (name: string) => string

export interface HttpStyle {
  readonly headerCase: HeaderCase
  readonly asBytes: boolean
}

/** Mostly one way, so that a client that misreads an answer can be told which. */
export const way = (): fc.Arbitrary<Way> =>
  fc.constantFrom<Way>(
    [],
    [],
    [],
    [],
    ['unknown'],
    ['nulls'],
    ['order'],
    ['exponents'],
    ['unknown', 'nulls', 'order', 'exponents']
  )

export const jsonStyle = (): fc.Arbitrary<JsonStyle> => {
  const name = fc.oneof(
    fc.constantFrom('NextToken', 'ClientSecret', 'clientSecrets', '__proto__', 'toString', '$metadata'),
    fc.stringMatching(/^[A-Z][a-z]{1,8}[0-9]$/)
  )
  const json = fc.option(
    fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)),
    { nil: undefined, freq: 2 }
  )
  return fc.record({
    // the SDKs know NextToken, which is a string in their model, and may refuse one that is not
    unknown: fc
      .uniqueArray(fc.tuple(name, json), { maxLength: 3, selector: ([key]) => key })
      .map((all) => all.map(([key, value]) => [key, key === 'NextToken' ? '"a"' : value] as const)),
    order: fc.array(fc.nat(9), { maxLength: 6 })
  })
}

const headerCase = (): fc.Arbitrary<HeaderCase> =>
  fc.constantFrom<HeaderCase>(
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => name.replace(/(?:^|-)[a-z]/g, (c) => c.toUpperCase())
  )

export const httpStyle = { headerCase: headerCase(), asBytes: fc.boolean() }

export const members = (all: Readonly<Record<string, unknown>>): ReadonlyArray<Member> =>
  Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, JSON.stringify(value)]]))

export const render = (
  known: ReadonlyArray<Member>,
  absent: ReadonlyArray<string>,
  style: JsonStyle,
  way: Way,
  secret = 'x'
): Rendered => {
  const unknown = way.includes('unknown')
    ? style.unknown.map(([name, json]) => [name, json ?? JSON.stringify(secret)] as const)
    : []
  const nulls = way.includes('nulls') ? absent.filter((key) => known.every(([name]) => name !== key)) : []
  const rank = (at: number): number => (way.includes('order') ? (style.order[at] ?? 0) : 0)
  const listed = [...known, ...nulls.map((name) => [name, 'null'] as const)]
  const all: ReadonlyArray<Member> = [
    // nulls at their usual places: another order is unusual by itself
    ...listed.sort(([one], [other]) => absent.indexOf(one) - absent.indexOf(other)),
    ...unknown
  ]
  const ranked = all.map((member, at) => ({ member, at })).sort((one, other) => rank(one.at) - rank(other.at))
  return {
    json: `{${ranked.map(({ member: [name, json] }) => `${JSON.stringify(name)}:${json}`).join(',')}}`,
    traits: [
      ...(unknown.length > 0 ? ['unknown members' as const] : []),
      ...(nulls.length > 0 || unknown.some(([, json]) => json.includes('null')) ? ['null members' as const] : []),
      ...(ranked.some(({ at }, i) => at !== i) ? ['another order' as const] : [])
    ]
  }
}

export const answer = (
  { headerCase, asBytes }: HttpStyle,
  status: number,
  body: string | Uint8Array,
  means: ExpectedOutcome,
  {
    traits = [],
    secrets = [],
    errorType,
    usual
  }: Partial<Pick<ResponseSample, 'traits' | 'secrets'>> & {
    readonly errorType?: string | undefined
    /** The body without what is unusual. */
    readonly usual?: string
  } = {}
): ResponseSample => ({
  response: {
    status,
    headers: {
      [headerCase('content-type')]: CONTENT_TYPE,
      ...(errorType === undefined ? {} : { [headerCase('x-amzn-errortype')]: errorType })
    },
    body: asBytes && typeof body === 'string' ? new TextEncoder().encode(body) : body
  },
  means,
  traits: [...new Set(traits)],
  ...(usual === undefined || traits.length === 0
    ? {}
    : { undisturbed: { status, headers: { [headerCase('content-type')]: CONTENT_TYPE }, body: usual } }),
  secrets
})
