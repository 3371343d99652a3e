/**
 * Looks for planted secrets in everything that came out: values in all their members, errors with their causes, what
 * `util.inspect` and JSON make of them, and text.
 */
import { inspect } from 'node:util'

const reversed = (text: string): string => [...text].reverse().join('')

/** The forms in which a secret is still one: plain, turned round, encoded, and most of it. */
const formsOf = (secret: string): ReadonlyArray<readonly [form: string, text: string]> => [
  ['plain', secret],
  ['in part', secret.slice(2, 20)],
  ['reversed', reversed(secret)],
  ['base64', Buffer.from(secret).toString('base64').slice(0, 24)],
  ['hex', Buffer.from(secret).toString('hex')],
  ['percent', encodeURIComponent(secret)]
]

/** Every string, name of a member and description of a symbol that can be reached from a value, with where it is. */
function* textsIn(value: unknown, path: string, seen: Set<unknown>): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value]
  if (typeof value === 'symbol') yield [path, value.description ?? '']
  if (((typeof value !== 'object' || value === null) && typeof value !== 'function') || seen.has(value)) return
  seen.add(value)
  if (value instanceof Uint8Array) {
    yield [path, Buffer.from(value).toString('latin1')]
    return
  }
  if (value instanceof Map || value instanceof Set) {
    for (const one of value) yield* textsIn(one, `${path}<entry>`, seen)
  }
  for (const key of Reflect.ownKeys(value)) {
    const name = String(key)
    yield [path, name]
    let member: unknown
    try {
      member = Reflect.get(value, key)
    } catch (error) {
      member = error
    }
    yield* textsIn(member, `${path}.${name}`, seen)
  }
}

/** Where which form of which secret was found, by the secret's number: a failing test must not print one either. */
export const traces = (came: unknown, secrets: ReadonlyArray<string>): ReadonlyArray<string> => {
  const texts = [...textsIn(came, '$', new Set())]
  if (typeof came !== 'string') texts.push(['inspect', inspect(came, { depth: 20, showHidden: true })])
  return texts.flatMap(([path, text]) => {
    const lower = text.toLowerCase()
    return secrets.flatMap((secret, i) =>
      formsOf(secret)
        .filter(([, form]) => lower.includes(form.toLowerCase()))
        .map(([form]) => `secret ${i}, ${form}, at ${secrets.reduce((p, s) => p.replaceAll(s, '…'), path)}`)
    )
  })
}
