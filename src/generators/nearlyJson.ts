/**
 * Texts that are no JSON although some parser reads them: what Python, Go, Gson, JSON5, YAML and JavaScript allow beyond
 * RFC 8259.
 */
import { isLeft } from '../contract/Either.js'
import { parseJson } from '../protocol/Json.js'
import * as fc from 'fast-check'

/** Values that are none in JSON. */
const values: ReadonlyArray<string> = [
  'NaN',
  '-Infinity',
  'Infinity',
  '01',
  '-01',
  '+1',
  '.5',
  '5.',
  '1e',
  '0x1F',
  '1_000',
  'True',
  'None',
  'undefined',
  'nil',
  "'text'",
  '`text`',
  'text',
  '"\t"',
  '"\n"',
  '"\u0001"',
  '"\\x41"',
  '"\\\'"',
  '"\\v"',
  '"\\u12"',
  '"a\\\nb"',
  '"a" "b"',
  '[1,]',
  '[1,,2]',
  '[,1]',
  '[1 2]',
  '{"a":1,}',
  '{,"a":1}',
  '{a:1}',
  '{1:1}',
  '{"a"=1}',
  '{"a";1}',
  '(1)',
  'new Date(0)',
  ''
]

/**
 * Objects with these members, given as JSON without its braces, and one thing that is not JSON: the calls that a lenient
 * parser carries out. `ids` are the same members, by name.
 */
export const nearlyJson = (members: string, ids: Readonly<Record<string, string>>): ReadonlyArray<string> => {
  const names = Object.entries(ids)
  return [
    ...values.map((value) => `{${members},"X":${value}}`),
    `{${members},}`,
    `{,${members}}`,
    `{${members};}`,
    `{${members}}}`,
    `{${members}}{}`,
    `{${members}}\n{${members}}`,
    `{${members}},`,
    `{${members}} null`,
    `{${members}} x`,
    `{${members}}\0`,
    `{${members}/* */}`,
    `// call\n{${members}}`,
    `# call\n{${members}}`,
    `<!-- -->{${members}}`,
    `)]}'\n{${members}}`,
    `callback({${members}})`,
    `({${members}})`,
    `\f{${members}}`,
    `\u00a0{${members}}`,
    `{\u2028${members}}`,
    `{${members}`,
    members,
    `{${names.map(([name, id]) => `"${name}":"${id}"`).join(' ')}}`,
    `{${names.map(([name, id]) => `'${name}':'${id}'`).join()}}`,
    `{${names.map(([name, id]) => `${name}:"${id}"`).join()}}`,
    `{${names.map(([name, id]) => `"${name}"="${id}"`).join()}}`,
    `{${names.map(([name, id]) => `"${name}":${id}`).join()}}`,
    names.map(([name, id]) => `${name}: ${id}`).join('\n'),
    names.map(([name, id]) => `${name}=${id}`).join('&'),
    `<Call>${names.map(([name, id]) => `<${name}>${id}</${name}>`).join('')}</Call>`
  ]
}

/** What a slip of the hand puts between two characters. */
const slips: ReadonlyArray<string> = [
  ',',
  ':',
  '"',
  "'",
  '0',
  '+',
  '/',
  '#',
  '\\',
  '{',
  ']',
  '\u0001',
  '\u00a0',
  '\f',
  '/**/'
]

const isJson = (text: string): boolean => !isLeft(parseJson(text))

/** A JSON text with one more slip or one character less, so that it is JSON no longer. Names in `{{}}` stay whole. */
export const spoiledJson = (json: string): fc.Arbitrary<string> => {
  const parts = Array.from(json.matchAll(/\{\{\w+:\w+\}\}|./gsu), ([part]) => part)
  return fc
    .tuple(fc.nat(parts.length), fc.option(fc.constantFrom(...slips), { nil: undefined, freq: 3 }))
    .map(([at, slip]) => [...parts.slice(0, at), slip ?? '', ...parts.slice(slip === undefined ? at + 1 : at)].join(''))
    .filter((text) => !isJson(text))
}
