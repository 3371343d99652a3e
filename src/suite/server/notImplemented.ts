/**
 * Whether an answer says that the target does not know the operation at all.
 */
import type { Look } from './Look.js'

const NAMES =
  /^(?:not_?implemented|unimplemented|unknown_?(?:operation|action|method)|unsupported|unsupported_?(?:operation|action)|(?:operation|action)_?not_?(?:supported|implemented|found)|not_?supported|invalid_?(?:action|operation)|unrecognized_?operation|no_?such_?operation)/i

/** By its status or by the name of its error. */
export const saysNotImplemented = ({ status, errorType = '' }: Look): boolean => status === 501 || NAMES.test(errorType)
