/**
 * The codec of an exception that the page documents.
 */
import type * as t from 'io-ts'
import { Codec, refuse } from './Codec.js'
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

/** The name itself. Any other is one violation: it does not match the pattern that the name is. */
const literal = (name: string): Codec<string, string> => {
  const is = (u: unknown): u is string => u === name
  const validate = (u: unknown, context: t.Context): t.Validation<string> => {
    if (is(u)) return right(u)
    if (u === undefined || u === null) return refuse(context, 'required')
    return typeof u === 'string' ? refuse(context, 'pattern', name) : refuse(context, 'type', 'string')
  }
  return new Codec(name, is, validate, (a) => a)
}

/**
 * `__type` is the bare name: `errorName` of protocol/ takes it out of `com.example#Name` and `Name:http://…`. The HTTP
 * status is no part of the body: it is put in on decoding and left out on encoding.
 */
export const exception = <A extends { readonly _tag: string; readonly status: number }>(
  name: A['_tag'],
  status: A['status'],
  optional: Readonly<Record<string, t.Mixed>>
): Codec<A, ErrorWire> => {
  const wire = structure(name, { __type: literal(name) }, { optional })
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
