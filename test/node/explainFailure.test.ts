/**
 * Why there is no answer, in whole sentences.
 */
import { describe, expect, test } from 'vitest'
import { cutOff } from '../../src/node/collectAnswer.js'
import { afterStale, doubtOf, explainFailure, isOutOfHandles } from '../../src/node/explainFailure.js'

const failure = (message: string, code?: string, more: object = {}): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code }, more)

const UNKNOWN_CA =
  'its certificate is signed by a CA that is not known here; name the file of that CA with --ca or AWS_CA_BUNDLE'
const NO_HANDLES = 'this machine has no file handles left; raise the limit (ulimit -n) or lower --concurrency'
const LATE = 'no complete answer within 7 ms'

test.each<[Error, string]>([
  [failure('x', undefined, { name: 'TimeoutError' }), LATE],
  [failure('x', undefined, { name: 'AbortError' }), LATE],
  [failure('x', 'ABORT_ERR'), LATE],
  [failure('x', 'SELF_SIGNED_CERT_IN_CHAIN'), `${UNKNOWN_CA} (SELF_SIGNED_CERT_IN_CHAIN)`],
  [failure('x', 'DEPTH_ZERO_SELF_SIGNED_CERT'), `${UNKNOWN_CA} (DEPTH_ZERO_SELF_SIGNED_CERT)`],
  [failure('x', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'), `${UNKNOWN_CA} (UNABLE_TO_VERIFY_LEAF_SIGNATURE)`],
  [failure('x', 'UNABLE_TO_GET_ISSUER_CERT'), `${UNKNOWN_CA} (UNABLE_TO_GET_ISSUER_CERT)`],
  [failure('x', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), `${UNKNOWN_CA} (UNABLE_TO_GET_ISSUER_CERT_LOCALLY)`],
  [failure('x', 'NOT_SELF_SIGNED_CERT_IN_CHAIN'), 'x (NOT_SELF_SIGNED_CERT_IN_CHAIN)'],
  [failure('x', 'UNABLE_TO_GET_ISSUER_CERT_AT_ALL'), 'x (UNABLE_TO_GET_ISSUER_CERT_AT_ALL)'],
  [failure('x', 'EPROTO'), 'it does not speak TLS as it should; is its URL http:// rather than https://? (EPROTO)'],
  [failure('x', 'EMFILE'), `${NO_HANDLES} (EMFILE)`],
  [failure('x', 'ENFILE'), `${NO_HANDLES} (ENFILE)`],
  [failure('x', 'HPE_HEADER_OVERFLOW'), 'the headers of the answer are too long (HPE_HEADER_OVERFLOW)'],
  [failure('Parse Error', 'HPE_INVALID_CONSTANT'), 'the answer is not HTTP: Parse Error (HPE_INVALID_CONSTANT)'],
  [failure('connect ECONNREFUSED 127.0.0.1:1', 'ECONNREFUSED'), 'connect ECONNREFUSED 127.0.0.1:1'],
  [failure('socket hang up', 'ECONNRESET'), 'socket hang up (ECONNRESET)'],
  [failure('the body is too long'), 'the body is too long']
])('%o is told as: %s', (error, message) => {
  expect(explainFailure(error, 7)).toEqual(new Error(message))
})

test('only what the system says of file handles is taken for their lack', () => {
  expect(['EMFILE', 'ENFILE', 'EPROTO', '', undefined].map(isOutOfHandles)).toEqual([true, true, false, false, false])
})

describe('the doubt about a URL that never answered', () => {
  const alert = failure('Parse Error', 'HPE_INVALID_CONSTANT', { rawPacket: Uint8Array.of(0x15, 3, 1) })
  const garbage = failure('Parse Error', 'HPE_INVALID_CONSTANT', { rawPacket: Uint8Array.of(0x48) })
  const mayBeTls = '; is its URL https:// rather than http://?'

  test.each<[Error, string, string]>([
    [failure('x', 'ECONNREFUSED'), '; is the server started, and is the port right?', 'the same'],
    [failure('x', 'ENOTFOUND'), '; is the host name right?', 'the same'],
    [failure('x', 'EAI_AGAIN'), '; is the host name right?', 'the same'],
    [failure('x', 'ETIMEDOUT'), '', ''],
    [failure('x', 'ECONNRESET'), mayBeTls, ''],
    [failure('x', 'EPIPE'), mayBeTls, ''],
    [alert, mayBeTls, ''],
    [garbage, '', ''],
    [failure('x'), '', '']
  ])('after %o', (error, ofHttp, ofHttps) => {
    expect(doubtOf(error, false)).toBe(ofHttp)
    expect(doubtOf(error, true)).toBe(ofHttps === 'the same' ? ofHttp : ofHttps)
  })
})

test('where a stale connection was the last of a server that has gone, both errors are told', () => {
  const hangUp = failure('socket hang up', 'ECONNRESET')
  expect(afterStale(hangUp, failure('connect ECONNREFUSED 127.0.0.1:1', 'ECONNREFUSED'))).toEqual(
    new Error('the connection was closed without an answer (socket hang up), and then connect ECONNREFUSED 127.0.0.1:1')
  )
  const other = failure('x', 'EPROTO')
  expect(afterStale(hangUp, other)).toBe(other)
})

test('an answer that ended in its middle is told as such, and other errors as they are', () => {
  const cut = new Error('the connection was closed in the middle of the body')
  expect(cutOff()).toEqual(cut)
  expect(cutOff(failure('aborted', 'ECONNRESET'))).toEqual(cut)
  const other = failure('x', 'EPROTO')
  expect(cutOff(other)).toBe(other)
})
