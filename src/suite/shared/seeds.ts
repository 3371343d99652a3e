/**
 * One seed, many streams: every probe and every planted secret has its own, so that neither the selection nor the
 * concurrency of a run changes what is sent.
 */

/** FNV-1a: a 32-bit number from a text. */
export const hash = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h | 0
}

/** A secret of 40 letters and digits, as a caller may choose one. */
export const secretOf = (seed: number): string => {
  let state = seed >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 8
  }
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  return Array.from({ length: 40 }, () => alphabet[next() % alphabet.length]).join('')
}
