/**
 * Arbitraries that only these tests need.
 */
import * as fc from 'fast-check'
import type { Codec } from '../../src/index.js'
import { clientId, clientSecret, nearMissClientId, nearMissUserPoolId, userPoolId } from '../../src/generators/index.js'
import { clientIdCharacters, poolHeadCharacters, treacherous } from '../../src/generators/characters.js'

/** Any sequence of UTF-16 units, lone surrogates among them. */
export const utf16 = (maxLength = 12): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.nat({ max: 0xffff }), fc.integer({ min: 0xd7ff, max: 0xe000 })), { maxLength })
    .map((units) => String.fromCharCode(...units))

/** Strings on both sides of the line between an id and something else. */
export const nearId = (): fc.Arbitrary<string> =>
  fc.oneof(
    clientId(),
    userPoolId(),
    nearMissClientId().map(({ id }) => id),
    nearMissUserPoolId().map(({ id }) => id),
    fc
      .array(fc.constantFrom(...clientIdCharacters, ...poolHeadCharacters, ...treacherous, '_'), { maxLength: 8 })
      .map((parts) => parts.join('')),
    utf16()
  )

/** A secret that stays what it is when a counterexample shrinks. */
export const secret = (): fc.Arbitrary<string> => fc.noShrink(clientSecret())

const everything = {
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true
} as const

const NAMES = [
  'ClientId',
  'UserPoolId',
  'ClientSecrets',
  'ClientSecretId',
  'ClientSecretCreateDate',
  'ClientSecretValue'
]

/** A secret that tests plant. */
export const PLANTED = 'Pl4nted+Secret_that+Nobody_Else+Has9'

/** Values of all kinds with `planted` in many places: as a member, a key, an element, within text. */
export const withPlanted = (planted = PLANTED): fc.Arbitrary<unknown> =>
  fc.anything({
    ...everything,
    key: fc.oneof(fc.constantFrom(...NAMES, 'message', '__type', '__proto__'), fc.string(), fc.constant(planted)),
    values: [
      fc.constantFrom<unknown>(planted, ` ${planted}\n`, `"${planted}"`, [planted], { S: planted }),
      fc.constantFrom<unknown>(undefined, null, true, 0, -1, 1e21, NaN, 1n, ''),
      utf16()
    ]
  })

/** The same, shaped like a request or a response. */
export const shapedWithPlanted = (planted = PLANTED): fc.Arbitrary<unknown> => {
  const any = withPlanted(planted)
  return fc.oneof(
    any,
    fc.record({ ClientId: fc.oneof(clientId(), any), UserPoolId: fc.oneof(userPoolId(), any) }, { requiredKeys: [] }),
    fc.record({
      ClientSecrets: fc.array(
        fc.record(
          { ClientSecretId: any, ClientSecretCreateDate: any, ClientSecretValue: any, Other: any },
          { requiredKeys: [] }
        ),
        { maxLength: 4 }
      )
    })
  )
}

/** Any codec, with its types forgotten. */
export const untyped = (codec: object): Codec<unknown, unknown> => codec as Codec<unknown, unknown>
