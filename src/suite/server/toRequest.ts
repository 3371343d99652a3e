/**
 * From a List step to its HTTP request: names become the ids that the target gave.
 */
import { idForms } from '../../generators/idForms.js'
import type { ListStep } from '../../generators/TestCase.js'
import { findClient, findPool, type World } from '../../laws/server/World.js'
import { CONTENT_TYPE, type HttpRequest, OPERATION, TARGET_PREFIX } from '../../protocol/index.js'

const fromBase64 = (text: string): Uint8Array => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const bits = [...text.replace(/=+$/, '')].map((c) => alphabet.indexOf(c).toString(2).padStart(6, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2))
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
