/**
 * Characters that separate a right matcher from a nearly right one.
 */

const ascii: ReadonlyArray<string> = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))

/** What `[\w+]` matches. */
export const clientIdCharacters: ReadonlyArray<string> = ascii.filter((c) => /[\w+]/.test(c))

/** What `[\w-]` matches: the part before the last `_`. */
export const poolHeadCharacters: ReadonlyArray<string> = ascii.filter((c) => /[\w-]/.test(c))

/** What `[0-9a-zA-Z]` matches: the part after the last `_`. */
export const poolTailCharacters: ReadonlyArray<string> = ascii.filter((c) => /[0-9a-zA-Z]/.test(c))

/**
 * Outside ASCII, each with a reason: some engine calls it a letter or a digit, folds it to ASCII, or ends a line at it.
 */
export const treacherous: ReadonlyArray<string> = [
  'é', // a letter in Latin-1
  'ª', // \w in Python and Java's UNICODE_CHARACTER_CLASS
  'ſ', // folds to s
  '\u212a', // Kelvin sign, folds to k
  'İ', // lower case is two characters
  'ı',
  'Ａ', // full width
  '０',
  '٣', // \d in Python, .NET and Rust
  '०',
  '中',
  'Ⅷ', // a number that is no digit
  '\u0301', // a mark, \w in Rust and .NET
  '\u203f', // a connector, \w in .NET and Python's [^\W]
  '𝐀', // beyond the BMP: two UTF-16 units, one code point
  '𝟘',
  '😀',
  '\u0085', // next line
  '\u00a0', // blanks that trim removes
  '\u2003',
  '\u2028', // $ with the m flag ends here
  '\u2029',
  '\u200b',
  '\ufeff',
  '\ud800', // lone surrogates
  '\udc00'
]

/** Every ASCII character and every treacherous one that `allowed` does not hold. */
export const forbidden = (allowed: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...ascii, ...treacherous].filter((c) => !allowed.includes(c))
