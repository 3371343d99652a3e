/**
 * What is wrong with a request, decided character by character: the laws share no regular expression with what they
 * judge.
 */
import { isRecord, member, UNREADABLE } from './members.js'
import type { Violation } from '../../contract/Violation.js'

export type Member = 'ClientId' | 'UserPoolId'

const isAlphanumeric = (c: string): boolean =>
  (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')

const matches: Readonly<Record<Member, (characters: ReadonlyArray<string>) => boolean>> = {
  ClientId: (all) => all.length > 0 && all.every((c) => isAlphanumeric(c) || c === '_' || c === '+'),
  UserPoolId: (all) => {
    const last = all.lastIndexOf('_')
    const tail = all.slice(last + 1)
    const isHead = (c: string): boolean => isAlphanumeric(c) || c === '_' || c === '-'
    return last > 0 && all.every(isHead) && tail.length > 0 && tail.every(isAlphanumeric)
  }
}

const maxLength: Readonly<Record<Member, number>> = { ClientId: 128, UserPoolId: 55 }

const pattern: Readonly<Record<Member, string>> = { ClientId: '[\\w+]+', UserPoolId: '[\\w-]+_[0-9a-zA-Z]+' }

const wrongWith = (name: Member, value: unknown): ReadonlyArray<Violation> => {
  const path = [name]
  if (value === undefined) return [{ path, constraint: 'required' }]
  if (typeof value !== 'string') return [{ path, constraint: 'type', limit: 'string' }]
  const all = [...value]
  return [
    ...(matches[name](all) ? [] : [{ path, constraint: 'pattern', limit: pattern[name] } as const]),
    ...(all.length > 0 ? [] : [{ path, constraint: 'minLength', limit: 1 } as const]),
    ...(all.length <= maxLength[name] ? [] : [{ path, constraint: 'maxLength', limit: maxLength[name] } as const])
  ]
}

/** An own member; `undefined` for null, for none, and for a member of what is no object. */
export const memberIn = (value: unknown, name: Member): unknown => (isRecord(value) ? member(value, name) : undefined)

/** Everything that is wrong with a request; nothing for a good one. */
export const independentViolations = (value: unknown): ReadonlyArray<Violation> => [
  ...wrongWith('ClientId', memberIn(value, 'ClientId')),
  ...wrongWith('UserPoolId', memberIn(value, 'UserPoolId'))
]

export const breaks = (value: unknown, name: Member, constraint?: Violation['constraint']): boolean =>
  independentViolations(value).some(
    (v) => v.path[0] === name && (constraint === undefined || v.constraint === constraint)
  )

/** Whether both members can be read. Where a getter or a proxy throws, nothing is known about either. */
export const isReadable = (value: unknown): boolean =>
  memberIn(value, 'ClientId') !== UNREADABLE && memberIn(value, 'UserPoolId') !== UNREADABLE
