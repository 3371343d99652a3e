/**
 * Everything that an arbitrary chooses from comes up, and nothing else: the sets of what is drawn, written by hand.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { malformedBodies, malformedBody, notObjectBody, notObjects, rawBody } from '../../src/generators/bodies.js'
import { bareErrorAnswer, documentedErrorAnswers, errorAnswer } from '../../src/generators/errorAnswers.js'
import { errorType, naming } from '../../src/generators/errorNames.js'
import { illegalAnswer } from '../../src/generators/illegalAnswers.js'
import { descriptor, listingAnswer } from '../../src/generators/listingAnswers.js'
import { clientId, type NearMiss, nearMissClientId, nearMissUserPoolId, userPoolId } from '../../src/generators/ids.js'
import { otherTypes, validatorValue } from '../../src/generators/validatorValue.js'
import {
  almostRequest,
  anything,
  character,
  clientSecretId,
  listUserPoolClientSecretsError,
  listUserPoolClientSecretsRequest,
  timestamp
} from '../../src/generators/values.js'
import { jsonStyle, way } from '../../src/generators/writing.js'
import { independentViolations } from '../../src/laws/shared/independentCheck.js'
import type { ResponseSample } from '../../src/laws/client/ResponseSample.js'

const drawn = <A>(arbitrary: fc.Arbitrary<A>, numRuns = 300): ReadonlyArray<A> =>
  fc.sample(arbitrary, { seed: 20261128, numRuns })

const setOf = (values: ReadonlyArray<unknown>): ReadonlyArray<string> =>
  [...new Set(values.map((value) => (typeof value === 'string' ? value : String(JSON.stringify(value)))))].sort()

const sorted = (...texts: ReadonlyArray<string>): ReadonlyArray<string> => [...texts].sort()

const bodyOf = ({ response: { body } }: ResponseSample): string => Buffer.from(body).toString()

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('the writing of answers', () => {
  it('is unusual in nothing, in one way, or in all', () => {
    expect(setOf(drawn(way()))).toEqual(
      sorted('[]', '["unknown"]', '["nulls"]', '["order"]', '["exponents"]', '["unknown","nulls","order","exponents"]')
    )
  })

  it('has up to three unknown members of different names, and up to six ranks', () => {
    const styles = drawn(jsonStyle(), 500)
    expect(setOf(styles.map(({ unknown }) => unknown.length))).toEqual(['0', '1', '2', '3'])
    expect(setOf(styles.map(({ order }) => order.length))).toEqual(['0', '1', '2', '3', '4', '5', '6'])
    expect(setOf(styles.flatMap(({ order }) => order))).toEqual([...'0123456789'])
    expect(styles.filter(({ unknown }) => new Set(unknown.map(([name]) => name)).size < unknown.length)).toEqual([])
    const members = styles.flatMap(({ unknown }) => unknown)
    const names = members.map(([name]) => name)
    const made = names.filter((name) => /^[A-Z][a-z]{1,8}[0-9]$/.test(name))
    expect(setOf(names.filter((name) => !made.includes(name)))).toEqual(
      sorted('NextToken', 'ClientSecret', 'clientSecrets', '__proto__', 'toString', '$metadata')
    )
    expect(new Set(made.map(({ length }) => length)).size).toBe(8)
    expect(setOf(members.filter(([name]) => name === 'NextToken').map(([, json]) => json))).toEqual(['"a"'])
    const values = members.flatMap(([name, json]) => (name === 'NextToken' ? [] : [json]))
    expect(values.filter((json) => json === undefined).length).toBeGreaterThan(50)
    const given = values.flatMap((json) => (json === undefined ? [] : [JSON.parse(json) as unknown]))
    expect(setOf(given.map(depthOf))).toEqual(['0', '1', '2'])
    expect(setOf(given.map((value) => typeof value))).toEqual(['boolean', 'number', 'object', 'string'])
  })

  it('of a descriptor: an id or none, a time in whole seconds or not or none, twelve forms', () => {
    const all = drawn(descriptor(), 600)
    expect(setOf(all.map(({ id }) => typeof id))).toEqual(['string', 'undefined'])
    const times = all.map(({ time }) => time)
    expect(setOf(times.map((time) => typeof time))).toEqual(['number', 'undefined'])
    const given = times.flatMap((time) => time ?? [])
    expect(Math.min(...given)).toBeGreaterThanOrEqual(-1e12)
    expect(Math.min(...given)).toBeLessThan(-1e11)
    expect(Math.max(...given)).toBeLessThanOrEqual(4e12)
    expect(Math.max(...given)).toBeGreaterThan(3e12)
    const whole = given.filter((time) => time % 1000 === 0)
    expect(whole.length).toBeGreaterThan(given.length / 4)
    expect(whole.length).toBeLessThan((given.length * 3) / 4)
    expect(Math.max(...whole)).toBeGreaterThan(3e12)
    expect(whole.filter((time) => time < 0).length).toBeLessThan(5)
    expect(new Set(all.map(({ form }) => form))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]))
  })
})

describe('listings', () => {
  const listings = (): ReadonlyArray<ResponseSample> => drawn(listingAnswer())

  it('have up to two descriptors, with what is usual in their place where they are unusual', () => {
    const all = listings()
    expect(setOf(all.map(({ response }) => response.status))).toEqual(['200'])
    const meant = all.flatMap(({ means }) => (means._tag === 'Listing' ? [means.descriptors] : []))
    expect(setOf(meant.map(({ length }) => length))).toEqual(['0', '1', '2'])
    const usual = all.flatMap(({ undisturbed }) => (undisturbed === undefined ? [] : [String(undisturbed.body)]))
    expect(usual.length).toBeGreaterThan(50)
    const member = /(?:"ClientSecretId":"(?:[^"\\]|\\.)*"|"ClientSecretCreateDate":-?\d+(?:\.\d+)?)/.source
    const one = `\\{(?:${member}(?:,${member})?)?\\}`
    const listing = new RegExp(`^\\{"ClientSecrets":\\[(?:${one}(?:,${one})?)?\\]\\}$`, 's')
    expect(usual.filter((text) => !listing.test(text))).toEqual([])
  })

  it('name the secret that they give away', () => {
    const all = listings()
    const secrets = all.flatMap((one) => one.secrets)
    expect(secrets.length).toBeGreaterThan(10)
    expect(all.filter((one) => one.secrets.some((secret) => !bodyOf(one).includes(secret)))).toEqual([])
    // a text of 24 characters or more in a plain answer is no secret
    expect(all.filter((one) => one.traits.length === 0 && one.secrets.length > 0)).toEqual([])
  })
})

const TYPES = [
  'InternalServerException',
  'InvalidParameterException',
  'LimitExceededException',
  'ResourceNotFoundException',
  'TooManyRequestsException',
  'SerializationException',
  'UnrecognizedClientException',
  'AccessDeniedException',
  'NotAuthorized'
]

describe('errors', () => {
  it('are documented, common, or made up', () => {
    const types = drawn(errorType(), 400)
    expect(setOf(types.filter((type) => TYPES.includes(type)))).toEqual(sorted(...TYPES))
    const others = types.filter((type) => !TYPES.includes(type))
    expect(others.filter((type) => !/^[A-Z][A-Za-z0-9_]{2,20}(?:Exception|Error)$/.test(type))).toEqual([])
    expect(setOf(others.map((type) => type.replace(/^.*(?=Exception$|Error$)/, '')))).toEqual(['Error', 'Exception'])
    expect(new Set(others.map((type) => type.replace(/(?:Exception|Error)$/, '').length)).size).toBeGreaterThan(10)
  })

  it('have decorations around their names', () => {
    const all = drawn(naming(), 600)
    const decorated = all.filter(({ traits }) => traits.includes('decorated type'))
    expect(setOf(decorated.map(({ type, names }) => Object.values(names).join().replace(type, '|')))).toEqual(
      sorted(
        'com.amazonaws.cognito#|',
        'com.amazonaws.cognitoidentityprovider#|',
        '|:',
        'com.amazonaws.cognito#|:',
        'com.amazonaws.cognitoidentityprovider#|:',
        '|:http://internal.amazon.com/coral/com.amazon.coral.validate/',
        'com.amazonaws.cognito#|:http://internal.amazon.com/coral/com.amazon.coral.validate/',
        'com.amazonaws.cognitoidentityprovider#|:http://internal.amazon.com/coral/com.amazon.coral.validate/'
      )
    )
    expect(setOf(all.map(({ names }) => Object.keys(names).join()))).toEqual(
      sorted(
        '__type',
        'code',
        'x-amzn-errortype',
        'code,__type',
        'x-amzn-errortype,__type',
        'x-amzn-errortype,code',
        'x-amzn-errortype,code,__type'
      )
    )
    for (const trait of ['type elsewhere', 'decorated type']) {
      expect(all.filter(({ traits }) => traits.join() === trait).length).toBeGreaterThan(50)
    }
  })

  it('have statuses, and a message and a reason code or none', () => {
    const errors = drawn(errorAnswer(), 500)
    expect(setOf(errors.map(({ response }) => response.status))).toEqual(
      sorted('400', '401', '403', '404', '413', '429', '500', '503', '599')
    )
    const meant = errors.flatMap(({ means }) => (means._tag === 'Error' ? [means] : []))
    expect(setOf(meant.map(({ message }) => typeof message))).toEqual(['string', 'undefined'])
    expect(setOf(meant.map(({ reasonCode }) => typeof reasonCode))).toEqual(['string', 'undefined'])
    expect(setOf(meant.flatMap(({ type, reasonCode }) => (reasonCode === undefined ? [] : [type])))).toEqual([
      'InvalidParameterException'
    ])
    const spelled = errors.flatMap((one) =>
      Object.keys(JSON.parse(bodyOf(one)) as object).filter((name) => /^message$/i.test(name))
    )
    expect(setOf(spelled)).toEqual(['Message', 'message'])
    expect(meant.some(({ message = '' }) => /[^\x20-\x7e]/.test(message))).toBe(true)
    const nulls = errors
      .filter(({ traits }) => traits.includes('null members') && !traits.includes('unknown members'))
      .flatMap((one) => Object.entries(JSON.parse(bodyOf(one)) as object).filter(([, value]) => value === null))
    expect(setOf(nulls.map(([name]) => name))).toEqual(['Message', 'message', 'reasonCode'])
  })

  it('without what is unusual are named in __type alone', () => {
    const errors = drawn(errorAnswer())
    const pairs = errors.flatMap(({ undisturbed, means }) =>
      undisturbed === undefined ? [] : [{ undisturbed, means }]
    )
    expect(pairs.length).toBeGreaterThan(100)
    for (const { undisturbed, means } of pairs) {
      const said = JSON.parse(String(undisturbed.body)) as Readonly<Record<string, unknown>>
      expect(means).toMatchObject({ type: said['__type'], message: said['message'] ?? said['Message'] })
      expect(Object.keys(said).filter((name) => !/^(?:__type|[mM]essage|reasonCode)$/.test(name))).toEqual([])
      expect(Object.keys(undisturbed.headers).map((name) => name.toLowerCase())).toEqual(['content-type'])
    }
  })

  it('whose body says nothing', () => {
    const bare = drawn(bareErrorAnswer(), 400)
    expect(setOf(bare.map(bodyOf))).toEqual(
      sorted('', ' ', '<html>502 Bad Gateway</html>', '[]', 'null', '"oops"', '{"message":', '\0')
    )
    expect(setOf(bare.map(({ response }) => response.status))).toEqual(
      sorted('400', '403', '404', '413', '500', '502', '503', '504')
    )
    for (const { response, means, traits } of bare) {
      const [name] = Object.entries(response.headers).flatMap(([key, value]) =>
        key.toLowerCase() === 'x-amzn-errortype' ? [value] : []
      )
      expect(means).toEqual({ _tag: 'Error', type: name, message: undefined, reasonCode: undefined })
      expect(traits.includes('type elsewhere')).toBe(name !== undefined)
      expect(traits.includes('unreadable body')).toBe(response.body.length > 0)
    }
    expect(setOf(bare.map(({ means }) => means._tag === 'Error' && typeof means.type))).toEqual(['string', 'undefined'])
  })

  it('that are documented: seven answers for each', () => {
    const inShort = ({ response: { status, headers, body }, traits, means }: ResponseSample): string =>
      `${status} ${headers['x-amzn-errortype'] ?? '-'} ${body as string} ${traits.join()} ${JSON.stringify(means)}`
    const expected = (type: string, status: number, more: string): ReadonlyArray<string> => {
      const means = `{"_tag":"Error","type":"${type}","message":"a message"${more}}`
      const rest = `"message":"a message"${more}}`
      return [
        `${status} - {"__type":"${type}",${rest}  ${means}`,
        `${status} - {"code":"${type}",${rest} type elsewhere ${means}`,
        `${status} ${type} {${rest} type elsewhere ${means}`,
        `${status} - {"__type":"com.amazonaws.cognito#${type}",${rest} decorated type ${means}`,
        `${status} - {"__type":"${type}",${rest.replace('m', 'M')}  ${means}`,
        `404 - {"__type":"${type}",${rest}  ${means}`,
        `429 - {"__type":"${type}",${rest}  ${means}`
      ]
    }
    expect(documentedErrorAnswers.map(inShort).sort()).toEqual(
      sorted(
        ...expected('InternalServerException', 500, ''),
        ...expected('InvalidParameterException', 400, ',"reasonCode":"why"'),
        ...expected('LimitExceededException', 400, ''),
        ...expected('ResourceNotFoundException', 400, ''),
        ...expected('TooManyRequestsException', 400, '')
      )
    )
    expect(setOf(documentedErrorAnswers.flatMap(({ response }) => Object.keys(response.headers)))).toEqual([
      'content-type',
      'x-amzn-errortype'
    ])
  })

  it('as values have one of eight types and one of six statuses', () => {
    const all = drawn(listUserPoolClientSecretsError(), 300)
    expect(setOf(all.flatMap((one) => (one._tag === 'CommonError' ? [one.status] : [])))).toEqual(
      sorted('400', '403', '404', '429', '500', '503')
    )
    expect(all.some(({ message = '' }) => /[^\x20-\x7e]/.test(message))).toBe(true)
  })
})

describe('illegal answers', () => {
  type Breaking = (clause: string) => ReadonlyArray<ResponseSample>

  const sample = (): Breaking => {
    const all = drawn(illegalAnswer(), 600)
    return (clause) => all.filter(({ means }) => means._tag === 'Violation' && means.breaks === clause)
  }

  it('have bodies without a good list, or a name twice', () => {
    const breaking = sample()
    expect(setOf(breaking('response.clientSecrets.present').map(bodyOf))).toEqual(
      sorted(
        '',
        '{}',
        '{"ClientSecrets":null}',
        '{"ClientSecrets":{}}',
        '{"ClientSecrets":"x"}',
        '{"ClientSecrets":0}',
        '{"clientSecrets":[]}'
      )
    )
    expect(setOf(breaking('response.names.unique').map(bodyOf))).toEqual(
      sorted(
        '{"ClientSecrets":[],"ClientSecrets":[]}',
        '{"ClientSecrets":[{"ClientSecretId":"a","ClientSecretId":"b"}]}',
        '{"ClientSecrets":[],"A":{"a":1,"\\u0061":2}}'
      )
    )
    const cut = /^\{(?:$|")/
    const whole = breaking('response.body.object').map(bodyOf)
    expect(setOf(whole.filter((text) => !cut.test(text)))).toEqual(
      sorted('[]', 'null', '"x"', '0', '<html/>', '{}{}', "{'ClientSecrets':[]}")
    )
    expect(whole).toContain('{"\ufffd"}')
    const cutOff = whole.filter((text) => cut.test(text) && text !== '{"\ufffd"}')
    expect(cutOff.filter(isJson)).toEqual([])
    expect(new Set(cutOff.map(({ length }) => length)).size).toBeGreaterThan(20)
  })

  it('have a listing with another status, or too long a list', () => {
    const breaking = sample()
    const moved = breaking('response.status.ok')
    expect(setOf(moved.map(({ response }) => response.status))).toEqual(
      sorted('201', '202', '204', '206', '301', '302', '304', '399')
    )
    const sizes = (some: ReadonlyArray<ResponseSample>): ReadonlyArray<string> =>
      setOf(some.map((one) => (JSON.parse(bodyOf(one)) as { ClientSecrets: Array<unknown> }).ClientSecrets.length))
    expect(sizes(moved)).toEqual(['0', '1'])
    expect(sizes(breaking('response.clientSecrets.atMostTwo'))).toEqual(['3', '4', '5'])
  })

  it('have one bad member in the last of one or two descriptors', () => {
    const breaking = sample()
    const values = (clause: string, name: string): ReadonlyArray<unknown> =>
      breaking(clause).map((one) => {
        const { ClientSecrets } = JSON.parse(bodyOf(one)) as { ClientSecrets: ReadonlyArray<Record<string, unknown>> }
        expect([1, 2]).toContain(ClientSecrets.length)
        return ClientSecrets.at(-1)?.[name]
      })
    expect(setOf(values('response.clientSecretCreateDate.number', 'ClientSecretCreateDate'))).toEqual(
      sorted('1785000000', '1785000000.5', '2026-07-25T17:20:00Z', '', 'true', '[1785000000]', '{"N":"1"}')
    )
    expect(setOf(values('response.clientSecretId.length', 'ClientSecretId'))).toEqual(
      sorted('', 'a'.repeat(129), '\u{1f600}'.repeat(129), '-'.repeat(1000))
    )
    const leaks = breaking('response.secretValue.absent')
    const secrets = leaks.map((one) => one.secrets)
    expect(secrets.filter((one) => one.length !== 1)).toEqual([])
    const shapes = values('response.secretValue.absent', 'ClientSecretValue').map((value, i) =>
      JSON.stringify(value).replace(secrets[i]?.[0] ?? '', '...')
    )
    expect(setOf(shapes)).toEqual(sorted('"..."', '["..."]', '{"S":"..."}'))
    // with a good member beside it, and a secret where an unknown member holds one
    const others = breaking('response.clientSecretId.length')
    expect(others.some(({ secrets: [secret] }) => secret !== undefined)).toBe(true)
    expect(others.some((one) => bodyOf(one).includes('"ClientSecretCreateDate":'))).toBe(true)
  })
})

describe('bodies', () => {
  it('are malformed by an example, by what follows JSON, or by chance', () => {
    const all = drawn(malformedBody(), 500)
    expect(malformedBodies.filter((text) => !all.includes(text))).toEqual([])
    const others = all.filter((text) => !malformedBodies.includes(text))
    for (const rest of ['{', '"', ',', ':', ']]', '\\']) {
      const texts = others.filter((text) => text.endsWith(rest) && isJson(text.slice(0, -rest.length)))
      expect([rest, texts.length > 5]).toEqual([rest, true])
    }
    expect(others.filter((text) => !/[{",:\]\\]$/.test(text)).length).toBeGreaterThan(50)
    expect(all.filter((text) => isJson(text) || text.trim() === '')).toEqual([])
  })

  it('are no objects: examples, lists, and single values', () => {
    const all = drawn(notObjectBody(), 500)
    expect(notObjects.filter((text) => !all.includes(text))).toEqual([])
    const others = all.filter((text) => !notObjects.includes(text)).map((text) => JSON.parse(text) as unknown)
    expect(others.filter((value) => typeof value === 'object' && !Array.isArray(value))).toEqual([])
    expect(others.filter((value) => Array.isArray(value) && value.length > 0).length).toBeGreaterThan(50)
    expect(others.filter((value) => typeof value === 'string').length).toBeGreaterThan(20)
    expect(others.filter((value) => typeof value === 'number' && !Number.isInteger(value)).length).toBeGreaterThan(5)
  })

  it('are raw: bytes, text, JSON, and JSON with one byte changed', () => {
    const all = drawn(rawBody(), 500)
    const bytes = all.filter((body) => typeof body !== 'string')
    const texts = all.filter((body) => typeof body === 'string')
    const random = bytes.filter((one) => one.filter((byte) => byte > 0x7e).length > 3)
    expect(random.length).toBeGreaterThan(20)
    const changedAt = bytes.flatMap((one) => {
      const odd = [...one].flatMap((byte, at) => (byte > 0x7e || byte < 0x20 ? [at] : []))
      return one.length > 8 && odd.length === 1 ? odd : []
    })
    expect(new Set(changedAt).size).toBeGreaterThan(3)
    expect(texts.filter(isJson).length).toBeGreaterThan(100)
    expect(texts.filter((text) => /[^\x20-\x7e]/.test(text)).length).toBeGreaterThan(30)
  })
})

it('a character is one of printable ASCII or any code point', () => {
  const all = drawn(character(), 1500)
  expect(all.filter((c) => [...c].length !== 1)).toEqual([])
  const ascii = new Set(all.filter((c) => c >= ' ' && c <= '~'))
  expect(ascii.size).toBeGreaterThan(90)
  expect(all.filter((c) => c >= ' ' && c <= '~').length).toBeGreaterThan(600)
  expect(all.filter((c) => (c.codePointAt(0) ?? 0) > 0xffff).length).toBeGreaterThan(300)
})

it('values of another type', () => {
  const plain = drawn(otherTypes(), 400).filter(
    (value) => typeof value !== 'object' || value === null || !Object.hasOwn(value, 'toString')
  )
  const inWords = (value: unknown): string =>
    typeof value === 'object' && Object.prototype.toString.call(value) === '[object String]'
      ? `new String(${JSON.stringify(value)})`
      : String(JSON.stringify(value))
  expect(setOf(plain.map(inWords))).toEqual(
    sorted(
      'undefined',
      'null',
      '0',
      '1',
      '1.5',
      'true',
      'false',
      '{}',
      '[]',
      '["a"]',
      '["a_0"]',
      '[["a_0"]]',
      'new String("a_0")'
    )
  )
})

it('a character shrinks to a letter', () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    expect(
      fc.check(
        fc.property(character(), () => false),
        { seed }
      ).counterexample
    ).toEqual(['a'])
  }
})

describe('ids', () => {
  it('of clients are as short or as long as they may be, each a third of the time', () => {
    const lengths = drawn(clientId()).map(({ length }) => length)
    expect(lengths.filter((length) => length <= 3).length).toBeGreaterThan(90)
    expect(lengths.filter((length) => length >= 126).length).toBeGreaterThan(80)
  })

  it('of pools have heads and tails of all lengths', () => {
    const parts = drawn(userPoolId(), 500).map((id) => [id.lastIndexOf('_'), id.length - id.lastIndexOf('_') - 1])
    for (const at of [0, 1]) {
      const lengths = parts.map((one) => one[at] ?? 0)
      expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([1, 53])
      expect(new Set(lengths).size).toBeGreaterThan(35)
    }
  })

  it('with a wrong character have it at the start, in the middle or at the end of a short text', () => {
    const all = drawn(nearMissClientId(), 500).flatMap(({ id, wrong }) => (wrong === 'character' ? [[...id]] : []))
    expect(all.filter(({ length }) => length > 41)).toEqual([])
    expect(all.some(({ length }) => length === 41)).toBe(true)
    const places = all.flatMap((id) => {
      const at = id.findIndex((c) => !/[\w+]/.test(c))
      return id.length > 2
        ? [at === 0 ? 'start' : at === id.length - 1 ? 'end' : at - Math.floor((id.length - 1) / 2)]
        : []
    })
    expect(setOf(places)).toEqual(sorted('start', 'end', '0'))
  })

  it('of pools, with what is wrong, have parts of all lengths', () => {
    const all = drawn(nearMissUserPoolId(), 1200)
    const longest: Readonly<Record<NearMiss['wrong'], number>> = {
      empty: 0,
      'too long': 70,
      'no underscore': 55,
      'nothing before': 55,
      'nothing after': 55,
      tail: 42,
      character: 42
    }
    for (const [way, length] of Object.entries(longest)) {
      const lengths = all.filter(({ wrong }) => wrong === way).map(({ id }) => [...id].length)
      expect([way, Math.max(...lengths)]).toEqual([way, length])
    }
    const spoiled = all.filter(({ wrong }) => wrong === 'character').map(({ id }) => id)
    expect(spoiled.filter((id) => /^[\w-]+_/.test(id)).length).toBeGreaterThan(50)
    expect(spoiled.filter((id) => /_[0-9a-zA-Z]+$/.test(id)).length).toBeGreaterThan(50)
    const more = drawn(nearMissUserPoolId(), 2500).flatMap(({ id, wrong }) => (wrong === 'character' ? [id] : []))
    expect(more.filter((id) => /^[\w-]*$/.test(id))).toEqual([])
    // the part that is not spoiled is a good one
    expect(spoiled.filter((id) => !/^[\w-]+_/.test(id) && !/_[0-9a-zA-Z]+$/.test(id))).toEqual([])
  })
})

it('a request is good, and almost a request may hold any character', () => {
  const requests = drawn(listUserPoolClientSecretsRequest(), 100)
  expect(requests.filter((one) => independentViolations(one).length > 0)).toEqual([])
  expect(setOf(requests.map((one) => Object.keys(one).sort().join()))).toEqual(['ClientId,UserPoolId'])
  for (const name of ['ClientId', 'UserPoolId']) {
    const values = drawn(almostRequest()).map((one) => {
      try {
        return Object.getOwnPropertyDescriptor(Object(one), name)?.value as unknown
      } catch {
        return undefined // it throws at every reading
      }
    })
    expect(values.some((id) => typeof id === 'string' && /[\u{10000}-\u{10ffff}]/u.test(id))).toBe(true)
  }
})

it('dates are valid, whatever the number of draws', () => {
  expect(drawn(timestamp(), 20_000).filter((date) => Number.isNaN(date.getTime()))).toEqual([])
})

it('what throws at every reading gives undefined for a symbol, which fast-check reads', () => {
  const isHostile = (value: unknown): value is object => {
    try {
      return typeof value === 'object' && value !== null && Object.keys(value).length < 0
    } catch {
      return true
    }
  }
  const hostile = drawn(anything(), 100).filter(isHostile)
  expect(hostile.length).toBeGreaterThan(10)
  for (const one of hostile) expect(Reflect.get(one, Symbol.iterator)).toBeUndefined()
})

it('anything may be an array with holes, or the text of an object', () => {
  const values = drawn(anything(), 600)
  const arrays = values.filter((value): value is Array<unknown> => Array.isArray(value))
  expect(arrays.some((value) => Object.keys(value).length < value.length)).toBe(true)
  expect(values.some((value) => typeof value === 'string' && /^[{[].*[}\]]$/s.test(value) && value.length > 3)).toBe(
    true
  )
})

it('a ClientSecretId is as Cognito makes them, or any text of up to 128 code points', () => {
  const others = drawn(clientSecretId(), 500).filter((id) => !/^[\w+]{1,100}--\d{1,10}$/.test(id))
  const lengths = others.map((id) => [...id].length)
  expect([Math.min(...lengths), Math.max(...lengths) <= 128]).toEqual([1, true])
  expect(others.some((id) => /[^\x20-\x7e]/.test(id))).toBe(true)
})

describe('what validators are asked about', () => {
  const ownNames = (value: unknown): ReadonlyArray<string> => {
    try {
      return typeof value === 'object' && value !== null ? Object.getOwnPropertyNames(value) : []
    } catch {
      return [] // it throws at every reading
    }
  }

  it('is wrong in one member or in both, or lacks one', () => {
    const all = drawn(validatorValue(), 800).flatMap((value) => {
      const names = ownNames(value).filter((name) => name === 'ClientId' || name === 'UserPoolId')
      return names.length === 0
        ? []
        : [{ names: [...names].sort().join(), value: value as Readonly<Record<string, unknown>> }]
    })
    expect(setOf(all.map(({ names }) => names))).toEqual(['ClientId', 'ClientId,UserPoolId', 'UserPoolId'])
    const whole = all.flatMap(({ names, value: { ClientId, UserPoolId } }) =>
      names.includes(',') ? [{ ClientId, UserPoolId }] : []
    )
    const wrongIn = (request: { readonly ClientId: unknown; readonly UserPoolId: unknown }): string =>
      setOf(independentViolations(request).map(({ path }) => String(path))).join()
    for (const names of ['ClientId', 'UserPoolId', 'ClientId,UserPoolId']) {
      expect([names, whole.filter((one) => wrongIn(one) === names).length > 20]).toEqual([names, true])
    }
    for (const name of ['ClientId', 'UserPoolId'] as const) {
      const ids = whole.filter((one) => wrongIn(one) === name).map((one) => one[name])
      const texts = ids.filter((id) => typeof id === 'string')
      const bold = texts.filter((id) => /^\u{1d400}{2,}$/u.test(id))
      expect([...new Set(bold.map((id) => [...id].length))].filter((n) => ![30, 55, 64, 65, 128].includes(n))).toEqual(
        []
      )
      expect(bold.length).toBeGreaterThan(1)
      expect(texts.length - bold.length).toBeGreaterThan(30)
      expect(ids.length - texts.length).toBeGreaterThan(10)
    }
  })

  it('has other members, also beside good ones', () => {
    const good = drawn(validatorValue(), 800).flatMap((value) => {
      const names = ownNames(value)
      if (!names.includes('ClientId') || !names.includes('UserPoolId')) return []
      const { ClientId, UserPoolId } = value as Readonly<Record<string, unknown>> // it has them
      if (independentViolations({ ClientId, UserPoolId }).length > 0) return []
      return [names.filter((name) => !/^(?:ClientId|UserPoolId)$/.test(name))]
    })
    expect(setOf(good.flat())).toEqual(sorted('NextToken', 'clientId', 'Unknown', '__proto__'))
    expect(good.filter((names) => names.join() === 'NextToken').length).toBeGreaterThan(60)
    expect(good.filter((names) => names.length === 0).length).toBeGreaterThan(60)
    expect(good.filter((names) => names.length > 1).length).toBeGreaterThan(20)
  })
})
