import { expect, test } from 'vitest'
import { countsOf, type Report, survivorsOf, tableOf, unsettled } from './survivors.js'

const location = { start: { line: 1, column: 11 }, end: { line: 2, column: 6 } }
const report: Report = {
  files: {
    'src/a/one.ts': {
      source: 'const x = 1 +\n   2\n',
      mutants: [
        { status: 'Survived', replacement: '1 - 2', location },
        { status: 'NoCoverage', location },
        { status: 'Killed', location },
        { status: 'Timeout', location },
        { status: 'CompileError', location }
      ]
    }
  }
}
const first = { file: 'src/a/one.ts', code: '1 + 2', becomes: '1 - 2', reason: 'both are numbers' }

test('a mutant survives if tests ran and passed, or if none reached it', () => {
  expect(survivorsOf(report)).toEqual([
    { file: 'src/a/one.ts', line: 1, code: '1 + 2', becomes: '1 - 2' },
    { file: 'src/a/one.ts', line: 1, code: '1 + 2', becomes: '' }
  ])
})

test('a survivor that the list explains is settled, and the others are not', () => {
  expect(unsettled(report, [first]).unexplained.map(({ becomes }) => becomes)).toEqual([''])
})

test('an explanation is outdated if its mutant no longer survives in a file of the report', () => {
  const gone = { ...first, becomes: '1 * 2' }
  expect(unsettled(report, [first, gone, { ...gone, file: 'src/a/other.ts' }]).outdated).toEqual([gone])
})

test('what does not compile does not count, and what never ends is killed', () => {
  expect([...countsOf(report, [first])]).toEqual([['src/a', { files: 1, killed: 2, explained: 1, total: 4 }]])
})

test('the table has a row for each folder, with its score beside its goal', () => {
  expect(tableOf(countsOf(report, [first]), () => 90).split('\n')[2]).toBe(
    '| `src/a` | 1 | 4 | 2 | 1 | 50.0 % | 90 % |'
  )
})
