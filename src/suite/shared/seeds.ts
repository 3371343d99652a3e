/**
 * One seed, many streams: every probe and every planted secret has its own, so that neither the selection nor the
 * concurrency of a run changes what is sent.
 */
import { randomText } from '../../reference/random.js'

/** FNV-1a: a 32-bit number from a text. */
export const hash = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h | 0
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A secret as a caller may choose one: of every eight, one has the greatest length, one the least, and one `+` and `_`. */
export const secretOf = (seed: number): string => {
  switch (seed & 7) {
    case 0:
      return randomText(seed, 0, 64, ALPHABET)
    case 1:
      return randomText(seed, 0, 24, ALPHABET)
    case 2:
      return `${randomText(seed, 0, 20, ALPHABET)}+_${randomText(seed, 1, 18, ALPHABET)}`
    default:
      return randomText(seed, 0, 40, ALPHABET)
  }
}
