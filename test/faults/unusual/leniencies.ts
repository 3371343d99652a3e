/**
 * Servers that refuse or answer in another way what comes close to the faults, and are right to do so.
 */
import { gzipSync } from 'node:zlib'
import { answering, asking, body, failing, receiving } from '../changes.js'
import { dated } from '../broken/clocks.js'
import { has, refusal, textOf, withBody } from '../service.js'
import { unusual, type Variant } from '../Variant.js'

export const unusualLeniencies: ReadonlyArray<Variant> = [
  unusual(
    'values cleaned in messages',
    'Control characters of an ill-formed id are not repeated.',
    failing((response, json) =>
      has(json['message'])
        ? withBody(response, { ...json, message: textOf(json['message']).replace(/[^ -~]/g, '') })
        : response
    )
  ),
  unusual(
    'constraints before types',
    'Of two violations the one that has a name of its own is not told.',
    asking(({ input }) =>
      [input['ClientId'], input['UserPoolId']].some((id) => has(id) && typeof id !== 'string')
        ? refusal('InvalidParameterException', '1 validation error detected: an id is no string')
        : undefined
    )
  ),
  unusual(
    'numbers out of range refused',
    'As what cannot be read; parsers of Rust do.',
    receiving((_, text) => (/:-?1e\+?400/i.test(text) ? refusal('SerializationException', 'out of range') : undefined))
  ),
  unusual(
    'unknown members counted in a header',
    'For those who look for typing errors.',
    answering((response, { input }) => ({
      ...response,
      headers: { ...response.headers, 'x-unknown-members': String(Math.max(0, Object.keys(input).length - 2)) }
    }))
  ),
  unusual(
    'the number of secrets',
    'An undocumented member, but none that speaks of pages.',
    body((l) => ({ ...l, Count: l.ClientSecrets.length, RequestId: '1f0e6a52' }))
  ),
  unusual('dates of whole seconds', 'Add and List agree, and so does the Date header.', dated(Math.floor)),
  unusual(
    'a clock four minutes ahead of the header',
    'Two machines, as far apart as signatures allow.',
    dated((s) => s + 240)
  ),
  unusual(
    'a trace, compressed and encoded',
    'It tells of the call in base64, base32 and hex, and of no secret.',
    answering((response, { operation }) => {
      const trace = gzipSync(`${operation} took 3 ms; root=1-67891233-abcdef012345678912345678`)
      return {
        ...response,
        headers: { ...response.headers, 'x-trace': trace.toString('base64'), 'x-trace-hex': trace.toString('hex') }
      }
    })
  )
]
