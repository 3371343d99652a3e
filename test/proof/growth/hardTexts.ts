/**
 * Texts of any size that scanners, patterns and decoders find hard.
 */

const fill = (pattern: string, size: number): string => pattern.repeat(Math.ceil(size / pattern.length)).slice(0, size)

export const hardTexts: Readonly<Record<string, (size: number) => string>> = {
  'one letter': (n) => fill('a', n),
  'letters and digits': (n) => fill('q7Zp0Xk3', n),
  underscores: (n) => fill('_', n),
  quotes: (n) => fill('"', n),
  backslashes: (n) => fill('\\', n),
  'open brackets': (n) => fill('[', n),
  'escapes of JSON': (n) => fill('\\u0061', n),
  'percent signs': (n) => fill('%', n),
  'percent encoding': (n) => fill('%61', n),
  'entities of HTML': (n) => fill('&#97;', n),
  'digits of hex': (n) => fill('61', n),
  base64: (n) => fill('YWJjZGVm', n),
  groups: (n) => fill('ab-', n),
  'a list of characters': (n) => `[${fill('"a",', n - 4 - (n % 4))}""]`,
  'members of one character': (n) => `{${fill('"a":"b",', n - 8 - (n % 8))}"c":1}`,
  'spaces and a letter': (n) => `${fill(' ', n - 1)}a`
}
