/**
 * Values to ask validators about: requests that are good, nearly good in one place or in two, and anything else.
 */
import * as fc from 'fast-check'
import { clientId, nearMissClientId, nearMissUserPoolId, userPoolId } from './ids.js'
import { anything } from './values.js'

export const otherTypes = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom<unknown>(undefined, null, 0, 1, 1.5, true, false, {}, [], ['a'], ['a_0'], [['a_0']], Object('a_0')),
    fc.constantFrom('a', 'a_0').map((id) => ({ toString: () => id }))
  )

/** Beyond the BMP a code point is two UTF-16 units: too long for who counts those. */
const astral = (): fc.Arbitrary<string> => fc.constantFrom(30, 55, 64, 65, 128).map((n) => '𝐀'.repeat(n))

const nearClientId = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 5, arbitrary: nearMissClientId().map(({ id }) => id) },
    { weight: 1, arbitrary: astral() },
    { weight: 3, arbitrary: otherTypes() }
  )

const nearUserPoolId = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 5, arbitrary: nearMissUserPoolId().map(({ id }) => id) },
    { weight: 1, arbitrary: astral() },
    { weight: 3, arbitrary: otherTypes() }
  )

export const validatorValue = (): fc.Arbitrary<unknown> => {
  const good = fc.record({ ClientId: clientId(), UserPoolId: userPoolId() })
  const more = fc.dictionary(fc.constantFrom('NextToken', 'clientId', 'Unknown', '__proto__'), fc.jsonValue())
  return fc.oneof(
    good,
    fc.record({ ClientId: nearClientId(), UserPoolId: userPoolId() }),
    fc.record({ ClientId: clientId(), UserPoolId: nearUserPoolId() }),
    fc.record({ ClientId: nearClientId(), UserPoolId: nearUserPoolId() }, { requiredKeys: [] }),
    fc.tuple(good, more).map(([request, rest]) => ({ ...rest, ...request })),
    fc.tuple(good, fc.string()).map(([request, NextToken]) => ({ ...request, NextToken })),
    good.map((request): unknown => Object.create(request)),
    fc.oneof(anything(), otherTypes())
  )
}
