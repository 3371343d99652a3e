/**
 * Fuzzing that learns: an input whose outcome no input had before joins the corpus, from which the next inputs are made.
 */
import * as fc from 'fast-check'
import { input, nextInput, randomBelow } from './inputs.js'
import { callOnce, faultOf, isSame, pureNames } from './properties.js'

/** Drawn by fast-check before anything is learned. */
const DRAWN = 1000

/** An outcome without its texts and numbers: which members it has, and the words that the contract fixes. */
const shapeOf = (outcome: unknown): string =>
  JSON.stringify(outcome, (name, member: unknown) => {
    if (name === 'context' || typeof member === 'number') return name === 'status' ? member : 0
    return typeof member !== 'string' || name === '_tag' || name === 'constraint' ? member : ''
  }) ?? 'undefined'

/** The value's members, and the value without each of them. */
const smaller = (u: unknown): ReadonlyArray<unknown> => {
  if (typeof u === 'string') return u === '' ? [] : ['', u.slice(0, u.length / 2), u.slice(u.length / 2), u.slice(1)]
  if (typeof u !== 'object' || u === null) return []
  const entries = Object.entries(u)
  const put = (rest: ReadonlyArray<readonly [string, unknown]>): unknown =>
    Array.isArray(u) ? rest.map(([, member]) => member) : Object.fromEntries(rest)
  return entries.flatMap(([name, member], i) => [
    member,
    put(entries.filter((_, other) => other !== i)),
    ...smaller(member).map((less) => put(entries.map((one, other) => (other === i ? ([name, less] as const) : one))))
  ])
}

/** Of a failing input, one of which no part can be left out. */
const minimal = (name: string, u: unknown): unknown => {
  const less = smaller(u).find((one) => faultOf(name, one) !== undefined)
  return less === undefined ? u : minimal(name, less)
}

const describe = (name: string, u: unknown): string => {
  const least = minimal(name, u)
  return `${name}: ${String(faultOf(name, least))}, for ${fc.stringify(least)}`
}

export interface Fuzzed {
  readonly calls: number
  /** The first fault, with a minimal input. */
  readonly found: string | undefined
  /** How many inputs the corpus has: drawn and learned. */
  readonly corpus: number
}

/** Calls every pure function with so many inputs, which follow from the seed. */
export const fuzzPure = (seed: number, inputs: number): Fuzzed => {
  const corpus = fc.sample(input, { seed, numRuns: DRAWN })
  const below = randomBelow(seed)
  const shapes = new Set<string>()
  for (let made = 1; made <= inputs; made++) {
    const u = nextInput(corpus, below)
    const before = structuredClone(u)
    let isNew = false
    for (const name of pureNames) {
      try {
        const shape = `${name} ${shapeOf(callOnce(name, u))}`
        if (!shapes.has(shape)) isNew = shapes.add(shape).size > 0
      } catch {
        return { calls: made * pureNames.length, found: describe(name, u), corpus: corpus.length }
      }
    }
    if (!isSame(u, before)) {
      const name = pureNames.find((one) => faultOf(one, structuredClone(before)) !== undefined) ?? 'all of them'
      return { calls: made * pureNames.length, found: describe(name, before), corpus: corpus.length }
    }
    if (isNew) corpus.push(u)
  }
  return { calls: inputs * pureNames.length, found: undefined, corpus: corpus.length }
}
