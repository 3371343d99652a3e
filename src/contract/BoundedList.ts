/**
 * A JSON list with a most number of elements.
 */
import { REFUSED, refusalAt, typeRefusalAt } from './Check.js'
import type { Description } from './Description.js'

/** Reads each element once; of a list that is too long, one more than there may be. */
export const boundedList = <A, O>(
  element: Description<A, O>,
  maxItems: number
): Description<ReadonlyArray<A>, ReadonlyArray<O>> => ({
  name: `list of ${element.name}`,
  shape: { kind: 'list', items: element.shape, maxItems },
  checkAt: (path, side) => {
    const notList = typeRefusalAt(path, 'list')
    const tooMany = refusalAt(path, 'maxItems', maxItems)
    const checks = Array.from({ length: maxItems + 1 }, (_, i) => element.checkAt([...path, i], side))
    return (u, issues) => {
      if (!Array.isArray(u)) return notList(u, issues)
      const { length } = u
      const out: Array<A> = []
      let isRefused = false
      let i = 0
      for (const check of checks) {
        if (i >= length) break
        const checked = check(u[i++], issues)
        if (checked === REFUSED) isRefused = true
        else out.push(checked)
      }
      if (length > maxItems) return tooMany(u, issues)
      return isRefused ? REFUSED : out
    }
  },
  encode: (list) => list.map((a) => element.encode(a))
})
