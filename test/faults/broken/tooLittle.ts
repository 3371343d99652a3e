/**
 * Servers that list too little.
 */
import { listing } from '../changes.js'
import { type Change, originOf } from '../service.js'
import { after } from '../stateChanges.js'
import { type Fault, fault } from '../Variant.js'

const without = (origin: ReturnType<typeof originOf>): Change =>
  listing((secrets, { client }) => secrets.filter((secret) => originOf(secret, client) !== origin))

export const tooLittleFaults: ReadonlyArray<Fault> = [
  fault(
    'the newest only',
    'A new secret hides the old one; seen in public servers.',
    ['list.complete'],
    listing((secrets) => secrets.slice(-1))
  ),
  fault(
    'the oldest only',
    'The second is missed.',
    ['list.complete'],
    listing((secrets) => secrets.slice(0, 1))
  ),
  fault(
    'all but the last',
    'The end of a loop is off by one.',
    ['list.complete'],
    listing((secrets) => secrets.slice(0, -1))
  ),
  fault(
    'nothing ever',
    'A stub.',
    ['list.complete'],
    listing(() => [])
  ),
  fault(
    'the secret made with the client missing',
    'Only Add writes to the table; seen in public servers.',
    ['list.creationSecret'],
    without('creation')
  ),
  fault("a caller's own secret missing", 'Another path stores it.', ['list.callerSecret'], without('caller')),
  fault('a generated secret missing', 'Another path stores it.', ['list.generatedSecret'], without('generated')),
  fault(
    'two of one second as one',
    'Secrets are keyed by the second of their creation.',
    ['list.complete'],
    listing((secrets) => [
      ...new Map(secrets.map((s) => [Math.floor(s.ClientSecretCreateDate.getTime() / 1000), s])).values()
    ])
  ),
  fault(
    'deleting one deletes both',
    'All rows of the client go.',
    ['list.complete'],
    after('DeleteUserPoolClientSecret', 'done', (client) => ({ ...client, secrets: [] }))
  ),
  fault(
    'deleting the wrong one',
    'The other row goes.',
    ['list.deletedSecret', 'list.complete'],
    after('DeleteUserPoolClientSecret', 'done', (now, before) => ({
      ...now,
      secrets: before.secrets.filter((s) => !now.secrets.includes(s))
    }))
  ),
  fault(
    'an Add that stores another id',
    'The id is made twice.',
    ['list.complete'],
    after('AddUserPoolClientSecret', 'done', (client) => ({
      ...client,
      secrets: client.secrets.map((s, i) => (i === 1 ? { ...s, ClientSecretId: `${s.ClientSecretId}0` } : s))
    }))
  )
]
