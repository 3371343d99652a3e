/**
 * The leak oracle on small answers: what is found, where, and as which form. Random secrets and long answers are in
 * Leaks.long.test.ts.
 */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { emptyLeakIndex, excuseId, plant } from '../../../src/laws/shared/LeakIndex.js'
import { findLeaks, type Leak } from '../../../src/laws/shared/Leaks.js'
import type { HttpRequest, HttpResponse } from '../../../src/protocol/index.js'
import { ALPHABETS, inBlocks, inNumerals, shifted } from '../../faults/rareWritings.js'

const SECRET = 'SomeSecretThatNobodyShouldSee'

const search = (
  secret: string,
  response: Partial<HttpResponse>,
  request?: Pick<HttpRequest, 'headers' | 'body'>
): ReadonlyArray<Leak> => {
  const index = emptyLeakIndex()
  plant(index, secret)
  return findLeaks(index, { status: 200, headers: {}, body: '', ...response }, request)
}

/** Where it is found and as what, each once. */
const places = (response: Partial<HttpResponse>): ReadonlyArray<string> => [
  ...new Set(search(SECRET, response).map(({ where, form }) => `${where}: ${form}`))
]

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')

const base64 = (text: string): string => bytesOf(text).toString('base64')

const hex = (text: string): string => bytesOf(text).toString('hex')

const reversed = (text: string): string => [...text].reverse().join('')

const xored = (text: string, key: number): Buffer => Buffer.from(bytesOf(text).map((byte) => byte ^ key))

describe('the place of a secret', () => {
  it.each<readonly [what: string, response: Partial<HttpResponse>, expected: ReadonlyArray<string>]>([
    ['nothing', { statusText: 'OK', headers: { a: 'b' }, body: '{}' }, []],
    ['a status line', { statusText: SECRET }, ['the status line: plain']],
    ['a text', { body: `It is ${SECRET}.` }, ['the body: plain']],
    ['bytes', { body: bytesOf(`It is ${SECRET}.`) }, ['the body: plain']],
    ['a JSON text', { body: JSON.stringify(SECRET) }, ['the body: plain']],
    ['a member', { body: JSON.stringify({ a: [0, { b: SECRET }] }) }, ['$.a[1].b: plain', '$.a[1].b: in members']],
    ['a member of bytes', { body: bytesOf(JSON.stringify({ a: [SECRET] })) }, ['$.a[0]: plain', '$.a[0]: in members']],
    ['two members', { body: JSON.stringify({ a: SECRET, b: SECRET }) }, ['$.a: plain', '$.a: in members']],
    ['a name', { body: JSON.stringify({ a: { [SECRET]: 1 } }) }, ['$.a: plain', '$.a: in members']],
    ['a compressed text', { body: gzipSync(`It is ${SECRET}.`) }, ['the body: compressed']],
    ['a compressed member', { body: gzipSync(JSON.stringify({ a: SECRET })) }, ['$.a: compressed']],
    ['a header', { headers: { 'X-Debug': SECRET } }, ['the header X-Debug: plain']],
    ['two headers', { headers: { a: SECRET, b: base64(SECRET) } }, ['the header a: plain', 'the header b: base64']],
    ['a name of a header', { headers: { [`x-${SECRET}`]: 'a' } }, ['the name of a header: plain']],
    ['headers that hold a part each', { headers: { a: 'SomeSecret', b: 'That' } }, ['the headers together: plain']],
    [
      'the same backwards',
      { headers: { a: reversed('That'), b: reversed('SomeSecret') } },
      ['the headers together: reversed']
    ],
    [
      'all of them',
      { statusText: SECRET, headers: { a: SECRET }, body: SECRET },
      ['the status line: plain', 'the body: plain', 'the header a: plain']
    ]
  ])('%s', (_, response, expected) => {
    expect(places(response)).toEqual(expected)
  })
})

