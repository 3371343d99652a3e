/**
 * Why a request over a socket has no answer, for people.
 */

/** A certificate that leads to no CA known here, as OpenSSL names it. */
const UNKNOWN_CA =
  /^(?:SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(?:_LOCALLY)?))$/

export const isOutOfHandles = (code = ''): boolean => code === 'EMFILE' || code === 'ENFILE'

const helpFor = (code: string): string | undefined => {
  if (UNKNOWN_CA.test(code)) {
    return 'its certificate is signed by a CA that is not known here; name the file of that CA with --ca or AWS_CA_BUNDLE'
  }
  if (code === 'EPROTO') return 'it does not speak TLS as it should; is its URL http:// rather than https://?'
  return isOutOfHandles(code)
    ? 'this machine has no file handles left; raise the limit (ulimit -n) or lower --concurrency'
    : undefined
}

const TLS_ALERT = 0x15

/** Node keeps the bytes that it could not read as HTTP. */
const isTlsAlert = (error: unknown): boolean => (error as { rawPacket?: Uint8Array }).rawPacket?.[0] === TLS_ALERT

/** What may be wrong with the URL of a target that has never answered. */
export const doubtOf = (error: unknown, isTls: boolean): string => {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ECONNREFUSED') return '; is the server started, and is the port right?'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return '; is the host name right?'
  const mayBeTls = code === 'ECONNRESET' || code === 'EPIPE' || isTlsAlert(error)
  return mayBeTls && !isTls ? '; is its URL https:// rather than http://?' : ''
}

/** What went wrong, for people. */
export const explainFailure = (error: unknown, timeoutMs: number): Error => {
  const { name, code, message } = error as NodeJS.ErrnoException
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR') {
    return new Error(`no complete answer within ${timeoutMs} ms`)
  }
  const help = helpFor(code ?? '')
  if (help !== undefined) return new Error(`${help} (${code})`)
  if (code === 'HPE_HEADER_OVERFLOW') return new Error(`the headers of the answer are too long (${code})`)
  if (code?.startsWith('HPE_')) return new Error(`the answer is not HTTP: ${message} (${code})`)
  return new Error(code === undefined || message.includes(code) ? message : `${message} (${code})`)
}

/** The first error is the one that tells, where the server has gone and no second connection is made. */
export const afterStale = (first: Error, again: NodeJS.ErrnoException): Error =>
  again.code === 'ECONNREFUSED'
    ? new Error(
        `the connection was closed without an answer (${first.message}), and then ${explainFailure(again, 0).message}`
      )
    : again
