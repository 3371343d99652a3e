/**
 * The page's patterns as tables of states: one look-up for each character, no backtracking, ASCII only. A pattern is a
 * sequence of characters and of classes with `+`, such as `[\w-]+_[0-9a-zA-Z]+`.
 */

const ASCII = 128

interface Part {
  readonly text: string
  readonly has: (character: string) => boolean
  readonly repeats: boolean
}

const partsOf = (pattern: string): ReadonlyArray<Part> =>
  Array.from(pattern.matchAll(/(\[[^\]]+\])(\+?)|[\w-]/g), ([all, set, plus]) => {
    const one = set === undefined ? undefined : new RegExp(`^${set}$`)
    return { text: all, has: (character) => one?.test(character) ?? character === all, repeats: plus === '+' }
  })

/** The parts that may come next, by the number of the part; `parts.length` stands for the end. */
type State = ReadonlyArray<number>

const step = (parts: ReadonlyArray<Part>, state: State, character: string): State =>
  [
    ...new Set(
      state.flatMap((i) => {
        const part = parts[i]
        return part?.has(character) ? (part.repeats ? [i, i + 1] : [i + 1]) : []
      })
    )
  ].sort()

/** Whether a whole text matches. The table is made once, when the pattern is declared. */
export const matcher = (pattern: string): ((text: string) => boolean) => {
  const parts = partsOf(pattern)
  if (parts.map(({ text }) => text).join('') !== pattern) throw new Error(`Not a sequence of classes: ${pattern}`)
  const dead: State = []
  const states: Array<State> = [dead, [0]]
  const next: Array<number> = Array.from({ length: ASCII }, () => 0)
  for (let i = 1; i < states.length; i++) {
    for (let code = 0; code < ASCII; code++) {
      const reached = step(parts, states[i] ?? dead, String.fromCharCode(code))
      const known = states.findIndex((state) => state.join() === reached.join())
      next.push(known === -1 ? states.push(reached) - 1 : known)
    }
  }
  // a state is where its row begins; 0 is dead
  const table = Uint16Array.from(next, (state) => state * ASCII)
  const ends = states.map((state) => state.includes(parts.length))
  return (text) => {
    let state = ASCII
    for (let i = 0; i < text.length && state !== 0; i++) {
      const code = text.charCodeAt(i)
      state = code < ASCII ? (table[state + code] ?? 0) : 0
    }
    return ends[state / ASCII] === true
  }
}
