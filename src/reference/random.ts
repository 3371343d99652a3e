/**
 * The random numbers of the reference and of the suite: sfc32, Chris Doty-Humphrey's small fast counting generator. Its
 * 128 bits of state hold a whole seed and a stream beside each other, so that two streams of one seed, or of two seeds,
 * are not stretches of one short cycle. What it makes guards nothing: secrets made with it are for tests.
 */

/** Steps after which every bit of seed and stream has reached every bit of the state. */
const WARM_UP = 15

const sfc32 = (seed: number, stream: number): (() => number) => {
  let a = seed | 0
  // a seed such as Date.now() has more than 32 bits, and all of them count
  let b = Math.floor(seed / 4_294_967_296) | 0
  let c = stream | 0
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < WARM_UP; i++) next()
  return next
}

/**
 * Text of `length` characters of the alphabet, which follows from the seed and the stream: 32 bits of the stream and 64
 * bits of the seed count.
 */
export const randomText = (seed: number, stream: number, length: number, alphabet: string): string => {
  const next = sfc32(seed, stream)
  let text = ''
  for (let i = 0; i < length; i++) text += alphabet.charAt(next() % alphabet.length)
  return text
}
