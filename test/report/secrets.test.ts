/**
 * A real run against a target that gives secrets away: every format shows the failures, and none repeats a secret.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { github, html, json, junit, markdown, pretty, type Report, verify } from '../../src/conformance.js'
import { emptyLeakIndex, plant } from '../../src/laws/shared/LeakIndex.js'
import { findLeaks } from '../../src/laws/shared/Leaks.js'
import { leakyTarget } from './leakyTarget.js'

const formats = { pretty: (report: Report) => pretty(report), json, junit, markdown, github, html }

const { target, secrets } = leakyTarget()
let report: Report

beforeAll(async () => {
  report = await verify(target, { seed: 7, runs: 3 })
})

test('the run was real: it planted secrets, and it saw them leak', () => {
  expect(secrets.size).toBeGreaterThan(2)
  expect(report.verdict).toBe('failed')
  const broken = report.clauses.filter(({ status }) => status === 'failed').map(({ id }) => id)
  expect(broken).toContain('response.secretValue.absent')
  expect(broken).toContain('response.secret.neverRevealed')
  expect(broken).toContain('response.nextToken.absent')
})

test('the search finds what it is to find', () => {
  const index = emptyLeakIndex()
  plant(index, 'a-secret-of-thirty-characters.')
  const hidden = Buffer.from('v1:a-secret-of-thirty-characters.').toString('base64')
  expect(findLeaks(index, { status: 200, headers: {}, body: `…${hidden}…` }).length).toBeGreaterThan(0)
})

describe.each(Object.entries(formats))('%s', (_, format) => {
  test('shows the failures', () => {
    const text = format(report)
    for (const { id } of report.clauses.filter(({ status }) => status === 'failed')) expect(text).toContain(id)
    expect(text).toContain('no ClientSecretValue')
  })

  test('repeats no secret: not plain, not in part, not encoded', () => {
    const text = format(report)
    for (const secret of secrets) {
      expect(text).not.toContain(secret)
      for (const prefix of ['', 'x', 'v1:', 'xx']) {
        const encoded = Buffer.from(`${prefix}${secret}`).toString('base64')
        // whole groups of the secret's own characters: what stands around it does not change them
        expect(text).not.toContain(encoded.slice(4, 24))
      }
    }
    const index = emptyLeakIndex()
    secrets.forEach((secret) => plant(index, secret))
    expect(findLeaks(index, { status: 200, headers: {}, body: text }).map(({ form }) => form)).toEqual([])
  })
})
