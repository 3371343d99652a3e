/**
 * Servers whose listing depends on when it is asked for, or by how many.
 */
import type { HttpResponse } from '../../../src/protocol/index.js'
import type { StoredSecret } from '../../../src/reference/index.js'
import { body, descriptor, listing } from '../changes.js'
import { type Call, type Change, isList, serve } from '../service.js'
import { after, naming } from '../stateChanges.js'
import { type Fault, fault } from '../Variant.js'

/** The first success that was answered for a key is the answer ever after. */
const cached =
  (keyOf: (call: Call) => unknown): Change =>
  () => {
    const answers = new Map<unknown, HttpResponse>()
    return (call, next) => {
      const kept = isList(call) ? answers.get(keyOf(call)) : undefined
      const response = kept ?? next()
      if (isList(call) && response.status === 200) answers.set(keyOf(call), response)
      return response
    }
  }

export const outOfDateFaults: ReadonlyArray<Fault> = [
  fault('nothing at first', 'What is listed is fetched when it is asked for the first time.', ['list.complete'], () => {
    const asked = new Set<unknown>()
    return listing((secrets, { client }) => {
      const isFirst = !asked.has(client?.ClientId)
      asked.add(client?.ClientId)
      return isFirst ? [] : secrets
    })()
  }),
  fault(
    'the first listing ever after',
    'A cache that nothing empties.',
    ['list.complete', 'list.deletedSecret'],
    cached(({ client }) => client?.ClientId ?? {})
  ),
  fault(
    'a cache without the pool',
    'Its key is the ClientId.',
    ['error.notFound.otherPool'],
    cached(({ input }) => input['ClientId'])
  ),
  fault(
    'the listing before last',
    'A replica that is one change behind.',
    ['list.complete', 'list.deletedSecret'],
    () => {
      const last = new Map<unknown, ReadonlyArray<StoredSecret>>()
      return listing((secrets, { client }) => {
        const before = last.get(client?.ClientId) ?? secrets
        last.set(client?.ClientId, secrets)
        return before
      })()
    }
  ),
  fault('once only', 'What was listed twice is gone.', ['list.repeatable', 'list.complete'], () => {
    const times = new Map<unknown, number>()
    return listing((secrets, { client }) => {
      times.set(client?.ClientId, (times.get(client?.ClientId) ?? 0) + 1)
      return (times.get(client?.ClientId) ?? 0) > 2 ? [] : secrets
    })()
  }),
  fault('new ids with every call', 'They are made when they are listed.', ['list.repeatable', 'list.complete'], () => {
    let calls = 0
    return descriptor((d) => ({ ...d, ClientSecretId: `${d.ClientSecretId}-${calls++}` }))()
  }),
  fault(
    'a refused Add that drops the oldest',
    'Room is made before the refusal.',
    ['list.afterRefusedAdd'],
    after('AddUserPoolClientSecret', 'refused', (client) => ({ ...client, secrets: client.secrets.slice(-1) }))
  ),
  fault(
    'a refused Add that renames the newest',
    'It is written, then refused.',
    ['list.afterRefusedAdd'],
    after('AddUserPoolClientSecret', 'refused', (client) => ({
      ...client,
      secrets: client.secrets.map((s, i) => (i === 1 ? { ...s, ClientSecretId: `${s.ClientSecretId}-new` } : s))
    }))
  ),
  fault(
    'a refused Add that is listed',
    'It is written, then refused.',
    ['list.afterRefusedAdd', 'response.clientSecrets.atMostTwo'],
    () => {
      const tried = new Set<unknown>()
      return (call, next) => {
        if (call.operation === 'AddUserPoolClientSecret' && call.client?.secrets.length === 2)
          tried.add(call.client.ClientId)
        return body((l) =>
          tried.has(call.client?.ClientId)
            ? { ClientSecrets: [...l.ClientSecrets, { ...l.ClientSecrets[0], ClientSecretId: 'third' }] }
            : l
        )()(call, next)
      }
    }
  ),
  fault(
    'ids of whole seconds',
    'As Cognito writes them, with no care for two within one second; seen in public servers.',
    ['response.clientSecretId.unique'],
    naming((s) => s.ClientSecretId.slice(0, -3))
  ),
  {
    name: 'a variable for all callers',
    description: 'Two calls at a time, and each gets the answer of the later one.',
    kills: ['list.otherClient', 'list.complete', 'list.empty', 'list.only', 'response.status.ok'],
    make: () => {
      const service = serve()()
      let shared: Promise<HttpResponse> | undefined
      return async (request) => {
        const mine = (shared = service(request))
        if (!String(request.headers['x-amz-target']).endsWith('.ListUserPoolClientSecrets')) return mine
        await new Promise((resolve) => setImmediate(resolve))
        return shared
      }
    }
  }
]
