import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { header } from '../../src/protocol/index.js'
import { mediaType } from '../../src/protocol/Http.js'
import { title } from '../laws/title.js'

describe('header', () => {
  it(title('request.headers.caseInsensitive'), () => {
    const name = fc.mixedCase(fc.constantFrom('content-type', 'x-amz-target', 'x-amzn-errortype'))
    fc.assert(
      fc.property(name, name, fc.string(), (stored, asked, value) => {
        const found = header({ [stored]: value }, asked)
        return stored.toLowerCase() === asked.toLowerCase() ? found === value : found === undefined
      })
    )
  })

  it.each([
    [{}, undefined],
    [{ 'X-A': 'a' }, 'a'],
    [{ 'x-a': ['a', 'b'] }, 'a'],
    [{ 'x-a': [] }, undefined],
    [{ 'x-a': undefined }, undefined],
    [{ 'x-a': '' }, ''],
    [{ 'X-A': undefined, 'x-a': 'a' }, 'a'],
    [{ 'X-A': undefined, 'X-a': 'a' }, 'a'],
    [{ 'X-A': 'b', 'x-a': 'a' }, 'a'],
    [{ 'X-A': [], 'x-a': ['a'], 'X-a': 'b' }, 'a'],
    [{ 'x-ab': 'a', x_a: 'b', ' x-a': 'c' }, undefined]
  ])('x-a of %j is %j', (headers, value) => {
    expect(header(headers, 'x-a')).toBe(value)
  })

  it.each([null, undefined, 7, 'x-a', { 'x-a': 7 }, { 'x-a': [7] }, { 'x-a': { 0: 7 } }, { 'x-a': null }])(
    'has no value where there is no text: %j',
    (headers) => {
      expect(header(headers as never, 'x-a')).toBeUndefined()
    }
  )

  it('knows no header that an object has from its prototype', () => {
    expect(header({}, 'constructor')).toBeUndefined()
    expect(header(Object.create({ 'x-a': 'a' }), 'x-a')).toBeUndefined()
    expect(header(Object.assign(Object.create(null), { 'x-a': 'a' }), 'x-a')).toBe('a')
  })
})

describe('mediaType', () => {
  it.each([
    [undefined, undefined],
    ['', ''],
    ['application/x-amz-json-1.1', 'application/x-amz-json-1.1'],
    ['application/x-amz-json-1.1; charset=utf-8', 'application/x-amz-json-1.1'],
    ['application/x-amz-json-1.1;charset=utf-8;a=b', 'application/x-amz-json-1.1'],
    [' Application/X-AMZ-JSON-1.1 ; a="b;c"', 'application/x-amz-json-1.1'],
    [';', '']
  ])('of %j is %j', (contentType, media) => {
    expect(mediaType(contentType)).toBe(media)
  })
})
