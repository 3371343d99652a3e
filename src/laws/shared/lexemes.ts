/**
 * What `JSON.parse` does not tell of a text: members that appear twice, and how a number was written.
 */

/** The names and indices that lead to a value. */
export type JsonPath = ReadonlyArray<string | number>

export interface JsonLexemes {
  /** Members whose name stands more than once in its object: the first hundred. */
  readonly duplicates: ReadonlyArray<JsonPath>
  /** Numbers as written, in the first levels of nesting: the first ten thousand. */
  readonly numbers: ReadonlyArray<{ readonly path: JsonPath; readonly lexeme: string }>
}

/** An object or list that is being read. */
interface Frame {
  /** The last name, or the index; 0 before an object's first name. */
  key: string | number
  /** An object's names before `key`, once there are two: deep nesting costs no sets. */
  names?: Set<string>
}

const MAX_RECORDED_DEPTH = 8
const MAX_DUPLICATES = 100
const MAX_NUMBERS = 10_000

/** Where the string ends that begins at `start`: just behind its closing quote. */
const endOfString = (text: string, start: number): number => {
  let i = start + 1
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1
  return i + 1
}

const endOfNumber = (text: string, start: number): number => {
  let i = start + 1
  while (i < text.length && '0123456789.eE+-'.includes(text.charAt(i))) i++
  return i
}

/** The name in quotes between two places; two spellings of one name are one name. */
const nameAt = (text: string, start: number, end: number): string => {
  const plain = text.slice(start + 1, end - 1)
  return plain.includes('\\') ? (JSON.parse(`"${plain}"`) as string) : plain
}

/** Whether the object has had this name; notes it. */
const isSecond = (frame: Frame, name: string): boolean => {
  const { key } = frame
  if (typeof key === 'string') (frame.names ??= new Set()).add(key)
  frame.key = name
  return frame.names?.has(name) === true
}

/**
 * Reads the lexemes of a text that `parseJson` accepts. Linear in time and iterative, whatever the length of a string
 * and the depth of nesting.
 */
export const lexemes = (text: string): JsonLexemes => {
  const duplicates: Array<JsonPath> = []
  const numbers: Array<{ path: JsonPath; lexeme: string }> = []
  const stack: Array<Frame> = []
  const path = (): JsonPath => stack.slice(0, MAX_RECORDED_DEPTH).map(({ key }) => key)
  let top: Frame | undefined
  let nameExpected = false
  for (let i = 0; i < text.length;) {
    const start = i++
    const character = text.charAt(start)
    if (character === '"') {
      i = endOfString(text, start)
      const isTwice = nameExpected && top !== undefined && isSecond(top, nameAt(text, start, i))
      if (isTwice && duplicates.length < MAX_DUPLICATES) duplicates.push(path())
      nameExpected = false
    } else if (character === '{' || character === '[') {
      top = { key: 0 }
      stack.push(top)
      nameExpected = character === '{'
    } else if (character === '}' || character === ']') {
      stack.pop()
      top = stack.at(-1)
    } else if (character === ',') {
      nameExpected = typeof top?.key === 'string'
      if (typeof top?.key === 'number') top.key++
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      i = endOfNumber(text, start)
      if (stack.length <= MAX_RECORDED_DEPTH && numbers.length < MAX_NUMBERS) {
        numbers.push({ path: path(), lexeme: text.slice(start, i) })
      }
    }
  }
  return { duplicates, numbers }
}
