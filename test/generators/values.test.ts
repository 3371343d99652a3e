import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ClientSecretId,
  ClientSecretListDescriptorType,
  documentedExceptions,
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  Timestamp
} from '../../src/index.js'
import * as arbitraries from '../../src/generators/index.js'
import { clientIdCharacters } from '../../src/generators/characters.js'
import { outcomeOf } from '../laws/client/outcomeOf.js'
import { clientLaws } from '../../src/laws/client/clientLaws.js'
import { decodeResponse } from '../../src/protocol/index.js'
import { decodeObject } from '../../src/protocol/Json.js'
import { shrinkTree } from './shrinkTree.js'

/** Holds of every value and of everything that it shrinks to. */
const always = <A>(arbitrary: fc.Arbitrary<A>, isInClass: (a: A) => boolean, numRuns = 150): void => {
  fc.assert(
    fc.property(shrinkTree(arbitrary, 3, 3), (values) => {
      expect(values.filter((value) => !isInClass(value))).toEqual([])
    }),
    { numRuns }
  )
}

describe('arbitraries of contract values', () => {
  it('are in their class, and stay there as they shrink', () => {
    always(arbitraries.listUserPoolClientSecretsRequest(), ListUserPoolClientSecretsRequest.is)
    always(arbitraries.clientSecretId(), ClientSecretId.is)
    always(arbitraries.timestamp(), Timestamp.is)
    always(arbitraries.clientSecretListDescriptorType(), ClientSecretListDescriptorType.is)
    always(arbitraries.listUserPoolClientSecretsResponse(), ListUserPoolClientSecretsResponse.is)
    always(
      arbitraries.listUserPoolClientSecretsError(),
      (error) => error._tag === 'CommonError' || documentedExceptions[error._tag].is(error)
    )
    always(
      arbitraries.clientSecret(),
      (s) => s.length >= 24 && s.length <= 64 && [...s].every((c) => clientIdCharacters.includes(c))
    )
  })

  it('reach what is rare: no descriptors and two, absent members, dates before 1970, every exception', () => {
    const responses = fc.sample(arbitraries.listUserPoolClientSecretsResponse(), { seed: 1, numRuns: 500 })
    expect(new Set(responses.map(({ ClientSecrets }) => ClientSecrets.length))).toEqual(new Set([0, 1, 2]))
    const descriptors = responses.flatMap(({ ClientSecrets }) => ClientSecrets)
    expect(new Set(descriptors.map((d) => Object.keys(d).length))).toEqual(new Set([0, 1, 2]))
    expect(descriptors.some((d) => (d.ClientSecretCreateDate?.getTime() ?? 0) < 0)).toBe(true)
    const errors = fc.sample(arbitraries.listUserPoolClientSecretsError(), { seed: 1, numRuns: 500 })
    expect(new Set(errors.map(({ _tag }) => _tag))).toEqual(
      new Set([...Object.keys(documentedExceptions), 'CommonError'])
    )
    const secrets = fc.sample(arbitraries.clientSecret(), { seed: 1, numRuns: 2000 })
    expect(new Set(secrets.map((s) => s.length)).size).toBe(41)
  })

  it('stored records hold the secret somewhere, often, and always what is documented', () => {
    const stored = fc.sample(arbitraries.storedClientSecret('TheSecret'), { seed: 1, numRuns: 300 })
    const holding = stored.filter((record) =>
      JSON.stringify({ ...record }, (_, v: unknown) => (typeof v === 'function' ? String(v()) : v)).includes(
        'TheSecret'
      )
    )
    expect(holding.length).toBeGreaterThan(50)
    expect(stored.every((r) => ClientSecretId.is(r.ClientSecretId) && Timestamp.is(r.ClientSecretCreateDate))).toBe(
      true
    )
  })
})

const reasonOf = (body: string | Uint8Array): string => {
  const decoded = decodeObject(body, Infinity)
  return decoded._tag === 'Left' ? decoded.left : 'an object'
}

