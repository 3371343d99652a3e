/**
 * What may be wrong with a URL behind which nothing has ever answered.
 */
import { expect, test } from 'vitest'
import { doubtOf } from '../../src/node/explainFailure.js'

test.each([
  ['ECONNREFUSED', false, '; is the server started, and is the port right?'],
  ['ENOTFOUND', false, '; is the host name right?'],
  ['EAI_AGAIN', true, '; is the host name right?'],
  ['ECONNRESET', false, '; is its URL https:// rather than http://?'],
  ['EPIPE', false, '; is its URL https:// rather than http://?'],
  ['ECONNRESET', true, ''],
  ['ETIMEDOUT', false, '']
])('after %s (TLS: %j) the doubt is %j', (code, isTls, doubt) => {
  expect(doubtOf(Object.assign(new Error('no answer'), { code }), isTls)).toBe(doubt)
})
