/**
 * Reports of clients, read without believing anything about them.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReport } from '../../../src/suite/client/readReport.js'

const read = (reported: unknown, status = 200) =>
  readReport({ requests: [], output: 'out', reported }, { status, headers: {}, body: '' })

describe('readReport', () => {
  test.each([
    ['an ISO date', '2026-07-25T17:20:00Z', 1785000000000],
    ['epoch milliseconds', 1785000000250, 1785000000250],
    ['epoch milliseconds with a fraction', 1785000000250.5, 1785000000250],
    ['a text that names no moment stays as it is', 'yesterday', 'yesterday'],
    ['another type stays as it is', true, true],
    ['null is absent', null, undefined]
  ])('%s', (_, createDate, time) => {
    expect(read({ secrets: [{ id: 7, createDate }] })).toMatchObject({ _tag: 'Listing', secrets: [{ id: 7, time }] })
  })

  test.each([
    ['a refusal', { refused: 'why' }, 400, 'Refusal'],
    ['an error of an answer that is none is a refusal', { error: { type: 'ParseError' } }, 200, 'Refusal'],
    ['an error', { error: { type: 'A', message: 1 } }, 400, 'Error'],
    ['secrets that are no list', { secrets: {} }, 200, undefined],
    ['nothing known', { ids: [] }, 200, undefined],
    ['no object', [1], 200, undefined]
  ])('%s', (_, reported, status, tag) => {
    expect(read(reported, status)?._tag).toBe(tag)
  })

  test('is total, and keeps all that the client said', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(200, 400), (reported, status) => {
        const outcome = read(reported, status)
        expect(outcome === undefined || JSON.stringify(outcome.kept)).toEqual(
          outcome === undefined || JSON.stringify([reported, 'out'])
        )
      }),
      { seed: 1 }
    )
  })
})
