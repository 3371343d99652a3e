/**
 * A text made as short as it can be made by leaving parts of it out.
 */

/**
 * Proposes texts that lack ever smaller parts; is told of each whether it still shows what the whole showed. Returns the
 * shortest that did, of which no single character can go.
 */
export function* shortening(text: string): Generator<string, string, boolean> {
  let shortest = text
  for (let length = Math.ceil(text.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2)) {
    for (let at = 0; at < shortest.length;) {
      const shorter = shortest.slice(0, at) + shortest.slice(at + length)
      if (yield shorter) shortest = shorter
      else at += length
    }
  }
  return shortest
}

export const shorten = (text: string, shows: (text: string) => boolean): string => {
  const search = shortening(text)
  let next = search.next()
  while (!next.done) next = search.next(shows(next.value))
  return next.value
}
