import { describe, expect, it } from 'vitest'
import { breaks, independentViolations, isReadable, memberIn } from '../../../src/laws/shared/independentCheck.js'
import { isRecord, member, UNREADABLE } from '../../../src/laws/shared/members.js'

const IDS = { ClientId: 'a', UserPoolId: 'a_b' }

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const throwing = {
  ...IDS,
  get ClientId(): string {
    throw new Error('no')
  }
}

/** What is wrong with one id, as `constraint limit`. */
const wrong = (ids: object): ReadonlyArray<string> =>
  independentViolations({ ...IDS, ...ids }).map(({ path, constraint, ...rest }) =>
    [...path, constraint, ...('limit' in rest ? [rest.limit] : [])].join(' ')
  )

const PATTERN = { ClientId: 'ClientId pattern [\\w+]+', UserPoolId: 'UserPoolId pattern [\\w-]+_[0-9a-zA-Z]+' }

describe('what is wrong with a ClientId', () => {
  it.each(['0', '9', 'A', 'Z', 'a', 'z', '_', '+', 'a'.repeat(128)])('nothing with %s', (ClientId) => {
    expect(wrong({ ClientId })).toEqual([])
  })

  it.each(['/', ':', '@', '[', '`', '{', '-', ' ', 'a ', 'é', 'a-b'])('the pattern with %j', (ClientId) => {
    expect(wrong({ ClientId })).toEqual([PATTERN.ClientId])
  })

  it.each<readonly [unknown, ReadonlyArray<string>]>([
    ['', [PATTERN.ClientId, 'ClientId minLength 1']],
    ['a'.repeat(129), ['ClientId maxLength 128']],
    ['\u{1f600}'.repeat(128), [PATTERN.ClientId]],
    ['\u{1f600}'.repeat(129), [PATTERN.ClientId, 'ClientId maxLength 128']],
    [undefined, ['ClientId required']],
    [null, ['ClientId required']],
    [1, ['ClientId type string']],
    [['a'], ['ClientId type string']]
  ])('%j', (ClientId, expected) => {
    expect(wrong({ ClientId })).toEqual(expected)
  })
})

describe('what is wrong with a UserPoolId', () => {
  it.each(['a_b', '0_0', '-_Z', '__z', 'a-b_c_9', `a_${'b'.repeat(53)}`])('nothing with %s', (UserPoolId) => {
    expect(wrong({ UserPoolId })).toEqual([])
  })

  it.each(['_b', 'a_', 'ab', 'a_b-', 'a+_b', 'a_b ', ' a_b'])('the pattern with %j', (UserPoolId) => {
    expect(wrong({ UserPoolId })).toEqual([PATTERN.UserPoolId])
  })

  it.each<readonly [unknown, ReadonlyArray<string>]>([
    ['', [PATTERN.UserPoolId, 'UserPoolId minLength 1']],
    [`a_${'b'.repeat(54)}`, ['UserPoolId maxLength 55']],
    [undefined, ['UserPoolId required']],
    [true, ['UserPoolId type string']]
  ])('%j', (UserPoolId, expected) => {
    expect(wrong({ UserPoolId })).toEqual(expected)
  })
})

it('both ids are missing in what is no object, and a member is one of its own', () => {
  const both = ['ClientId required', 'UserPoolId required']
  for (const value of [undefined, null, 'a', ['a'], Object.create(IDS), revoked()]) {
    expect(independentViolations(value).map(({ path, constraint }) => `${path.join()} ${constraint}`)).toEqual(both)
  }
})

it('a constraint that is broken is that of the id and of the name', () => {
  const value = { ...IDS, ClientId: '' }
  expect(breaks(value, 'ClientId')).toBe(true)
  expect(breaks(value, 'ClientId', 'minLength')).toBe(true)
  expect(breaks(value, 'ClientId', 'maxLength')).toBe(false)
  expect(breaks(value, 'UserPoolId')).toBe(false)
  expect(breaks(value, 'UserPoolId', 'minLength')).toBe(false)
})

it('a member that throws is told apart from one that is missing', () => {
  expect(memberIn(throwing, 'ClientId')).toBe(UNREADABLE)
  expect(memberIn(throwing, 'UserPoolId')).toBe('a_b')
  expect([
    isReadable(throwing),
    isReadable({
      ClientId: 'a',
      get UserPoolId() {
        throw new Error('no')
      }
    })
  ]).toEqual([false, false])
  expect([isReadable(IDS), isReadable({}), isReadable('a')]).toEqual([true, true, true])
})

it('a record is an object that is no list', () => {
  expect([{}, Object.create(null), new Date(0)].map(isRecord)).toEqual([true, true, true])
  expect([null, undefined, [], 'a', () => 0, revoked()].map(isRecord)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false
  ])
})

it('a member is an own one, and null is none', () => {
  expect([member({ a: 0 }, 'a'), member({ a: null }, 'a'), member({}, 'toString')]).toEqual([0, undefined, undefined])
})
