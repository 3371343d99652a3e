/**
 * The five exceptions that the page documents, in one table.
 */
import { type Check, Refusal, refusalAt } from './Check.js'
import { Codec } from './Codec.js'
import { constrainedString } from './ConstrainedString.js'
import { isObject, ownMember, structure } from './Structure.js'

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

export type ExceptionName = keyof Table

type Exception<N extends ExceptionName> = {
  readonly _tag: N
  /** The documented HTTP status (clauses `error.*.status`). */
  readonly status: Table[N]['status']
} & { readonly [M in Table[N]['members'][number]]?: string }

export type InternalServerException = Exception<'InternalServerException'>
export type InvalidParameterException = Exception<'InvalidParameterException'>
export type LimitExceededException = Exception<'LimitExceededException'>
export type ResourceNotFoundException = Exception<'ResourceNotFoundException'>
export type TooManyRequestsException = Exception<'TooManyRequestsException'>

export type DocumentedException = { [N in ExceptionName]: Exception<N> }[ExceptionName]

/** An error's body on the wire. */
export interface ErrorWire {
  readonly __type: string
  readonly message?: string
  readonly reasonCode?: string
}

const Text = constrainedString<string>('String', { minLength: 0, maxLength: Infinity })

/** Accepts exactly `name`; any other string is a `pattern` violation whose limit is the name. */
const literal = (name: string): Codec<string, string> =>
  new Codec({
    name,
    checkAt: (path) => {
      const required = refusalAt(path, 'required')
      const notString = refusalAt(path, 'type', 'string')
      const another = refusalAt(path, 'pattern', name)
      return (u) => {
        if (u === name) return name
        return u === undefined || u === null ? required : typeof u === 'string' ? another : notString
      }
    },
    is: (u): u is string => u === name,
    encode: (a) => a,
    jsonSchema: () => ({ const: name })
  })

/**
 * The status is no part of the body: decoding puts it in, encoding leaves it out. `__type` is the bare name; what servers
 * put around it is taken off by `decodeError` of protocol/.
 */
const exception = <N extends ExceptionName>(name: N): Codec<Exception<N>, ErrorWire> => {
  const { status, members } = exceptionTable[name]
  const texts = Object.fromEntries(members.map((member) => [member, Text]))
  const memory = structure(name, {}, { optional: texts })
  const wire = structure(name, { __type: literal(name) }, { optional: texts })
  const checkAt = (path: ReadonlyArray<string | number>): Check<Exception<N>> => {
    const check = wire.description.checkAt(path)
    return (u) => {
      const body = check(u)
      if (body instanceof Refusal) return body
      const { __type: _, ...rest } = body
      return { _tag: name, status, ...rest } as Exception<N> // `rest` has the members of the table, all of them text
    }
  }
  return new Codec<Exception<N>, ErrorWire>({
    name,
    checkAt,
    is: (u): u is Exception<N> =>
      isObject(u) && ownMember(u, '_tag') === name && ownMember(u, 'status') === status && memory.description.is(u),
    encode: (a) => ({ __type: name, ...memory.description.encode(a) }),
    jsonSchema: wire.description.jsonSchema
  })
}

export const InternalServerException = exception('InternalServerException')
export const InvalidParameterException = exception('InvalidParameterException')
export const LimitExceededException = exception('LimitExceededException')
export const ResourceNotFoundException = exception('ResourceNotFoundException')
export const TooManyRequestsException = exception('TooManyRequestsException')

/** The five codecs by name. */
export const documentedExceptions: { readonly [N in ExceptionName]: Codec<Exception<N>, ErrorWire> } = {
  InternalServerException,
  InvalidParameterException,
  LimitExceededException,
  ResourceNotFoundException,
  TooManyRequestsException
}

/** Whether the page documents an exception of this name. */
export const isExceptionName = (name: string): name is ExceptionName => Object.hasOwn(exceptionTable, name)
