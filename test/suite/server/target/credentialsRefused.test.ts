/**
 * Which answers refuse the caller, and what a report advises.
 */
import { describe, expect, test } from 'vitest'
import { credentialsRefused } from '../../../../src/suite/server/target/credentialsRefused.js'

const of = (status: number, errorType: string | undefined, message = '') =>
  credentialsRefused({ status, errorType, message, isList: true, short: '', long: '' })

const SET =
  'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN for temporary credentials) to credentials that the target accepts.'
const RENEW = 'Renew the credentials: they have expired.'
const CLOCK = 'Check the clock of this machine.'
const SIGNATURE =
  'Check that the secret access key belongs to the access key id, that --region is right and that this clock is.'
const PERMISSION = 'Give the credentials the permission cognito-idp:ListUserPoolClientSecrets.'

describe('who the caller is was not accepted:', () => {
  test.each([
    ['ExpiredTokenException', RENEW],
    ['TokenExpired', RENEW],
    ['CredentialsExpired', RENEW],
    ['RequestExpired', CLOCK],
    ['RequestTimeTooSkewed', CLOCK],
    ['RequestInTheFutureError', CLOCK],
    ['SignatureDoesNotMatch', SIGNATURE],
    ['InvalidSignatureException', SIGNATURE],
    ['IncompleteSignature', SIGNATURE],
    ['SignatureVerificationFailed', SIGNATURE],
    ['UnrecognizedClientException', SET],
    ['UnknownClient', SET],
    ['InvalidClientTokenId', SET],
    ['InvalidClientToken', SET],
    ['InvalidAccessKeyId', SET],
    ['MissingAuthenticationTokenException', SET],
    ['MissingAuthentication', SET],
    ['InvalidTokenFault', SET],
    ['InvalidSecurityToken', SET],
    ['AuthFailure', SET],
    ['AuthenticationFailed', SET],
    ['Unauthenticated', SET],
    ['InvalidCredentials', SET],
    ['OptInRequired', SET],
    ['SubscriptionRequiredException', SET]
  ])('%s', (name, advice) => {
    expect(of(400, name)).toEqual({ kind: 'authentication', isCertain: true, advice })
  })
})

describe('what the caller may do was not enough:', () => {
  test.each([
    'AccessDeniedException',
    'NotAuthorizedException',
    'Unauthorized',
    'UnauthorizedOperation',
    'UnauthorizedAccess',
    'ForbiddenException'
  ])('%s', (name) => {
    expect(of(400, name)).toEqual({ kind: 'authorization', isCertain: false, advice: PERMISSION })
  })

  test.each([
    'User: x is not authorized to perform: y',
    'because no identity-based policy allows it',
    'with an explicit deny'
  ])('for certain where it says "%s"', (message) => {
    expect(of(403, 'AccessDenied', message)).toEqual({ kind: 'authorization', isCertain: true, advice: PERMISSION })
  })

  test('401 by itself, which a key might change', () => {
    expect(of(401, undefined)).toEqual({ kind: 'authorization', isCertain: false, advice: SET })
  })

  test('403 by itself', () => {
    expect(of(403, undefined)).toEqual({ kind: 'authorization', isCertain: false, advice: PERMISSION })
  })
})

test.each([
  ...[
    'ExpiredToken',
    'RequestExpired',
    'SignatureDoesNotMatch',
    'UnknownClient',
    'InvalidToken',
    'AuthFailure',
    'AccessDenied'
  ].flatMap((name) => [
    [403, `Not${name}`],
    [403, `${name}Twice`],
    [403, `Error${name}`]
  ]),
  [401, 'ResourceNotFoundException'],
  [400, undefined],
  [200, undefined]
] as ReadonlyArray<readonly [number, string | undefined]>)('HTTP %i %s is about something else', (status, name) => {
  expect(of(status, name)).toBeUndefined()
})
