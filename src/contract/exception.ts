/**
 * The codec of an exception that the page documents.
 */
import type * as t from 'io-ts'
import { Codec } from './Codec.js'
import { constrainedString } from './ConstrainedString.js'
import { isLeft, right } from './Either.js'
import { isRecord, member, structure } from './Structure.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * An error's body on the wire.
 *
 * @since 0.1.0
 */
export interface ErrorWire {
  readonly __type: string
  readonly message?: string
  readonly reasonCode?: string
}

// ------------------------------------------------------------------------------------
// codec
// ------------------------------------------------------------------------------------

/** Of a member that may hold any string. */
export const Text = constrainedString<string>('String', { minLength: 0, maxLength: Infinity })

/**
 * The HTTP status is no part of the body: it is put in on decoding and left out on encoding.
 */
export const exception = <A extends { readonly _tag: string; readonly status: number }>(
  name: A['_tag'],
  status: A['status'],
  optional: Readonly<Record<string, t.Mixed>>
): Codec<A, ErrorWire> => {
  const __type = constrainedString<string>(name, { minLength: 1, maxLength: name.length, pattern: name })
  const wire = structure(name, { __type }, { optional })
  const strings = structure(name, {}, { optional })
  return new Codec<A, ErrorWire>(
    name,
    (u): u is A => isRecord(u) && member(u, '_tag') === name && member(u, 'status') === status && strings.is(u),
    (u, context) => {
      const body = wire.validate(u, context)
      return isLeft(body) ? body : right({ _tag: name, status, ...strings.encode(body.right) } as A)
    },
    (a) => ({ __type: name, ...strings.encode(a) })
  )
}
