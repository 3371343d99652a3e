/**
 * Which clauses a run blames where several things are wrong with a request.
 */
import { describe, expect, test } from 'vitest'
import { type ClauseId, verify } from '../../../src/conformance.js'
import { encodeError, type Handler, type HttpRequest, type HttpResponse } from '../../../src/protocol/index.js'
import { inMemory } from '../../../src/reference/index.js'

type Members = Readonly<Record<string, unknown>>

const inputOf = ({ body }: HttpRequest): Members => {
  try {
    return JSON.parse(String(body)) as Members
  } catch {
    return {}
  }
}

const notReadable = encodeError({ _tag: 'CommonError', status: 400, type: 'SerializationException', message: 'no' })

/** The reference, but Lists for which this gives an answer get that one. */
const listing = (wrongly: (input: Members, request: HttpRequest) => HttpResponse | undefined): Handler => {
  const reference = inMemory({ now: () => new Date(), seed: 1 })
  return (request) => {
    const isList = request.headers['x-amz-target'] === 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
    return (isList ? wrongly(inputOf(request), request) : undefined) ?? reference(request)
  }
}

const brokenBy = async (handler: Handler): Promise<ReadonlyArray<ClauseId>> => {
  const { clauses } = await verify(handler, { seed: 1, runs: 0, only: ['request'] })
  return clauses.flatMap(({ id, counterexample }) => (counterexample === undefined ? [] : [id]))
}

const isOver = (u: unknown, limit: number): boolean => typeof u === 'string' && Array.from(u).length > limit

describe('a clause is not blamed for what something else explains', () => {
  test('a null that is refused by the wrong name does not speak of what the other id breaks', async () => {
    const handler = listing(({ ClientId, UserPoolId }) =>
      ClientId === null || UserPoolId === null ? notReadable : undefined
    )
    expect(await brokenBy(handler)).toEqual(['request.clientId.required', 'request.userPoolId.required'])
  })

  test('unknown members that are refused do not speak of the ids beside them', async () => {
    const handler = listing((input) => ('Unknown' in input ? notReadable : undefined))
    expect(await brokenBy(handler)).toEqual(['request.unknownMembers.ignored'])
  })

  test('a charset that is refused does not speak of the ids in the body', async () => {
    const handler = listing((_, { headers }) =>
      String(headers['content-type']).includes('charset') ? notReadable : undefined
    )
    expect(await brokenBy(handler)).toEqual(['request.contentType.parametersIgnored'])
  })
})

describe('what nothing else explains is reported', () => {
  test('a check that is skipped beside another member, which is ignored as it should be', async () => {
    const handler = listing(({ ClientId, ...rest }) =>
      'Unknown' in rest && isOver(ClientId, 128)
        ? encodeError({ _tag: 'ResourceNotFoundException', status: 400, message: 'no' })
        : undefined
    )
    expect(await brokenBy(handler)).toEqual(['request.clientId.maxLength'])
  })

  test('two ids that are wrong together, where each by itself is answered rightly', async () => {
    const handler = listing(({ ClientId, UserPoolId }) =>
      UserPoolId === undefined && /[^\w+]/.test(String(ClientId)) && !isOver(ClientId, 128) ? notReadable : undefined
    )
    expect(await brokenBy(handler)).toEqual(['request.clientId.pattern', 'request.userPoolId.required'])
  })
})
