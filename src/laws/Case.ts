/**
 * A test case as plain data: steps with names for what only the target can name. A case can be printed, kept, and sent
 * again to another target; a secret is never part of it.
 */
import { CONTENT_TYPE, type HttpRequest, OPERATION, TARGET_PREFIX } from '../protocol/index.js'
import { findClient, findPool, type World } from './World.js'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * The call that is judged. In `body`, `{{pool:NAME}}` and `{{client:NAME}}` stand for ids, `{{FORM:pool:NAME}}` for what
 * is nearly one (`idForms`), and `{{repeat:N:TEXT}}` for a text N times over.
 *
 * @since 0.1.0
 */
export interface ListStep {
  readonly op: 'list'
  readonly body: string
  /** `body` is base64: bytes that are no text. */
  readonly base64?: true
  readonly method?: string
  /** Instead of the usual Content-Type and X-Amz-Target. */
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * List calls sent at the same time.
 *
 * @since 0.1.0
 */
export interface TogetherStep {
  readonly op: 'together'
  readonly lists: ReadonlyArray<ListStep>
}

/**
 * The calls that set the scene; their own faults are notes, not verdicts.
 *
 * @since 0.1.0
 */
export type SceneStep =
  | { readonly op: 'createUserPool'; readonly pool: string }
  | { readonly op: 'deleteUserPool'; readonly pool: string }
  | { readonly op: 'createUserPoolClient'; readonly pool: string; readonly client: string; readonly secret: boolean }
  | { readonly op: 'deleteUserPoolClient'; readonly client: string }
  | { readonly op: 'addUserPoolClientSecret'; readonly client: string; readonly own: boolean }
  | { readonly op: 'deleteUserPoolClientSecret'; readonly client: string; readonly position: number }

/**
 * @since 0.1.0
 */
export type Step = ListStep | TogetherStep | SceneStep

/**
 * @since 0.1.0
 */
export type Case = ReadonlyArray<Step>

// ------------------------------------------------------------------------------------
// constructors
// ------------------------------------------------------------------------------------

/** `{{pool:NAME}}` */
export const poolRef = (name: string): string => `{{pool:${name}}}`

/** `{{client:NAME}}` */
export const clientRef = (name: string): string => `{{client:${name}}}`

/** A List call with these members; `undefined` leaves one out. */
export const list = (
  members: Readonly<Record<string, unknown>>,
  rest: Omit<ListStep, 'op' | 'body'> = {}
): ListStep => ({
  op: 'list',
  body: JSON.stringify(members),
  ...rest
})

/** An ordinary List call of a named client through its pool's name. */
export const listClient = (client: string, pool = 'main'): ListStep =>
  list({ ClientId: clientRef(client), UserPoolId: poolRef(pool) })

// ------------------------------------------------------------------------------------
// functions
// ------------------------------------------------------------------------------------

const fromBase64 = (text: string): Uint8Array => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const bits = [...text.replace(/=+$/, '')].map((c) => alphabet.indexOf(c).toString(2).padStart(6, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2))
}

/** What is nearly an id: by a slip of one character, or to a lookup that means well. */
export const idForms: Readonly<Record<string, (id: string) => string>> = {
  upper: (id) => id.toUpperCase(),
  /** SQL's `LIKE` takes `_` for any character. */
  wild: (id) => '_'.repeat(id.length),
  like: (id) => `_${id.slice(1)}`,
  cut: (id) => id.slice(0, -1),
  other: (id) => id.slice(0, -1) + (id.endsWith('0') ? '1' : '0'),
  /** A blank in a form, and a repetition in a regular expression. */
  plus: (id) => `${id.slice(0, 1)}+${id.slice(1)}`,
  doubled: (id) => id.replaceAll('_', '__')
}

/** The HTTP request of a List step, unsigned; `undefined` if it names something that this world does not have. */
export const toRequest = (step: ListStep, world: World): HttpRequest | undefined => {
  const missing: Array<string> = []
  const long = step.body.replace(/\{\{repeat:(\d{1,7}):([^}]*)\}\}/g, (_, n: string, part: string) =>
    part.repeat(Number(n))
  )
  const text = long.replace(
    /\{\{(?:(\w+):)?(pool|client):(\w+)\}\}/g,
    (whole, form = '', kind: string, name: string) => {
      const found = kind === 'pool' ? findPool(world, name) : findClient(world, name)
      const formed = form === '' ? (id: string) => id : Object.hasOwn(idForms, form) ? idForms[form] : undefined
      if (found === undefined || formed === undefined) missing.push(whole)
      return found === undefined || formed === undefined ? whole : JSON.stringify(formed(found.id)).slice(1, -1)
    }
  )
  if (missing.length > 0) return undefined
  return {
    method: step.method ?? 'POST',
    path: '/',
    headers: step.headers ?? { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${OPERATION}` },
    body: step.base64 ? fromBase64(text) : text
  }
}
