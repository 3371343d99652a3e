/**
 * io-ts errors: their contexts, which io-ts's reporters read, and the paths that are read back out of contexts.
 */
import * as fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import {
  ClientId,
  ClientSecretId,
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  Timestamp,
  UserPoolId,
  violations
} from '../../src/index.js'
import { PLANTED, untyped } from './arbitraries.js'
import { deepText } from './deepText.js'

const errorsOf = (type: t.Mixed, u: unknown): t.Errors => {
  const decoded: t.Validation<unknown> = type.decode(u)
  return isLeft(decoded) ? decoded.left : []
}

const pathsOf = (type: t.Mixed, u: unknown): ReadonlyArray<unknown> =>
  violations(errorsOf(type, u)).map(({ path }) => path)

const keysOf = (type: t.Mixed, u: unknown): ReadonlyArray<ReadonlyArray<string>> =>
  errorsOf(type, u).map(({ context }) => context.map(({ key }) => key))

describe('the context of an error', () => {
  it('starts at the value as a whole, with the type that decoded it', () => {
    const [error] = errorsOf(ClientId, '-')
    expect(error?.context).toEqual([{ key: '', type: ClientId }])
    expect(error?.context[0]?.type).toBe(ClientId)
  })

  it('has an entry for each member on the way, lists included', () => {
    expect(keysOf(ListUserPoolClientSecretsRequest, {})).toEqual([
      ['', 'ClientId'],
      ['', 'UserPoolId']
    ])
    const leak = { ClientSecrets: [{}, { ClientSecretValue: PLANTED }] }
    expect(keysOf(ListUserPoolClientSecretsResponse, leak)).toEqual([['', 'ClientSecrets', '1', 'ClientSecretValue']])
  })

  it('has a type in every entry, because reporters print the name of the type', () => {
    const errors = errorsOf(t.type({ ids: t.array(ListUserPoolClientSecretsRequest) }), { ids: [{}, 7] })
    expect(errors).toHaveLength(3)
    for (const { context } of errors) for (const { type } of context) expect(type?.name).toMatch(/./)
    expect(keysOf(t.type({ ids: t.array(ListUserPoolClientSecretsRequest) }), { ids: [{}] })).toEqual([
      ['', 'ids', '0', 'ClientId'],
      ['', 'ids', '0', 'UserPoolId']
    ])
  })

  it('holds nothing of the value, where io-ts would put all of it', () => {
    const pasted = { ClientId: `${PLANTED}-`, UserPoolId: [PLANTED], Other: PLANTED }
    const errors = errorsOf(t.type({ ids: t.array(ListUserPoolClientSecretsRequest) }), { ids: [pasted] })
    expect(errors).toHaveLength(2)
    expect(deepText(errors)).not.toContain(PLANTED)
    for (const { context } of errors) for (const entry of context) expect(Object.keys(entry)).toEqual(['key', 'type'])
  })
})

describe('the path of a violation in a type of your own', () => {
  it('keeps the name of a member, whatever it looks like', () => {
    const names = ['0', '1a', 'pool1', '01', '-1', '1.5', '1e3', ' 1', 'NaN', '__proto__x', 'length']
    for (const name of names) expect(pathsOf(t.type({ [name]: ClientId }), { [name]: '-' })).toEqual([[name]])
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
        (name) => {
          expect(pathsOf(t.type({ [name]: ClientId }), { [name]: '-' })).toEqual([[name]])
        }
      ),
      { seed: 8 }
    )
  })

  it('has numbers for the places of lists and tuples', () => {
    expect(pathsOf(t.array(ClientId), ['a', '-'])).toEqual([[1]])
    expect(pathsOf(t.readonlyArray(ClientId), ['-'])).toEqual([[0]])
    expect(pathsOf(t.tuple([ClientId, UserPoolId]), ['a', '-'])).toEqual([[1]])
    expect(pathsOf(t.array(t.array(t.type({ '0': ClientId }))), [[], [{ '0': '-' }]])).toEqual([[1, 0, '0']])
  })

  it('leaves out the number of an alternative, which leads nowhere in the value', () => {
    const both = t.intersection([t.type({ a: ClientId }), t.type({ b: UserPoolId })])
    expect(pathsOf(both, { a: '-', b: '-' })).toEqual([['a'], ['b']])
    expect(pathsOf(t.type({ x: t.union([t.type({ a: ClientId }), t.type({ b: UserPoolId })]) }), { x: {} })).toEqual([
      ['x', 'a'],
      ['x', 'b']
    ])
    expect(pathsOf(t.readonly(both), { a: 'a', b: '-' })).toEqual([['b']])
    expect(pathsOf(t.exact(both), { a: '-', b: 'a_0' })).toEqual([['a']])
    expect(
      pathsOf(
        t.refinement(both, () => true),
        { a: '-', b: 'a_0' }
      )
    ).toEqual([['a']])
    const recursive: t.Mixed = t.recursion('Both', () => both)
    expect(pathsOf(recursive, { a: 'a', b: '-' })).toEqual([['b']])
  })

  it('of another codec’s error ends at its member, and counts as a type', () => {
    const mixed = t.type({ id: ClientId, count: t.number })
    expect(violations(errorsOf(mixed, { id: 'a', count: 'x' }))).toEqual([
      { path: ['count'], constraint: 'type', limit: 'number' }
    ])
    const deeper = t.type({ all: t.array(t.type({ count: t.number })) })
    expect(violations(errorsOf(deeper, { all: [{ count: 'x' }] }))).toEqual([
      { path: ['all', 0, 'count'], constraint: 'type', limit: 'number' }
    ])
  })

  it('is named in the message as well', () => {
    const [error] = errorsOf(t.type({ Calls: t.array(ClientId) }), { Calls: ['-'] })
    expect(error?.message).toBe(
      "Value '-' at 'calls.1.member' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+"
    )
  })
})

describe('a codec used alone', () => {
  const codecs = [ClientId, UserPoolId, ClientSecretId, Timestamp, ListUserPoolClientSecretsRequest].map(untyped)

  it.each(codecs)('$name takes null and undefined for a value that is absent', (codec) => {
    for (const none of [null, undefined]) {
      expect(violations(errorsOf(codec, none))).toEqual([{ path: [], constraint: 'required' }])
      expect(errorsOf(codec, none).map((e) => e.message)).toEqual([
        "Value null at 'input' failed to satisfy constraint: Member must not be null"
      ])
      expect(codec.is(none)).toBe(false)
    }
  })
})

describe('the guard of a response', () => {
  it.each([{ length: 0 }, { length: 1, 0: {} }, new Set(), 'ab', null, undefined])(
    'refuses %j in place of a list',
    (ClientSecrets) => {
      expect(ListUserPoolClientSecretsResponse.is({ ClientSecrets })).toBe(false)
    }
  )
})
