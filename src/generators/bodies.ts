/**
 * Raw bodies: texts and bytes that are no JSON, JSON that is no object, and what the sources are silent about.
 */
import * as fc from 'fast-check'
import { character } from './values.js'

/** Not JSON, each in another way. */
export const malformedBodies: ReadonlyArray<string> = [
  '{',
  '}',
  '{"ClientId":',
  '{"ClientId":"a",}',
  "{'ClientId':'a'}",
  '{ClientId:"a"}',
  '{"ClientId":"a" "UserPoolId":"b_c"}',
  '{"ClientId":"a"}{"UserPoolId":"b_c"}',
  '<ListUserPoolClientSecrets/>',
  'ClientId=a&UserPoolId=b_c',
  'undefined',
  'NaN',
  '{"ClientId":"\n"}',
  '{"ClientId":"\\x61"}',
  '// {}'
]

/** JSON, but no object. */
export const notObjects: ReadonlyArray<string> = ['null', '[]', '[{}]', '"ClientId"', '0', '-1.5e3', 'true', 'false']

/** Texts that are no JSON. */
export const malformedBody = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...malformedBodies),
    fc.tuple(fc.json(), fc.constantFrom('{', '"', ',', ':', ']]', '\\')).map(([json, rest]) => json + rest),
    fc.string().filter((text) => text.trim() !== '' && isNotJson(text))
  )

/** JSON texts that are no object. */
export const notObjectBody = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...notObjects),
    fc.array(fc.jsonValue()).map((list) => JSON.stringify(list)),
    fc.oneof(fc.string(), fc.double(), fc.boolean()).map((u) => JSON.stringify(u))
  )

/** Bytes of any kind, half of them close to a real message. */
export const rawBody = (): fc.Arbitrary<Uint8Array | string> =>
  fc.oneof(
    fc.uint8Array(),
    fc.string({ unit: character() }),
    fc.json(),
    fc.tuple(fc.json(), fc.nat(), fc.nat(255)).map(([json, at, byte]) => {
      const bytes = Uint8Array.from(json, (c) => c.charCodeAt(0) & 0xff)
      bytes[at % bytes.length] = byte
      return bytes
    })
  )

function isNotJson(text: string): boolean {
  try {
    JSON.parse(text)
    return false
  } catch {
    return true
  }
}
