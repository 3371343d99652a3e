import { expect, test } from 'vitest'
import { type PartRun, verdictOf } from './verdict.js'

const part = (name: string, code: number, held: number, ...skipped: ReadonlyArray<string>): PartRun => ({
  name,
  code,
  held,
  skipped
})

const done = part('schemas', 0, 3)
const inPart = part('vectors', 3, 1, 'vectors.go', 'vectors.rs')
const nothing = part('smithy', 3, 0, 'smithy-cli')

test('all that held is a pass', () => {
  expect(verdictOf([done, part('smithy', 0, 6)], false)).toEqual({ text: 'passed: 9 checks held', code: 0 })
})

test('a skipped check is named, and 3 without the option', () => {
  expect(verdictOf([done, inPart], false)).toEqual({
    text: 'incomplete: 4 checks held; 2 skipped (vectors: vectors.go; vectors: vectors.rs); --allow-missing accepts that',
    code: 3
  })
})

test('a skipped check is named, and 0 with the option', () => {
  expect(verdictOf([done, nothing], true)).toEqual({
    text: 'passed in part: 3 checks held; 1 skipped (smithy: smithy-cli)',
    code: 0
  })
})

test('the option does not make a pass out of nothing', () => {
  expect(verdictOf([nothing, part('openapi', 3, 0)], true)).toEqual({
    text: 'incomplete: no check could be made; 2 skipped (smithy: smithy-cli; openapi)',
    code: 3
  })
})

test.each([
  ['ends in 1', part('openapi', 1, 8)],
  ['ends in another way', part('openapi', 134, 8)],
  ['ends in 0 and has checked nothing', part('openapi', 0, 0)]
])('a part that %s fails the run, with the option too', (_, openapi) => {
  expect(verdictOf([openapi, inPart], true)).toEqual({
    text: 'failed in openapi; 2 skipped (vectors: vectors.go; vectors: vectors.rs)',
    code: 1
  })
})
