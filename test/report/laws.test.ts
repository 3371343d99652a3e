/**
 * `laws`: clauses as tests for any runner. Runs of the real runners are in test/runners.
 */
import { describe, expect, test } from 'vitest'
import { laws, type LawTest, type Target } from '../../src/conformance.js'
import { clause, clausesThatBind } from '../../src/clauses/index.js'
import { paging, recording, reference } from '../node/support/handlers.js'
import { withoutRun } from '../node/support/withoutRun.js'

const find = (all: ReadonlyArray<LawTest>, id: string): LawTest =>
  all.find((law) => law.id === id) ?? expect.fail(`${id} is not among them`)

describe('laws', () => {
  test('are one test a clause, titled with its id and sentence', () => {
    const all = laws(reference())
    expect(all.map(({ id }) => id)).toEqual(clausesThatBind('server'))
    for (const { id, title } of all) expect(title).toBe(`${id}: ${clause(id).sentence}`)
    // runners take a declared parameter for a callback
    expect(all.every(({ run }) => run.length === 0)).toBe(true)
  })

  test('send nothing before the first is run, and the suite only once for all', async () => {
    const { handler, diary } = recording(reference())
    const all = laws(handler, { runs: 0, only: ['response'] })
    expect(diary).toHaveLength(0)
    await Promise.all(all.map(({ run }) => run()))
    const sent = diary.length
    expect(sent).toBeGreaterThan(10)
    await find(all, 'response.body.object').run()
    expect(diary).toHaveLength(sent)
  })

  test('reject where the clause is broken, with all that a report says of it, and only there', async () => {
    const all = laws(paging(), { runs: 0, only: ['response'], seed: 7 })
    await expect(find(all, 'response.nextToken.absent').run()).rejects.toThrow(
      /response\.nextToken\.absent[\s\S]*no pagination token[\s\S]*--replay 1\.[\s\S]*seed 7$/
    )
    for (const law of all) if (law.id !== 'response.nextToken.absent') await expect(law.run()).resolves.toBeUndefined()
  })

  test('take a handler that answers at once, and one that throws at once', async () => {
    const synchronous: Target = () => ({ status: 200, headers: {}, body: '{"ClientSecrets":[]}' })
    const all = laws(synchronous, { runs: 0, only: ['request.clientId.pattern', 'response.body.object'] })
    await expect(find(all, 'request.clientId.pattern').run()).rejects.toThrow('request.clientId.pattern')
    const throwing: Target = () => {
      throw new Error('gone')
    }
    const lost = laws(throwing, { only: ['response.body'] })
    await expect(find(lost, 'response.body.object').run()).rejects.toThrow('could not be tested')
  })

  test('reject where a MUST could not be tested: no vacuous green', async () => {
    const all = laws(reference(), { runs: 0, provision: false, only: ['list.complete', 'request.clientId'] })
    await expect(find(all, 'list.complete').run()).rejects.toThrow(
      'list.complete could not be tested: provisioning was not allowed'
    )
    await expect(find(all, 'request.clientId.pattern').run()).resolves.toBeUndefined()
    const lost = laws(() => Promise.reject(new Error('gone')), { only: ['response.body'] })
    await expect(find(lost, 'response.body.object').run()).rejects.toThrow('could not be tested')
  })

  test('skip themselves where they are excused, if the runner lets them', async () => {
    const law = find(
      laws(reference(), { runs: 0, only: ['error.limitExceeded', 'error.notFound'] }),
      'error.limitExceeded.status'
    )
    const reasons: Array<unknown> = []
    const context = { skip: (reason?: string) => void reasons.push(reason) }
    await law.run(context)
    await law.run.call(context)
    // vitest's context is a function
    await law.run(Object.assign(() => undefined, context))
    await law.run()
    expect(reasons).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('judged only when seen') as string))
  })

  describe('a run of one clause', () => {
    const listing: Target = () => ({
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: '{"ClientSecrets":[],"NextToken":"a"}'
    })
    const IDS = { userPoolId: 'us-east-1_Example12', clientId: '1example23456789' }
    const one = (only: string, options: Parameters<typeof laws>[1] = {}): LawTest =>
      find(laws(listing, { runs: 0, only: [only], given: IDS, ...options }), only)

    test('a context that cannot skip is left alone', async () => {
      const excused = one('error.limitExceeded.status')
      for (const context of [undefined, null, 7, 'skip', {}, { skip: 'a' }]) {
        await expect(excused.run(context)).resolves.toBeUndefined()
        await expect(excused.run.call(context)).resolves.toBeUndefined()
      }
    })

    test('one that held is not skipped', async () => {
      const context = { skip: () => expect.fail('it was skipped') }
      await expect(one('response.body.object').run(context)).resolves.toBeUndefined()
    })

    test('a failure tells the seed, which is always the same', async () => {
      await expect(one('response.nextToken.absent').run()).rejects.toThrow(/\nseed 1826155496$/)
    })

    test('a known failure, and a SHOULD that could not be tested, are no failures', async () => {
      const baseline = { knownFailures: [{ clause: 'response.nextToken.absent' as const, reason: 'issue 17' }] }
      await expect(one('response.nextToken.absent', { baseline }).run()).resolves.toBeUndefined()
      const undated = one('response.clientSecretCreateDate.noExponent')
      const reasons: Array<unknown> = []
      await undated.run({ skip: (reason: string) => void reasons.push(reason) })
      expect(reasons).toEqual(['ids were given, so nothing was provisioned'])
    })
  })

  test('are the same run every time unless a seed is given', async () => {
    const sent = async (): Promise<ReadonlyArray<string>> => {
      const { handler, diary } = recording(reference())
      await laws(handler, { only: ['request.userPoolId.type'], runs: 5, concurrency: 1 })[0]?.run()
      return diary.map(({ body }) => withoutRun(body))
    }
    expect(await sent()).toEqual(await sent())
  })

  test.each([{ only: ['no.such.clause'] }, { skip: ['typo'] }, { only: ['list'], skip: ['list'] }])(
    'a selection that leaves nothing, or a typo, is told at once: %j',
    (options) => {
      expect(() => laws(reference(), options)).toThrow(RangeError)
    }
  )
})
