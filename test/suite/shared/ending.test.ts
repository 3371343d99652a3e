/**
 * Why a run ends before it is through.
 */
import { expect, test } from 'vitest'
import type { ClauseId } from '../../../src/clauses/index.js'
import { abortReason, BAILED, isEnough } from '../../../src/suite/shared/ending.js'

const MUST = 'list.only'
const SHOULD = 'response.members.documented'

test('a signal that is aborted ends the run with its reason, if that is a text', () => {
  expect(abortReason(undefined)).toBe(undefined)
  expect(abortReason(new AbortController().signal)).toBe(undefined)
  expect(abortReason(AbortSignal.abort('out of time'))).toBe('out of time')
  expect(abortReason(AbortSignal.abort(new Error('Ctrl-C')))).toBe('interrupted')
})

test('a run that bail ended says so', () => {
  expect(BAILED).toBe('the run stopped at the first broken MUST (--bail)')
})

const baseline = { knownFailures: [{ clause: MUST, reason: 'issue 7' }] }

test.each<readonly [string, Omit<Parameters<typeof isEnough>[0], 'seed'>, ReadonlyArray<ClauseId>, boolean]>([
  ['without bail a run goes on', {}, [MUST], false],
  ['with bail it goes on while nothing is broken', { bail: true }, [], false],
  ['with bail a broken MUST ends it', { bail: true }, [MUST], true],
  ['with bail a broken SHOULD does not', { bail: true }, [SHOULD], false],
  ['a MUST behind a SHOULD ends it', { bail: true }, [SHOULD, MUST], true],
  ['with strict a broken SHOULD ends it too', { bail: true, strict: true }, [SHOULD], true],
  ['strict alone ends nothing', { strict: true }, [MUST], false],
  ['a failure that the baseline knows does not end it', { bail: true, strict: true, baseline }, [MUST], false],
  ['one that it does not know does', { bail: true, strict: true, baseline }, [MUST, SHOULD], true]
])('%s', (_, options, broken, isOver) => {
  expect(isEnough({ seed: 1, ...options }, 'server')(broken)).toBe(isOver)
})
