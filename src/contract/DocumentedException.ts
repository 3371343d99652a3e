/**
 * The five exceptions that the page documents, in one table.
 */
import { REFUSED, refusalAt, typeRefusalAt } from './Check.js'
import { Codec } from './Codec.js'
import { constrainedString } from './ConstrainedString.js'
import type { Description } from './Description.js'
import { optional, ownMember, structure } from './Structure.js'

/** HTTP status and members (page, Errors). AWS JSON 1.1 lets every error carry a message. */
export const exceptionTable = {
  InternalServerException: { status: 500, members: ['message'] },
  InvalidParameterException: { status: 400, members: ['message', 'reasonCode'] },
  LimitExceededException: { status: 400, members: ['message'] },
  /** The SDK's model says 404. */
  ResourceNotFoundException: { status: 400, members: ['message'] },
  /** The SDK's model says 429. */
  TooManyRequestsException: { status: 400, members: ['message'] }
} as const

type Table = typeof exceptionTable

/** The five names. */
export type ExceptionName = keyof Table

type Exception<N extends ExceptionName> = {
  readonly _tag: N
  /** The documented HTTP status (clauses `error.*.status`). */
  readonly status: Table[N]['status']
} & { readonly [M in Table[N]['members'][number]]?: string }

/** HTTP 500: the service failed. Clause `error.internalServer.status`. */
export type InternalServerException = Exception<'InternalServerException'>
/** HTTP 400: the request breaks a constraint; `reasonCode` may name the reason. */
export type InvalidParameterException = Exception<'InvalidParameterException'>
/** HTTP 400: a quota of the account is used up. */
export type LimitExceededException = Exception<'LimitExceededException'>
/** HTTP 400: there is no such user pool or app client. */
export type ResourceNotFoundException = Exception<'ResourceNotFoundException'>
/** HTTP 400: the caller is throttled and may try again later. */
export type TooManyRequestsException = Exception<'TooManyRequestsException'>

/** One of the five exceptions that the page documents, told apart by `_tag`. */
export type DocumentedException = { [N in ExceptionName]: Exception<N> }[ExceptionName]

/** An error's body on the wire. */
export interface ErrorWire {
  /** The name of the error. */
  readonly __type: string
  /** For people. Absent where the service says nothing. */
  readonly message?: string
  /** Of an InvalidParameterException only. */
  readonly reasonCode?: string
}

/** Whether the page documents an exception of this name. */
export const isExceptionName = (name: string): name is ExceptionName => Object.hasOwn(exceptionTable, name)

/** The members that are text; untyped callers may have put anything there. */
export const textsOf = (error: object, members: ReadonlyArray<string>): { readonly [member: string]: string } => {
  const texts: Record<string, string> = {}
  for (const member of members) {
    const text = ownMember(error, member)
    if (typeof text === 'string') texts[member] = text
  }
  return texts
}

/** The exception of this name with the texts of `error`. */
export const exceptionOf = <N extends ExceptionName>(name: N, error: object): { [M in N]: Exception<M> }[N] => {
  const { status, members } = exceptionTable[name]
  return { _tag: name, status, ...textsOf(error, members) } as { [M in N]: Exception<M> }[N] // it has the members of the table
}

/** Accepts exactly `value`; another string is a `pattern` violation whose limit is the value. */
const literal = <A extends string | number>(value: A): Description<A, A> => ({
  name: String(value),
  shape: { kind: 'other', schema: { enum: [value] } },
  checkAt: (path) => {
    const wrongType = typeRefusalAt(path, typeof value)
    const another = refusalAt(path, 'pattern', value)
    return (u, issues) => (u === value ? value : (typeof u === typeof value ? another : wrongType)(u, issues))
  },
  encode: (a) => a
})

/**
 * The status is no part of the body: decoding puts it in, encoding leaves it out. `__type` is the bare name; what servers
 * put around it is taken off by `decodeError` of protocol/.
 */
const exception = <N extends ExceptionName>(name: N): Codec<Exception<N>, ErrorWire> => {
  const { status, members } = exceptionTable[name]
  const text = optional(constrainedString<string>('String', { minLength: 0, maxLength: Infinity }))
  const texts = Object.fromEntries(members.map((member) => [member, text]))
  const wire = structure<object>(name, { __type: literal(name), ...texts })
  const memory = structure<object>(name, { _tag: literal(name), status: literal(status), ...texts })
  return new Codec<Exception<N>, ErrorWire>({
    name,
    shape: wire.shape,
    checkAt: (path, side) => {
      const check = (side === 'wire' ? wire : memory).checkAt(path, side)
      return (u, issues) => {
        const checked = check(u, issues)
        return checked === REFUSED ? REFUSED : exceptionOf(name, checked)
      }
    },
    encode: (error) => ({ __type: name, ...textsOf(error, members) })
  })
}

/** The codec of the error's body. Decoding adds the documented status, encoding leaves it out. */
export const InternalServerException = /* @__PURE__ */ exception('InternalServerException')
/** The codec of the error's body, with `reasonCode`. */
export const InvalidParameterException = /* @__PURE__ */ exception('InvalidParameterException')
/** The codec of the error's body. */
export const LimitExceededException = /* @__PURE__ */ exception('LimitExceededException')
/** The codec of the error's body. */
export const ResourceNotFoundException = /* @__PURE__ */ exception('ResourceNotFoundException')
/** The codec of the error's body. */
export const TooManyRequestsException = /* @__PURE__ */ exception('TooManyRequestsException')

/** The five codecs by name. */
export const documentedExceptions: { readonly [N in ExceptionName]: Codec<Exception<N>, ErrorWire> } = {
  InternalServerException,
  InvalidParameterException,
  LimitExceededException,
  ResourceNotFoundException,
  TooManyRequestsException
}
