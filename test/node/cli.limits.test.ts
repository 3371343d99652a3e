/**
 * What bounds a run: seeds, time, rate, interrupts.
 */
import { describe, expect, test } from 'vitest'
import { startCli } from './support/cli.js'
import { type Entry, operationOf, paging, poolsLeft, recording, reference, slow } from './support/handlers.js'
import { inProcess } from './support/inProcess.js'
import { serving } from './support/serving.js'

const LIST = 'ListUserPoolClientSecrets'

/** The bodies of all List calls, in no order, with names in place of the ids that the target made, and without times. */
const listBodies = (diary: ReadonlyArray<Entry>): ReadonlyArray<string> => {
  const names = new Map<string, string>()
  for (const { operation, body, response } of diary) {
    const id = /"(?:Id|ClientId)":"([^"]+)"/.exec(response)?.[1]
    const name = /"(?:PoolName|ClientName)":"[^"]+[-_]([a-z]+)"/.exec(body)?.[1]
    if (operation.startsWith('Create') && id !== undefined && name !== undefined) names.set(id, name)
  }
  return diary
    .filter(({ operation }) => operation === LIST)
    .map(({ body }) =>
      body
        // a secret's id holds the time when it was made
        .replace(/--\d{13}/g, '--TIME')
        // a name holds the time when the run began
        .replace(/cognito[-_]secrets[-_]contract[-_]\w+[-_]\w+[-_]\w+[-_]([a-z]+)/g, 'called $1')
        .replace(/"([^"]+)"/g, (whole, id: string) => names.get(id) ?? whole)
    )
    .sort()
}

describe('--seed', () => {
  test('the same seed sends the same requests, whatever the concurrency; another seed sends others', async (t) => {
    const run = async (seed: number, concurrency: number): Promise<ReadonlyArray<Entry>> => {
      const { handler, diary } = recording(reference())
      const only = ['--only', 'list.deletedSecret', '--only', 'request.unknownMembers']
      const args = [...only, '--seed', String(seed), '--concurrency', String(concurrency), '--runs', '5']
      expect(await inProcess([await serving(t, handler), ...args])).toMatchObject({ code: 0 })
      return diary
    }
    const [one, eight, other] = [await run(42, 1), await run(42, 8), await run(43, 1)]
    expect(listBodies(one).length).toBeGreaterThan(80)
    expect(listBodies(eight)).toEqual(listBodies(one))
    expect(listBodies(other)).not.toEqual(listBodies(one))
    const own = (diary: ReadonlyArray<Entry>): ReadonlyArray<string> =>
      diary.flatMap(({ body }) => /"ClientSecret":"([^"]+)"/.exec(body)?.[1] ?? []).sort()
    expect(own(one).length).toBeGreaterThan(5)
    expect(own(eight)).toEqual(own(one))
  })

  test('is printed, and drawn anew for each run unless given', async () => {
    const args = ['verify', '--reference', '--runs', '0', '--only', 'response.body']
    const runs = [await inProcess(args), await inProcess(args), await inProcess([...args, '--seed', '-7'])]
    const [first, second, given] = runs.map(({ stdout }) => /, seed (-?\d+)\n/.exec(stdout)?.[1])
    expect(first).toMatch(/\d/)
    expect(second).not.toBe(first)
    expect(given).toBe('-7')
  })
})

describe('--max-time and --rate-limit', () => {
  test('--max-time ends the run, which is inconclusive, and cleans up', async (t) => {
    const { handler, diary } = recording(slow(reference(), 20))
    const { code, stdout } = await inProcess([await serving(t, handler), '--max-time', '1'])
    expect(stdout).toContain('INCONCLUSIVE: the time limit of 1 s was reached')
    expect(code).toBe(3)
    expect(poolsLeft(diary)).toEqual([])
  })

  test('--rate-limit keeps requests apart', async (t) => {
    const { handler, diary } = recording(reference())
    const args = ['--runs', '0', '--only', 'response.body', '--rate-limit', '50', '--concurrency', '8']
    expect(await inProcess([await serving(t, handler), ...args])).toMatchObject({ code: 0 })
    const seconds = ((diary.at(-1)?.at ?? 0) - (diary[0]?.at ?? 0)) / 1000
    expect(diary.length / seconds).toBeLessThan(60)
  })
})

/** As many requests as a run that is interrupted needs, and few clauses to conclude. */
const ENOUGH = ['--only', 'response.nextToken', '--only', 'response.body', '--only', 'list.complete']

describe.concurrent('an interrupt', () => {
  const listed = (diary: ReadonlyArray<Entry>): number => diary.filter(({ operation }) => operation === LIST).length

  const until = async (isTrue: () => boolean): Promise<void> => {
    while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  test.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s: cleans up, prints what it has, exits with 3',
    async (signal, t) => {
      const { handler, diary } = recording(slow(reference(), 2))
      const { child, ended } = startCli([await serving(t, handler), ...ENOUGH])
      await until(() => listed(diary) > 100 || child.exitCode !== null)
      child.kill(signal)
      const { code, stdout, stderr } = await ended
      expect(stderr).toContain('interrupted: cleaning up')
      expect(stdout).toMatch(/response +✓ \d+ passed/)
      expect(stdout).toContain('INCONCLUSIVE: interrupted')
      expect(stdout).not.toContain('Left behind')
      expect(code).toBe(3)
      expect(diary.filter(({ operation }) => operation === 'CreateUserPool').length).toBeGreaterThan(1)
      expect(poolsLeft(diary)).toEqual([])
    }
  )

  test('exits with 1 where a MUST had been broken', async (t) => {
    const { handler, diary } = recording(slow(paging(), 2))
    const { child, ended } = startCli([await serving(t, handler), ...ENOUGH])
    await until(() => listed(diary) > 100 || child.exitCode !== null)
    child.kill('SIGINT')
    const { code, stdout } = await ended
    expect(stdout).toContain('✗ response.nextToken.absent')
    expect(code).toBe(1)
    expect(poolsLeft(diary)).toEqual([])
  })

  test('twice: leaves at once, even where the target hangs', async (t) => {
    const { handler, diary } = recording(reference())
    const url = await serving(t, (request) =>
      operationOf(request) === LIST && listed(diary) > 20 ? new Promise(() => undefined) : handler(request)
    )
    const { child, ended } = startCli([url, '--timeout', '600000'])
    await until(() => listed(diary) > 20 || child.exitCode !== null)
    child.kill('SIGINT')
    // right behind the first it would be the same interrupt, handed on
    const again = setInterval(() => child.kill('SIGINT'), 50)
    const { code } = await ended
    clearInterval(again)
    expect(code).toBe(130)
  })
})
