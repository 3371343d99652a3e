/**
 * AWS itself is never provisioned unless asked for. No test here sends anything to it: names lead to this machine.
 */
import { describe, expect, test } from 'vitest'
import { cli, type Ended } from './support/cli.js'
import { recording, reference } from './support/handlers.js'
import { serving } from './support/serving.js'

/** Resolves every name to this machine, before anything else is loaded. */
const ONLY_HERE = `data:text/javascript,${encodeURIComponent(`
  import dns from 'node:dns'
  dns.lookup = (name, options, done) =>
    options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4)`)}`

const here = (args: ReadonlyArray<string>): Promise<Ended> => cli(args, { NODE_OPTIONS: `--import "${ONLY_HERE}"` })

describe.concurrent('verify against a name of AWS', () => {
  const operations = async (
    t: Parameters<typeof serving>[0],
    host: string,
    ...more: ReadonlyArray<string>
  ): Promise<Ended & { readonly created: number }> => {
    const { handler, diary } = recording(reference())
    const url = (await serving(t, handler)).replace('127.0.0.1', host)
    const ended = await here([url, '--runs', '0', '--only', 'request.body.empty', ...more])
    expect(diary.length).toBeGreaterThan(0)
    return { ...ended, created: diary.filter(({ operation }) => operation.startsWith('Create')).length }
  }

  test('creates nothing, and judges what needs nothing', async (t) => {
    const { code, created } = await operations(t, 'cognito-idp.us-east-1.amazonaws.com')
    expect({ code, created }).toEqual({ code: 0, created: 0 })
  })

  test('creates what it needs with --provision-aws', async (t) => {
    const { code, created } = await operations(t, 'cognito-idp.us-east-1.amazonaws.com', '--provision-aws')
    expect(code).toBe(0)
    expect(created).toBeGreaterThan(0)
  })
})
