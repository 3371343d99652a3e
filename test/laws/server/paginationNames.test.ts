/**
 * Which names speak of further pages: in bodies at any depth, and in headers.
 */
import { describe, expect, it } from 'vitest'
import { isPaginationName, paginationHeaders, paginationMembers } from '../../../src/laws/server/paginationNames.js'

const headersOf = (headers: Readonly<Record<string, string>>): ReadonlyArray<string> =>
  paginationHeaders({ status: 200, headers, body: '' })

describe('a name speaks of further pages', () => {
  it.each([
    'NextToken',
    'next_token',
    'next-page-token',
    'PaginationToken',
    'Marker',
    'NextMarker',
    'cursor',
    'endCursor',
    'IsTruncated',
    'truncated',
    'more',
    'hasMore',
    'HasMoreItems',
    'LastEvaluatedKey',
    'ExclusiveStartKey',
    'NextForwardToken',
    'NextRecordName',
    'nextPageMarker',
    'pageState',
    'startAfter',
    'Bookmark',
    'skipToken',
    '@odata.nextLink',
    'x-amz-next-token'
  ])('%s', (name) => {
    expect(isPaginationName(name)).toBe(true)
  })
})

describe('a name speaks of something else', () => {
  it.each([
    'ClientSecrets',
    'ClientSecretId',
    'ClientSecretCreateDate',
    'Count',
    'Total',
    'token_type',
    'Remark',
    'pages_printed',
    'x-request-marker',
    ''
  ])('%j', (name) => {
    expect(isPaginationName(name)).toBe(false)
  })
})

describe('paginationMembers', () => {
  it('finds a member at any depth, in lists as well', () => {
    expect(paginationMembers({ ClientSecrets: [{ cursor: '1' }], Meta: { Paging: { NextToken: null } } })).toEqual([
      'cursor',
      'Paging',
      'NextToken'
    ])
  })

  it('leaves out a flag that says there is no further page, and no other flag', () => {
    expect(paginationMembers({ IsTruncated: false })).toEqual([])
    expect(paginationMembers({ IsTruncated: true })).toEqual(['IsTruncated'])
    expect(paginationMembers({ IsTruncated: 'false' })).toEqual(['IsTruncated'])
  })

  it.each([undefined, null, 'NextToken', 7, [], {}])('finds nothing in %j', (value) => {
    expect(paginationMembers(value)).toEqual([])
  })
})

describe('paginationHeaders', () => {
  it('finds a token, but not a flag that says there is none', () => {
    expect(headersOf({ 'X-Next-Token': 'a', 'x-has-more': 'false', 'content-type': 'a' })).toEqual(['X-Next-Token'])
    expect(headersOf({ 'x-has-more': 'true' })).toEqual(['x-has-more'])
  })

  it('leaves out the number of a page, and nothing else that a page is called by', () => {
    expect(headersOf({ 'x-page': '1', 'X-Page-Number': '2', page: '3', PageNumber: '12' })).toEqual([])
    expect(headersOf({ 'x-page': 'a1', page: '1a', 'x-page-token': '1', 'x-next-page': '2' })).toEqual([
      'x-page',
      'page',
      'x-page-token',
      'x-next-page'
    ])
  })

  it('reads of a Link where it leads', () => {
    expect(headersOf({ link: '</?page=2>; rel="next"' })).toEqual(['link'])
    expect(headersOf({ Link: '</?page=1>; rel=prev' })).toEqual(['Link'])
    expect(headersOf({ 'x-link': '</a>; rel="next"', 'link-to': '</a>; rel="next"' })).toEqual([])
    expect(headersOf({ link: '</docs>; rel="help"' })).toEqual([])
    expect(headersOf({ link: '</a>; rel="nextcloud"' })).toEqual([])
  })
})
