import * as fc from 'fast-check'
import { isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { ClientId, UserPoolId } from '../../src/index.js'
import { treacherous } from '../../src/generators/characters.js'
import { clientId, nearMissClientId, nearMissUserPoolId, userPoolId } from '../../src/generators/index.js'
import { independentViolations } from '../../src/laws/shared/independentCheck.js'
import { title } from '../laws/title.js'
import { nearId } from './arbitraries.js'

/** The laws' oracle, which goes character by character and knows no regular expression. */
const isClientId = (id: string): boolean => independentViolations({ ClientId: id, UserPoolId: 'a_0' }).length === 0
const isUserPoolId = (id: string): boolean => independentViolations({ ClientId: 'a', UserPoolId: id }).length === 0

/** Every string of `characters` up to this length. */
const stringsOf = (characters: ReadonlyArray<string>, maxLength: number): ReadonlyArray<string> =>
  maxLength === 0
    ? ['']
    : ['', ...characters.flatMap((c) => stringsOf(characters, maxLength - 1).map((rest) => c + rest))]

const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))

describe('ClientId', () => {
  it(title('request.clientId.accepted'), () => {
    fc.assert(fc.property(clientId(), (id) => ClientId.is(id) && isRight(ClientId.decode(id))))
    for (const id of ['a', '+', '_', '0', 'Z', '+'.repeat(128), 'a'.repeat(127), '__proto__', 'null', 'a+b_C']) {
      expect(ClientId.decode(id)).toEqual({ _tag: 'Right', right: id })
    }
  })

  it(title('request.clientId.pattern'), () => {
    fc.assert(fc.property(nearMissClientId(), ({ id }) => !ClientId.is(id) && !isRight(ClientId.decode(id))))
    const bad = [
      '-',
      'a-b',
      'a\n',
      '\na',
      'a\r',
      ' a',
      'a ',
      'a\u2028',
      'é',
      'ſ',
      '\u212a',
      '٣',
      '０',
      '😀',
      '\ud800',
      'a\0'
    ]
    for (const id of bad) expect([id, ClientId.is(id)]).toEqual([id, false])
  })

  it(title('request.clientId.minLength'), () => {
    expect(ClientId.is('')).toBe(false)
    expect(ClientId.is('a')).toBe(true)
  })

  it(title('request.clientId.maxLength'), () => {
    expect(ClientId.is('a'.repeat(128))).toBe(true)
    expect(ClientId.is('a'.repeat(129))).toBe(false)
    expect(ClientId.is('a'.repeat(1_000_000))).toBe(false)
  })

  it('tells all 65536 UTF-16 units apart as the oracle does, alone and at the end', () => {
    expect(units.filter((c) => ClientId.is(c) !== isClientId(c))).toEqual([])
    expect(units.filter((c) => ClientId.is(`a${c}`) !== isClientId(c))).toEqual([])
    expect(units.filter((c) => ClientId.is(c))).toHaveLength(64)
  })

  it('agrees with the oracle on every short string and on long ones', () => {
    const short = stringsOf(['a', 'Z', '9', '_', '+', '-', '\n', ...treacherous], 2)
    expect(short.filter((id) => ClientId.is(id) !== isClientId(id))).toEqual([])
    fc.assert(
      fc.property(nearId(), (id) => ClientId.is(id) === isClientId(id)),
      { numRuns: 5000 }
    )
  })
})

describe('UserPoolId', () => {
  it(title('request.userPoolId.accepted'), () => {
    fc.assert(fc.property(userPoolId(), (id) => UserPoolId.is(id) && isRight(UserPoolId.decode(id))))
    const good = ['a_0', '__0', '-_0', '_-_Z', '__proto___0', `${'-'.repeat(53)}_0`, `a_${'Z'.repeat(53)}`, 'a_b_c_d_0']
    for (const id of good) expect(UserPoolId.decode(id)).toEqual({ _tag: 'Right', right: id })
  })

  it(title('request.userPoolId.pattern'), () => {
    fc.assert(fc.property(nearMissUserPoolId(), ({ id }) => !UserPoolId.is(id) && !isRight(UserPoolId.decode(id))))
    const bad = [
      '_',
      '__',
      'a',
      'a_',
      '_a',
      'a_-',
      'a_b-',
      'a_b_',
      'a+b_c',
      'a_b+',
      'a_b\n',
      '\na_b',
      'a _b',
      'é_0',
      'a_é',
      'a_٣'
    ]
    for (const id of bad) expect([id, UserPoolId.is(id)]).toEqual([id, false])
  })

  it(title('request.userPoolId.minLength'), () => {
    expect(UserPoolId.is('')).toBe(false)
  })

  it(title('request.userPoolId.maxLength'), () => {
    expect(UserPoolId.is(`us-east-1_${'a'.repeat(45)}`)).toBe(true)
    expect(UserPoolId.is(`us-east-1_${'a'.repeat(46)}`)).toBe(false)
    expect(UserPoolId.is(`${'_'.repeat(54)}0`)).toBe(true)
    expect(UserPoolId.is(`${'_'.repeat(55)}0`)).toBe(false)
  })

  it('tells all 65536 UTF-16 units apart as the oracle does, in head and tail', () => {
    expect(units.filter((c) => UserPoolId.is(`${c}_0`) !== isUserPoolId(`${c}_0`))).toEqual([])
    expect(units.filter((c) => UserPoolId.is(`a_${c}`) !== isUserPoolId(`a_${c}`))).toEqual([])
    expect(units.filter((c) => UserPoolId.is(`a_${c}`))).toHaveLength(62)
  })

  it('agrees with the oracle on every short string and on long ones', () => {
    const short = stringsOf(['a', 'Z', '9', '_', '-', '+', '\n', 'é', '𝟘', '\ud800'], 5)
    expect(short.length).toBeGreaterThan(100_000)
    expect(short.filter((id) => UserPoolId.is(id) !== isUserPoolId(id))).toEqual([])
    fc.assert(
      fc.property(nearId(), (id) => UserPoolId.is(id) === isUserPoolId(id)),
      { numRuns: 5000 }
    )
  })

  it('is matched in linear time, however long the value', () => {
    // quadratic would be hours
    expect(UserPoolId.is(`${'a_'.repeat(800_000)}!`)).toBe(false)
    expect(UserPoolId.is(`${'_'.repeat(1_600_000)}-`)).toBe(false)
  })
})
