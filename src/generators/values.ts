/**
 * Descriptors, stored records, errors, and values that are none of them.
 */
import * as fc from 'fast-check'
import type { ClientSecretId } from '../contract/ClientSecretId.js'
import type { ClientSecretListDescriptorType } from '../contract/ClientSecretListDescriptorType.js'
import { type ListUserPoolClientSecretsError, toError } from '../contract/ListUserPoolClientSecretsError.js'
import type { ListUserPoolClientSecretsRequest } from '../contract/ListUserPoolClientSecretsRequest.js'
import type { ListUserPoolClientSecretsResponse } from '../contract/ListUserPoolClientSecretsResponse.js'
import type { StoredClientSecret } from '../contract/redactSecrets.js'
import { clientIdCharacters } from './characters.js'
import { clientId, userPoolId } from './ids.js'

const PRINTABLE = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -_.:;,+*/#?!\'"&=<>()[]{}@$%^~|`\\'
]

/**
 * Any code point, half of the time one of printable ASCII: every character shrinks to a letter. fast-check's own unit for
 * all code points takes seconds to build.
 */
export const character = (): fc.Arbitrary<string> =>
  fc.oneof(
    { withCrossShrink: true },
    fc.constantFrom(...PRINTABLE),
    fc.integer({ min: 0, max: 0x10ffff }).map((c) => String.fromCodePoint(c))
  )

/** Valid requests. */
export const listUserPoolClientSecretsRequest = (): fc.Arbitrary<ListUserPoolClientSecretsRequest> =>
  fc.record({ ClientId: clientId(), UserPoolId: userPoolId() })

/** ClientSecretIds as Cognito makes them, and any other text of 1 to 128 code points. */
export const clientSecretId = (): fc.Arbitrary<ClientSecretId> =>
  fc.oneof(
    fc.tuple(clientId(), fc.nat(4_000_000_000)).map(([id, time]) => `${id.slice(0, 100)}--${time}`),
    fc.string({ minLength: 1, maxLength: 128, unit: character() })
  ) as fc.Arbitrary<ClientSecretId>

/** Dates to the millisecond, over all that a Date can say. */
export const timestamp = (): fc.Arbitrary<Date> =>
  fc.oneof(
    fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
    fc.date({ noInvalidDate: true })
  )

/** Descriptors, with and without each of their members. */
export const clientSecretListDescriptorType = (): fc.Arbitrary<ClientSecretListDescriptorType> =>
  fc.record({ ClientSecretCreateDate: timestamp(), ClientSecretId: clientSecretId() }, { requiredKeys: [] })

/** Responses with none, one or two descriptors. */
export const listUserPoolClientSecretsResponse = (): fc.Arbitrary<ListUserPoolClientSecretsResponse> =>
  fc.record({ ClientSecrets: fc.array(clientSecretListDescriptorType(), { maxLength: 2 }) })

/** The five documented exceptions and common errors. */
export const listUserPoolClientSecretsError = (): fc.Arbitrary<ListUserPoolClientSecretsError> =>
  fc
    .record({
      type: fc.constantFrom(
        'InternalServerException',
        'InvalidParameterException',
        'LimitExceededException',
        'ResourceNotFoundException',
        'TooManyRequestsException',
        'SerializationException',
        'UnrecognizedClientException',
        'ThrottlingException'
      ),
      status: fc.constantFrom(400, 403, 404, 429, 500, 503),
      message: fc.option(fc.string({ unit: character() }), { nil: undefined })
    })
    .map(toError)

/** 24 to 64 of `[\w+]`, as Cognito makes them and callers may choose them. */
export const clientSecret = (): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...clientIdCharacters), { minLength: 24, maxLength: 64, size: 'max' })
    .map((parts) => parts.join(''))

/**
 * What a server may keep: the two documented members, the secret under several names and depths, and other things.
 */
export const storedClientSecret = (secret: string): fc.Arbitrary<StoredClientSecret> =>
  fc
    .tuple(
      fc.record({ ClientSecretId: clientSecretId(), ClientSecretCreateDate: timestamp() }),
      fc.dictionary(
        fc.oneof(fc.constantFrom('ClientSecretValue', 'ClientSecret', 'secret', '__proto__', 'toJSON'), fc.string()),
        fc.oneof(
          fc.constant(secret),
          fc.constant({ nested: [secret] }),
          fc.constant(() => secret),
          fc.jsonValue()
        )
      )
    )
    .map(([documented, rest]) => ({ ...rest, ...documented }))

/** A value whose every reading throws (but by symbol: fast-check itself reads those). */
const hostile = (): object =>
  new Proxy(
    {},
    {
      get: (_, key) => (typeof key === 'symbol' ? undefined : refuse()),
      getOwnPropertyDescriptor: refuse,
      ownKeys: refuse
    }
  )

const refuse = (): never => {
  throw new Error('hostile')
}

/** Whatever a caller of a total function may come up with. */
export const anything = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true
    }),
    fc.constant(undefined).map(hostile)
  )

/** Requests that are nearly requests: the two members with anything in them. */
export const almostRequest = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.record(
      {
        ClientId: fc.oneof(clientId(), fc.string({ unit: character() }), anything()),
        UserPoolId: fc.oneof(userPoolId(), fc.string({ unit: character() }), anything())
      },
      { requiredKeys: [] }
    ),
    anything()
  )
