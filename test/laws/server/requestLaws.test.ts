import { describe, expect, it } from 'vitest'
import { type Target, verify } from '../../../src/conformance.js'
import { header, type HttpResponse } from '../../../src/protocol/index.js'
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

  /** Answers chunks so, and all else as the reference does. */
  const forChunks = (answer: () => Promise<HttpResponse>): Target => {
    const inner = reference()
    return (request) => (header(request.headers, 'transfer-encoding') === undefined ? inner(request) : answer())
  }

  it('says nothing of a server that answers by HTTP/1.0', async () => {
    const target = forChunks(() => Promise.resolve({ status: 400, httpVersion: '1.0', headers: {}, body: '' }))
    const report = await verify(target, { seed: 1, runs: 5, only: ['request.body.chunked'] })
    expect(report.clauses.map(({ status }) => status)).toEqual(['untested'])
  })

  it.each<readonly [answer: string, () => Promise<HttpResponse>]>([
    ['HTML', () => Promise.resolve({ status: 400, headers: { 'content-type': 'text/html' }, body: '<h1>No</h1>' })],
    ['the list of another', () => Promise.resolve({ status: 200, headers: {}, body: '{"ClientSecrets":[{}]}' })],
    ['no response', () => Promise.reject(new Error('socket hang up'))]
  ])('%s in answer to chunks breaks no other clause', async (_, answer) => {
    const report = await verify(forChunks(answer), { seed: 1, runs: 5 })
    const broken = report.clauses.filter(({ status }) => status === 'failed' || status === 'warned')
    expect(broken.map(({ id }) => id)).toEqual(['request.body.chunked'])
    expect(report.verdict).toBe('passed')
  })
})
