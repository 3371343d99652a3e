/**
 * What somebody who mistyped a word may have meant.
 */

/** How many letters must be added, dropped, replaced or swapped with the next to make `b` of `a`. */
const distance = (a: string, b: string): number => {
  let [older, previous]: [ReadonlyArray<number>, ReadonlyArray<number>] = [[], Array.from(b + ' ', (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(
        Math.min(
          (row[j - 1] ?? 0) + 1,
          (previous[j] ?? 0) + 1,
          (previous[j - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (older[j - 2] ?? 0) + 1 : Infinity
        )
      )
    }
    ;[older, previous] = [previous, row]
  }
  return previous[b.length] ?? 0
}

/** The closest of `words`, if it is so close that it may have been meant. Case does not count. */
export const suggest = (mistyped: string, words: Iterable<string>): string | undefined => {
  const wanted = mistyped.toLowerCase()
  let closest: { readonly word: string; readonly off: number } | undefined
  for (const word of words) {
    const off = distance(wanted, word.toLowerCase())
    if (off <= Math.max(1, Math.floor(word.length / 4)) && off < (closest?.off ?? Infinity)) closest = { word, off }
  }
  return closest?.word
}
