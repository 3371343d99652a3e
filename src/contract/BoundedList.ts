/**
 * A JSON list with a most number of elements.
 */
import { type Check, join, Refusal, refusalAt } from './Check.js'
import { Codec } from './Codec.js'

/** Reads the elements, each once; of a list that is too long one more than there may be. */
const firstOf = (u: ReadonlyArray<unknown>, most: number): ReadonlyArray<unknown> => {
  const elements: Array<unknown> = []
  const { length } = u
  for (let i = 0; i < length && i < most; i++) elements.push(u[i])
  return elements
}

export const boundedList = <A, O>(
  name: string,
  element: Codec<A, O>,
  maxItems: number
): Codec<ReadonlyArray<A>, ReadonlyArray<O>> => {
  const { description } = element

  const checkAt = (path: ReadonlyArray<string | number>): Check<ReadonlyArray<A>> => {
    const missing = refusalAt(path, 'required')
    const notList = refusalAt(path, 'type', 'list')
    const tooMany = refusalAt(path, 'maxItems', maxItems)
    const checks = Array.from({ length: maxItems + 1 }, (_, i) => description.checkAt([...path, i]))
    return (u) => {
      if (!Array.isArray(u)) return u === undefined || u === null ? missing : notList
      const elements = firstOf(u, maxItems + 1)
      const out: Array<A> = []
      let refusal: Refusal | undefined
      for (const [i, check] of checks.slice(0, elements.length).entries()) {
        const checked = check(elements[i])
        if (checked instanceof Refusal) refusal = join(refusal, checked)
        else out.push(checked)
      }
      if (elements.length > maxItems) refusal = join(refusal, tooMany)
      return refusal ?? out
    }
  }

  return new Codec<ReadonlyArray<A>, ReadonlyArray<O>>({
    name,
    checkAt,
    is: (u): u is ReadonlyArray<A> => {
      if (!Array.isArray(u)) return false
      const elements = firstOf(u, maxItems + 1)
      return elements.length <= maxItems && elements.every(description.is)
    },
    encode: (list) => list.map(description.encode),
    jsonSchema: (dialect, side) => ({ type: 'array', maxItems, items: description.jsonSchema(dialect, side) })
  })
}
