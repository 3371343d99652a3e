/**
 * How JSON and HTTP may be written: in every way that the protocol allows.
 */
import * as fc from 'fast-check'
import { CONTENT_TYPE } from '../protocol/index.js'
import type { ResponseSample, ExpectedOutcome, Trait } from '../laws/client/ResponseSample.js'

/** A member: its name, and its value as JSON text. */
export type Member = readonly [name: string, json: string]

/** How one object is written. */
export interface Manner {
  /** Members that nobody knows, the name and the value; `undefined` is the place for a secret. */
  readonly unknown: ReadonlyArray<readonly [name: string, json: string | undefined]>
  /** Whether absent members are there as null. */
  readonly nulls: boolean
  /** Members are sorted by these, as far as they go. */
  readonly order: ReadonlyArray<number>
}

/** An object as JSON text, and what is unusual about that. */
export interface Written {
  readonly json: string
  readonly traits: ReadonlyArray<Trait>
}

type Spelling = (name: string) => string

export interface Spoken {
  readonly spelled: Spelling
  readonly asBytes: boolean
}

export const manner = (): fc.Arbitrary<Manner> => {
  const name = fc.oneof(
    fc.constantFrom('NextToken', 'ClientSecret', 'clientSecrets', '__proto__', 'toString', '$metadata'),
    fc.stringMatching(/^[A-Z][a-z]{1,8}[0-9]$/)
  )
  const json = fc.option(
    fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)),
    { nil: undefined }
  )
  // mostly unusual in one way: who misreads it is told which
  return fc
    .record({
      unknown: fc.uniqueArray(fc.tuple(name, json), { maxLength: 3, selector: ([key]) => key }),
      order: fc.array(fc.nat({ max: 9 }), { maxLength: 6 }),
      keep: fc.constantFrom<ReadonlyArray<keyof Manner>>(
        [],
        ['unknown'],
        ['nulls'],
        ['order'],
        ['unknown', 'nulls', 'order']
      )
    })
    .map(({ unknown, order, keep }) => ({
      unknown: keep.includes('unknown') ? unknown : [],
      nulls: keep.includes('nulls'),
      order: keep.includes('order') ? order : []
    }))
}

const spelling = (): fc.Arbitrary<Spelling> =>
  fc.constantFrom<Spelling>(
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => name.replace(/(?:^|-)[a-z]/g, (c) => c.toUpperCase())
  )

export const spoken = { spelled: spelling(), asBytes: fc.boolean() }

export const members = (all: Readonly<Record<string, unknown>>): ReadonlyArray<Member> =>
  Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, JSON.stringify(value)]]))

export const write = (
  known: ReadonlyArray<Member>,
  absent: ReadonlyArray<string>,
  how: Manner,
  secret = 'x'
): Written => {
  const unknown = how.unknown.map(([name, json]) => [name, json ?? JSON.stringify(secret)] as const)
  const nulls = how.nulls ? absent.filter((key) => known.every(([name]) => name !== key)) : []
  const all: ReadonlyArray<Member> = [...known, ...unknown, ...nulls.map((name) => [name, 'null'] as const)]
  const order = all.map((_, i) => i).sort((a, b) => (how.order[a] ?? 0) - (how.order[b] ?? 0))
  return {
    json: `{${order.map((i) => `${JSON.stringify(all[i]?.[0])}:${all[i]?.[1]}`).join(',')}}`,
    traits: [
      ...(unknown.length > 0 ? ['unknown members' as const] : []),
      ...(nulls.length > 0 ? ['null members' as const] : []),
      ...(order.some((i, at) => i !== at) ? ['another order' as const] : [])
    ]
  }
}

export const answer = (
  { spelled, asBytes }: Spoken,
  status: number,
  body: string | Uint8Array,
  means: ExpectedOutcome,
  { traits = [], secrets = [], errorType }: Partial<ResponseSample> & { readonly errorType?: string | undefined } = {}
): ResponseSample => ({
  response: {
    status,
    headers: {
      [spelled('content-type')]: CONTENT_TYPE,
      ...(errorType === undefined ? {} : { [spelled('x-amzn-errortype')]: errorType })
    },
    body: asBytes && typeof body === 'string' ? new TextEncoder().encode(body) : body
  },
  means,
  traits: [...new Set(traits)],
  secrets
})
