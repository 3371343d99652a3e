/**
 * That a response is whole: its body is as long as it says.
 */
import { describe, expect, it } from 'vitest'
import { exchange } from '../../../src/laws/server/Exchange.js'
import { responseLaws } from '../../../src/laws/server/responseLaws.js'
import { emptyWorld } from '../../../src/laws/server/World.js'
import { parseResponse } from '../../../src/laws/shared/ParsedResponse.js'
import type { HttpResponse } from '../../../src/protocol/index.js'
import { post } from '../../protocol/messages.js'
import { title } from '../title.js'

const CLAUSE = 'response.http.complete'

/** Whether the clause holds for an answer; `undefined` where it says nothing. */
const holds = (outcome: { readonly response: HttpResponse } | { readonly failure: string }): boolean | undefined => {
  const answer = 'response' in outcome ? { ...outcome, answer: parseResponse(outcome.response) } : outcome
  const one = exchange(emptyWorld, post('{"ClientId":"a","UserPoolId":"a_b"}'), answer, { planted: 0, found: [] })
  const law = responseLaws.find(({ clause }) => clause === CLAUSE)
  return law?.applies(one) === true ? law.holds(one) : undefined
}

const withLength = (length: string, body: HttpResponse['body']): boolean | undefined =>
  holds({ response: { status: 200, headers: { 'Content-Length': length }, body } })

describe(title(CLAUSE), () => {
  it('a length counts bytes, not characters', () => {
    expect(withLength('3', '\u20ac')).toBe(true)
    expect(withLength('1', '\u20ac')).toBe(false)
    expect(withLength('4', Uint8Array.from([1, 2, 3, 4]))).toBe(true)
  })

  it('a length of one less or one more is broken, and one that is no number', () => {
    expect(['1', '2', '3', 'x'].map((length) => withLength(length, '{}'))).toEqual([false, true, false, false])
  })

  it('a response without a length is as long as it is', () => {
    expect(holds({ response: { status: 200, headers: {}, body: '{}' } })).toBe(true)
  })

  it('a connection that was never made says nothing, one that was cut does', () => {
    expect(holds({ failure: 'connect ECONNREFUSED 127.0.0.1:1' })).toBeUndefined()
    expect(holds({ failure: 'getaddrinfo ENOTFOUND nowhere' })).toBeUndefined()
    expect(holds({ failure: 'socket hang up' })).toBe(false)
  })
})
