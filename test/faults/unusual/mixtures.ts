/**
 * Servers that are right in several unusual ways at a time.
 */
import { always, body, descriptor, failing, failingAs, listing, written } from '../changes.js'
import { errorType, textOf } from '../service.js'
import { naming } from '../stateChanges.js'
import { unusual, type Variant } from '../Variant.js'

const reversedByTurns = () => {
  let calls = 0
  return listing((secrets) => (calls++ % 3 === 0 ? [...secrets].reverse() : secrets))()
}

export const unusualMixtures: ReadonlyArray<Variant> = [
  unusual('another order after each rotation', 'Order carries no meaning.', reversedByTurns),
  unusual(
    'ids that look like values',
    'Forty letters and digits, of nothing else.',
    naming((s) => `${'k3v9'.repeat(10)}${s.ClientSecretId.replace(/\W/g, '')}`.slice(-40))
  ),
  unusual('ids that look like dates and numbers', 'A text all the same.', () => {
    let made = 0
    return naming(() => String(1_785_000_000 + made++))()
  }),
  unusual(
    'ids of blanks and quotes',
    'An id has a length and no pattern.',
    naming((s) => ` "${s.ClientSecretId}'\\ `)
  ),
  unusual(
    'JSON with blanks everywhere',
    'Between all tokens, and around.',
    written((text) => ` \n${JSON.stringify(JSON.parse(text), undefined, 4)}\r\n\t `)
  ),
  unusual(
    'JSON in ASCII with escapes everywhere',
    'Each character of each name and text.',
    written((text) =>
      text.replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner: string) => {
        const read = String(JSON.parse(`"${inner}"`))
        return `"${[...read].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`
      })
    )
  ),
  unusual(
    'dates with nine digits',
    'Of a clock that counts nanoseconds, always the same for a secret.',
    written((text) =>
      text.replace(
        /(Date":\d+)(?:\.(\d+))?/g,
        (_, head: string, tail = '') => `${head}.${String(tail).padEnd(3, '0')}000000`
      )
    )
  ),
  unusual(
    'headers of many vendors',
    'None says anything of secrets.',
    always((response) => ({
      ...response,
      headers: {
        ...response.headers,
        server: 'example/1.0',
        'x-amzn-requestid': 'f3b2c1d0-0000-4000-8000-0123456789ab',
        'cache-control': 'no-store',
        'strict-transport-security': 'max-age=63072000',
        'x-cache': 'Miss from cloudfront',
        via: '1.1 a.cloudfront.net (CloudFront)',
        'x-ratelimit-remaining': '99',
        'x-page-count': '1',
        age: '0'
      }
    }))
  ),
  unusual(
    'a content type with parameters and capitals',
    'Media types have no case, and take parameters.',
    always((response) => ({
      ...response,
      headers: { ...response.headers, 'content-type': 'Application/X-Amz-JSON-1.1; Charset="UTF-8"' }
    }))
  ),
  unusual(
    'a message with the ids in quotes and capitals',
    'No words are normative.',
    failing((response, answer, { input }) => ({
      ...response,
      body: JSON.stringify({
        ...answer,
        message: `NO SUCH THING: "${textOf(input['ClientId']).toUpperCase()}" in "${textOf(input['UserPoolId'])}"`
      })
    }))
  ),
  unusual(
    'the pool unknown where the client is',
    'Which of the two is named is a matter of words.',
    failingAs('ResourceNotFoundException', (response, { input }) => ({
      ...response,
      body: JSON.stringify({
        __type: errorType(response),
        message: `User pool ${textOf(input['UserPoolId'])} does not exist.`
      })
    }))
  ),
  unusual(
    'members that are null beside those that are there',
    'A null member counts as absent.',
    body((l) => ({ ...l, ResponseMetadata: null })),
    descriptor((d) => ({ ...d, ClientSecretValue: null, Description: null }))
  ),
  unusual(
    'reason codes and requests in errors',
    'The page has the first, frameworks the second.',
    failing((response, answer) => ({
      ...response,
      body: JSON.stringify({ ...answer, reasonCode: null, RequestId: '1', fault: 'client', retryable: false })
    }))
  )
]
