/**
 * A JSON object of documented members. A null member counts as absent, unknown members are ignored and dropped, and every
 * violation is collected. Only own members count, and each is read once.
 */
import { REFUSED, refusalAt, typeRefusalAt } from './Check.js'
import type { Description, Wire } from './Description.js'

/** A description for each member; those that are never in the result may be there too. */
type Members<A> = { readonly [K in keyof A]-?: Description<A[K], unknown> } & {
  readonly [key: string]: Description<unknown, unknown>
}

export const isObject = (u: unknown): u is object => typeof u === 'object' && u !== null && !Array.isArray(u)

/** An own member of `u`; `undefined` where it has none or null. */
export const ownMember = (u: object, key: string): unknown =>
  Object.hasOwn(u, key) ? ((u as Record<string, unknown>)[key] ?? undefined) : undefined

/** A member that may be absent. */
export const optional = <A, O>(member: Description<A, O>): Description<A | undefined, O | undefined> => ({
  name: member.name,
  shape: { kind: 'optional', shape: member.shape },
  checkAt: (path, side) => {
    const check = member.checkAt(path, side)
    return (u, issues) => (u === undefined ? undefined : check(u, issues))
  },
  encode: (a) => (a === undefined ? undefined : member.encode(a))
})

/** A member that must be absent: its presence is a violation, and its value is not used. */
export const absent: Description<undefined> = {
  name: 'absent',
  shape: { kind: 'absent' },
  checkAt: (path) => {
    const present = refusalAt(path, 'absent')
    return (u, issues) => (u === undefined ? undefined : present(u, issues))
  },
  encode: () => undefined
}

export const structure = <A extends object>(name: string, members: Members<A>): Description<A> => {
  const entries = Object.entries<Description<unknown, unknown>>(members)
  return {
    name,
    shape: { kind: 'object', members },
    checkAt: (path, side) => {
      const notObject = typeRefusalAt(path, 'object')
      const checks = entries.map(([key, member]) => ({ key, check: member.checkAt([...path, key], side) }))
      return (u, issues) => {
        if (!isObject(u)) return notObject(u, issues)
        const out: Record<string, unknown> = {}
        let isRefused = false
        for (const { key, check } of checks) {
          const checked = check(ownMember(u, key), issues)
          if (checked === REFUSED) isRefused = true
          else if (checked !== undefined) out[key] = checked
        }
        return isRefused ? REFUSED : (out as A) // every member was checked and put in
      }
    },
    encode: (a) => {
      const out: Record<string, unknown> = {}
      for (const [key, member] of entries) {
        const encoded = member.encode(ownMember(a, key))
        if (encoded !== undefined) out[key] = encoded
      }
      return out as Wire<A> // as above
    }
  }
}
