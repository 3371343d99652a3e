import * as fc from 'fast-check'

/** A character of any plane; no half of a pair. Small codes come more often. */
const character = fc.integer({ min: 0, max: 0x10f7ff }).map((n) => String.fromCodePoint(n < 0xd800 ? n : n + 0x800))

/** What `fc.string({ unit: 'binary' })` draws, which takes a second to be made in each process. */
export const anyText = (
  lengths: { readonly minLength?: number; readonly maxLength?: number } = {}
): fc.Arbitrary<string> => fc.array(character, lengths).map((all) => all.join(''))
