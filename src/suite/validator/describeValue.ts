/**
 * A value as a person can read it: as JSON, with the length of long texts and the code points that do not print as
 * themselves.
 */

const MAX_SHOWN = 60

const codePoint = (c: string): string => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Total, also for values that JSON cannot hold. */
export const jsonOf = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return 'a value that JSON cannot hold'
  }
}

const notes = (text: string): ReadonlyArray<string> => {
  const all = [...text]
  const unusual = [...new Set(all.filter((c) => !/^[!-~]$/.test(c)))]
  return [
    ...(all.length > MAX_SHOWN ? [`${all.length} code points`] : []),
    ...(unusual.length > 0 && unusual.length <= 5 ? [`with ${unusual.map(codePoint).join(', ')}`] : [])
  ]
}

/** Every text in the value gets its notes, so that a request says them of both ids. */
export const describeValue = (value: unknown): string => {
  const json = jsonOf(value)
  const texts = typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? textsIn(value) : []
  const said = texts.flatMap(notes)
  return said.length === 0 ? json : `${json} (${said.join('; ')})`
}

const textsIn = (value: object): ReadonlyArray<string> => {
  try {
    return Object.values(value).filter((one) => typeof one === 'string')
  } catch {
    return []
  }
}
