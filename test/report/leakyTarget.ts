/**
 * A service that breaks many clauses at once: it lists secrets in plain and in base64, and refuses in hostile words.
 */
import { header, type HttpRequest, type HttpResponse, OPERATION, TARGET_PREFIX } from '../../src/protocol/index.js'
import type { Target } from '../../src/conformance.js'
import { inMemory } from '../../src/reference/index.js'
import { hostileSamples } from './hostile.js'

type Members = Readonly<Record<string, unknown>>

const parse = ({ body }: HttpRequest | HttpResponse): Members => {
  try {
    const value: unknown = JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body))
    return typeof value === 'object' && value !== null ? (value as Members) : {}
  } catch {
    return {}
  }
}

const membersOf = (value: unknown): Members => (typeof value === 'object' && value !== null ? (value as Members) : {})

/** The secret that a call makes, if it makes one. */
const secretIn = (request: HttpRequest, response: HttpResponse): string | undefined => {
  const answer = parse(response)
  const candidates = [
    membersOf(answer['UserPoolClient'])['ClientSecret'],
    membersOf(answer['ClientSecretDescriptor'])['ClientSecretValue'],
    parse(request)['ClientSecret']
  ]
  return candidates.find((secret) => typeof secret === 'string')
}

const leak = (listed: unknown, secrets: ReadonlyArray<string>): unknown =>
  (Array.isArray(listed) ? listed : []).map((descriptor: Members, i) => ({
    ...descriptor,
    ClientSecretCreateDate: String(descriptor['ClientSecretCreateDate']),
    ClientSecretValue: secrets[i] ?? null,
    'Hint</pre><script>alert(1)</script>': Buffer.from(`v1:${secrets[i] ?? ''}`).toString('base64')
  }))

export const leakyTarget = (): { readonly target: Target; readonly secrets: ReadonlySet<string> } => {
  const reference = inMemory({ now: () => new Date(1_785_000_000_123), seed: 11 })
  const secrets = new Set<string>()
  const byClient = new Map<string, ReadonlyArray<string>>()
  const target: Target = async (request) => {
    const response = await reference(request)
    const { ClientId } = { ...membersOf(parse(response)['UserPoolClient']), ...parse(request) }
    const isList = header(request.headers, 'x-amz-target') === `${TARGET_PREFIX}${OPERATION}`
    const secret = secretIn(request, response)
    if (!isList && response.status === 200 && secret !== undefined) {
      secrets.add(secret)
      byClient.set(String(ClientId), [...(byClient.get(String(ClientId)) ?? []), secret])
    }
    if (!isList) return response
    if (response.status !== 200) {
      const message = hostileSamples.filter(({ length }) => length < 100).join(' ')
      const headers = { ...response.headers, 'x-debug': '::error::</pre><img src=x onerror=alert(1)>' }
      return { ...response, headers, body: JSON.stringify({ ...parse(response), message }) }
    }
    const known = byClient.get(String(ClientId)) ?? []
    const body = { ClientSecrets: leak(parse(response)['ClientSecrets'], known), NextToken: null }
    return { ...response, headers: { ...response.headers, 'x-last': known.at(-1) ?? '' }, body: JSON.stringify(body) }
  }
  return { target, secrets }
}
