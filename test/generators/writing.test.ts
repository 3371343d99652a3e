/**
 * How answers are written, and the controls that an unusual one is compared with: whole texts.
 */
import { describe, expect, it } from 'vitest'
import { controls, plainAnswer } from '../../src/generators/controls.js'
import { renderDescriptor, renderListing } from '../../src/generators/listingAnswers.js'
import { answer, type JsonStyle, members, render, type Way } from '../../src/generators/writing.js'
import type { ExpectedOutcome, ResponseSample } from '../../src/laws/client/ResponseSample.js'

const style: JsonStyle = {
  unknown: [
    ['X', '1'],
    ['Y', undefined]
  ],
  order: [2, 0]
}

const EVERY_WAY: Way = ['unknown', 'nulls', 'order', 'exponents']

describe('an object', () => {
  const known = members({ A: 1, B: undefined, C: 'x' })

  it.each<[Way, string, ReadonlyArray<string>]>([
    [[], '{"C":"x","A":1}', []],
    [['exponents'], '{"C":"x","A":1}', []],
    [['unknown'], '{"C":"x","A":1,"X":1,"Y":"s"}', ['unknown members']],
    [['nulls'], '{"C":"x","A":1,"D":null}', ['null members']],
    [['order'], '{"A":1,"C":"x"}', ['another order']],
    [EVERY_WAY, '{"A":1,"D":null,"X":1,"Y":"s","C":"x"}', ['unknown members', 'null members', 'another order']]
  ])('written in the ways %j: %s', (way, json, traits) => {
    expect(render(known, ['A', 'D'], style, way, 's')).toEqual({ json, traits })
  })

  it('is in another order where some members stay in their places', () => {
    const three = members({ A: 1, B: 2, C: 3 })
    expect(render(three, [], { unknown: [], order: [0, 2, 1] }, ['order'])).toEqual({
      json: '{"A":1,"C":3,"B":2}',
      traits: ['another order']
    })
  })

  it('has nothing of the ways that its style leaves out', () => {
    expect(render(known, ['A', 'C'], { unknown: [], order: [0, 0] }, EVERY_WAY)).toEqual({
      json: '{"A":1,"C":"x"}',
      traits: []
    })
  })

  it('has a null member where an unknown one is null', () => {
    expect(render([], [], { unknown: [['X', '[null]']], order: [] }, ['unknown'])).toEqual({
      json: '{"X":[null]}',
      traits: ['unknown members', 'null members']
    })
  })

  it('has an x where no secret is given', () => {
    expect(render([], [], style, ['unknown']).json).toBe('{"X":1,"Y":"x"}')
  })
})

describe('a descriptor', () => {
  const plain = { unknown: [], order: [] }
  const dated = (time: number | undefined, form: number, way: Way = []): string =>
    renderDescriptor({ id: undefined, time, form, style: plain }, way).json

  it.each<[number, ReadonlyArray<string>, ReadonlyArray<string>]>([
    [
      1_785_000_000_000,
      ['1785000000', '1785000000.000', '1785000000.000000'],
      ['1785000000E+0', '1785000000000e-3', '1.7850000000000E9']
    ],
    [1_785_000_000_123, ['1785000000.123', '1785000000.123000'], ['1785000000123e-3', '1.7850000001230E9']],
    [-1, ['-0.001', '-0.001000'], ['-1e-3', '-1.0E-3']],
    [0, ['0', '0.000', '0.000000'], ['0E+0', '0e-3', '0.0E-3']],
    [-2000, ['-2', '-2.000', '-2.000000'], ['-2E+0', '-2000e-3', '-2.0000E0']]
  ])('has the time %i in seconds, in all forms', (time, usual, exponents) => {
    const all = (way: Way, n: number): ReadonlyArray<string> =>
      Array.from({ length: n + 1 }, (_, form) => dated(time, form, way))
    const inObjects = (texts: ReadonlyArray<string>): ReadonlyArray<string> =>
      [...texts, texts[0]].map((text) => `{"ClientSecretCreateDate":${text}}`)
    expect(all([], usual.length)).toEqual(inObjects(usual))
    expect(all(['exponents'], exponents.length)).toEqual(inObjects(exponents))
    for (const text of [...usual, ...exponents]) expect(Number(text) * 1000).toBeCloseTo(time, 6)
  })

  it('has each member only where it has a value', () => {
    expect(dated(undefined, 0)).toBe('{}')
    expect(renderDescriptor({ id: 'a', time: undefined, form: 0, style: plain }, ['exponents'])).toEqual({
      json: '{"ClientSecretId":"a"}',
      traits: []
    })
    expect(renderDescriptor({ id: 'a', time: 0, form: 0, style: plain }, ['exponents', 'nulls'])).toEqual({
      json: '{"ClientSecretId":"a","ClientSecretCreateDate":0E+0,"ClientSecretValue":null}',
      traits: ['null members', 'date with an exponent']
    })
  })

  it('has what is bad in place of what is good', () => {
    const one = { id: 'a', time: 0, form: 0, style: plain }
    const bad = members({ ClientSecretId: '', ClientSecretValue: 's' })
    expect(renderDescriptor(one, [], 's', bad).json).toBe(
      '{"ClientSecretId":"","ClientSecretCreateDate":0,"ClientSecretValue":"s"}'
    )
  })
})

