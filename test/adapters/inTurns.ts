/**
 * Runs several programs at once in an order that is chosen: one of them goes on at a time, from one gate to its next.
 */
export type Gate = () => Promise<void>

type Program = (gate: Gate) => Promise<unknown>

/** Resolves when all programs have ended. Each choice says which of those that wait at a gate goes on; then the first. */
export const inTurns = async (programs: ReadonlyArray<Program>, choices: ReadonlyArray<number>): Promise<void> => {
  const waiting = new Map<number, () => void>()
  const ended = new Set<number>()
  let changed = (): void => undefined
  const all = programs.map((program, i) => {
    const gate: Gate = () =>
      new Promise((resolve) => {
        waiting.set(i, resolve)
        changed()
      })
    return program(gate).finally(() => {
      ended.add(i)
      changed()
    })
  })
  for (let step = 0; ended.size < programs.length; step++) {
    while (waiting.size + ended.size < programs.length) {
      await new Promise<void>((resolve) => (changed = resolve))
    }
    const ready = [...waiting].sort(([a], [b]) => a - b)
    const [i, goOn] = ready[(choices[step] ?? 0) % ready.length] ?? []
    if (i === undefined) continue
    waiting.delete(i)
    goOn?.()
  }
  await Promise.all(all)
}
