import { expect, it } from 'vitest'
import { NetworkFailure } from '../../src/protocol/NetworkFailure.js'

it('is an error that AWS SDKs take for a lost connection, by its name and its code', () => {
  const failure = new NetworkFailure('lost')
  expect(failure).toBeInstanceOf(Error)
  expect([failure.name, failure.code, failure.message]).toEqual(['TimeoutError', 'ECONNRESET', 'lost'])
})
