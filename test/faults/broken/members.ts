/**
 * Servers that take what is missing, null or of another type for an id, or refuse it by a wrong name.
 */
import { asking } from '../changes.js'
import { type Change, has, homeOf, isComplete, type Input, noSuchPool, refusal } from '../service.js'
import { type Fault, fault } from '../Variant.js'

type Member = 'ClientId' | 'UserPoolId'

/** One id is read through `f` before anything is checked. */
const coercing = (member: Member, f: (u: unknown) => unknown): Change =>
  asking(({ input }) => ({ input: { ...input, [member]: f(input[member]) } }))

/** Calls with a member of another type, or without one, are answered so. */
const wrongTypeAs = (type: string, status: number): Change =>
  asking(({ input }) =>
    [input['ClientId'], input['UserPoolId']].some((id) => has(id) && typeof id !== 'string')
      ? refusal(type, 'An id is no string', status)
      : undefined
  )

const incompleteAs = (type: string, status = 400): Change =>
  asking((call) => (isComplete(call) ? undefined : refusal(type, 'An id is missing', status)))

const perMember = (make: (member: Member, clause: 'clientId' | 'userPoolId') => Fault): ReadonlyArray<Fault> => [
  make('ClientId', 'clientId'),
  make('UserPoolId', 'userPoolId')
]

const foldCase = (key: string): string => key.toLowerCase()

/** The ids under names that `f` does not tell from theirs. */
const named = (input: Input, f: (key: string) => string): Input =>
  Object.fromEntries(
    ['ClientId', 'UserPoolId'].flatMap((member) => {
      const key = Object.keys(input).find((other) => f(other) === f(member))
      return key === undefined ? [] : [[member, input[key]]]
    })
  )

const typeFaults: ReadonlyArray<Fault> = [
  ...perMember((member, clause) =>
    fault(
      `${member} in a list of one`,
      'A list with one element counts as the element.',
      [`request.${clause}.type`],
      coercing(member, (u) => (Array.isArray(u) && u.length === 1 ? u[0] : u))
    )
  ),
  ...perMember((member, clause) =>
    fault(
      `${member} from a number`,
      'A number counts as its digits.',
      [`request.${clause}.type`],
      coercing(member, (u) =>
        typeof u === 'number' ? (member === 'ClientId' ? '' : 'pool_') + String(u).replace(/\W/g, '') : u
      )
    )
  ),
  ...perMember((member, clause) =>
    fault(
      `${member} from an object`,
      "An object's only value counts as the id.",
      [`request.${clause}.type`],
      coercing(member, (u) => (typeof u === 'object' && u !== null && !Array.isArray(u) ? Object.values(u)[0] : u))
    )
  ),
  fault(
    'a boolean as ClientId',
    'String(u) is called on whatever came.',
    ['request.clientId.type'],
    coercing('ClientId', (u) => (typeof u === 'boolean' ? String(u) : u))
  ),
  fault(
    'a crash at another type',
    'A string method is called on a number.',
    ['request.clientId.type', 'request.userPoolId.type'],
    wrongTypeAs('InternalServerException', 500)
  ),
  fault(
    'another type not found',
    'Whatever is no known id is not found.',
    ['request.clientId.type', 'request.userPoolId.type'],
    wrongTypeAs('ResourceNotFoundException', 400)
  ),
  fault(
    'another type unprocessable',
    'The status of a web framework.',
    ['request.clientId.type', 'request.userPoolId.type'],
    wrongTypeAs('SerializationException', 422)
  ),
  fault(
    'another type invalid by another name',
    'The name that other services use.',
    ['request.clientId.type', 'request.userPoolId.type'],
    wrongTypeAs('ValidationException', 400)
  )
]

const missingFaults: ReadonlyArray<Fault> = [
  ...perMember((member, clause) =>
    fault(
      `${member} null as text`,
      'A null becomes the text null.',
      [`request.${clause}.required`],
      coercing(member, (u) => (u === null ? (member === 'ClientId' ? 'null' : 'null_0') : u))
    )
  ),
  fault(
    'missing members not found',
    'An id that is not there is looked up.',
    ['request.clientId.required', 'request.userPoolId.required'],
    incompleteAs('ResourceNotFoundException')
  ),
  fault(
    'missing members by another name',
    'The name of the query protocol.',
    ['request.clientId.required', 'request.userPoolId.required'],
    incompleteAs('MissingParameter')
  ),
  fault(
    'missing members invalid by another name',
    'The name that other services use.',
    ['request.clientId.required', 'request.body.empty'],
    incompleteAs('ValidationException')
  ),
  fault(
    'missing members crash',
    'A string method is called on undefined.',
    ['request.clientId.required', 'request.body.empty'],
    incompleteAs('InternalServerException', 500)
  ),
  fault(
    'ClientId not required',
    'Without one, nothing is listed.',
    ['request.clientId.required'],
    asking((call) =>
      call.pool && !has(call.input['ClientId'])
        ? { input: { ...call.input, ClientId: [...call.pool.clients.keys()][0] } }
        : undefined
    )
  ),
  fault(
    'UserPoolId not required',
    'Client ids are unique, so the pool is not looked at.',
    ['request.userPoolId.required'],
    asking((call) => {
      const home = homeOf(call)
      return home && !has(call.input['UserPoolId']) ? { input: { ...call.input, UserPoolId: home.Id } } : undefined
    })
  ),
  fault(
    'ids under names in any case',
    'As JSON libraries of Go and .NET bind them.',
    ['request.clientId.required', 'request.userPoolId.required'],
    asking(({ input }) => ({ input: { ...named(input, foldCase), ...input } }))
  ),
  fault(
    'ids under names in camel case',
    'As programs spell them.',
    ['request.clientId.required', 'request.userPoolId.required'],
    asking(({ input }) => ({
      input: { ...named(input, (key) => key.charAt(0).toLowerCase() + key.slice(1)), ...input }
    }))
  ),
  fault(
    'inherited members',
    'What was parsed is merged into another object, __proto__ included.',
    ['request.clientId.required', 'request.userPoolId.required'],
    asking(({ input }) => {
      const proto = Object.getOwnPropertyDescriptor(input, '__proto__')?.value as unknown
      return typeof proto === 'object' && proto !== null ? { input: { ...proto, ...input } } : undefined
    })
  ),
  fault(
    'an empty id as a missing parameter',
    'Whatever is falsy is missing, and has an error of its own.',
    ['request.clientId.minLength', 'request.userPoolId.minLength'],
    asking(({ input }) =>
      Object.values(input).includes('') ? refusal('MissingParameter', 'An id is missing') : undefined
    )
  ),
  fault(
    'an empty id not found',
    'An empty id is looked up.',
    ['request.clientId.minLength', 'request.userPoolId.minLength'],
    asking((call) => (Object.values(call.input).includes('') ? noSuchPool(call) : undefined))
  )
]

export const memberFaults: ReadonlyArray<Fault> = [...typeFaults, ...missingFaults]
