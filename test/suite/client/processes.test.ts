/**
 * The suite for clients against processes: right ones, and those that do not follow the protocol.
 */
import { describe, expect, test } from 'vitest'
import { type Report, verifyClient } from '../../../src/conformance.js'
import { clientProcess } from '../../../src/node/index.js'

const statusOf = (report: Report, id: string): string | undefined => report.clauses.find((c) => c.id === id)?.status

const ofProcess = async (command: ReadonlyArray<string>, runs?: number): Promise<Report> => {
  const { client, close } = await clientProcess(command, 10_000)
  try {
    return await verifyClient(client, { name: command.join(' '), seed: 1, ...(runs === undefined ? {} : { runs }) })
  } finally {
    await close()
  }
}

describe('right clients', () => {
  test('our own functions in a process', async () => {
    const report = await ofProcess(['node', 'docs/clients/contract.mjs'])
    expect(report.clauses.filter(({ status }) => status !== 'passed')).toEqual([])
  })

  test('the AWS SDK for JavaScript in a process', async () => {
    const report = await ofProcess(['node', 'docs/clients/aws-sdk.mjs'])
    expect(report.clauses.filter(({ status }) => status === 'failed')).toEqual([])
    expect(report.verdict).toBe('passed')
  })
})

describe('clients that do not follow the protocol', () => {
  test.each([
    ['ends at once', ['node', '-e', '0'], 'the command ended (exit code 0)'],
    ['is not there', ['./no-such-command'], 'could not be started'],
    ['says why it ends', ['node', '-e', 'console.error("no endpoint"); process.exit(4)'], 'exit code 4): no endpoint'],
    ['is no file', ['node', '/nope.mjs'], "exit code 1): Error: Cannot find module '/nope.mjs'"],
    ['throws', ['node', '-e', 'throw new RangeError("too far")'], 'exit code 1): RangeError: too far'],
    [
      'says more around an error',
      ['node', '-e', 'console.error(`> client@1\\nnpm error code E404\\nnpm notice`); process.exit(1)'],
      'exit code 1): npm error code E404'
    ]
  ])('%s: inconclusive', async (_, command, why) => {
    const report = await ofProcess(command)
    expect(report.verdict).toBe('inconclusive')
    expect(report.because).toContain(why)
  })

  test('hangs: inconclusive, in bounded time', async () => {
    const { client, close } = await clientProcess(['node', '-e', 'setInterval(() => undefined, 1000)'], 200)
    const report = await verifyClient(client, { name: 'hangs', seed: 1 })
    await close()
    expect(report.because).toContain('reported nothing within 200 ms')
  })

  test('ends now and then: started again, and judged', async () => {
    const source = `
      let n = 0
      for await (const line of (await import('node:readline')).createInterface({ input: process.stdin })) {
        if (++n > 20) process.exit(1)
        await fetch(process.env.COGNITO_ENDPOINT, { method: 'POST', body: line })
        console.log('{"refused":"always"}')
      }`
    const report = await ofProcess(['node', '--input-type=module', '-e', source], 5)
    expect(report.verdict).toBe('failed')
    expect(statusOf(report, 'client.total')).toBe('failed')
  })

  test('never calls the server: nothing is said of it', async () => {
    const source = `
      for await (const line of (await import('node:readline')).createInterface({ input: process.stdin })) {
        console.log('{"refused":"no credentials"}')
      }`
    const report = await ofProcess(['node', '--input-type=module', '-e', source])
    expect(report.verdict).toBe('inconclusive')
    expect(report.because).toBe('the client never called the server: it reported {"refused":"no credentials"}')
    expect(new Set(report.clauses.map(({ status }) => status))).toEqual(new Set(['untested']))
  })
})
