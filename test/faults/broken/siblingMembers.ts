/**
 * Servers that heed members which belong to other operations, or to no operation at all.
 */
import { asking, body, descriptor, listing } from '../changes.js'
import { type Call, crash, has, refusal, textOf } from '../service.js'
import { type Fault, fault } from '../Variant.js'

const ignored = ['request.unknownMembers.ignored', 'list.complete'] as const
const tolerated = ['request.nextToken.tolerated', 'list.complete'] as const

/** Where a token by this encoding says to start; 0 for what it does not understand. */
const startingAt =
  (decode: (token: string) => number) =>
  (token: unknown): number => {
    try {
      return typeof token === 'string' ? decode(token) || 0 : 0
    } catch {
      return 0
    }
  }

const base64 = (text: string): string => Buffer.from(text, 'base64').toString()

const paging = (decode: (token: string) => number): ReturnType<typeof listing> =>
  listing((secrets, { input }) => secrets.slice(Math.max(0, startingAt(decode)(input['NextToken']))))

/** The records as they are stored, where the request says so. */
const descriptorIf = (when: (call: Call) => boolean): ReturnType<typeof body> =>
  body((list, call) => (when(call) ? { ClientSecrets: call.client?.secrets } : list))

export const siblingMemberFaults: ReadonlyArray<Fault> = [
  fault(
    'ClientSecretId filters',
    'One handler for reading and listing.',
    ignored,
    listing((secrets, { input }) =>
      has(input['ClientSecretId']) ? secrets.filter((s) => s.ClientSecretId === input['ClientSecretId']) : secrets
    )
  ),
  fault(
    'a ClientSecretId that is listed',
    'Only a part of the list, where there is one of that id.',
    ignored,
    listing((secrets, { input }) => {
      const found = secrets.filter((s) => s.ClientSecretId === input['ClientSecretId'])
      return found.length > 0 ? found : secrets
    })
  ),
  fault(
    'ClientSecret is validated',
    'The input type is that of Add.',
    ignored,
    asking(({ input }) =>
      has(input['ClientSecret']) ? refusal('InvalidParameterException', 'Not now', 400) : undefined
    )
  ),
  fault(
    'MaxResults must be a number',
    'The input type is that of the other List operations.',
    ignored,
    asking(({ input }) =>
      has(input['MaxResults']) && typeof input['MaxResults'] !== 'number'
        ? refusal('SerializationException', 'MaxResults')
        : undefined
    )
  ),
  fault(
    'MaxResults as text limits',
    'It comes from a query elsewhere.',
    ignored,
    listing((secrets, { input }) =>
      typeof input['MaxResults'] === 'string' ? secrets.slice(0, Number(input['MaxResults']) || 2) : secrets
    )
  ),
  fault(
    'MaxResults zero',
    'It limits the list to nothing.',
    ignored,
    listing((secrets, { input }) => (input['MaxResults'] === 0 ? [] : secrets))
  ),
  fault(
    'Limit limits',
    'A query is passed on to a table.',
    ignored,
    listing((secrets, { input }) => secrets.slice(0, typeof input['Limit'] === 'number' ? input['Limit'] : 2))
  ),
  fault(
    'a page size of its own',
    'A paginator for all lists reads it in any case.',
    ignored,
    listing((secrets, { input }) => secrets.slice(0, Number(input['PageSize'] ?? 2)))
  ),
  fault(
    'a marker that crashes',
    'It is decoded before it is known to be none of ours.',
    ['request.unknownMembers.ignored'],
    asking(({ input }) => (has(input['Marker']) ? crash : undefined))
  ),
  fault(
    'a sort order',
    'The list is cut after it is sorted.',
    ignored,
    listing((secrets, { input }) => (has(input['SortOrder']) ? [...secrets].reverse().slice(0, 1) : secrets))
  ),
  fault(
    'values if asked for',
    'A flag for support.',
    ['response.secretValue.absent', 'response.secret.neverRevealed'],
    descriptor((d) => d),
    body((l, { input, client }) =>
      input['IncludeSecrets'] === true
        ? { ClientSecrets: l.ClientSecrets.map((d, i) => ({ ...d, Value: client?.secrets[i]?.ClientSecretValue })) }
        : l
    )
  ),
  fault('NextToken as a number', 'Where to go on is its decimal.', tolerated, paging(Number)),
  fault(
    'NextToken as base64 of a number',
    'Where to go on is hidden from nobody.',
    tolerated,
    paging((token) => Number(base64(token)))
  ),
  fault(
    'NextToken as base64 of JSON',
    'Where to go on is its offset.',
    tolerated,
    paging((token) => (JSON.parse(base64(token)) as { readonly offset?: number }).offset ?? 0)
  ),
  fault(
    'NextToken as JSON',
    'Where to go on is its offset.',
    tolerated,
    paging((token) => (JSON.parse(token) as { readonly offset?: number }).offset ?? 0)
  ),
  fault(
    'NextToken as the last id',
    'The next page starts behind it.',
    tolerated,
    listing((secrets, { input }) =>
      secrets.slice(secrets.findIndex((s) => s.ClientSecretId === textOf(input['NextToken'])) + 1)
    )
  ),
  fault(
    'values if decrypted',
    'As a store of parameters answers.',
    ['response.secret.neverRevealed'],
    descriptorIf(({ input }) => input['WithDecryption'] === true)
  ),
  fault(
    'values in a projection',
    'The members that are asked for are those of the stored record.',
    ['response.secret.neverRevealed'],
    descriptorIf(({ input }) => /ClientSecretValue/.test(textOf(input['ProjectionExpression'])))
  ),
  fault(
    'values among attributes to get',
    'The members that are asked for are those of the stored record.',
    ['response.secret.neverRevealed'],
    descriptorIf(
      ({ input }) => Array.isArray(input['AttributesToGet']) && input['AttributesToGet'].includes('ClientSecretValue')
    )
  )
]