describe('the form of a secret', () => {
  it.each<readonly [form: Leak['form'] | undefined, what: string, body: string]>([
    ['plain', 'it stands there', SECRET],
    ['plain', 'in capitals', SECRET.toUpperCase()],
    ['plain', 'twelve characters', SECRET.slice(5, 17)],
    [undefined, 'eleven characters', SECRET.slice(5, 16)],
    ['reversed', 'backwards', reversed(SECRET)],
    ['rotated', 'ROT13', shifted(SECRET, 13)],
    ['a cipher', 'ROT1', shifted(SECRET, 1)],
    ['a number', 'base58', inNumerals(SECRET, ALPHABETS.base58)],
    ['base85', 'Z85', inBlocks(SECRET, ALPHABETS.z85)],
    ['in groups', 'in fours', SECRET.replace(/.{4}/g, '$& ')],
    ['in groups', 'in a list of characters', JSON.stringify([...SECRET])],
    ['escaped', 'percent-encoded', hex(SECRET).replace(/../g, '%$&')],
    ['escaped', 'backwards and percent-encoded', hex(reversed(SECRET)).replace(/../g, '%$&')],
    ['base64', 'base64', base64(SECRET)],
    ['base64', 'base64 twice', base64(base64(SECRET))],
    [undefined, 'base64 three times', base64(base64(base64(SECRET)))],
    ['hex', 'hex', hex(SECRET)],
    ['hex', 'base64 in hex', hex(base64(SECRET))],
    ['base64', 'hex in base64', base64(hex(SECRET))],
    ['XOR', 'hex of it XORed with a byte', xored(SECRET, 0xa7).toString('hex')],
    ['compressed', 'base64 of gzip', gzipSync(SECRET).toString('base64')],
    ['wide', 'full-width', [...SECRET].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')],
    ['in members', 'in the values of members', '{"a":"SomeSecret","b":{"c":"ThatNobody"},"d":1}'],
    ['interleaved', 'every second character', [...SECRET].map((c) => `${c}.`.replace('.', '0')).join('')],
    [undefined, 'base64 in parts in members', JSON.stringify({ ...base64(SECRET).match(/.{1,10}/g) })],
    [undefined, 'base64 in every second character', base64(SECRET).replace(/./g, '$&0')],
    ['base64', 'base64 in a long text', `${'{"a":"b"},'.repeat(900)}${base64(SECRET)}`],
    ['base64', 'base64 twice in 8192 characters', base64(base64(SECRET)).padStart(8192, '.')],
    [undefined, 'base64 twice in 8193', base64(base64(SECRET)).padStart(8193, '.')],
    [undefined, 'base64 twice in a long text', `${'{"a":"b"},'.repeat(900)}${base64(base64(SECRET))}`],
    ['base64', 'base64 twice in a text that is not long', `${'{"a":"b"},'.repeat(800)}${base64(base64(SECRET))}`]
  ])('%s: %s', (form, _, body) => {
    expect(places({ body }).map((place) => place.slice(place.indexOf(': ') + 2))).toEqual(
      form === undefined ? [] : [form]
    )
  })
})

describe('what is in the request too', () => {
  const body = `Not found: ${SECRET}`
  it.each<readonly [what: string, request: Pick<HttpRequest, 'headers' | 'body'>, isLeak: boolean]>([
    ['is no leak in a body', { headers: {}, body: `{"a":"${SECRET}"}` }, false],
    ['is no leak in bytes', { headers: {}, body: bytesOf(SECRET) }, false],
    ['is no leak in a header', { headers: { 'x-a': SECRET }, body: '' }, false],
    ['is no leak in the name of a header', { headers: { [SECRET]: 'a' }, body: '' }, false],
    ['is no leak in groups', { headers: {}, body: SECRET.replace(/.{4}/g, '$& ') }, false],
    ['is no leak in base64', { headers: {}, body: base64(SECRET) }, false],
    ['is no leak behind backslashes', { headers: {}, body: SECRET.replace(/./g, '$&\\') }, false],
    ['is no leak in escapes of C', { headers: {}, body: hex(SECRET).replace(/../g, '\\\\x$&') }, false],
    ['is a leak where it is XORed', { headers: {}, body: xored(SECRET, 1).toString('latin1') }, true],
    ['is no leak in escapes of JSON in JSON', { headers: {}, body: hex(SECRET).replace(/../g, '\\\\u00$&') }, false],
    ['is a leak where it is another', { headers: { 'x-a': 'SomeSecretThat' }, body: 'NobodyShouldSee' }, true]
  ])('%s', (_, request, isLeak) => {
    expect(search(SECRET, { body }, request).length > 0).toBe(isLeak)
  })

  it('leaves the rest of a secret a leak', () => {
    const windows = search(SECRET, { body: SECRET }, { headers: {}, body: SECRET.slice(0, 27) }).map(
      ({ window }) => window
    )
    expect(windows).toEqual(
      ['dyshouldsee'.padStart(12, 'o')]
        .flatMap(() => [SECRET.slice(16, 28), SECRET.slice(17, 29)])
        .map((one) => one.toLowerCase())
    )
  })

  it('is no leak where the request has it XORed, as the answer has', () => {
    const text = xored(SECRET, 1).toString('hex')
    expect(search(SECRET, { body: text }, { headers: {}, body: text })).toEqual([])
  })
})

describe('what an index remembers', () => {
  const answer = (body: string): HttpResponse => ({ status: 200, headers: {}, body })

  it('is what the last thousand texts of up to 1024 characters stand for', () => {
    const index = emptyLeakIndex()
    // the text of an empty status line is one
    for (let i = 1; i < 1000; i++) findLeaks(index, answer(String(i)))
    expect(index.read.size).toBe(1000)
    const known = index.read.get('1')
    findLeaks(index, answer('1'))
    expect(index.read.get('1')).toBe(known)
    findLeaks(index, answer('a'.repeat(1025)))
    expect(index.read.size).toBe(1000)
    findLeaks(index, answer('a'.repeat(1024)))
    expect([...index.read.keys()]).toEqual(['a'.repeat(1024)])
  })

  it('is what the last longer text stands for', () => {
    const index = emptyLeakIndex()
    findLeaks(index, answer('a'.repeat(1024)))
    expect(index.lastLong).toBeUndefined()
    findLeaks(index, answer('a'.repeat(1025)))
    const { lastLong } = index
    expect(lastLong?.text).toBe('a'.repeat(1025))
    findLeaks(index, answer('a'.repeat(1025)))
    expect(index.lastLong).toBe(lastLong)
    findLeaks(index, answer('b'.repeat(1025)))
    expect(index.lastLong?.text).toBe('b'.repeat(1025))
  })

  it('is how many characters of texts over 4096 were decoded: after 2 MiB of them only their beginning is', () => {
    const index = emptyLeakIndex()
    plant(index, SECRET)
    const isFound = (body: string): boolean => findLeaks(index, answer(body)).length > 0
    isFound('.'.repeat(4096))
    expect(index.decodedBeyond).toBe(0)
    isFound('.'.repeat(4097))
    expect(index.decodedBeyond).toBe(4097)
    index.decodedBeyond = 2_097_152
    expect(isFound(hex(SECRET).padStart(5000, '.'))).toBe(true)
    expect(index.decodedBeyond).toBe(2_102_152)
    expect(isFound(hex(SECRET).padStart(5001, '.'))).toBe(false)
    expect(isFound(hex(SECRET).padEnd(5001, '.'))).toBe(true)
    expect(isFound(SECRET.replace(/.{4}/g, '$& ').padStart(5001, '.'))).toBe(false)
    expect(isFound(SECRET.padStart(5001, '.'))).toBe(true)
    expect(index.decodedBeyond).toBe(2_102_152)
  })
})

describe('a secret', () => {
  it('is found over several headers that hold less than a run of it each', () => {
    const parts = { 'x-a': SECRET.slice(0, 8), 'set-cookie': [SECRET.slice(8, 13), SECRET.slice(13, 18)] }
    expect(search(SECRET, { headers: parts }).map(({ where }) => where)).toContain('the headers together')
    expect(search(SECRET, { headers: { 'x-a': SECRET.slice(0, 8), 'x-b': SECRET.slice(9, 17) } })).toEqual([])
  })

  it('is found in a rare encoding among the first 24 secrets, and in a common one among all', () => {
    const index = emptyLeakIndex()
    const secrets = Array.from({ length: 25 }, (_, i) => `${i}SomeSecretThatNobodyShouldSee${i}`)
    secrets.forEach((secret) => plant(index, secret))
    const isFound = (body: string): boolean => findLeaks(index, { status: 200, headers: {}, body }).length > 0
    const encoded = secrets.map((secret) => inNumerals(secret, ALPHABETS.base58))
    expect(encoded.map(isFound)).toEqual(secrets.map((_, i) => i < 24))
    expect(secrets.map((secret) => isFound(bytesOf(secret).toString('base64')))).toEqual(secrets.map(() => true))
  })

  it('is found in the name of a header and in the second of its values', () => {
    expect(search(SECRET, { headers: { [`x-${SECRET}`]: '' } })).not.toEqual([])
    expect(search(SECRET, { headers: { 'set-cookie': ['a=b', `s=${SECRET}`] } })).not.toEqual([])
    expect(search(SECRET, { headers: { 'x-none': undefined } })).toEqual([])
  })

  it('a name that holds the secret is no part of where it was found', () => {
    const found = [
      ...search(SECRET, { headers: { [`x-${SECRET}`]: SECRET } }),
      ...search(SECRET, { body: JSON.stringify({ a: { [SECRET]: { b: SECRET } } }) })
    ]
    expect(new Set(found.map(({ where }) => where))).toEqual(new Set(['the name of a header', '$.a']))
  })

  it('does not fire on a run that is shorter than 12, nor on the id of the secret', () => {
    expect(search(SECRET, { body: SECRET.slice(0, 11) })).toEqual([])
    expect(search(SECRET, { body: `${SECRET.slice(0, 11)} then ${SECRET.slice(11, 22)}` })).toEqual([])
    expect(
      search(SECRET, { body: '{"ClientSecrets":[{"ClientSecretId":"1h57kf5cpq17m0eml12example--1785000000000"}]}' })
    ).toEqual([])
  })

  it('finds a secret in a header, every piece of which was known before', () => {
    const index = emptyLeakIndex()
    const [first, second] = ['abcdefghijklmnopqrstuvwx', 'mnopqrstuvwxabcdefghijkl']
    const answer: HttpResponse = { status: 200, headers: { 'x-debug': 'uvwxabcdefgh' }, body: '' }
    plant(index, first)
    // all pieces of `second` that `first` does not have
    plant(index, 'rstuvwxabcdefg')
    expect(findLeaks(index, answer)).toEqual([])
    plant(index, second)
    expect(findLeaks(index, answer)).not.toEqual([])
  })

  it('finds in an answer the same whatever was searched before, and keeps a bounded part of that', () => {
    const other = 'nothing-that-anybody-may-hide'
    const forms = [SECRET, other, bytesOf(SECRET).toString('hex'), bytesOf(other).toString('hex')]
    const bodies = [4, 1500].flatMap((length) => forms.map((form) => `${'-'.repeat(length)}"${form}"`))
    const index = emptyLeakIndex()
    plant(index, SECRET)
    const answer = (body: string): HttpResponse => ({ status: 200, headers: {}, body })
    for (const body of [...bodies, ...bodies]) expect(findLeaks(index, answer(body))).toEqual(search(SECRET, { body }))
    for (let i = 0; i < 1100; i++) findLeaks(index, answer(`answer ${i}`))
    expect(index.read.size).toBeLessThanOrEqual(1000)
    expect([...index.read.keys()].every((text) => text.length <= 1024)).toBe(true)
  })

  it('is told from another', () => {
    expect(search('AnotherSecretThatNobodyShouldSee1', { body: 'ThatSomeoneShould' })).toEqual([])
  })

  it('is no leak where it is an id that the target gave', () => {
    const index = emptyLeakIndex()
    plant(index, `${SECRET}_secret`)
    excuseId(index, SECRET)
    const found = (body: string): number => findLeaks(index, { status: 200, headers: {}, body }).length
    expect([found(SECRET), found(SECRET.replace(/.{4}/g, '$& ')), found(`${SECRET}_`)]).toEqual([0, 0, 1])
  })

  it('an empty index finds nothing, and planting twice is planting once', () => {
    expect(findLeaks(emptyLeakIndex(), { status: 200, headers: { a: 'b' }, body: 'anything at all' })).toEqual([])
    const index = emptyLeakIndex()
    const answer: HttpResponse = { status: 200, headers: {}, body: 'SomeSecretThatNobodyShouldSee' }
    plant(index, 'SomeSecretThatNobodyShouldSee')
    const before = findLeaks(index, answer)
    expect(before).not.toEqual([])
    plant(index, 'SomeSecretThatNobodyShouldSee')
    expect(findLeaks(index, answer)).toEqual(before)
  })
})
