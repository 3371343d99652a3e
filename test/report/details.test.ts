/**
 * The details of a finding: what was asked before it.
 */
import { expect, test } from 'vitest'
import type { Counterexample } from '../../src/conformance.js'
import type { Step } from '../../src/generators/TestCase.js'
import { stepsOf } from '../../src/report/details.js'

const add: Step = { op: 'addUserPoolClientSecret', client: 'a', own: true }
const list: Step = { op: 'list', body: '{}' }

const shown = (...steps: ReadonlyArray<Step>): ReadonlyArray<string> =>
  stepsOf({ probe: 'p', expected: '', received: '', steps } satisfies Counterexample)

test('calls are at the same time only where there are several', () => {
  expect(shown({ op: 'together', changes: [add], lists: [list] })).toEqual([
    "at the same time: AddUserPoolClientSecret to a, a caller's own and List {}"
  ])
  expect(shown({ op: 'together', changes: [add], lists: [] })).toEqual(["AddUserPoolClientSecret to a, a caller's own"])
  expect(shown({ op: 'together', lists: [list] })).toEqual(['List {}'])
})
