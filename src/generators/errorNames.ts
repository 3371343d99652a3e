/**
 * How an answer may name its error.
 */
import * as fc from 'fast-check'
import { documentedExceptions } from '../contract/DocumentedException.js'
import type { Trait } from '../laws/client/ResponseSample.js'

const PLACES = ['x-amzn-errortype', 'code', '__type'] as const

type Place = (typeof PLACES)[number]

/** Where an error's name stands, and how. */
export interface Naming {
  readonly type: string
  readonly names: Readonly<Partial<Record<Place, string>>>
  readonly traits: ReadonlyArray<Trait>
}

export const errorType = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...Object.keys(documentedExceptions)),
    fc.constantFrom('SerializationException', 'UnrecognizedClientException', 'AccessDeniedException', 'NotAuthorized'),
    fc.stringMatching(/^[A-Z][A-Za-z0-9_]{2,20}(?:Exception|Error)$/)
  )

/** What may stand around a name. */
const decoration = (): fc.Arbitrary<readonly [before: string, after: string]> =>
  fc.tuple(
    fc.constantFrom('', 'com.amazonaws.cognito#', 'com.amazonaws.cognitoidentityprovider#'),
    fc.constantFrom('', ':', ':http://internal.amazon.com/coral/com.amazon.coral.validate/')
  )

/** Half of the errors are named plainly in `__type`, most others unusually in one way. */
export const naming = (): fc.Arbitrary<Naming> =>
  fc
    .record({
      types: fc.uniqueArray(errorType(), { minLength: 3, maxLength: 3 }),
      way: fc.constantFrom('plain', 'plain', 'plain', 'elsewhere', 'decorated', 'both', 'several'),
      place: fc.constantFrom<Place>('x-amzn-errortype', 'code'),
      places: fc.subarray([...PLACES], { minLength: 2 }),
      around: decoration()
    })
    .map(({ types, way, place, places, around: [before, after] }) => {
      const [type = ''] = types
      const isElsewhere = way === 'elsewhere' || way === 'both'
      const name = way === 'decorated' || way === 'both' ? `${before}${type}${after}` : type
      return {
        type,
        names:
          way === 'several'
            ? Object.fromEntries(places.map((one, i) => [one, types[i]]))
            : { [isElsewhere ? place : '__type']: name },
        traits: [
          ...(way === 'several' ? ['several types' as const] : []),
          ...(isElsewhere ? ['type elsewhere' as const] : []),
          ...(name === type ? [] : ['decorated type' as const])
        ]
      }
    })
