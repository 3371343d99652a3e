/**
 * Servers that give a secret away where it stands.
 */
import { Buffer } from 'node:buffer'
import type { StoredSecret } from '../../../src/reference/index.js'
import { body, descriptor, failing, failingAs, listing, succeeding } from '../changes.js'
import { allClients, type Call, type Change, describe, originOf, refusal } from '../service.js'
import { type Fault, fault } from '../Variant.js'

const valueOf = (origin: ReturnType<typeof originOf>): Change =>
  body((_, { client }) => ({
    ClientSecrets: (client?.secrets ?? []).map((secret) => ({
      ...describe(secret),
      ...(originOf(secret, client) === origin ? { ClientSecretValue: secret.ClientSecretValue } : {})
    }))
  }))

const header = (name: string, f: (secrets: ReadonlyArray<StoredSecret>) => string | ReadonlyArray<string>): Change =>
  succeeding((response, { client }) => ({
    ...response,
    headers: { ...response.headers, ...(client?.secrets.length ? { [name]: f(client.secrets) } : {}) }
  }))

const anySecret = ({ service }: Call): string =>
  allClients(service.state).flatMap(({ secrets }) => secrets)[0]?.ClientSecretValue ?? ''

const valueFaults: ReadonlyArray<Fault> = [
  fault(
    'ClientSecretValue',
    'The whole record is sent; seen in public servers.',
    ['response.secretValue.absent', 'response.secret.neverRevealed'],
    descriptor((d, { ClientSecretValue }) => ({ ...d, ClientSecretValue }))
  ),
  fault(
    'a list of bare values',
    'ClientSecrets holds the secrets themselves; seen in a public server.',
    ['response.secret.neverRevealed', 'response.clientSecretId.present'],
    body((_, { client }) => ({ ClientSecrets: client?.secrets.map((s) => s.ClientSecretValue) }))
  ),
  fault(
    'a masked value',
    'The first four characters, then stars.',
    ['response.secretValue.absent'],
    descriptor((d, s) => ({ ...d, ClientSecretValue: `${s.ClientSecretValue.slice(0, 4)}********` }))
  ),
  fault(
    'an empty value',
    'The member stays, its text is removed.',
    ['response.secretValue.absent'],
    descriptor((d) => ({ ...d, ClientSecretValue: '' }))
  ),
  fault(
    "a caller's own value only",
    'What the caller sent comes back.',
    ['response.secretValue.absent'],
    valueOf('caller')
  ),
  ...(
    [
      ['a value with a plus', 'It is cleaned by a pattern that knows letters and digits.', /\+/],
      ['a value of 64 characters', 'The column for what is shown holds the longest too.', /^.{64}$/],
      ['a value of 24 characters', 'What is short is taken for an id.', /^.{24}$/]
    ] as const
  ).map(([name, what, isShown]) =>
    fault(
      name,
      what,
      ['response.secret.neverRevealed'],
      descriptor((d, s) => (isShown.test(s.ClientSecretValue) ? { ...d, Note: s.ClientSecretValue } : d))
    )
  ),
  fault(
    'a generated value only',
    'As AddUserPoolClientSecret shows it.',
    ['response.secretValue.absent'],
    valueOf('generated')
  ),
  fault(
    'the value made with the client only',
    'As DescribeUserPoolClient shows it.',
    ['response.secretValue.absent'],
    valueOf('creation')
  ),
  fault(
    'the value of the newest only',
    'It may be shown once, somebody thought.',
    ['response.secretValue.absent'],
    () => {
      const shown = new Set<string>()
      return descriptor((d, s) => {
        const first = !shown.has(s.ClientSecretValue)
        shown.add(s.ClientSecretValue)
        return first ? { ...d, ClientSecretValue: s.ClientSecretValue } : d
      })()
    }
  )
]

const elsewhereFaults: ReadonlyArray<Fault> = [
  fault(
    'a value in a header',
    'For debugging.',
    ['response.secret.neverRevealed'],
    header('x-debug', ([s]) => `secret=${s?.ClientSecretValue}`)
  ),
  fault(
    'a value in a cookie',
    'One of several.',
    ['response.secret.neverRevealed'],
    header('set-cookie', (all) => ['a=b', `s=${all.at(-1)?.ClientSecretValue}`])
  ),
  fault(
    'a value in an entity tag',
    'Made from what is listed, not hashed.',
    ['response.secret.neverRevealed'],
    header('etag', ([s]) => `"${Buffer.from(s?.ClientSecretValue ?? '').toString('base64url')}"`)
  ),
  fault(
    'a value in the name of a header',
    'Lower case, as header names are.',
    ['response.secret.neverRevealed'],
    succeeding((response, { client }) => ({
      ...response,
      headers: { ...response.headers, [`x-${client?.secrets[0]?.ClientSecretValue ?? 'none'}`]: '1' }
    }))
  ),
  fault(
    'a value in the id',
    'An id made from what it names.',
    ['response.secret.neverRevealed'],
    listing((secrets) => secrets.map((s) => ({ ...s, ClientSecretId: `secret-${s.ClientSecretValue.slice(0, 16)}` })))
  ),
  fault(
    'a value in an error message',
    'The record that was found is printed.',
    ['response.secret.neverRevealed'],
    failingAs('ResourceNotFoundException', (_, call) =>
      refusal('ResourceNotFoundException', `User pool client x does not exist. Did you mean ${anySecret(call)}?`)
    )
  ),
  fault(
    'a value in a stack trace',
    'An error of validation prints what the server holds.',
    ['response.secret.neverRevealed'],
    failing((response, answer, call) => ({
      ...response,
      body: JSON.stringify({ ...answer, stack: `at check (${anySecret(call)})` })
    }))
  ),
  fault(
    'a value in the header of an error',
    'For debugging.',
    ['response.secret.neverRevealed'],
    failing((response, _, call) => ({
      ...response,
      headers: { ...response.headers, 'x-trace': Buffer.from(anySecret(call)).toString('hex') }
    }))
  )
]

export const leakFaults: ReadonlyArray<Fault> = [...valueFaults, ...elsewhereFaults]
