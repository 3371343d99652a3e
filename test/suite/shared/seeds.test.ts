/**
 * Seeds: one number decides what is sent, and nothing else does.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verify } from '../../../src/conformance.js'
import { hash, secretOf } from '../../../src/suite/shared/seeds.js'
import { type Entry, recording, reference } from '../../node/support/handlers.js'

describe('hash', () => {
  test('is FNV-1a of 32 bits, and stays it: replays and seeds depend on it', () => {
    expect(['', 'a', 'foobar'].map((text) => hash(text) >>> 0)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968])
  })
})

describe('secretOf', () => {
  test('is a secret that AddUserPoolClientSecret takes', () => {
    fc.assert(fc.property(fc.integer(), (seed) => /^[\w+]{24,64}$/.test(secretOf(seed))))
  })

  test('is sometimes of the greatest length, of the least, or of more than letters and digits', () => {
    const secrets = Array.from({ length: 64 }, (_, seed) => secretOf(seed))
    expect(secrets.filter(({ length }) => length === 64)).toHaveLength(8)
    expect(secrets.filter(({ length }) => length === 24)).toHaveLength(8)
    expect(secrets.filter((secret) => /\+_/.test(secret))).toHaveLength(8)
    expect(secrets.filter((secret) => /^[A-Za-z0-9]{40}$/.test(secret))).toHaveLength(40)
  })

  test('is always the same for the same seed, in another process too', () => {
    expect([secretOf(7), secretOf(-1)]).toEqual([
      'UvmVdNRGgtDTKnRKsXbWxePJiBCa5Qqwo8Bon1Mj',
      '5vywM7WWvuKtfYLNekAugrqkFKBp2RUe1736kgnw'
    ])
  })

  test('differs where the seed does', () => {
    expect(new Set(Array.from({ length: 2000 }, (_, seed) => secretOf(seed))).size).toBe(2000)
  })
})

describe('a run', () => {
  const bodies = async (options: Partial<Parameters<typeof verify>[1]>): Promise<ReadonlyArray<Entry>> => {
    const { handler, diary } = recording(reference())
    await verify(handler, { seed: 11, runs: 5, only: ['request.clientId.pattern', 'request.body'], ...options })
    return diary
  }
  const sent = (diary: ReadonlyArray<Entry>): ReadonlyArray<string> => diary.map(({ body }) => body).sort()

  test('sends the same at any concurrency and any selection that shares its probes', async () => {
    const one = sent(await bodies({ concurrency: 1, provision: false }))
    expect(sent(await bodies({ concurrency: 16, provision: false }))).toEqual(one)
    const fewer = sent(await bodies({ concurrency: 4, provision: false, skip: ['request.body'] }))
    expect(fewer.length).toBeLessThan(one.length)
    for (const body of fewer) expect(one).toContain(body)
  })

  test('sends in the same order at concurrency 1', async () => {
    const order = (diary: ReadonlyArray<Entry>): ReadonlyArray<string> => diary.map(({ body }) => body)
    const first = order(await bodies({ concurrency: 1, provision: false }))
    expect(order(await bodies({ concurrency: 1, provision: false }))).toEqual(first)
    expect(order(await bodies({ concurrency: 1, provision: false, seed: 12 }))).not.toEqual(first)
  })
})