it('a listing has the traits of its descriptors, and unknown members of its own', () => {
  const one = { json: '{"a":1}', traits: ['another order' as const] }
  expect(renderListing([], style, ['nulls'])).toEqual({ json: '{"ClientSecrets":[]}', traits: [] })
  expect(renderListing([one, one], style, ['unknown'], 's')).toEqual({
    json: '{"ClientSecrets":[{"a":1},{"a":1}],"X":1,"Y":"s"}',
    traits: ['unknown members', 'another order', 'another order']
  })
})

const TYPE = 'application/x-amz-json-1.1'

const asIs = { headerCase: (name: string) => name, asBytes: false }

const means: ExpectedOutcome = { _tag: 'Listing', descriptors: [] }

describe('an answer', () => {
  it('is plain unless it is told otherwise', () => {
    expect(answer(asIs, 200, '{}', means)).toStrictEqual({
      response: { status: 200, headers: { 'content-type': TYPE }, body: '{}' },
      means,
      traits: [],
      secrets: []
    })
    expect(answer(asIs, 200, '{}', means, { usual: '[]' })).not.toHaveProperty('undisturbed')
    expect(answer(asIs, 200, '{}', means, { traits: ['null members'] })).not.toHaveProperty('undisturbed')
  })

  it('has its headers in the case of its style, and bytes where those are asked for', () => {
    const headerCase = (name: string): string => name.toUpperCase()
    const more = {
      traits: ['null members', 'null members'] as const,
      secrets: ['s'],
      errorType: 'X',
      usual: '[]'
    }
    expect(answer({ headerCase, asBytes: true }, 400, 'é', means, more)).toEqual({
      response: {
        status: 400,
        headers: { 'CONTENT-TYPE': TYPE, 'X-AMZN-ERRORTYPE': 'X' },
        body: Uint8Array.of(0xc3, 0xa9)
      },
      means,
      traits: ['null members'],
      undisturbed: { status: 400, headers: { 'CONTENT-TYPE': TYPE }, body: '[]' },
      secrets: ['s']
    })
    const bytes = Uint8Array.of(1)
    expect(answer({ headerCase, asBytes: true }, 200, bytes, means).response.body).toBe(bytes)
  })
})

describe('controls', () => {
  const bodies = (meant: ExpectedOutcome, more: Partial<ResponseSample> = {}): ReadonlyArray<unknown> =>
    controls({ ...answer(asIs, 200, '', meant), ...more }).map(({ response }) => response.body)
  const one = { id: 'a', time: 0 }
  const two = { id: 'b', time: 1500 }
  const listing = (...descriptors: Extract<ExpectedOutcome, { _tag: 'Listing' }>['descriptors']): ExpectedOutcome => ({
    _tag: 'Listing',
    descriptors
  })

  it('of a plain listing have one thing less', () => {
    expect(bodies(listing(one, two))).toEqual([
      '{"ClientSecrets":[{"ClientSecretId":"a","ClientSecretCreateDate":0}]}',
      '{"ClientSecrets":[{"ClientSecretId":"b","ClientSecretCreateDate":1.500}]}'
    ])
    expect(bodies(listing(one))).toEqual([
      '{"ClientSecrets":[{"ClientSecretId":"a"}]}',
      '{"ClientSecrets":[{"ClientSecretCreateDate":0}]}'
    ])
    for (const half of [
      { id: 'a', time: undefined },
      { id: undefined, time: 0 },
      { id: undefined, time: undefined }
    ])
      expect(bodies(listing(half))).toEqual(['{"ClientSecrets":[]}'])
    expect(bodies(listing())).toEqual([])
  })

  it('of a plain error have no message', () => {
    const error = { _tag: 'Error', type: 'X', message: undefined, reasonCode: undefined } as const
    expect(bodies({ ...error, message: 'm' })).toEqual(['{"__type":"X"}'])
    expect(bodies({ ...error, reasonCode: 'r' })).toEqual(['{"__type":"X"}'])
    expect(bodies(error)).toEqual([])
  })

  it('of what no client may accept are none', () => {
    const violation = { _tag: 'Violation', breaks: 'response.body.object' } as const
    expect(bodies(violation)).toEqual([])
    expect(bodies(violation, { traits: ['null members'] })).toEqual([])
    const undisturbed = { status: 200, headers: {}, body: '{}' }
    expect(bodies(violation, { traits: ['null members'], undisturbed })).toEqual([])
    expect(plainAnswer(violation, 200)).toBeUndefined()
  })

  it('of an unusual answer are the plain one and the undisturbed one, where that is another', () => {
    const traits = ['null members'] as const
    const undisturbed = (body: string): ResponseSample['response'] => ({ status: 200, headers: {}, body })
    const plain = '{"ClientSecrets":[]}'
    expect(bodies(listing(), { traits })).toEqual([plain])
    expect(bodies(listing(), { traits, undisturbed: undisturbed(plain) })).toEqual([plain])
    expect(bodies(listing(), { traits, undisturbed: undisturbed('{}') })).toEqual([plain, '{}'])
    const [, last] = controls({ ...answer(asIs, 200, '', listing()), traits, undisturbed: undisturbed('{}') })
    expect(last).toEqual({ response: undisturbed('{}'), means: listing(), traits: [], secrets: [] })
  })

  it('of an error say what it says', () => {
    const error = { _tag: 'Error', type: 'X', message: 'm', reasonCode: 'r' } as const
    expect(plainAnswer(error, 400)?.response).toEqual({
      status: 400,
      headers: { 'content-type': TYPE },
      body: '{"__type":"X","message":"m","reasonCode":"r"}'
    })
  })
})
