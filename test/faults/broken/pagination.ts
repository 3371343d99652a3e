/**
 * Servers that page by another name than NextToken.
 */
import { body, descriptor, succeeding } from '../changes.js'
import { type Fault, fault } from '../Variant.js'

const paging = (name: string, description: string, members: Readonly<Record<string, unknown>>): Fault =>
  fault(
    name,
    description,
    ['response.nextToken.absent'],
    body((l) => ({ ...l, ...members }))
  )

export const paginationFaults: ReadonlyArray<Fault> = [
  paging('nextToken', 'As newer services of AWS spell it.', { nextToken: null }),
  paging('next_token', 'A serialiser in snake case.', { next_token: '' }),
  paging('Marker', 'As IAM pages.', { IsTruncated: false, Marker: '' }),
  paging('IsTruncated', 'As IAM and S3 say that there is more.', { IsTruncated: true }),
  paging('PaginationToken', 'As ListUsers pages.', { PaginationToken: 'a' }),
  paging('a cursor', 'A framework adds it to every list.', { meta: 1, cursor: 'MQ==' }),
  paging('a scroll id', 'As search engines page.', { _scroll_id: 'DXF1ZXJ5' }),
  paging('a continuation key', 'As queues and drives page.', { continuationKey: 'a' }),
  paging('links', 'As JSON:API pages.', { links: { next: '/?page=2' } }),
  paging('a token in a record of its own', 'What is about the response is told apart.', { Meta: { NextToken: 'a' } }),
  paging('a page in a list', 'Each part says where it goes on.', { Parts: [{ Size: 2, nextPageToken: '' }] }),
  fault(
    'a token in each descriptor',
    'A cursor for each element, as GraphQL has it.',
    ['response.nextToken.absent'],
    descriptor((d, _, i) => ({ ...d, cursor: String(i) }))
  ),
  ...(
    [
      ['a header with a token', 'x-next-token', 'a'],
      ['a header that says there is more', 'x-has-more', 'true'],
      ['a Link to the next page', 'link', '</?page=2>; rel="next"']
    ] as const
  ).map(([name, field, value]) =>
    fault(
      name,
      'The body is for what is listed.',
      ['response.nextToken.absent'],
      succeeding((response) => ({ ...response, headers: { ...response.headers, [field]: value } }))
    )
  ),
  paging('a bookmark', 'As databases of documents have it.', { Bookmark: 'g1AAAA' }),
  paging('a token for each direction', 'As streams of logs have it.', {
    NextForwardToken: 'f/1',
    NextBackwardToken: 'b/1'
  }),
  paging('a link of OData', 'A framework adds it.', { '@odata.nextLink': '/?$skiptoken=1' }),
  paging('LastEvaluatedKey', 'The answer of a table is passed on.', { LastEvaluatedKey: { Id: { S: '1' } } })
]
