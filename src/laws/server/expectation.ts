/**
 * The oracle: what the sources say about the answer to a request, given what is known about the target. It reads the
 * bytes that are sent with the very functions that a server would use.
 */
import { isLeft } from '../../contract/Either.js'
import { validateRequest } from '../../contract/validateRequest.js'
import type { Violation } from '../../contract/Violation.js'
import { CONTENT_TYPE, header, type HttpRequest, OPERATION, TARGET_PREFIX } from '../../protocol/index.js'
import { decodeObject } from '../../protocol/Json.js'
import { mediaType } from '../../protocol/Http.js'
import type { KnownClient, World } from './World.js'

export type Expectation =
  | { readonly _tag: 'Listing'; readonly client: KnownClient }
  | {
      readonly _tag: 'NotFound'
      readonly what: 'pool' | 'client' | 'otherPool' | 'deletedClient' | 'deletedPool'
      /** In the words of Cognito. */
      readonly message: string
    }
  | { readonly _tag: 'Refusal'; readonly violations: ReadonlyArray<Violation>; readonly descriptions: string }
  | { readonly _tag: 'Unreadable'; readonly reason: 'not JSON' | 'not an object' }
  | { readonly _tag: 'NoOperation'; readonly reason: 'method' | 'target' }
  /** The sources say nothing of such a request: every complete answer is right. */
  | { readonly _tag: 'Silent' }
  /** A client that somebody else made, or an answer of a server that throttles: only laws on every answer apply. */
  | { readonly _tag: 'Anything' }

/** A body that every server must read: some refuse longer ones, with the status that HTTP has for it. */
const LONGEST = 8192

const lookup = (world: World, poolId: string, clientId: string): Expectation => {
  const pool = world.pools.find(({ id }) => id === poolId)
  const noPool = `User pool ${poolId} does not exist.`
  if (pool === undefined) return { _tag: 'NotFound', what: 'pool', message: noPool }
  if (pool.deleted) return { _tag: 'NotFound', what: 'deletedPool', message: noPool }
  const named = world.clients.filter(({ id }) => id === clientId)
  // two pools may name their clients alike
  const client = named.find((one) => one.pool === pool.name) ?? named[0]
  const message = `User pool client ${clientId} does not exist.`
  if (client === undefined) return { _tag: 'NotFound', what: 'client', message }
  if (client.pool !== pool.name) return { _tag: 'NotFound', what: 'otherPool', message }
  return client.deleted ? { _tag: 'NotFound', what: 'deletedClient', message } : { _tag: 'Listing', client }
}

export const expectation = (world: World, { method, headers, body }: HttpRequest): Expectation => {
  if (method !== 'POST') return { _tag: 'NoOperation', reason: 'method' }
  if (header(headers, 'x-amz-target') !== `${TARGET_PREFIX}${OPERATION}`) {
    return { _tag: 'NoOperation', reason: 'target' }
  }
  if (mediaType(header(headers, 'content-type')) !== CONTENT_TYPE) return { _tag: 'Silent' }
  // a byte order mark, a body over the stated limit, another encoding than UTF-8, a name twice
  if (typeof body === 'string' && body.startsWith('\uFEFF')) return { _tag: 'Silent' }
  if (typeof body !== 'string' && body.includes(0)) return { _tag: 'Silent' }
  const input = decodeObject(body, LONGEST)
  if (isLeft(input)) {
    return input.left === 'not JSON' || input.left === 'not an object'
      ? { _tag: 'Unreadable', reason: input.left }
      : { _tag: 'Silent' }
  }
  const request = validateRequest(input.right)
  if (isLeft(request)) {
    return { _tag: 'Refusal', violations: request.left.violations, descriptions: request.left.message }
  }
  // depth is nobody's contract
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  if (/(?:\[\s*){100}|(?:\{"[^"]*":\s*){100}/.test(text)) return { _tag: 'Silent' }
  return lookup(world, request.right.UserPoolId, request.right.ClientId)
}
