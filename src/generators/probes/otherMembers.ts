/**
 * Members that the operation does not know but its siblings do, or paginators: a server that shares code between
 * operations may heed them.
 */

/** `{{secret:NAME:POSITION}}` */
const secretRef = (client: string, position: 0 | 1): string => `{{secret:${client}:${position}}}`

const isProvisioned = (client: string): boolean => client !== 'one'

/** Members of other operations, one or two at a time, for a call of `client`. */
export const membersOfSiblings = (client: string): ReadonlyArray<Readonly<Record<string, unknown>>> => [
  ...[1, '1', 0, -1, 1.5, 'x', [1], {}, null].map((MaxResults) => ({ MaxResults })),
  ...['Limit', 'MaxItems', 'PageSize', 'Count', 'Top', 'First'].map((name) => ({ [name]: 1 })),
  { Offset: 1 },
  { Skip: 1, Take: 1 },
  { Page: 2, PageSize: 1 },
  { StartIndex: 1, EndIndex: 1 },
  ...['Marker', 'PaginationToken', 'Cursor', 'ContinuationToken', 'ExclusiveStartKey', 'StartingToken'].map((name) => ({
    [name]: '1'
  })),
  { nextToken: '1', maxResults: 1 },
  { ClientSecretId: 'none' },
  { ClientSecretId: null },
  ...(isProvisioned(client)
    ? [{ ClientSecretId: secretRef(client, 0) }, { ClientSecretIds: [secretRef(client, 1)] }]
    : []),
  { ClientSecret: 'q'.repeat(40) },
  { ClientSecretValue: 'q'.repeat(40), GenerateSecret: true },
  { IncludeSecrets: true, ShowSecret: true, Verbose: true, Debug: true },
  { WithDecryption: true, Decrypt: true, IncludeValue: true, IncludeValues: true, ReturnValues: 'ALL', View: 'FULL' },
  { Fields: 'ClientSecretValue', Select: 'ClientSecretValue', ProjectionExpression: 'ClientSecretValue' },
  { AttributesToGet: ['ClientSecretValue'], Include: ['ClientSecretValue'], Expand: '*' },
  { Filter: 'Status = "ACTIVE"', Status: 'INACTIVE' },
  { SortBy: 'ClientSecretCreateDate', SortOrder: 'Descending', Reverse: true },
  { CreatedAfter: 4_000_000_000 },
  { Fields: ['ClientSecretId'], ProjectionExpression: 'ClientSecretId' },
  { DryRun: true },
  { Version: '2', Action: 'DeleteUserPoolClientSecret' }
]

/** Tokens that a paginator written by hand understands: each would be the second page, or none. */
export const paginationTokens = (client: string): ReadonlyArray<string> => [
  'a',
  '0',
  '1',
  '2',
  '-1',
  'MQ==',
  'Mg',
  '1:1',
  '{"offset":1}',
  'eyJvZmZzZXQiOjF9', // {"offset":1}
  'eyJza2lwIjoxfQ==', // {"skip":1}
  'page2',
  'null',
  'end',
  '9999999999999999999999',
  '2026-01-01T00:00:00Z',
  '1f0e6a52-4e4f-4f52-9d3f-7c1f6a8a0f11',
  ...(isProvisioned(client) ? [secretRef(client, 0), secretRef(client, 1)] : [])
]
