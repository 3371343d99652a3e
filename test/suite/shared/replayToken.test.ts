/**
 * Replay tokens of clients and validators.
 */
import * as t from 'io-ts'
import { expect, test } from 'vitest'
import { clauseIdOf, decodeToken, encodeToken } from '../../../src/suite/shared/replayToken.js'

const Content = t.type({ clause: clauseIdOf('client'), text: t.string })

const tokenOf = (text: string): string => `client.1.${Buffer.from(text).toString('base64url')}`

test('a token is its content as JSON in base64url behind the subject and the version', () => {
  const content = { clause: 'client.total', text: 'é?>' }
  const token = encodeToken('client', content)
  expect(token).toBe('client.1.eyJjbGF1c2UiOiJjbGllbnQudG90YWwiLCJ0ZXh0Ijoiw6k_PiJ9')
  expect(decodeToken('client', Content, token)).toEqual({ _tag: 'Right', right: content })
})

const UNKNOWN = 'the token holds something that is not known here; it may be of another version'
const DAMAGED = 'the token is damaged; copy it whole from the report'
const START = 'a replay token of a client starts with "client.1."; copy it whole'

test.each([
  ['of another subject', encodeToken('validator', { clause: 'client.total', text: '' }), START],
  ['without its start', tokenOf('{"clause":"client.total","text":""}').slice(1), START],
  ['of which a part is missing', tokenOf('{"clause":"client.total","text":""}').slice(0, -4), DAMAGED],
  ['of a clause that is not known', tokenOf('{"clause":"client.toal","text":""}'), UNKNOWN],
  ['of a clause that binds others', tokenOf('{"clause":"validator.total","text":""}'), UNKNOWN],
  ['without a member', tokenOf('{"clause":"client.total"}'), UNKNOWN]
])('one %s is refused, and the reason says what to do', (_, token, left) => {
  expect(decodeToken('client', Content, token)).toEqual({ _tag: 'Left', left })
})

test('a clause id is one of those that bind the subject', () => {
  const { is, encode } = clauseIdOf('client')
  expect([is('client.total'), is('validator.total'), is(undefined), encode('client.total')]).toEqual([
    true,
    false,
    false,
    'client.total'
  ])
})
