/**
 * Servers that validate well but look up first, and find what exists under ids that are only close to its own.
 */
import { asking } from '../changes.js'
import { type Change, textOf } from '../service.js'
import { type Fault, fault } from '../Variant.js'

/** Where `f` of the ids names a client that exists, that is the client meant. */
const forgiving = (f: (id: string) => string): Change =>
  asking(({ input, service, client }) => {
    if (client !== undefined) return undefined
    const ids = { ClientId: f(textOf(input['ClientId'])), UserPoolId: f(textOf(input['UserPoolId'])) }
    return service.state.pools.get(ids.UserPoolId)?.clients.has(ids.ClientId) ? { input: ids } : undefined
  })

/** The id that exists and that the text matches as a pattern. */
const matching = (toPattern: (text: string) => RegExp | undefined): Change =>
  asking(({ input, service, client }) => {
    if (client !== undefined) return undefined
    const find = (text: string, all: Iterable<string>): string => {
      const pattern = toPattern(text)
      return [...all].find((id) => id === text || pattern?.test(id)) ?? text
    }
    const UserPoolId = find(textOf(input['UserPoolId']), service.state.pools.keys())
    const pool = service.state.pools.get(UserPoolId)
    const ClientId = find(textOf(input['ClientId']), pool?.clients.keys() ?? [])
    return pool?.clients.has(ClientId) ? { input: { ClientId, UserPoolId } } : undefined
  })

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const attempt = (f: () => RegExp): RegExp | undefined => {
  try {
    return f()
  } catch {
    return undefined
  }
}

const both = ['request.clientId.pattern', 'request.userPoolId.pattern'] as const

const lookup = (name: string, description: string, f: (id: string) => string): Fault =>
  fault(`${name} if it exists then`, description, both, forgiving(f))

export const forgivingLookupFaults: ReadonlyArray<Fault> = [
  lookup('an id trimmed', 'The lookup trims its key.', (id) => id.trim()),
  lookup('an id without trailing blanks', 'SQL compares CHAR columns so.', (id) => id.replace(/ +$/, '')),
  lookup('an id without its line feed', 'A key is read like a line.', (id) => id.replace(/\n$/, '')),
  lookup('an id up to NUL', 'The key is a string of C.', (id) => id.split('\0')[0] ?? ''),
  lookup('the first line of an id', 'The key is read with readline.', (id) => id.split(/\r?\n/)[0] ?? ''),
  lookup('an id percent-decoded', 'The key goes through a URL.', (id) => {
    try {
      return decodeURIComponent(id)
    } catch {
      return id
    }
  }),
  lookup('an id normalised', 'The index is of NFKC.', (id) => id.normalize('NFKC')),
  lookup('an id with folded case', 'The collation folds case by Unicode.', (id) =>
    id.replaceAll('\u212a', 'k').replaceAll('ſ', 's')
  ),
  lookup('an id without accents', 'The collation ignores accents.', (id) => id.normalize('NFD').replace(/\p{M}/gu, '')),
  lookup('an id without ignorable characters', 'The collation ignores them.', (id) =>
    id.replace(/[\p{Cf}\p{Cc}]/gu, '')
  ),
  lookup('an id without hyphens', 'Ids are compared like UUIDs.', (id) => id.replace(/-(?=.$)/, '')),
  lookup('an id unquoted', 'A key comes from JSON in JSON.', (id) => id.replace(/^(["'<])(.*)["'>]$/, '$2')),
  lookup('the end of a path', 'What stands before the last / is a resource name.', (id) => id.split('/').at(-1) ?? ''),
  lookup('an id before its query', 'The key goes through a router.', (id) => id.replace(/[?/].*$/, '')),
  lookup('the first id of a list', 'A parameter may come more than once.', (id) => id.split(',')[0] ?? ''),
  lookup('an id with HTML entities', 'The input is unescaped for safety.', (id) =>
    id.replace(/&#x(\w+);/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  ),
  fault(
    'an id as a pattern of LIKE',
    'The lookup says LIKE in place of =.',
    both,
    matching((text) => new RegExp(`^${escaped(text).replaceAll('%', '.*')}$`))
  ),
  fault(
    'an id as a glob',
    'The lookup is KEYS of a cache.',
    both,
    matching((text) => new RegExp(`^${escaped(text).replaceAll('\\*', '.*')}$`))
  ),
  fault(
    'an id as a regular expression',
    'The lookup is a filter of a document database.',
    both,
    matching((text) => attempt(() => new RegExp(`^(?:${text})$`)))
  ),
  fault(
    'a number with a sign',
    'Keys that look like numbers are read like numbers.',
    ['error.notFound.client'],
    forgiving((id) => id.replace(/^\+/, ''))
  ),
  fault(
    'leading zeros',
    'Keys are compared without them.',
    ['error.notFound.client'],
    forgiving((id) => id.replace(/^0+/, ''))
  ),
  fault(
    'a plus as a blank',
    'The key is decoded as a form and trimmed.',
    ['error.notFound.client'],
    forgiving((id) => id.replaceAll('+', ' ').trim())
  )
]
