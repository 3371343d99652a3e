/**
 * What arbitraries draw, in few and quick samples: of their class, in all its kinds. Their shrinks are in the tests beside.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ClientSecretId,
  ClientSecretListDescriptorType,
  documentedExceptions,
  ListUserPoolClientSecretsResponse,
  Timestamp
} from '../../src/index.js'
import * as arbitraries from '../../src/generators/index.js'
import { naming } from '../../src/generators/errorNames.js'
import { otherTypes, validatorValue } from '../../src/generators/validatorValue.js'
import { clientLaws } from '../../src/laws/client/clientLaws.js'
import { independentViolations } from '../../src/laws/shared/independentCheck.js'
import { decodeResponse } from '../../src/protocol/index.js'
import { decodeObject } from '../../src/protocol/Json.js'
import { outcomeOf } from '../laws/client/outcomeOf.js'

const drawn = <A>(arbitrary: fc.Arbitrary<A>, numRuns = 200): ReadonlyArray<A> =>
  fc.sample(arbitrary, { seed: 20261127, numRuns })

const kindsOf = (values: ReadonlyArray<unknown>): ReadonlyArray<string> => [...new Set(values.map(String))].sort()

describe('ids', () => {
  const WAYS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
    ClientId: { empty: /^$/, 'too long': /^[\w+]{129,160}$/, character: /^[\w+]*[^\w+]{1,2}[\w+]*$/ },
    UserPoolId: {
      empty: /^$/,
      'too long': /^(?=.{56,70}$)[\w-]+_[0-9a-zA-Z]+$/,
      'no underscore': /^[a-zA-Z0-9-]{1,55}$/,
      'nothing before': /^_[0-9a-zA-Z]{1,54}$/,
      'nothing after': /^[\w-]{1,54}_$/,
      tail: /^[\w-]+_[0-9a-zA-Z]*-[0-9a-zA-Z]*$/,
      character: /^[\w-]*[^\w-]{0,2}[\w-]*_[0-9a-zA-Z]*[^]{0,2}[0-9a-zA-Z]*$/
    }
  }

  it('near misses are wrong in the way that they name, and every way comes up', () => {
    for (const [member, arbitrary] of [
      ['ClientId', arbitraries.nearMissClientId()],
      ['UserPoolId', arbitraries.nearMissUserPoolId()]
    ] as const) {
      const all = drawn(arbitrary, 300)
      expect(all.filter(({ id, wrong }) => WAYS[member]?.[wrong]?.test(id) !== true)).toEqual([])
      expect(
        all.filter(({ id }) => independentViolations({ ClientId: 'a', UserPoolId: 'a_b', [member]: id }).length === 0)
      ).toEqual([])
      expect(kindsOf(all.map(({ wrong }) => wrong))).toEqual(Object.keys(WAYS[member] ?? {}).sort())
      const spoiled = all.filter(({ wrong }) => wrong === 'character').map(({ id }) => [...id])
      const isPlain = (c: string | undefined): boolean => /^[\w+-]$/.test(c ?? '')
      expect(spoiled.some((id) => isPlain(id[0]) && isPlain(id.at(-1)) && id.length > 2)).toBe(true)
      expect(spoiled.some((id) => !isPlain(id[0]) && id.length > 2)).toBe(true)
      expect(spoiled.some((id) => !isPlain(id.at(-1)) && id.length > 2)).toBe(true)
    }
  })

  it('good ones are of all lengths, half of them at the ends', () => {
    const clients = drawn(arbitraries.clientId(), 300)
    const pools = drawn(arbitraries.userPoolId(), 300)
    expect(clients.filter((id) => !/^[\w+]{1,128}$/.test(id))).toEqual([])
    expect(pools.filter((id) => !/^(?=.{3,55}$)[\w-]+_[0-9a-zA-Z]+$/.test(id))).toEqual([])
    const lengths = [clients, pools].map((ids) => new Set(ids.map((id) => id.length)))
    for (const length of [1, 2, 3, 126, 127, 128]) expect(lengths[0]).toContain(length)
    for (const length of [3, 4, 5, 6, 55]) expect(lengths[1]).toContain(length)
    for (const all of lengths) expect(all.size).toBeGreaterThan(20)
    expect(pools.filter((id) => /^us-east-1_[0-9a-zA-Z]{9}$/.test(id)).length).toBeGreaterThan(30)
    expect(clients.filter((id) => id.length > 3 && id.length < 126).length).toBeGreaterThan(60)
  })
})

describe('answers', () => {
  const kinds = {
    listing: arbitraries.listingAnswer(),
    error: arbitraries.errorAnswer(),
    bare: arbitraries.bareErrorAnswer(),
    illegal: arbitraries.illegalAnswer(),
    any: arbitraries.responseSample()
  }

  it.each(Object.entries(kinds))('%s: each means what it says to a right client', (_, arbitrary) => {
    const wrong = drawn<arbitraries.ResponseSample>(arbitrary, 120).filter((answer) =>
      clientLaws.some((law) => law.applies(answer) && !law.holds(outcomeOf(decodeResponse, answer.response), answer))
    )
    expect(wrong).toEqual([])
  })

  it('are of every kind, with every trait and every broken clause', () => {
    const all = drawn<arbitraries.ResponseSample>(kinds.any, 800)
    expect(kindsOf(all.map(({ means }) => means._tag))).toEqual(['Error', 'Listing', 'Violation'])
    expect(kindsOf(all.flatMap(({ traits }) => traits))).toEqual([
      'another order',
      'date with an exponent',
      'decorated type',
      'null members',
      'several types',
      'type elsewhere',
      'unknown members',
      'unreadable body'
    ])
    expect(kindsOf(all.flatMap(({ means }) => (means._tag === 'Violation' ? [means.breaks] : [])))).toEqual([
      'response.body.object',
      'response.clientSecretCreateDate.number',
      'response.clientSecretId.length',
      'response.clientSecrets.atMostTwo',
      'response.clientSecrets.present',
      'response.names.unique',
      'response.secretValue.absent',
      'response.status.ok'
    ])
    const leaking = all.filter(({ secrets }) => secrets.length > 0)
    expect(leaking.length).toBeGreaterThan(20)
    for (const { response, secrets } of all) {
      for (const secret of secrets) expect(Buffer.from(response.body).toString()).toContain(secret)
    }
    expect(kindsOf(all.flatMap(({ response }) => Object.keys(response.headers)))).toEqual([
      'CONTENT-TYPE',
      'Content-Type',
      'X-AMZN-ERRORTYPE',
      'X-Amzn-Errortype',
      'content-type',
      'x-amzn-errortype'
    ])
    expect(kindsOf(all.map(({ response }) => typeof response.body))).toEqual(['object', 'string'])
  })

  it('plain ones are the most, and those that are not have the same without their traits', () => {
    for (const arbitrary of [kinds.listing, kinds.error]) {
      const all = drawn<arbitraries.ResponseSample>(arbitrary, 300)
      const plain = all.filter(({ traits }) => traits.length === 0)
      expect(plain.length).toBeGreaterThan(80)
      expect(all.filter(({ traits, undisturbed }) => (undisturbed === undefined) !== (traits.length === 0))).toEqual([])
    }
  })

  it('an error is named plainly, elsewhere, decorated, both, or differently in several places', () => {
    for (const { type, names, traits } of drawn(naming(), 300)) {
      const places = Object.entries(names)
      const [[place = '', name = ''] = []] = places
      expect(places.length).toBe(traits.includes('several types') ? places.length : 1)
      if (traits.includes('several types')) {
        expect(traits).toEqual(['several types'])
        expect(places.length).toBeGreaterThan(1)
        // the header counts before `code`, and that before `__type`
        expect(name).toBe(type)
        expect(new Set(places.map(([, one]) => one)).size).toBe(places.length)
        continue
      }
      expect(place === '__type').toBe(!traits.includes('type elsewhere'))
      expect(name === type).toBe(!traits.includes('decorated type'))
      expect(name.replace(/^com\.amazonaws\.[a-z]+#/, '').replace(/:(?:http:\/\/[a-z./]+)?$/, '')).toBe(type)
    }
    const traits = drawn(naming(), 300).map((one) => one.traits.join(' + '))
    expect(kindsOf(traits)).toEqual([
      '',
      'decorated type',
      'several types',
      'type elsewhere',
      'type elsewhere + decorated type'
    ])
    expect(traits.filter((one) => one === '').length).toBeGreaterThan(100)
  })
})

describe('bodies', () => {
  const reasonOf = (body: string | Uint8Array): string => {
    const decoded = decodeObject(body, Infinity)
    return decoded._tag === 'Left' ? decoded.left : 'an object'
  }

  it('are malformed, no objects, or anything', () => {
    const malformed = drawn(arbitraries.malformedBody())
    const notObjects = drawn(arbitraries.notObjectBody())
    expect(kindsOf(malformed.map(reasonOf))).toEqual(['not JSON'])
    expect(kindsOf(notObjects.map(reasonOf))).toEqual(['not an object'])
    expect(malformed.filter((text) => text.trim() === '')).toEqual([])
    expect(kindsOf(drawn(arbitraries.rawBody(), 600).map(reasonOf))).toEqual([
      'an object',
      'not JSON',
      'not UTF-8',
      'not an object'
    ])
    expect(new Set(malformed).size).toBeGreaterThan(80)
    expect(new Set(notObjects).size).toBeGreaterThan(80)
    expect(kindsOf(notObjects.map((text) => typeof JSON.parse(text)))).toEqual([
      'boolean',
      'number',
      'object',
      'string'
    ])
  })
})

describe('values', () => {
  it('are in their class, in all its kinds', () => {
    const responses = drawn(arbitraries.listUserPoolClientSecretsResponse())
    expect(responses.every(ListUserPoolClientSecretsResponse.is)).toBe(true)
    expect(kindsOf(responses.map(({ ClientSecrets }) => ClientSecrets.length))).toEqual(['0', '1', '2'])
    const descriptors = drawn(arbitraries.clientSecretListDescriptorType())
    expect(descriptors.every(ClientSecretListDescriptorType.is)).toBe(true)
    expect(kindsOf(descriptors.map((one) => Object.keys(one).sort()))).toEqual([
      '',
      'ClientSecretCreateDate',
      'ClientSecretCreateDate,ClientSecretId',
      'ClientSecretId'
    ])
    const ids = drawn(arbitraries.clientSecretId(), 300)
    expect(ids.every(ClientSecretId.is)).toBe(true)
    const cognitos = ids.filter((id) => /^[\w+]{1,100}--\d{1,10}$/.test(id)).length
    expect(cognitos).toBeGreaterThan(90)
    expect(cognitos).toBeLessThan(210)
    const times = drawn(arbitraries.timestamp(), 300)
    expect(times.every(Timestamp.is)).toBe(true)
    const ordinary = times.filter((date) => date.getTime() >= 0 && date < new Date('2100-01-01')).length
    expect(ordinary).toBeGreaterThan(120)
    expect(ordinary).toBeLessThan(240)
    const secrets = drawn(arbitraries.clientSecret(), 400)
    expect(secrets.filter((secret) => !/^[\w+]{24,64}$/.test(secret))).toEqual([])
    expect(new Set(secrets.map(({ length }) => length)).size).toBe(41)
  })

  it('errors are documented and common ones, with a message or without', () => {
    const errors = drawn(arbitraries.listUserPoolClientSecretsError())
    expect(kindsOf(errors.map(({ _tag }) => _tag))).toEqual(
      ['CommonError', ...Object.keys(documentedExceptions)].sort()
    )
    expect(errors.filter((one) => one._tag !== 'CommonError' && !documentedExceptions[one._tag].is(one))).toEqual([])
    expect(kindsOf(errors.map(({ message }) => typeof message))).toEqual(['string', 'undefined'])
    const common = errors.flatMap((one) => (one._tag === 'CommonError' ? [one.type] : []))
    expect(kindsOf(common)).toEqual(['SerializationException', 'ThrottlingException', 'UnrecognizedClientException'])
  })

  it('stored records have what is documented, and the secret in many places', () => {
    const stored = drawn(arbitraries.storedClientSecret('TheSecret'), 300)
    expect(
      stored.every((one) => ClientSecretId.is(one.ClientSecretId) && Timestamp.is(one.ClientSecretCreateDate))
    ).toBe(true)
    const values = stored.flatMap((one) => Object.values(one) as ReadonlyArray<unknown>)
    expect(values).toContain('TheSecret')
    expect(values).toContainEqual({ nested: ['TheSecret'] })
    expect(values.some((value) => typeof value === 'function' && (value as () => unknown)() === 'TheSecret')).toBe(true)
    const names = new Set(stored.flatMap((one) => Object.getOwnPropertyNames(one)))
    for (const name of ['ClientSecretValue', 'ClientSecret', 'secret', '__proto__', 'toJSON'])
      expect(names).toContain(name)
  })

  const throws = (value: unknown): boolean => {
    try {
      return Object.keys(Object(value)).length < 0
    } catch {
      return true
    }
  }

  it('anything is of every type, and some throw at every reading', () => {
    const values = drawn(arbitraries.anything(), 600)
    const hostile = values.filter(throws)
    expect(hostile.length).toBeGreaterThan(200)
    for (const one of hostile as ReadonlyArray<Readonly<Record<string, unknown>>>) {
      expect(() => one['a']).toThrow('hostile')
      expect(() => Object.getOwnPropertyDescriptor(one, 'a')).toThrow('hostile')
    }
    expect(kindsOf(values.map((value) => (value === null ? 'null' : typeof value)))).toEqual([
      'bigint',
      'boolean',
      'null',
      'number',
      'object',
      'string',
      'undefined'
    ])
    const tags = new Set(values.filter((value) => !throws(value)).map((value) => Object.prototype.toString.call(value)))
    for (const tag of ['Array', 'Date', 'Map', 'Set', 'Uint8Array', 'Object']) expect(tags).toContain(`[object ${tag}]`)
    expect(
      values.some((value) => typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null)
    ).toBe(true)
    for (const tag of ['Number', 'String', 'Boolean']) {
      const isBoxed = (value: unknown): boolean => typeof value === 'object' && !throws(value)
      expect(
        values.some((value) => isBoxed(value) && Object.prototype.toString.call(value) === `[object ${tag}]`)
      ).toBe(true)
    }
  })

  it('almost requests have one member, both or none, good and bad', () => {
    const values = drawn(arbitraries.almostRequest(), 300).filter((value) => !throws(value))
    const requests = values.filter(
      (value): value is object =>
        typeof value === 'object' && value !== null && ('ClientId' in value || 'UserPoolId' in value)
    )
    expect(kindsOf(requests.map((one) => Object.keys(one).sort()))).toEqual([
      'ClientId',
      'ClientId,UserPoolId',
      'UserPoolId'
    ])
    expect(values.length - requests.length).toBeGreaterThan(20)
    expect(requests.some((one) => independentViolations(one).length === 0)).toBe(true)
  })

  it('validators are asked about good requests, one that is wrong in one member or in two, and anything', () => {
    const values = drawn(validatorValue(), 800).filter((value) => !throws(value))
    const wrongIn = values.flatMap((value) => {
      if (typeof value !== 'object' || value === null) return ['no object']
      return [
        independentViolations(value)
          .map(({ path }) => String(path))
          .filter((path, i, all) => all.indexOf(path) === i)
          .sort()
          .join()
      ]
    })
    expect(kindsOf(wrongIn).length).toBeGreaterThanOrEqual(5)
    const objects = values.filter((value): value is object => typeof value === 'object' && value !== null)
    const names = new Set(objects.flatMap((value) => Object.keys(value)))
    for (const name of ['ClientId', 'UserPoolId', 'NextToken', 'clientId', 'Unknown']) expect(names).toContain(name)
    expect(objects.some((value) => 'ClientId' in value && !Object.hasOwn(value, 'ClientId'))).toBe(true)
    const clients = objects.flatMap((value) => ('ClientId' in value ? [value.ClientId] : []))
    expect(clients.some((id) => typeof id === 'string' && id.startsWith('𝐀'))).toBe(true)
    expect(clients.some((id) => typeof id !== 'string')).toBe(true)
  })

  it('values of other types read as ids where they are turned into text', () => {
    const texts = drawn(otherTypes(), 300).flatMap((value) => {
      if (typeof value !== 'object' || value === null) return []
      return Object.hasOwn(value, 'toString') ? [String(value)] : []
    })
    expect(kindsOf(texts)).toEqual(['a', 'a_0'])
  })
})
