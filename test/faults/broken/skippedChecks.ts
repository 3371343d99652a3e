/**
 * Servers that check ids, but not on every path.
 */
import { isLeft } from '../../../src/contract/Either.js'
import { validateRequest } from '../../../src/contract/validateRequest.js'
import { header } from '../../../src/protocol/index.js'
import { asking, failingAs } from '../changes.js'
import { type Call, type Change, emptyList, homeOf, isList, refusal, textOf } from '../service.js'
import { type Fault, fault } from '../Variant.js'

/** What must be refused is looked up where this says so, and of course not found. */
const unchecked = (when: (call: Call) => boolean, isMeant: (call: Call) => boolean = () => true): Change =>
  failingAs('InvalidParameterException', (response, call) =>
    isList(call) && when(call) && isMeant(call)
      ? refusal('ResourceNotFoundException', `User pool ${textOf(call.input['UserPoolId'])} does not exist.`)
      : response
  )

const members = ({ input }: Call): ReadonlyArray<string> => Object.keys(input)

const text = ({ request }: Call): string => Buffer.from(request.body).toString()

const has =
  (name: string, pattern: RegExp) =>
  ({ request }: Call): boolean =>
    pattern.test(header(request.headers, name) ?? '')

const violates = (member: 'ClientId' | 'UserPoolId', ...constraints: ReadonlyArray<string>) => {
  return ({ input }: Call): boolean => {
    const request = validateRequest(input)
    return (
      isLeft(request) &&
      request.left.violations.every((v) => v.path[0] === member && constraints.includes(v.constraint))
    )
  }
}

/** The client is found through whatever pool exists where this says so. */
const anyPool = (when: (call: Call) => boolean): Change =>
  asking((call) => {
    const home = homeOf(call)
    return call.pool !== undefined && call.client === undefined && home !== undefined && when(call)
      ? { input: { ...call.input, UserPoolId: home.Id } }
      : undefined
  })

const isUnknown = (name: string): boolean => name !== 'ClientId' && name !== 'UserPoolId'

export const skippedCheckFaults: ReadonlyArray<Fault> = [
  fault(
    'patterns unchecked beside another member',
    'A schema with other members is another schema.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    unchecked(
      (call) => members(call).some(isUnknown),
      (call) => violates('ClientId', 'pattern')(call) || violates('UserPoolId', 'pattern')(call)
    )
  ),
  fault(
    'UserPoolId unchecked beside a NextToken',
    'The token is taken to hold what was checked.',
    ['request.userPoolId.pattern', 'request.userPoolId.maxLength'],
    unchecked(
      (call) => members(call).includes('NextToken'),
      violates('UserPoolId', 'pattern', 'maxLength', 'minLength')
    )
  ),
  fault(
    'ids unchecked in long bodies',
    'A filter in front looks at the first 4 kB, and lets the rest pass.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    unchecked((call) => text(call).length > 4096)
  ),
  fault(
    'ids unchecked with a charset',
    'The filter compares the media type as a text.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    unchecked(has('content-type', /;/))
  ),
  fault(
    'ids unchecked with capitals in the names of headers',
    'The filter looks for x-amz-target.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    unchecked(({ request }) => Object.keys(request.headers).includes('X-Amz-Target'))
  ),
  fault(
    'ids unchecked for browsers',
    'They accept anything, and check for themselves.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    unchecked(has('accept', /\*\/\*/))
  ),
  fault(
    'ids unchecked at a second attempt',
    'They were checked at the first.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    unchecked(has('amz-sdk-request', /attempt=[2-9]/))
  ),
  fault(
    'ids unchecked in printed JSON',
    'The filter is a regular expression that knows no blanks.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    unchecked((call) => /":\s/.test(text(call)))
  ),
  fault(
    'ids unchecked under escaped names',
    'The filter is a regular expression that knows no escapes.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    unchecked((call) => /\\u0049d/.test(text(call)))
  ),
  fault(
    'ids unchecked in another order',
    'The first member is checked, and then that it is the ClientId.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    unchecked(
      (call) => members(call)[0] === 'UserPoolId' && members(call).length === 2,
      violates('ClientId', 'pattern')
    )
  ),
  fault(
    'a missing ClientId beside another member',
    'Two members are there, as many as must be.',
    ['request.clientId.required'],
    unchecked((call) => members(call).length >= 2, violates('ClientId', 'required'))
  ),
  fault(
    'any pool beside another member',
    'A query with more than two conditions is built anew.',
    ['error.notFound.otherPool'],
    anyPool((call) => members(call).some(isUnknown))
  ),
  fault(
    'any pool in long bodies',
    'The pool comes from the first 4 kB.',
    ['error.notFound.otherPool'],
    anyPool((call) => text(call).length > 4096)
  ),
  fault(
    'an unknown client beside a NextToken lists nothing',
    'There is no next page of it.',
    ['error.notFound.client'],
    failingAs('ResourceNotFoundException', (response, call) =>
      call.pool !== undefined && members(call).includes('NextToken') ? emptyList : response
    )
  ),
  fault(
    'ids checked once',
    'What was checked is kept without what is around it.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    () => {
      const good = new Set<string>()
      return (call, next) => {
        const ids = ['ClientId', 'UserPoolId'].map((name) => textOf(call.input[name]).trim())
        const isKnown = ids.every((id) => good.has(id))
        if (!isLeft(validateRequest(call.input))) ids.forEach((id) => good.add(id))
        return unchecked(() => isKnown)()(call, next)
      }
    }
  )
]
