/**
 * Long bodies, which a run keeps with their exchanges: each once, where a target gives the same again and again.
 */
import { LONG_BODY } from '../../../laws/shared/ParsedResponse.js'
import type { Body, HttpResponse } from '../../../protocol/index.js'

const isSame = (a: Body, b: Body): boolean =>
  typeof a === 'string' || typeof b === 'string' ? a === b : Buffer.compare(a, b) === 0

/** Gives back a response, with the last long body in place of one that equals it. */
export const bodySharer = (): ((response: HttpResponse) => HttpResponse) => {
  let last: Body = ''
  return (response) => {
    if (response.body.length <= LONG_BODY) return response
    if (!isSame(last, response.body)) last = response.body
    return { ...response, body: last }
  }
}
