/**
 * Ill-formed near misses of an id that exists, by the name that a test case gives them: `{{blankAfter:client:one}}`. A
 * lookup that forgives finds the client or pool all the same.
 */

/** `character` before the last one, which is in the tail of a pool's id. */
const inside =
  (character: string) =>
  (id: string): string =>
    `${id.slice(0, -1)}${character}${id.slice(-1)}`

const around =
  (before: string, after: string) =>
  (id: string): string =>
    `${before}${id}${after}`

/** The first character in another writing. */
const first =
  (write: (code: number) => string) =>
  (id: string): string =>
    `${write(id.charCodeAt(0))}${id.slice(1)}`

/** Two digits: no character of an id is below `+`. */
const hex = (code: number): string => code.toString(16)

/** Letters and digits of ASCII in the block of full-width forms. */
const fullWidth = (text: string): string =>
  text.replace(/[0-9A-Za-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

/** Lower-case letters as bold letters of mathematics, two UTF-16 units each. */
const bold = (text: string): string =>
  text.replace(/[a-z]/g, (c) => String.fromCodePoint(c.charCodeAt(0) - 0x61 + 0x1d41a))

/** What it is found by in spite of the form: trimming, decoding, normalising, unquoting, matching, cutting. */
export const illFormedForms: Readonly<Record<string, (id: string) => string>> = {
  blankAfter: around('', ' '),
  blankBefore: around(' ', ''),
  tabAfter: around('', '\t'),
  lineFeedAfter: around('', '\n'),
  lineFeedBefore: around('\n', ''),
  lineBreakAfter: around('', '\r\n'),
  secondLine: around('', '\nx'),
  noBreakSpaceAfter: around('', '\u00a0'),
  wideSpaceAfter: around('', '\u3000'),
  lineSeparatorAfter: around('', '\u2028'),
  nulAfter: around('', '\0'),
  textBehindNul: around('', '\0x'),
  blankInside: inside(' '),
  percent: first((code) => `%${hex(code)}`),
  percentBlank: around('', '%20'),
  percentNul: around('', '%00'),
  entity: first((code) => `&#x${hex(code)};`),
  escape: first((code) => `\\u00${hex(code)}`),
  wide: first((code) => fullWidth(String.fromCharCode(code))),
  allWide: fullWidth,
  bold,
  folded: (id) => id.replace(/k/gi, '\u212a').replace(/s/gi, '\u017f'),
  accented: first((code) => `${String.fromCharCode(code)}\u0301`),
  zeroWidthInside: inside('\u200b'),
  joinerAfter: around('', '\u200d'),
  softHyphenInside: inside('\u00ad'),
  markBefore: around('\ufeff', ''),
  directionAfter: around('', '\u200e'),
  controlInside: inside('\u0007'),
  quoted: around('"', '"'),
  apostrophes: around("'", "'"),
  angles: around('<', '>'),
  braces: around('{', '}'),
  hyphenInside: inside('-'),
  likeAny: (id) => `${id.slice(0, -1)}%`,
  globAny: (id) => `${id.slice(0, -1)}*`,
  dotForOne: (id) => `${id.slice(0, -1)}.`,
  expression: around('^', '$'),
  injection: around('', "' OR '1'='1"),
  slashAfter: around('', '/'),
  dotBefore: around('./', ''),
  query: around('', '?a=b'),
  listOfTwo: (id) => `${id},${id}`,
  /** As Cognito writes the id of a secret. */
  secretId: around('', '--1785000000'),
  resourceName: around('arn:aws:cognito-idp:us-east-1:000000000000:userpool/', '')
}
