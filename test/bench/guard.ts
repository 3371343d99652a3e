/**
 * The check that somebody writes by hand for these two ids, with the result that `validateRequest` builds: the members
 * that the page names, in a fresh object, inside an Either.
 */
export interface Ids {
  readonly ClientId: string
  readonly UserPoolId: string
}

export type Guarded = { readonly _tag: 'Left' } | { readonly _tag: 'Right'; readonly right: Ids }

const CLIENT_ID = /^[\w+]+$/
const USER_POOL_ID = /^[\w-]+_[0-9a-zA-Z]+$/

const REFUSED: Guarded = { _tag: 'Left' }

const isClientId = (u: unknown): u is string =>
  typeof u === 'string' && u.length >= 1 && u.length <= 128 && CLIENT_ID.test(u)

const isUserPoolId = (u: unknown): u is string =>
  typeof u === 'string' && u.length >= 1 && u.length <= 55 && USER_POOL_ID.test(u)

export const isGuarded = (u: unknown): u is Ids => {
  if (typeof u !== 'object' || u === null) return false
  const { ClientId, UserPoolId } = u as Partial<Record<string, unknown>> // an object has any member, maybe undefined
  return isClientId(ClientId) && isUserPoolId(UserPoolId)
}

export const guard = (u: unknown): Guarded => {
  if (typeof u !== 'object' || u === null) return REFUSED
  const { ClientId, UserPoolId } = u as Partial<Record<string, unknown>> // an object has any member, maybe undefined
  return isClientId(ClientId) && isUserPoolId(UserPoolId) ? { _tag: 'Right', right: { ClientId, UserPoolId } } : REFUSED
}
