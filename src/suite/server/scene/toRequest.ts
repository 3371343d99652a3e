/**
 * From a List step to its HTTP request: names become the ids that the target gave.
 */
import { idForms } from '../../../generators/idForms.js'
import { illFormedForms } from '../../../generators/illFormedForms.js'
import { inEscapes } from '../../../generators/inEscapes.js'
import type { ListStep } from '../../../generators/TestCase.js'
import { findClient, findPool, type World } from '../../../laws/server/World.js'
import { CONTENT_TYPE, type HttpRequest, OPERATION, TARGET_PREFIX } from '../../../protocol/index.js'
import { secretId } from './secretCalls.js'

const forms = { ...idForms, ...illFormedForms }

/** A text in an encoding of more than one byte a character; only its basic characters are kept. */
const widen = (text: string, encoding: NonNullable<ListStep['encoding']>): Uint8Array => {
  const width = encoding === 'utf-32le' ? 4 : 2
  const bytes = new Uint8Array(text.length * width)
  for (let i = 0; i < text.length; i++) {
    const [low, high] = [text.charCodeAt(i) & 0xff, text.charCodeAt(i) >> 8]
    bytes.set(encoding === 'utf-16be' ? [high, low] : [low, high], i * width)
  }
  return bytes
}

/** The HTTP request of a List step, unsigned; `undefined` if it names something that this world does not have. */
export const toRequest = (step: ListStep, world: World): HttpRequest | undefined => {
  const missing: Array<string> = []
  const long = step.body.replace(/\{\{repeat:(\d{1,7}):([^}]*)\}\}/g, (_, n: string, part: string) =>
    part.repeat(Number(n))
  )
  const encodeId = (whole: string, id: string | undefined): string => {
    if (id === undefined) missing.push(whole)
    return id === undefined ? whole : JSON.stringify(id).slice(1, -1)
  }
  const withSecrets = long.replace(/\{\{secret:(\w+):(\d)\}\}/g, (whole, name: string, position: string) =>
    encodeId(whole, secretId(world, name, Number(position)))
  )
  const text = withSecrets.replace(
    /\{\{(?:(\w+):)?(pool|client):(\w+)\}\}/g,
    (whole, form = '', kind: string, name: string) => {
      const found = kind === 'pool' ? findPool(world, name) : findClient(world, name)
      if (form === 'name') return encodeId(whole, found?.calledAs)
      if (form === 'escaped') return found === undefined ? encodeId(whole, undefined) : inEscapes(found.id)
      const formed = form === '' ? (id: string) => id : Object.hasOwn(forms, form) ? forms[form] : undefined
      return encodeId(whole, found && formed?.(found.id))
    }
  )
  if (missing.length > 0) return undefined
  return {
    method: step.method ?? 'POST',
    path: '/',
    headers: step.headers ?? { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${OPERATION}` },
    body: step.base64 ? Uint8Array.from(Buffer.from(text, 'base64')) : step.encoding ? widen(text, step.encoding) : text
  }
}
