/**
 * What a module exports beside or instead of what is judged, and how much of it the verdict speaks about.
 */
import type { Scope } from '../shared/judge.js'
import { suggest } from '../shared/suggest.js'
import { isIdValidator } from './IdValidator.js'
import type { IdValidators } from './subjects.js'

/** The exports of a module that are judged. */
export const judgedNames = ['ClientId', 'UserPoolId', 'request'] as const

/** In words: `request` alone would not say that it is a check. */
const spoken = (name: (typeof judgedNames)[number]): string => (name === 'request' ? 'request check' : name)

/** `isClientId`, `client_id` and `ClientIdSchema` mean ClientId too. */
const meantBy = (key: string): string | undefined => {
  const letters = key.replace(/[^a-z]/gi, '').toLowerCase()
  return suggest(key, judgedNames) ?? judgedNames.find((name) => letters.includes(name.toLowerCase()))
}

/** Of every export that looks like a validator and has not quite the name of one that is missing: what it may mean. */
export const misnamed = (module: object): ReadonlyArray<string> => {
  const exports: ReadonlyArray<readonly [string, unknown]> = Object.entries(module)
  const given = exports.filter(([, value]) => value !== undefined).map(([key]) => key)
  return exports.flatMap(([key, value]) => {
    const meant = meantBy(key)
    return meant === undefined || given.includes(meant) || !isIdValidator(value)
      ? []
      : [`\`${key}\` is not a name that is judged: did you mean ${meant}?`]
  })
}

/** What the MUSTs that are judged are about, and which exports would have the others judged. */
export const scopeOf = (validators: IdValidators, reasons: ReadonlyArray<string>): Scope => {
  const about = judgedNames
    .filter((name) => validators[name] !== undefined)
    .map((name) =>
      name === 'request' ? 'requests' : `${name}${validators[name] instanceof RegExp ? ' as a string' : ''}`
    )
  const lacking = judgedNames.filter((name) => validators[name] === undefined).map((name) => `no ${spoken(name)}`)
  return {
    about: about.join(' and '),
    missing: [...(lacking.length === 0 ? [] : [`the module exports ${lacking.join(' and ')}`]), ...reasons].join('; ')
  }
}
