/**
 * The systematic search around the two ids: ill-formed by one step, well-formed at the extremes.
 */
import { clientIdCharacters, forbidden, poolHeadCharacters, poolTailCharacters } from '../characters.js'

/** Each character first, in the middle and last; printable ones of ASCII, which no matcher singles out, in turn. */
const everywhere = (characters: ReadonlyArray<string>, before: string, after: string): ReadonlyArray<string> =>
  characters.flatMap((c, i) => {
    const all = [`${c}${before}${after}`, `${before}${c}${after}`, `${before}${after}${c}`]
    return /[!-~]/.test(c) ? all.slice(i % 3, (i % 3) + 1) : all
  })

const around = (id: string): ReadonlyArray<string> =>
  ['\n', '\r', '\r\n', ' ', '\t', '\0', '\u2028', '"', "'"].flatMap((c) => [`${id}${c}`, `${c}${id}`, `${c}${id}${c}`])

const encoded = (id: string): ReadonlyArray<string> => [
  encodeURIComponent(`${id}/`),
  `%61${id}`,
  `${id}&#65;`,
  `${id}\\u0041`
]

export const badClientIds: ReadonlyArray<string> = [
  '',
  '-',
  'a'.repeat(129),
  'a'.repeat(130),
  '+'.repeat(129),
  '1'.repeat(256),
  'a'.repeat(1000),
  `${'a'.repeat(127)}é`, // the right length in code points only
  `${'a'.repeat(127)}😀`,
  '1h57kf5cpq-17m0eml12exampl',
  ...around('1h57kf5cpq17m0eml12example'),
  ...encoded('1h57kf5cpq17m0eml12example'),
  ...everywhere(forbidden(clientIdCharacters), '1h57kf5cpq', '17m0eml12exampl')
]

export const goodClientIds: ReadonlyArray<string> = [
  ...clientIdCharacters,
  '+'.repeat(128),
  '_'.repeat(128),
  'Z'.repeat(127),
  'a'.repeat(128),
  'a'.repeat(2),
  '__proto__',
  'constructor',
  'null',
  'a+b_C',
  '1h57kf5cpq17m0eml12examplf'
]

export const badUserPoolIds: ReadonlyArray<string> = [
  '',
  '_',
  'a',
  'us-east-1',
  'us-east-1_',
  '_Example12',
  '__',
  'a__',
  'us-east-1_Exa_',
  'us-east-1_Exa-mple',
  'us-east-1_-',
  'us-east-1-Example12',
  'us-east-1 _Example12',
  'us-east-1_Example 12',
  'us-east-1_Example12_',
  'us-east-1_Example12-',
  `us-east-1_${'a'.repeat(46)}`,
  `us-east-1_${'a'.repeat(47)}`,
  `us-east-1_${'a'.repeat(118)}`,
  `us-east-1_${'a'.repeat(119)}`,
  `${'a'.repeat(54)}_0`,
  `us-east-1_${'a'.repeat(44)}é`, // the right length in code points only
  `us-east-1_${'a'.repeat(44)}😀`,
  `${'-'.repeat(126)}_0`,
  ...around('us-east-1_Example12'),
  ...encoded('us-east-1_Example12'),
  ...everywhere(forbidden(poolHeadCharacters), 'us-east-1_Exa', 'mple'),
  ...forbidden(poolHeadCharacters).map((c) => `us-${c}east-1_Example`)
]

export const goodUserPoolIds: ReadonlyArray<string> = [
  '_-_Z',
  '__proto___0',
  `${'-'.repeat(53)}_0`,
  `_${'_'.repeat(53)}9`,
  `a_${'Z'.repeat(53)}`,
  'us_east_1_Example',
  `us-east-1_${'a'.repeat(44)}`,
  `us-east-1_${'a'.repeat(45)}`,
  'cn-north-1_Example12',
  'eu-isoe-west-1_Example12',
  'NOT-A-REGION_x',
  ...poolHeadCharacters.map((c) => `${c}_0`),
  ...poolTailCharacters.map((c) => `us-east-1_${c}`)
]

/** The systematic search around each id, good ones and bad ones. */
export const idExamples: Readonly<Record<'ClientId' | 'UserPoolId', ReadonlyArray<string>>> = {
  ClientId: [...goodClientIds, ...badClientIds],
  UserPoolId: [...goodUserPoolIds, ...badUserPoolIds]
}
