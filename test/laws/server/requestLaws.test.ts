import { describe, expect, it } from 'vitest'
import { verify } from '../../../src/conformance.js'
import { reference, refusal } from '../../node/support/handlers.js'
import { title } from '../title.js'

describe(title('request.method.post'), () => {
  it.each<readonly [status: number, type: string | undefined, expected: string]>([
    [400, 'UnknownOperationException', 'passed'],
    [404, undefined, 'passed'],
    [405, undefined, 'passed'],
    [499, undefined, 'passed'],
    [501, undefined, 'passed'],
    [200, undefined, 'warned'],
    [302, undefined, 'warned'],
    [500, undefined, 'warned'],
    [502, undefined, 'warned'],
    // that is for what the operation was called with
    [400, 'InvalidParameterException', 'warned']
  ])('HTTP %i with the error %s for another method: %s', async (status, type, expected) => {
    const inner = reference()
    const answer = type === undefined ? { status, headers: {}, body: '' } : refusal(type, 'no', status)
    const report = await verify((request) => (request.method === 'POST' ? inner(request) : Promise.resolve(answer)), {
      seed: 1,
      runs: 5,
      only: ['request.method.post']
    })
    expect(report.clauses[0]?.status).toBe(expected)
  })
})
