import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientSecret } from '../../src/generators/index.js'
import { decodeError, decodeResponse } from '../../src/protocol/index.js'

const messageOf = (message: string): string | undefined => {
  const error = decodeError({ status: 400, headers: {}, body: JSON.stringify({ __type: 'X', message }) })
  return 'message' in error ? error.message : undefined
}

const SECRET = 'Pl4nted+Secret_that+Nobo'

describe('the message of a server', () => {
  it('is 24 characters long here, as the shortest secret is', () => {
    expect(SECRET).toHaveLength(24)
  })

  it.each([
    'Client secret: not found',
    'Invalid ClientSecret: length must be between 24 and 64',
    'see ClientSecret: https://docs.example.com/a_page_with_a_long_name_that_is_no_secret',
    'ClientSecretId: a--1785000000',
    'client_secret_id=1example23456789012345678901234',
    'ClientSecrets: internationalizationalizing',
    'The client secret is wrong',
    'secret hash does not match',
    `User pool ${'us_east_1_abcdefghijklmnopq'} does not exist.`,
    `ClientSecret ${SECRET.slice(1)}`,
    `the value ${SECRET} stands behind no name`,
    ''
  ])('stays as it is where no secret stands behind a name: %j', (message) => {
    expect(messageOf(message)).toBe(message)
  })

  it.each([
    [`Client secret: ${SECRET}`, 'Client secret: [secret]'],
    [`client_secret=${SECRET}&grant_type=x`, 'client_secret=[secret]&grant_type=x'],
    [`ClientSecretValue ${SECRET}.`, 'ClientSecretValue [secret].'],
    [`client_secret_value=${SECRET}`, 'client_secret_value=[secret]'],
    [`"ClientSecretValue":"${SECRET}"`, '"ClientSecretValue":"[secret]"'],
    [`CLIENT-SECRET is ${SECRET}`, 'CLIENT-SECRET is [secret]'],
    [`SecretHash => ${SECRET}`, 'SecretHash => [secret]'],
    [`clientSecret: ${SECRET}, ClientSecret: ${SECRET}`, 'clientSecret: [secret], ClientSecret: [secret]']
  ])('loses a secret that stands behind its name: %j', (message, masked) => {
    expect(messageOf(message)).toBe(masked)
  })

  it('loses a secret of every length, whole', () => {
    const names = fc.constantFrom('ClientSecret', 'client_secret', 'clientSecretValue', 'client secret', 'SECRET_HASH')
    const between = fc.constantFrom(' ', ': ', '=', '":"', "' = '", ' is ')
    fc.assert(
      fc.property(
        clientSecret(),
        names,
        between,
        fc.constantFrom('', '.', '"', ' and more'),
        (secret, name, sign, rest) => {
          expect(messageOf(`${name}${sign}${secret}${rest}`)).toBe(`${name}${sign}[secret]${rest}`)
        }
      ),
      { seed: 8, numRuns: 1000 }
    )
  })

  it('is masked wherever it stands: Message with a capital M, a reason code, an error that decodeResponse reads', () => {
    const quoted = `ClientSecret: ${SECRET}`
    const body = JSON.stringify({ __type: 'InvalidParameterException', Message: quoted, reasonCode: quoted })
    expect(decodeResponse({ status: 400, headers: {}, body })).toEqual({
      _tag: 'Left',
      left: {
        _tag: 'InvalidParameterException',
        status: 400,
        message: 'ClientSecret: [secret]',
        reasonCode: 'ClientSecret: [secret]'
      }
    })
  })
})