describe('arbitraries of bodies', () => {
  it('malformed ones are no JSON, others no objects', () => {
    fc.assert(fc.property(arbitraries.malformedBody(), (body) => reasonOf(body) === 'not JSON'))
    fc.assert(fc.property(arbitraries.notObjectBody(), (body) => reasonOf(body) === 'not an object'))
  })

  it('raw ones are of every kind', () => {
    const reasons = new Set(fc.sample(arbitraries.rawBody(), { seed: 1, numRuns: 2000 }).map(reasonOf))
    expect([...reasons].sort()).toEqual(['an object', 'not JSON', 'not UTF-8', 'not an object'])
  })
})

const text = ({ body }: { readonly body: string | Uint8Array }): string =>
  typeof body === 'string' ? body : new TextDecoder().decode(body)

describe('arbitraries of answers', () => {
  const kinds = [
    ['listingAnswer', arbitraries.listingAnswer, ['Listing']],
    ['errorAnswer', arbitraries.errorAnswer, ['Error']],
    ['bareErrorAnswer', arbitraries.bareErrorAnswer, ['Error']],
    ['illegalAnswer', arbitraries.illegalAnswer, ['Violation']],
    ['responseSample', arbitraries.responseSample, ['Error', 'Listing', 'Violation']]
  ] as const

  it.each(kinds)('%s: means what it says, also as it shrinks', (_, make, tags) => {
    always(
      make(),
      (answer) =>
        (tags as ReadonlyArray<string>).includes(answer.means._tag) &&
        clientLaws.every(
          (law) => !law.applies(answer) || law.holds(outcomeOf(decodeResponse, answer.response), answer)
        ),
      60
    )
  })

  it.each(kinds)('%s: the same seed makes the same answers', (_, make) => {
    const options = { seed: 7, numRuns: 50 }
    expect(fc.sample(make(), options)).toEqual(fc.sample(make(), options))
  })

  it('secrets are named where they are given away, and only there', () => {
    const answers = fc.sample(arbitraries.responseSample(), { seed: 1, numRuns: 1000 })
    expect(answers.every(({ response, secrets }) => secrets.every((secret) => text(response).includes(secret)))).toBe(
      true
    )
    expect(answers.filter(({ secrets }) => secrets.length > 0).length).toBeGreaterThan(50)
  })

  it('a body that says nothing is unusual unless there is none', () => {
    const answers = fc.sample(arbitraries.bareErrorAnswer(), { seed: 1, numRuns: 200 })
    expect(
      answers.filter((answer) => answer.traits.includes('unreadable body') === (text(answer.response) === ''))
    ).toEqual([])
  })

  it('the documented errors are all there, in seven ways each, and mean what they say', () => {
    const { documentedErrorAnswers } = arbitraries
    const types = documentedErrorAnswers.map(({ means }) => (means._tag === 'Error' ? means.type : undefined))
    expect(types).toEqual(Object.keys(documentedExceptions).flatMap((type) => Array.from({ length: 7 }, () => type)))
    for (const answer of documentedErrorAnswers) {
      const laws = clientLaws.filter((law) => law.applies(answer))
      expect(laws.length).toBeGreaterThan(0)
      expect(
        laws.filter((law) => !law.holds(outcomeOf(decodeResponse, answer.response), answer)).map((law) => law.clause)
      ).toEqual([])
    }
  })

  it('every trait and every broken clause comes up', () => {
    const answers = fc.sample(arbitraries.responseSample(), { seed: 1, numRuns: 4000 })
    expect(new Set(answers.flatMap(({ traits }) => traits)).size).toBe(8)
    expect(new Set(answers.flatMap(({ means }) => (means._tag === 'Violation' ? [means.breaks] : []))).size).toBe(8)
  })
})

describe('anything', () => {
  it('is of every kind, hostile values among them', () => {
    const values = fc.sample(arbitraries.anything(), { seed: 1, numRuns: 2000 })
    const kinds = new Set(values.map((u) => (u === null ? 'null' : Array.isArray(u) ? 'array' : typeof u)))
    expect(kinds.size).toBeGreaterThanOrEqual(8)
    const throws = values.filter((u) => {
      try {
        return Object.keys(Object(u)).length < 0
      } catch {
        return true
      }
    })
    expect(throws.length).toBeGreaterThan(100)
  })
})
