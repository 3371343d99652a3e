/**
 * Servers that page by another name than NextToken.
 */
import { body } from '../changes.js'
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
  paging('LastEvaluatedKey', 'The answer of a table is passed on.', { LastEvaluatedKey: { Id: { S: '1' } } })
]
