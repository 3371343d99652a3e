/**
 * Servers whose listings are right, and not as the reference writes them.
 */
import { createHash } from 'node:crypto'
import { header } from '../../../src/protocol/index.js'
import { always, answeringOf, bodies, body, descriptor, succeeding } from '../changes.js'
import type { Change } from '../service.js'
import { naming } from '../stateChanges.js'
import { unusual, type Variant } from '../Variant.js'

/** Dates as all operations write them, from seconds and three digits. */
const dates = (f: (seconds: string, digits: string) => string): Change =>
  bodies((s) =>
    s.replaceAll(
      /(Date":)(\d+)(?:\.(\d+))?/g,
      (_, name: string, seconds: string, digits: string | undefined) => name + f(seconds, (digits ?? '').padEnd(3, '0'))
    )
  )

/** Ids that count the secrets of a client. */
const numbered =
  (prefix: string): Change =>
  () => {
    const made = new Map<string, number>()
    return naming((_, { ClientId }) => {
      made.set(ClientId, (made.get(ClientId) ?? 0) + 1)
      return `${prefix}${(made.get(ClientId) ?? 0).toString(36)}`
    })()
  }

export const unusualSuccesses: ReadonlyArray<Variant> = [
  unusual('descriptors in changing order', 'Order carries no meaning.', () => {
    let calls = 0
    return body((l) => ({ ClientSecrets: calls++ % 3 === 0 ? [...l.ClientSecrets].reverse() : l.ClientSecrets }))()
  }),
  unusual(
    'members in another order',
    'Order carries no meaning.',
    descriptor(({ ClientSecretId, ClientSecretCreateDate }) => ({ ClientSecretId, ClientSecretCreateDate }))
  ),
  unusual(
    'a flag that says there is no further page',
    'It is no token, and no page follows.',
    body((l) => ({ ...l, IsTruncated: false }))
  ),
  unusual(
    'ClientSecretValue null',
    'A null member counts as absent.',
    descriptor((d) => ({ ...d, ClientSecretValue: null }))
  ),
  unusual(
    'dates in whole seconds',
    'Both of Add and of List.',
    dates((seconds) => seconds)
  ),
  unusual(
    'dates in microseconds after the point',
    'Both of Add and of List.',
    dates((seconds, digits) => `${seconds}.${digits}456`)
  ),
  unusual(
    'dates with zeros after the point',
    'Both of Add and of List.',
    dates((seconds) => `${seconds}.0`)
  ),
  unusual(
    'dates rounded to milliseconds by List only',
    'Add answers before it stores.',
    answeringOf('AddUserPoolClientSecret', (response) => ({
      ...response,
      body: String(response.body).replace(/(Date":\d+\.\d{3})/, '$1321')
    }))
  ),
  unusual('opaque ids', 'A UUID.', () => {
    let made = 0
    return naming(() => `6f1d3c0a-0000-4000-8000-${String(made++).padStart(12, '0')}`)()
  }),
  unusual(
    'ids outside ASCII',
    'An id has a length and no pattern.',
    naming((s) => `clé 🔑/${s.ClientSecretId}"\\`)
  ),
  unusual(
    'ids of 128 code points',
    'Which are more UTF-16 units.',
    naming((s) => '🔑'.repeat(128 - s.ClientSecretId.length) + s.ClientSecretId)
  ),
  unusual('ids of one character', 'The shortest there are, told apart within a client only.', numbered('')),
  unusual(
    'ids and dates that are not unlike',
    'Numbers within a client, and whole seconds.',
    numbered('secret-'),
    dates((seconds) => seconds)
  ),
  unusual(
    'ids by place',
    'The place of a deleted secret is given to the next.',
    naming(
      (s, { ClientId, secrets }) =>
        [`${ClientId}--1`, `${ClientId}--2`].find(
          (id) => !secrets.some((other) => other !== s && other.ClientSecretId === id)
        ) ?? ''
    )
  ),
  unusual(
    'a digest of the values',
    'It tells nothing of them.',
    succeeding((response, { client }) => ({
      ...response,
      headers: {
        ...response.headers,
        etag: createHash('sha256').update(JSON.stringify(client?.secrets)).digest('hex')
      }
    }))
  ),
  unusual(
    'the call of an SDK named in a header',
    'Its id and its attempt are sent back.',
    always((response, { request }) => ({
      ...response,
      headers: {
        ...response.headers,
        'access-control-allow-origin': '*',
        'x-invocation': header(request.headers, 'amz-sdk-invocation-id') ?? 'none'
      }
    }))
  ),
  unusual(
    'how many there are',
    'A count is no token: at most a member too many.',
    body((list) => ({ ...list, Count: list.ClientSecrets.length, Total: list.ClientSecrets.length }))
  )
]
