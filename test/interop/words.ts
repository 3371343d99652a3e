/**
 * The words behind `--` of an interop command: names out of a list, and options. Everything else is a mistake.
 */
import { parseArgs } from 'node:util'

/** Not 1, which is a finding, and not 3, which is something skipped. */
const USAGE = 2

/** Returns undefined, and makes the program end in 2, where a name or an option does not exist: then all are printed. */
export const readWords = <O extends string>(
  names: ReadonlyArray<string>,
  options: ReadonlyArray<O>
): { readonly names: ReadonlyArray<string>; readonly has: (option: O) => boolean } | undefined => {
  const { tokens } = parseArgs({ strict: false, tokens: true })
  const isKnown = new Set([...names, ...options.map((name) => `--${name}`)])
  const words = tokens.flatMap((t) => (t.kind === 'option' ? [t.rawName] : t.kind === 'positional' ? [t.value] : []))
  const unknown = words.filter((word) => !isKnown.has(word))
  if (unknown.length > 0) {
    console.error(`unknown: ${unknown.join(', ')}\nnames: ${[...new Set(names)].join(', ')}`)
    console.error(`options: ${options.map((name) => `--${name}`).join(', ')}`)
    process.exitCode = USAGE
    return undefined
  }
  return {
    names: words.filter((word) => !word.startsWith('--')),
    has: (option) => words.includes(`--${option}`)
  }
}
