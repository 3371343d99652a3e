import * as fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { PathReporter } from 'io-ts/lib/PathReporter.js'
import { describe, expect, it } from 'vitest'
import {
  ClientSecretListDescriptorType,
  documentedExceptions,
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  Timestamp,
  UserPoolId,
  violations
} from '../../src/index.js'
import { decodeResponse } from '../../src/protocol/index.js'
import { title } from '../laws/title.js'
import { PLANTED, shapedWithPlanted, untyped } from './arbitraries.js'
import { deepText, givesAway } from './deepText.js'

/** Everything that any reader of a failure gets to see. */
const readings = (codec: object, u: unknown): ReadonlyArray<unknown> => {
  const decoded = untyped(codec).decode(u)
  if (!isLeft(decoded)) return []
  return [decoded.left, PathReporter.report(decoded), violations(decoded.left), JSON.stringify(decoded.left)]
}

const codecs = [
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  ClientSecretListDescriptorType,
  Timestamp,
  UserPoolId,
  ...Object.values(documentedExceptions)
].map(untyped)

const leaked = (): fc.Arbitrary<unknown> =>
  fc.record({
    ClientSecrets: fc.array(
      fc.record(
        {
          ClientSecretId: fc.constantFrom<unknown>('a--1', '', PLANTED.repeat(6), [PLANTED]),
          ClientSecretCreateDate: fc.constantFrom<unknown>(1785000000, PLANTED),
          ClientSecretValue: fc.constantFrom<unknown>(PLANTED, { nested: [PLANTED] }),
          [PLANTED]: fc.constant(PLANTED)
        },
        { requiredKeys: ['ClientSecretValue'] }
      ),
      { minLength: 1, maxLength: 4 }
    ),
    Debug: fc.constant(PLANTED)
  })

describe('secrets do not travel in failures', () => {
  it(title('client.secretValue.contained'), () => {
    fc.assert(
      fc.property(leaked(), (wire) => {
        const response = { status: 200, headers: {}, body: JSON.stringify(wire) }
        const reading = decodeResponse(response)
        expect(isLeft(reading) && reading.left._tag).toBe('ContractViolation')
        expect(givesAway(reading, PLANTED)).toBe(false)
        const { issues } = ListUserPoolClientSecretsResponse['~standard'].validate(wire)
        expect(issues?.length).toBeGreaterThan(0)
        expect(givesAway([issues, readings(ListUserPoolClientSecretsResponse, wire)], PLANTED)).toBe(false)
      })
    )
  })

  it('no codec says in a failure what it was given, wherever the secret stood', () => {
    fc.assert(
      fc.property(shapedWithPlanted(), fc.constantFrom(...codecs), (u, codec) => {
        expect(givesAway([readings(codec, u), codec['~standard'].validate(u).issues], PLANTED)).toBe(false)
      }),
      { numRuns: 1500 }
    )
  })

  it('nor does a codec of theirs that holds one of ours', () => {
    const answer = { items: [{ ClientSecrets: [{ ClientSecretValue: PLANTED }] }] }
    const theirs = t.type({ items: t.array(ListUserPoolClientSecretsResponse) })
    expect(readings(theirs, answer).length).toBe(4)
    expect(readings(theirs, answer).some((said) => givesAway(said, PLANTED))).toBe(false)
    expect(deepText(PathReporter.report(theirs.decode(answer)))).toContain(
      "at 'items.1.member.clientSecrets.1.member.clientSecretValue'"
    )
  })

  it('errors of other codecs count as a violation of type', () => {
    const decoded = t
      .type({ count: t.number, inner: ListUserPoolClientSecretsRequest })
      .decode({ count: 'x', inner: { ClientId: 'a' } })
    expect(isLeft(decoded) && violations(decoded.left)).toEqual([
      { path: ['count'], constraint: 'type', limit: 'number' },
      { path: ['inner', 'UserPoolId'], constraint: 'required' }
    ])
  })

  const Extended = t.intersection([ListUserPoolClientSecretsRequest, t.partial({ extra: t.string })])

  it.each([
    ['an intersection', Extended, []],
    ['one in a readonly', t.readonly(Extended), []],
    ['one in a refinement', t.refinement(Extended, () => true), []],
    ['one in another', t.intersection([t.partial({ other: t.string }), Extended]), []],
    ['one that is exact', t.exact(t.intersection([t.type({ UserPoolId }), t.type({})])), []],
    ['a union', t.union([ListUserPoolClientSecretsRequest, Extended]), []],
    ['a member that is a union', t.type({ a: t.union([Extended, ListUserPoolClientSecretsRequest]) }), ['a']],
    ['a list of intersections', t.type({ list: t.array(Extended) }), ['list', 0]]
  ])('the path goes through the value only: %s', (_, codec: t.Mixed, prefix) => {
    const request = { ClientId: 'a', UserPoolId: '-' }
    const decoded: t.Validation<unknown> = codec.decode({ ...request, a: request, list: [request] })
    if (!isLeft(decoded)) throw new Error('accepted')
    const at = { path: [...prefix, 'UserPoolId'], constraint: 'pattern', limit: '[\\w-]+_[0-9a-zA-Z]+' }
    expect(violations(decoded.left)).toEqual(decoded.left.map(() => at))
  })

  it('a member that is called like a number keeps its name', () => {
    const decoded = t.type({ 0: t.type({ UserPoolId }) }).decode({ 0: {} })
    expect(isLeft(decoded) && violations(decoded.left)).toEqual([{ path: ['0', 'UserPoolId'], constraint: 'required' }])
  })

  it('the detector itself finds what is there', () => {
    const seen = [
      PLANTED,
      { a: [new Map([[PLANTED, 1]])] },
      Object.defineProperty({}, 'hidden', { value: PLANTED }),
      new Error('x', { cause: { [PLANTED]: 1 } }),
      { [Symbol(PLANTED)]: 1 },
      new TextEncoder().encode(PLANTED),
      Object(PLANTED)
    ]
    expect(seen.map((u) => givesAway(u, PLANTED))).toEqual(seen.map(() => true))
    expect(givesAway({ a: 'nothing to see' }, PLANTED)).toBe(false)
  })
})
