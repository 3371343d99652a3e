/**
 * Servers that validate too late, too little or too much.
 */
import { asking, failingAs, listing } from '../changes.js'
import { has, isComplete, noSuchPool, refusal, textOf } from '../service.js'
import { type Fault, fault } from '../Variant.js'

const known: ReadonlyArray<string> = ['ClientId', 'UserPoolId', 'NextToken']

const orderFaults: ReadonlyArray<Fault> = [
  fault(
    'no validation',
    'Ids are looked up as they come; none of eleven public servers checks them.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    failingAs('InvalidParameterException', (response, call) => (isComplete(call) ? noSuchPool(call) : response))
  ),
  fault(
    'ClientId checked in pools that exist only',
    'The pool is looked up first.',
    ['request.clientId.pattern', 'request.clientId.maxLength', 'request.clientId.minLength'],
    failingAs('InvalidParameterException', (response, call) =>
      call.pool === undefined && /^[\w-]{1,45}_[0-9a-zA-Z]{1,9}$/.test(textOf(call.input['UserPoolId']))
        ? noSuchPool(call)
        : response
    )
  ),
  fault(
    'ids of what exists checked only',
    'Validation runs on the record that was found.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    failingAs('InvalidParameterException', (response, call) =>
      call.client === undefined && isComplete(call) ? noSuchPool(call) : response
    )
  ),
  fault(
    'ill-formed ids list nothing',
    'What cannot exist has no secrets.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    failingAs('InvalidParameterException', (response) => ({
      ...response,
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: '{"ClientSecrets":[]}'
    }))
  ),
  fault(
    'ValidationException',
    'The name that most other services use.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    failingAs('InvalidParameterException', () => refusal('ValidationException', '1 validation error detected'))
  ),
  fault(
    'InvalidParameterValueException',
    'Nearly the name.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    failingAs('InvalidParameterException', () =>
      refusal('InvalidParameterValueException', '1 validation error detected')
    )
  )
]

const unknownMemberFaults: ReadonlyArray<Fault> = [
  fault(
    'unknown members refused',
    'The schema is closed.',
    ['request.unknownMembers.ignored'],
    asking(({ input }) =>
      Object.keys(input).some((key) => !known.includes(key))
        ? refusal('InvalidParameterException', 'Unknown member')
        : undefined
    )
  ),
  fault(
    'members in any case',
    'The last of ClientId and clientId counts, as with the JSON of Go.',
    ['request.unknownMembers.ignored'],
    asking(({ input }) => ({
      input: Object.fromEntries(
        Object.entries(input).map(([key, u]) => [
          known.find((name) => name.toLowerCase() === key.toLowerCase()) ?? key,
          u
        ])
      )
    }))
  ),
  fault(
    'unknown members that JavaScript knows',
    'The names of inherited members crash it.',
    ['request.unknownMembers.ignored'],
    asking(({ input }) =>
      Object.keys(input).some((key) => key in {}) ? refusal('InternalServerException', 'Crash', 500) : undefined
    )
  ),
  fault(
    'NextToken refused',
    'The page has none, so none may come.',
    ['request.nextToken.tolerated'],
    asking(({ input }) =>
      has(input['NextToken']) ? refusal('InvalidParameterException', 'Invalid NextToken') : undefined
    )
  ),
  fault(
    'NextToken null refused',
    'null is no token.',
    ['request.nextToken.tolerated'],
    asking(({ input }) =>
      input['NextToken'] === null ? refusal('InvalidParameterException', 'Invalid NextToken') : undefined
    )
  ),
  fault(
    'NextToken asks for a second page',
    'Which is empty.',
    ['request.nextToken.tolerated', 'list.complete'],
    listing((secrets, { input }) => (has(input['NextToken']) ? [] : secrets))
  ),
  fault(
    'MaxResults obeyed',
    'Though the operation has no pages.',
    ['request.unknownMembers.ignored', 'list.complete'],
    listing((secrets, { input }) => (input['MaxResults'] === 1 ? secrets.slice(0, 1) : secrets))
  )
]

export const validationFaults: ReadonlyArray<Fault> = [...orderFaults, ...unknownMemberFaults]
