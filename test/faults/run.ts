/**
 * The suite against a variant: in-process, or over a socket.
 */
import { type ClauseResult, type Report, verify, type VerifyOptions } from '../../src/conformance.js'
import type { ClauseId } from '../../src/clauses/index.js'
import { httpTarget, listen } from '../../src/node/index.js'
import type { Variant } from './Variant.js'

export const runInProcess = (variant: Variant, options: VerifyOptions): Promise<Report> =>
  verify(variant.make(), options)

export const runOverSocket = async (variant: Variant, options: VerifyOptions): Promise<Report> => {
  const server = await (variant.listen ?? listen)(variant.make())
  const { target, close } = httpTarget(server.url, { timeoutMs: 2000 })
  try {
    return await verify(target, { ...options, url: server.url })
  } finally {
    close()
    await server.close()
  }
}

/** Over a socket where the wire is what is wrong or unusual about it, otherwise in-process: the same suite, sooner. */
export const run = (variant: Variant, options: VerifyOptions): Promise<Report> =>
  (variant.listen === undefined ? runInProcess : runOverSocket)(variant, options)

/** Ends a run as soon as one of these clauses has been seen broken. */
export const until = (clauses: ReadonlyArray<ClauseId>): Pick<VerifyOptions, 'signal' | 'onProgress'> => {
  const controller = new AbortController()
  return {
    signal: controller.signal,
    onProgress: ({ broken }) => {
      if (broken.some((id) => clauses.includes(id))) controller.abort()
    }
  }
}

/** The clauses that a report has seen broken, MUST or SHOULD. */
export const broken = ({ clauses }: Report): ReadonlyArray<ClauseResult> =>
  clauses.filter(({ status }) => status === 'failed' || status === 'warned')
