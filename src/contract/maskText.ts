/**
 * Text in which a secret's name stands: what follows the name is masked. One pass, linear in the text; where it is not
 * clear how far a value goes, more is masked rather than less.
 */
import { adjacent, lengthOf, type Masked, maskValue } from './maskValue.js'
import { kindOfName, MASK, NAME } from './secretNames.js'

// ------------------------------------------------------------------------------------
// grammar
// ------------------------------------------------------------------------------------

/** Between a name and its value: `": "`, `'] = `, ` => `, `%3D`, `("`. */
const separator = /(?:["'`\\\s\])]|&quot;|%22)*(?:(?:[:=]|->|%3[ad])(?:[:=>\t <]|&quot;)*|\((?=\\*["'`]))/iy

/** In a list of names and values: `["client_secret", "…`. */
const comma = /\\*["'`]\s*,\s*(?=\\*["'`])/y

/** In YAML, a value on the lines below, each indented or with a dash. */
const block = /[|>]?[-+\d]*[ \t]*(?:\r?\n[ \t-][^\n]*)+/y

/** HTTP's Basic credentials, which are an id and its secret. */
const basic = /(\bbasic +)[\w+/=-]{24,}/gi

/** What stands before the name in that of an operation: `ListUserPoolClientSecrets`. */
const operation = /(?:Add|List|Delete)UserPool$/

const startTag = /[^<>]*(?<!\/)>/y

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

/** In XML: all up to the next closing tag. */
const maskElement = (text: string, from: number, lastClosing: number): Masked => {
  const end = from <= lastClosing ? text.indexOf('</', from) : from
  const content = text.slice(from, end)
  return [content.trim() === '' ? content : MASK, end]
}

/**
 * Masks what follows `client secret`, `ClientSecretValue`, `COGNITO_CLIENT_SECRET`, `SecretHash` and the like: in JSON
 * (escaped any number of times), Python, YAML, XML, a query, a header, an assignment, an option of a command.
 */
export const maskText = (text: string): string => {
  // a copy: where the search stands is this call's own
  const names = new RegExp(NAME)
  // looked for once: a search for each name that finds none would be quadratic
  const lastClosing = text.lastIndexOf('</')
  let masked = ''
  let done = 0
  for (let found = names.exec(text); found !== null; found = names.exec(text)) {
    if (kindOfName(found[0]) !== 'secret' || operation.test(text.slice(Math.max(0, found.index - 14), found.index)))
      continue
    const end = names.lastIndex
    const before = text.slice(Math.max(done, found.index - 64), found.index)
    const tag = /<[\w.:-]*$/.test(before) ? lengthOf(startTag, text, end) : 0
    const pair = lengthOf(comma, text, end)
    // in "client secret 1example… was deleted" an id follows
    const option = found[0].includes(' ') ? 0 : lengthOf(adjacent, text, end)
    const from = end + (tag || pair || lengthOf(separator, text, end) || option)
    if (from === end) continue
    const lines = tag > 0 ? 0 : lengthOf(block, text, from)
    const [value, next] =
      lines > 0
        ? [MASK, from + lines]
        : tag > 0 && from <= lastClosing
          ? maskElement(text, from, lastClosing)
          : maskValue(text, from, pair > 0)
    masked += text.slice(done, from) + value
    done = next
    names.lastIndex = next
  }
  return (masked + text.slice(done)).replace(basic, `$1${MASK}`)
}
