/**
 * Servers whose parser reads more than JSON.
 */
import { isLeft } from '../../../src/contract/Either.js'
import { parseJson } from '../../../src/protocol/Json.js'
import { receiving } from '../changes.js'
import type { Change } from '../service.js'
import { type Fault, fault } from '../Variant.js'

const isJson = (text: string): boolean => !isLeft(parseJson(text))

/** What is no JSON is mended by `f` and read again. */
const mending = (f: (text: string) => string): Change =>
  receiving((request, text) => {
    if (isJson(text)) return undefined
    const mended = f(text)
    return isJson(mended) ? { ...request, body: mended } : undefined
  })

/** Texts in quotes stay as they are. */
const outside = (text: string, f: (code: string) => string): string =>
  text.replace(/("(?:[^"\\\n]|\\.)*")|([^"]+|")/g, (_, quoted?: string, code = '') => quoted ?? f(code))

const replacing =
  (pattern: RegExp, by: string) =>
  (text: string): string =>
    outside(text, (code) => code.replace(pattern, by))

const lenient = (name: string, description: string, f: (text: string) => string): Fault =>
  fault(name, description, ['request.body.malformed'], mending(f))

export const lenientJsonFaults: ReadonlyArray<Fault> = [
  lenient('NaN and Infinity', 'As parsers of Python do.', replacing(/-?(?:NaN|Infinity)/g, '0')),
  lenient('commas at the end', 'As JSON5 has it.', replacing(/,(?=\s*[}\]])/g, '')),
  lenient('comments', 'As Gson and JSON5 skip them.', replacing(/\/\*.*?\*\/|(?:\/\/|#)[^\n]*/gs, '')),
  lenient('single quotes in a call that is otherwise right', 'As Gson and JSON5 read them.', (text) =>
    text.replaceAll("'", '"')
  ),
  lenient(
    'names without quotes in a call that is otherwise right',
    'As JavaScript has them.',
    replacing(/([{,]\s*)([A-Za-z]\w*)(?=\s*:)/g, '$1"$2"')
  ),
  lenient(
    'numbers with leading zeros',
    'As numbers of C, without their octal sense.',
    replacing(/(?<![\d.])(-?)0+(?=\d)/g, '$1')
  ),
  lenient('a plus before a number', 'As scanf reads numbers.', replacing(/\+(?=\d)/g, '')),
  lenient('hexadecimal numbers', 'As JSON5 has them.', replacing(/0x[\dA-F]+/gi, '0')),
  lenient('numbers that start with a point', 'As most languages write them.', replacing(/(?<!\d)\.(?=\d)/g, '0.')),
  lenient('numbers that end with a point', 'As most languages write them.', replacing(/(?<=\d)\.(?!\d)/g, '')),
  lenient('control characters in text', 'strict=False of Python.', (text) =>
    text.replace(/[\0-\x1f]/g, (c) => `\\u00${c.charCodeAt(0).toString(16).padStart(2, '0')}`)
  ),
  lenient('escapes of JavaScript', 'The parser is that of a language.', (text) =>
    text.replace(/\\x/g, '\\u00').replace(/\\(['v])/g, '$1')
  ),
  lenient('what stands behind the object', 'A decoder of a stream reads the first value.', (text) =>
    text.replace(/\}(?:\s*[{,\0nx].*)$/s, '}')
  ),
  lenient('elements left out', 'As arrays of JavaScript.', replacing(/,(?=,)|(?<=\[),/g, '')),
  lenient('blanks beyond ASCII', 'What Unicode calls a blank is skipped.', replacing(/[\u00a0\u2028\f]/g, ' ')),
  lenient('semicolons and equals signs', 'As Gson reads them.', (text) => replacing(/=>?|;/g, ':')(text)),
  lenient('literals of Python', 'ast.literal_eval in place of a parser.', replacing(/True|None/g, 'null')),
  lenient('an object without its end', 'Braces that are open are closed.', (text) => `${text}}`),
  lenient('a prefix against hijacking', 'As Gson skips it.', (text) => text.replace(/^\)\]\}'\n/, ''))
]
