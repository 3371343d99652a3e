/**
 * Servers whose dates are written in another way than AWS JSON 1.1 writes them, or are other dates.
 */
import { body, descriptor, written } from '../changes.js'
import type { Change } from '../service.js'
import { type Fault, fault } from '../Variant.js'

const date = (f: (seconds: number, index: number) => unknown): Change =>
  descriptor((d, _, i) => ({ ...d, ClientSecretCreateDate: f(d.ClientSecretCreateDate, i) }))

/** The number as it is written. */
const lexeme = (f: (lexeme: string) => string): Change =>
  written((s) => s.replaceAll(/(Date":)([\d.]+)/g, (_, name: string, number: string) => name + f(number)))

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString()

const number = ['response.clientSecretCreateDate.number'] as const

const seconds = ['response.clientSecretCreateDate.seconds'] as const

export const dateFaults: ReadonlyArray<Fault> = [
  fault('dates in ISO 8601', 'The default of most JSON libraries.', number, date(iso)),
  fault(
    'dates for HTTP',
    'The format of another protocol.',
    number,
    date((s) => new Date(s * 1000).toUTCString())
  ),
  fault(
    'dates as numbers in quotes',
    'A string breaks the JavaScript SDK; seen in a public server.',
    number,
    date(String)
  ),
  fault(
    'dates as objects',
    'The format of MongoDB.',
    number,
    date((s) => ({ $date: iso(s) }))
  ),
  fault('dates as booleans', 'Whether there is one.', number, date(Boolean)),
  fault(
    'the second date in ISO 8601',
    'Two paths write dates.',
    number,
    date((s, i) => (i === 1 ? iso(s) : s))
  ),
  fault(
    'dates in milliseconds',
    'The epoch of JavaScript.',
    seconds,
    date((s) => Math.round(s * 1000))
  ),
  fault(
    'dates in microseconds',
    'The epoch of Python and Go.',
    seconds,
    date((s) => Math.round(s * 1e6))
  ),
  fault(
    'dates with an exponent',
    'Legal JSON that some SDKs do not read.',
    ['response.clientSecretCreateDate.noExponent'],
    lexeme((s) => Number(s).toExponential().replace('e+', 'E'))
  ),
  fault(
    'dates without the fraction that Add had',
    'Stored in whole seconds, answered before that.',
    ['list.createDate'],
    date(Math.floor)
  ),
  fault(
    'dates off by a hundredth',
    'A float of 32 bits on the way.',
    ['list.createDate'],
    date((s) => s + 0.01)
  ),
  fault(
    'dates an hour off',
    'A local time taken for UTC.',
    ['list.createDate'],
    date((s) => s + 3600)
  ),
  fault(
    'dates in minutes',
    'The wrong unit.',
    ['list.createDate'],
    date((s) => s / 60)
  ),
  fault('dates swapped', 'Ids and dates are sorted each on its own.', ['list.createDate'], () => (call, next) => {
    const secrets = call.client?.secrets ?? []
    return descriptor((d, _, i) => ({
      ...d,
      ClientSecretCreateDate: (secrets.at(-1 - i)?.ClientSecretCreateDate.getTime() ?? 0) / 1000
    }))()(call, next)
  }),
  fault('the date of the call', 'A new date with every call.', ['list.repeatable', 'list.createDate'], () => {
    let calls = 0
    return date((s) => s + calls++)()
  }),
  fault(
    'dates of 1970',
    'Never set.',
    ['list.createDate'],
    date(() => 0)
  ),
  fault(
    'dates off by a millisecond',
    'Rounded by Add, cut by List.',
    ['list.createDate'],
    date((s) => Math.round(s * 1000 - 1) / 1000)
  ),
  fault(
    'the date of what is made with the client 1970',
    'CreateUserPoolClient stores none.',
    ['list.createDate'],
    body((l, { client }) => ({
      ClientSecrets: l.ClientSecrets.map((d) =>
        d.ClientSecretCreateDate * 1000 === client?.CreationDate.getTime() ? { ...d, ClientSecretCreateDate: 0 } : d
      )
    }))
  ),
  fault(
    'no dates',
    'The page calls the member not required.',
    ['response.clientSecretCreateDate.present'],
    descriptor(({ ClientSecretId }) => ({ ClientSecretId }))
  ),
  fault(
    'dates null',
    'Never set.',
    ['response.clientSecretCreateDate.present'],
    date(() => null)
  ),
  fault(
    'no date for the first secret',
    'CreateUserPoolClient stores none.',
    ['response.clientSecretCreateDate.present'],
    date((s, i) => (i === 0 ? null : s))
  ),
  fault(
    'CreationDate',
    'The name that other types have.',
    ['response.clientSecretCreateDate.present'],
    descriptor(({ ClientSecretId, ClientSecretCreateDate: CreationDate }) => ({ ClientSecretId, CreationDate }))
  )
]
