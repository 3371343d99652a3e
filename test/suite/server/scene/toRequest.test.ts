import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyWorld } from '../../../../src/laws/server/World.js'
import { addClient, addPool } from '../../../../src/suite/server/scene/worldChanges.js'
import { list, listClient, type ListStep } from '../../../../src/generators/TestCase.js'
import { toRequest } from '../../../../src/suite/server/scene/toRequest.js'
import { parseResponse } from '../../../../src/laws/shared/ParsedResponse.js'
import { HEADERS, utf8 } from '../../../protocol/messages.js'

const world = addClient(addPool(emptyWorld, { name: 'main', id: 'us-east-1_"x"' }), {
  name: 'one',
  pool: 'main',
  id: 'oneid',
  secrets: []
})

const bodyOf = (body: string, rest: Partial<ListStep> = {}): unknown =>
  toRequest({ op: 'list', body, ...rest }, world)?.body

/** A character of the basic plane that stands by itself. */
const basicCharacter = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    fc.integer({ min: 0xa0, max: 0xd7ff }).map((code) => String.fromCharCode(code))
  )

describe('toRequest', () => {
  it('puts ids where names stand, safe within JSON', () => {
    expect(JSON.parse(String(toRequest(listClient('one'), world)?.body))).toEqual({
      ClientId: 'oneid',
      UserPoolId: 'us-east-1_"x"'
    })
    expect(bodyOf('{{client:one}}{{client:one}}!')).toBe('oneidoneid!')
    expect(bodyOf('{{upper:client:one}}')).toBe('ONEID')
  })

  it('puts what a pool or client was called when it was made, and is nothing where nobody knows', () => {
    const called = addPool(world, { name: 'p', calledAs: 'called "p"', id: 'a_b' })
    expect(toRequest({ op: 'list', body: '{{name:pool:p}}' }, called)?.body).toBe('called \\"p\\"')
    expect(bodyOf('{{name:client:one}}')).toBeUndefined()
  })

  it('puts the id of a secret, and is nothing where it is not known', () => {
    const secrets = [{ origin: 'creation', id: 'a"b' }, { origin: 'caller' }] as const
    const having = addClient(world, { name: 'two', pool: 'main', id: 'twoid', secrets })
    const unknown = addClient(having, { name: 'three', pool: 'main', id: 'threeid', secrets: undefined })
    const put = (name: string): unknown => toRequest({ op: 'list', body: `{{secret:${name}}}` }, unknown)?.body
    expect(put('two:0')).toBe('a\\"b')
    for (const name of ['two:1', 'two:2', 'three:0', 'nobody:0']) expect(put(name)).toBeUndefined()
  })

  it('puts near misses of an id, and is nothing where the form or the name is unknown', () => {
    expect(bodyOf('{{escaped:client:one}}')).toBe('\\u006f\\u006e\\u0065\\u0069\\u0064')
    expect(bodyOf('{{blankAfter:client:one}}')).toBe('oneid ')
    for (const name of ['escaped:client:nobody', 'upper:client:nobody', 'name:pool:nobody', 'valueOf:client:one']) {
      expect(bodyOf(`{{${name}}}`)).toBeUndefined()
    }
  })

  it('is nothing where a name stands for nothing', () => {
    expect(toRequest(listClient('nobody'), world)).toBeUndefined()
    expect(toRequest(listClient('one', 'nowhere'), world)).toBeUndefined()
  })

  it('repeats what is to be repeated', () => {
    expect(bodyOf('{{repeat:3:ab}}')).toBe('ababab')
    expect(bodyOf('{{repeat:2:[}}0{{repeat:2:]}}')).toBe('[[0]]')
    expect(String(bodyOf('{{repeat:300000:a}}'))).toHaveLength(300_000)
  })

  it('leaves alone what only looks like a name', () => {
    for (const text of ['{{}}', '{{pool}}', '{client:one}', '{{secret:one}}', '{"a":{"b":{}}}'])
      expect(bodyOf(text)).toBe(text)
  })

  it('decodes base64 to bytes', () => {
    for (const bytes of [[], [0], [0xff, 0xfe], [0x7b, 0x22, 0x80], Array.from({ length: 256 }, (_, i) => i)]) {
      expect(bodyOf(Buffer.from(bytes).toString('base64'), { base64: true })).toEqual(Uint8Array.from(bytes))
    }
  })

  it.each([
    ['utf-16le', (text: string) => Buffer.from(text, 'utf16le')],
    ['utf-16be', (text: string) => Buffer.from(text, 'utf16le').swap16()],
    [
      'utf-32le',
      (text: string) => Buffer.from([...text].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8, 0, 0]))
    ]
  ] as const)('writes a body in %s, ids and all', (encoding, write) => {
    fc.assert(
      fc.property(fc.string({ unit: basicCharacter() }), (text) => {
        const body = `${text.replaceAll('{', '')}{{client:one}}`
        const expected = Uint8Array.from(write(body.replace('{{client:one}}', 'oneid')))
        expect(bodyOf(body, { encoding })).toEqual(expected)
      })
    )
  })

  it('is a POST with the usual headers, unless the step says otherwise', () => {
    expect(toRequest(list({ a: 1 }), world)).toEqual({ method: 'POST', path: '/', headers: HEADERS, body: '{"a":1}' })
    expect(toRequest(list({}, { method: 'GET', headers: { a: 'b' } }), world)).toMatchObject({
      method: 'GET',
      headers: { a: 'b' }
    })
  })
})

describe('parseResponse', () => {
  it('reads what is there, and refuses nothing', () => {
    const answer = parseResponse({
      status: 200,
      headers: { 'Content-Type': 'application/x-amz-json-1.1; x=y' },
      body: utf8('{"ClientSecrets":[{"ClientSecretCreateDate":1.5E9}],"a":1,"a":2}')
    })
    expect(answer).toMatchObject({
      status: 200,
      mediaType: 'application/x-amz-json-1.1',
      errorType: undefined,
      descriptors: [{ ClientSecretCreateDate: 1.5e9 }]
    })
    expect(answer.lexemes.duplicates).toEqual([['a']])
    expect(answer.lexemes.numbers[0]).toEqual({ path: ['ClientSecrets', 0, 'ClientSecretCreateDate'], lexeme: '1.5E9' })
  })

  it.each([
    [Uint8Array.of(0xff), { text: undefined, body: undefined }],
    ['<html>', { text: '<html>', body: undefined }],
    ['[]', { text: '[]', body: undefined, descriptors: undefined }],
    ['{"ClientSecrets":{}}', { descriptors: undefined }],
    ['', { text: '', body: undefined }]
  ])('of %j', (body, expected) => {
    expect(parseResponse({ status: 400, headers: { 'x-amzn-ErrorType': 'a#B:c' }, body })).toMatchObject({
      ...expected,
      errorType: 'B'
    })
  })
})
