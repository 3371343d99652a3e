/**
 * Where a target refuses an operation, the verdict says so.
 */
import { expect, test } from 'vitest'
import { verify } from '../../../src/conformance.js'
import { operationOf, reference, refusal } from '../../node/support/handlers.js'

test.each([
  ['DeleteUserPool', 'error.notFound.deletedPool'],
  ['DeleteUserPoolClient', 'error.notFound.deletedClient'],
  ['DeleteUserPoolClientSecret', 'list.deletedSecret'],
  ['AddUserPoolClientSecret', 'list.callerSecret']
])('%s refused is the reason that %s could not be tested', async (operation, clause) => {
  const inner = reference()
  const report = await verify(
    async (request) =>
      operationOf(request) === operation ? refusal('UnknownOperationException', 'No such operation') : inner(request),
    { seed: 1, runs: 3, only: [clause, 'response.status'] }
  )
  expect(report.verdict).toBe('inconclusive')
  expect(report.because).toMatch(
    new RegExp(`^1 MUST clause could not be tested: ${operation} was refused: UnknownOperationException`)
  )
  expect(report.clauses.find(({ id }) => id === clause)?.reason).toContain(`${operation} was refused`)
})
