/**
 * Where reports go, format by format.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { exitCode, json, markdown, type Report, verifyValidator } from '../../../src/conformance.js'
import { parseReports, publish } from '../../../src/node/cli/reporting.js'

const folder = mkdtempSync(join(tmpdir(), 'reporting-'))
afterAll(() => rmSync(folder, { recursive: true }))

let report: Report

beforeAll(async () => {
  report = await verifyValidator({ ClientId: /^\w+$/ }, { name: 'a pattern', seed: 1, runs: 5 })
})

describe('parseReports', () => {
  test.each(['json', 'junit', 'markdown', 'github', 'html'])('%s: to stdout, to - or to a file', (format) => {
    expect(parseReports([format])).toEqual([{ format, file: undefined }])
    expect(parseReports([`${format}=-`])).toEqual([{ format, file: undefined }])
    expect(parseReports([`${format}=a=b.txt`])).toEqual([{ format, file: 'a=b.txt' }])
  })

  test.each(['xml', '', 'JSON', 'toString', '__proto__'])(
    '%j is no format, and all that are one are named',
    (format) => {
      expect(parseReports([format])).toMatch(/the formats are json, junit, markdown, github, html$/)
    }
  )

  test('one report can go to stdout', () => {
    expect(parseReports(['json', 'junit=-'])).toMatch(/only one report can go to stdout/)
    expect(parseReports(['json', 'junit=x', 'html=y'])).toHaveLength(3)
  })
})

describe('publish', () => {
  const publishTo = (format: 'json' | 'markdown', file: string): Promise<number> => {
    const shown = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    return publish(report, [{ format, file }]).finally(() => shown.mockRestore())
  }

  test('a file is written anew', async () => {
    const file = join(folder, 'report.json')
    writeFileSync(file, 'from before')
    expect(await publishTo('json', file)).toBe(exitCode(report))
    expect(readFileSync(file, 'utf8')).toBe(json(report))
  })

  test("a step's summary is added to", async () => {
    const file = join(folder, 'summary.md')
    writeFileSync(file, 'from before\n')
    vi.stubEnv('GITHUB_STEP_SUMMARY', file)
    expect(await publishTo('markdown', file)).toBe(exitCode(report))
    vi.unstubAllEnvs()
    expect(readFileSync(file, 'utf8')).toBe(`from before\n${markdown(report)}`)
  })
})
