/**
 * Variants that are tried as one implementation in `npm test`: a run costs the same whatever the number of things that
 * are unusual about its target. The kill matrix tries each on its own, at several seeds.
 */
import { rightButUnusual } from './rightButUnusual.js'
import { unusual, type Variant } from './Variant.js'

/** By name, the layers in the order in which they go around the reference. One that is not named here is tried alone. */
const NAMES: ReadonlyArray<ReadonlyArray<string>> = [
  [
    '501 for another method',
    'big bodies refused',
    'tokens of random base64 and hex',
    'dates with zeros after the point',
    "a caller's own secret returned by Add",
    'the type before a colon',
    'ids of blanks and quotes',
    'values cleaned in messages',
    'an unknown operation 404',
    'the call of an SDK named in a header',
    'violations in another order',
    'JSON in escapes'
  ],
  [
    'a byte order mark refused',
    'another order after each rotation',
    'ids outside ASCII',
    'a Delete with a body',
    'Message',
    'lone surrogates refused',
    'pools of no region',
    'the type in the header only',
    'bodies over 8 kB refused',
    'random bytes in base85 and uuencode',
    'dates rounded to milliseconds by List only',
    'a Delete with 204'
  ],
  [
    'ids and dates that are not unlike',
    'more members in errors',
    'dates with nine digits',
    'unknown members counted in a header',
    'throttling',
    'a message with the ids in quotes and capitals',
    'a trace, compressed and encoded',
    'another type invalid',
    'a creation date that stands still',
    'Content-Encoding identity',
    'header names in odd case'
  ],
  [
    'a clock four minutes ahead of the header',
    'not found in other words',
    'internal errors',
    'reason codes and requests in errors',
    'a media type in capitals',
    'a value used once',
    'headers of many vendors',
    'how many there are',
    'the number of secrets',
    'values not shown',
    'throttling by its common name',
    'the pool unknown where the client is'
  ],
  [
    'members in another order',
    'secrets made of the client id',
    'a Link to the documentation',
    'ids made of a hash of the value',
    'dates in whole seconds',
    'no message',
    'an Add without a date',
    'the type before a URL',
    'bytes that are no text refused',
    'ids that look like values',
    'ids of 128 code points'
  ],
  [
    'another method not allowed',
    'JSON with blanks everywhere',
    'ids by place',
    'constraints before types',
    'errors without a body',
    'bodies in UTF-16'
  ],
  [
    'a hash of the ClientId',
    'a flag that says there is no further page',
    'secrets of one character',
    'HEAD and PATCH not allowed',
    'request ids in base58'
  ],
  [
    'dates in microseconds after the point',
    'a third secret refused by another name',
    'the type in __type only',
    'deep bodies refused',
    'the number of the page in a header',
    'opaque ids'
  ],
  [
    'an Add without an id',
    'the type in code only',
    'names twice accepted',
    'ids that look like dates and numbers',
    'ids of one character',
    'numbers out of range refused'
  ],
  [
    'the last secret deleted',
    'messages null',
    'any method',
    'JSON in ASCII with escapes everywhere',
    'a digest of the values',
    'the first violation only'
  ],
  [
    'bodies in UTF-16, big-endian',
    'a content type with parameters and capitals',
    'pretty-printed JSON',
    'dates of whole seconds',
    'other words',
    'unavailable at times'
  ],
  [
    'members that are null beside those that are there',
    'a charset',
    'public clients that take secrets',
    'descriptors in changing order',
    'creation dates in milliseconds',
    'a length in bytes'
  ],
  [
    'the ClientId encoded',
    'ClientSecretValue null',
    'a Create that shows no secret',
    'more headers',
    'connections closed',
    'chunks',
    'bodies as bytes'
  ]
]

/** All of the variants as one. */
export const oneOf = (variants: ReadonlyArray<Variant>): Variant =>
  unusual(
    variants.map(({ name }) => name).join(', '),
    variants.map(({ description }) => description).join(' '),
    ...variants.flatMap(({ changes = [] }) => changes)
  )

const named = (name: string): Variant => {
  const variant = rightButUnusual.find((one) => one.name === name)
  if (variant?.changes === undefined) throw new Error(`there is no variant ${name} that can be one with others`)
  return variant
}

export const groups: ReadonlyArray<ReadonlyArray<Variant>> = NAMES.map((names) => names.map(named))

const others = rightButUnusual.filter((variant) => !groups.some((group) => group.includes(variant)))

export const withOwnSockets: ReadonlyArray<Variant> = others.filter(({ listen }) => listen !== undefined)

export const alone: ReadonlyArray<Variant> = others.filter(({ listen }) => listen === undefined)
