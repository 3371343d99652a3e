/**
 * A text or a list made as short as it can be made by leaving parts of it out.
 */

interface Cuttable<S> {
  readonly length: number
  slice: (start: number, end?: number) => S
  concat: (more: S) => S
}

/**
 * Proposes sequences that lack ever smaller parts; is told of each whether it still shows what the whole showed. Returns
 * the shortest that did, of which no single element can go.
 */
export function* shortening<S extends Cuttable<S>>(whole: S): Generator<S, S, boolean> {
  let shortest = whole
  for (let length = Math.ceil(whole.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2)) {
    for (let at = 0; at < shortest.length;) {
      const shorter = shortest.slice(0, at).concat(shortest.slice(at + length))
      if (yield shorter) shortest = shorter
      else at += length
    }
  }
  return shortest
}

export const shorten = (text: string, shows: (text: string) => boolean): string => {
  const search = shortening<string>(text)
  let next = search.next()
  while (!next.done) next = search.next(shows(next.value))
  return next.value
}
