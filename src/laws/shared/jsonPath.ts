/**
 * A place in a JSON text, as `$.ClientSecrets[0].ClientSecretId`.
 */
import type { JsonPath } from './lexemes.js'

const MAX_NAME = 60

const part = (key: string | number): string => {
  if (typeof key === 'number') return `[${key}]`
  return /^[A-Za-z_]\w*$/.test(key) && key.length <= MAX_NAME
    ? `.${key}`
    : `[${JSON.stringify(key.slice(0, MAX_NAME))}]`
}

export const jsonPath = (path: JsonPath): string => `$${path.map(part).join('')}`
