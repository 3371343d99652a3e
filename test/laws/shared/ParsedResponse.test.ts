/**
 * A response read for all laws: short bodies at once, of long ones only the last.
 */
import { describe, expect, it } from 'vitest'
import { keysIn, LONG_BODY, listedIn, memberOf, parseResponse } from '../../../src/laws/shared/ParsedResponse.js'
import type { HttpResponse } from '../../../src/protocol/index.js'

const answer = (body: HttpResponse['body'], headers: HttpResponse['headers'] = {}): HttpResponse => ({
  status: 200,
  headers,
  body
})

const listing = (id: string, length = 0): string =>
  JSON.stringify({ ClientSecrets: [{ ClientSecretId: id, ClientSecretCreateDate: 1 }], Filler: 'a'.repeat(length) })

describe('a long body', () => {
  it('is read as a short one is', () => {
    const [long, short] = [LONG_BODY, 0].map((length) => parseResponse(answer(listing('one', length))))
    expect(long?.descriptors).toEqual(short?.descriptors)
    expect(long?.lexemes).toEqual(short?.lexemes)
    expect(long?.body?.['ClientSecrets']).toEqual(short?.body?.['ClientSecrets'])
  })

  it('has its own reading after another one was read', () => {
    const [one, two] = ['one', 'two'].map((id) => parseResponse(answer(listing(id, LONG_BODY))))
    const ids = [one, two, one].map((parsed) => parsed && listedIn(parsed).map(({ id }) => id))
    expect(ids).toEqual([['one'], ['two'], ['one']])
  })

  it('is read once for all that looks at it in a row', () => {
    const parsed = parseResponse(answer(listing('one', LONG_BODY)))
    expect(parsed.descriptors).toBe(parsed.descriptors)
  })

  it('is read again after another one, and one that is not long is not', () => {
    const isKept = (size: number): boolean => {
      const start = listing('one')
      const parsed = parseResponse(answer(start.padEnd(size)))
      const { descriptors } = parsed
      expect(parseResponse(answer(listing('two', LONG_BODY))).descriptors).toHaveLength(1)
      return parsed.descriptors === descriptors
    }
    expect([isKept(0), isKept(LONG_BODY), isKept(LONG_BODY + 1)]).toEqual([true, true, false])
  })

  it('counts by its content: bytes that are equal are read alike', () => {
    const bytes = new TextEncoder().encode(listing('one', LONG_BODY))
    expect(parseResponse(answer(bytes)).text).toBe(listing('one', LONG_BODY))
  })
})

describe('a body', () => {
  it.each<readonly [string, HttpResponse]>([
    ['a byte order mark', answer(`\uFEFF${listing('one')}`)],
    ['a byte order mark in bytes', answer(Uint8Array.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]))],
    ['a coding that nobody asked for', answer(listing('one'), { 'Content-Encoding': ' GZIP ' })],
    ['a list around it', answer(`[${listing('one')}]`)],
    ['null in its place', answer('null')],
    ['bytes that are no text', answer(Uint8Array.from([0x7b, 0xff, 0x7d]))]
  ])('with %s is no object', (_, response) => {
    expect(parseResponse(response).body).toBeUndefined()
  })

  it.each(['', 'identity', ' Identity '])('with the coding %j is as it is', (coding) => {
    expect(parseResponse(answer('{}', { 'content-encoding': coding })).body).toEqual({})
  })

  it('in bytes that only begin like a byte order mark is read', () => {
    const text = '\u{F000}'
    expect(parseResponse(answer(text)).text).toBe(text)
    expect(parseResponse(answer(new TextEncoder().encode('{}'))).body).toEqual({})
  })
})

it('names and numbers are those of a body that is JSON', () => {
  expect(parseResponse(answer('{"a":1,"a":2}')).lexemes).toEqual({
    duplicates: [['a']],
    numbers: [
      { path: ['a'], lexeme: '1' },
      { path: ['a'], lexeme: '2' }
    ]
  })
  for (const body of ['{"a":1,"a":2', Uint8Array.of(0x31, 0xff)]) {
    expect(parseResponse(answer(body)).lexemes).toEqual({ duplicates: [], numbers: [] })
  }
})

it('the media type is that of the header, without parameters', () => {
  expect(parseResponse(answer('', { 'Content-Type': 'Text/HTML; charset=utf-8' })).mediaType).toBe('text/html')
})

it('what is listed has the id and the date of each descriptor, and nothing where there is no list', () => {
  const list = '{"ClientSecrets":[{"ClientSecretId":"a","ClientSecretCreateDate":1,"x":2},{"ClientSecretId":null},3]}'
  const none = { id: undefined, date: undefined }
  expect(listedIn(parseResponse(answer(list)))).toEqual([{ id: 'a', date: 1 }, none, none])
  expect(listedIn(parseResponse(answer('{}')))).toEqual([])
})

it('keys are those of an object', () => {
  expect([keysIn({ b: 1, a: 2 }), keysIn(['a']), keysIn('a'), keysIn(null)]).toEqual([['b', 'a'], [], [], []])
})

describe('the name of an error', () => {
  const failing = (headers: HttpResponse['headers'], body: object): string | undefined =>
    parseResponse({ status: 400, headers, body: JSON.stringify(body) }).errorType

  it('is that of the header, then of code, then of __type', () => {
    expect(failing({ 'X-Amzn-ErrorType': 'A:' }, { code: 'B', __type: 'C' })).toBe('A')
    expect(failing({}, { code: 'B', __type: 'C' })).toBe('B')
    expect(failing({}, { __type: 'x#C' })).toBe('C')
  })

  it('is none where nothing names one', () => {
    expect(failing({}, {})).toBeUndefined()
    expect(failing({}, [])).toBeUndefined()
  })

  it('is none in a success', () => {
    expect(parseResponse(answer('{"__type":"C"}')).errorType).toBeUndefined()
  })
})

describe('memberOf', () => {
  it('is nothing for null, for what an object inherits and for what is no object', () => {
    expect(memberOf({ a: null }, 'a')).toBeUndefined()
    expect(memberOf({}, 'toString')).toBeUndefined()
    expect([null, 'a', ['a']].map((u) => memberOf(u, 'length'))).toEqual([undefined, undefined, undefined])
    expect(memberOf({ a: 0 }, 'a')).toBe(0)
  })
})

describe('a body in a coding that is not undone', () => {
  it.each([
    ['br', '\u0001\u0002', 'br'],
    [' BR ', '\u0001\u0002', 'br'],
    ['br', '', undefined],
    ['br', '{}', undefined],
    ['identity', 'x', undefined],
    [undefined, 'x', undefined]
  ])('%j hides %j: %j', (coding, body, hiddenBy) => {
    expect(parseResponse(answer(body, { 'content-encoding': coding })).hiddenBy).toBe(hiddenBy)
  })
})
