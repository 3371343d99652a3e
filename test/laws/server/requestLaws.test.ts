import { describe, expect, it } from 'vitest'
import { type Target, verify } from '../../../src/conformance.js'
import { header } from '../../../src/protocol/index.js'
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

describe(title('request.body.chunked'), () => {
  it.each<readonly [status: number, expected: string]>([
    [411, 'passed'],
    [501, 'passed'],
    [400, 'warned'],
    [500, 'warned'],
    [502, 'warned']
  ])('HTTP %i for a body in chunks: %s', async (status, expected) => {
    const inner = reference()
    const target: Target = (request) =>
      header(request.headers, 'transfer-encoding') === undefined
        ? inner(request)
        : Promise.resolve({ status, headers: {}, body: '' })
    const report = await verify(target, { seed: 1, runs: 5, only: ['request.body.chunked'] })
    expect(report.clauses[0]?.status).toBe(expected)
  })
})
