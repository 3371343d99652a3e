import * as fc from 'fast-check'
import { isLeft, isRight, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  ClientSecretListDescriptorType,
  ListUserPoolClientSecretsResponse,
  MAX_CLIENT_SECRETS,
  violations
} from '../../src/index.js'
import { clientSecretListDescriptorType, listUserPoolClientSecretsResponse } from '../../src/generators/index.js'
import { title } from '../laws/title.js'

const { decode, encode } = ListUserPoolClientSecretsResponse

const wrong = (u: unknown): unknown => {
  const decoded = decode(u)
  return isLeft(decoded) ? violations(decoded.left) : undefined
}

describe('ListUserPoolClientSecretsResponse', () => {
  it('decodes what it encodes, through JSON, to the same value', () => {
    fc.assert(
      fc.property(listUserPoolClientSecretsResponse(), (value) => {
        expect(ListUserPoolClientSecretsResponse.is(value)).toBe(true)
        expect(decode(JSON.parse(JSON.stringify(encode(value))))).toEqual(right(value))
      }),
      { numRuns: 1000 }
    )
  })

  it('looks once at each member of a complete descriptor, and once for a secret', () => {
    const looks: Array<string> = []
    const descriptor = new Proxy(
      { ClientSecretId: 'a--1', ClientSecretCreateDate: 1785000000.5 },
      {
        has: (target, key) => looks.push(`in ${String(key)}`) > 0 && key in target,
        get: (target, key) => looks.push(`get ${String(key)}`) > 0 && Reflect.get(target, key),
        getOwnPropertyDescriptor: (target, key) => {
          looks.push(`own ${String(key)}`)
          return Reflect.getOwnPropertyDescriptor(target, key)
        }
      }
    )
    expect(isRight(ClientSecretListDescriptorType.decode(descriptor))).toBe(true)
    expect(looks.sort()).toEqual([
      'get ClientSecretCreateDate',
      'get ClientSecretId',
      'own ClientSecretCreateDate',
      'own ClientSecretId',
      'own ClientSecretValue'
    ])
  })

  it('encodes what it decodes to the same wire', () => {
    const wire = { ClientSecrets: [{ ClientSecretId: 'a--1', ClientSecretCreateDate: 1785000000.5 }, {}] }
    const decoded = decode(wire)
    expect(isRight(decoded) && encode(decoded.right)).toEqual(wire)
  })

  it(title('response.secretValue.absent'), () => {
    const leaks = ['x', '', 0, false, {}, [], NaN, () => 'x', Symbol('x')]
    for (const ClientSecretValue of leaks) {
      expect(wrong({ ClientSecrets: [{}, { ClientSecretValue }] })).toEqual([
        { path: ['ClientSecrets', 1, 'ClientSecretValue'], constraint: 'absent' }
      ])
      expect(ListUserPoolClientSecretsResponse.is({ ClientSecrets: [{ ClientSecretValue }] })).toBe(false)
    }
    expect(isRight(decode({ ClientSecrets: [{ ClientSecretValue: null }, { ClientSecretValue: undefined }] }))).toBe(
      true
    )
  })

  it(title('response.clientSecrets.atMostTwo'), () => {
    expect(MAX_CLIENT_SECRETS).toBe(2)
    fc.assert(
      fc.property(fc.array(clientSecretListDescriptorType(), { minLength: 3, maxLength: 9 }), (ClientSecrets) => {
        expect(wrong({ ClientSecrets: ClientSecrets.map(ClientSecretListDescriptorType.encode) })).toContainEqual({
          path: ['ClientSecrets'],
          constraint: 'maxItems',
          limit: 2
        })
        expect(ListUserPoolClientSecretsResponse.is({ ClientSecrets })).toBe(false)
      })
    )
    for (const ClientSecrets of [[], [{}], [{}, {}]]) expect(isRight(decode({ ClientSecrets }))).toBe(true)
  })

  it(title('response.clientSecrets.present'), () => {
    for (const u of [{}, { ClientSecrets: null }, { ClientSecrets: undefined }, { clientSecrets: [] }]) {
      expect(wrong(u)).toEqual([{ path: ['ClientSecrets'], constraint: 'required' }])
    }
    for (const ClientSecrets of [{}, '', 0, { length: 0 }, new Set(), 'ab']) {
      expect(wrong({ ClientSecrets })).toEqual([{ path: ['ClientSecrets'], constraint: 'type', limit: 'list' }])
    }
    for (const u of [null, undefined]) expect(wrong(u)).toEqual([{ path: [], constraint: 'required' }])
    for (const u of [[], 'x', 0]) expect(wrong(u)).toEqual([{ path: [], constraint: 'type', limit: 'object' }])
  })

  it('names every violation, in every descriptor', () => {
    const found = wrong({
      ClientSecrets: [{ ClientSecretId: '' }, null, { ClientSecretCreateDate: '1', ClientSecretValue: 'x' }]
    })
    expect(found).toEqual([
      { path: ['ClientSecrets', 0, 'ClientSecretId'], constraint: 'minLength', limit: 1 },
      { path: ['ClientSecrets', 1], constraint: 'required' },
      { path: ['ClientSecrets', 2, 'ClientSecretCreateDate'], constraint: 'type', limit: 'timestamp in epoch seconds' },
      { path: ['ClientSecrets', 2, 'ClientSecretValue'], constraint: 'absent' },
      { path: ['ClientSecrets'], constraint: 'maxItems', limit: 2 }
    ])
  })

  it(title('client.nullMembers.absent'), () => {
    const wire = { ClientSecrets: [{ ClientSecretId: null, ClientSecretCreateDate: null }], NextToken: null }
    expect(decode(wire)).toEqual(right({ ClientSecrets: [{}] }))
  })

  it('gives absent members no key, neither decoded nor encoded', () => {
    const decoded = decode({ ClientSecrets: [{ ClientSecretId: null }] })
    expect(decoded).toStrictEqual(right({ ClientSecrets: [{}] }))
    expect(isRight(decoded) && encode(decoded.right)).toStrictEqual({ ClientSecrets: [{}] })
  })

  it(title('client.unknownMembers.ignored'), () => {
    fc.assert(
      fc.property(
        listUserPoolClientSecretsResponse(),
        fc.dictionary(
          fc.string().filter((key) => !key.startsWith('ClientSecret')),
          fc.jsonValue()
        ),
        (value, rest) => {
          const { ClientSecrets } = encode(value)
          expect(decode({ ...rest, ClientSecrets: ClientSecrets.map((d) => ({ ...rest, ...d })) })).toEqual(
            right(value)
          )
        }
      )
    )
  })

  it('keeps the order of descriptors and the identity of nothing', () => {
    const wire = { ClientSecrets: [{ ClientSecretId: 'b' }, { ClientSecretId: 'a' }] }
    const decoded = decode(wire)
    expect(isRight(decoded) && decoded.right).toEqual(wire)
    expect(isRight(decoded) && decoded.right.ClientSecrets).not.toBe(wire.ClientSecrets)
  })

  it('takes an element that is missing from a sparse list for a missing descriptor', () => {
    const ClientSecrets: Array<object> = []
    ClientSecrets[1] = {}
    expect(wrong({ ClientSecrets })).toEqual([{ path: ['ClientSecrets', 0], constraint: 'required' }])
  })
})
