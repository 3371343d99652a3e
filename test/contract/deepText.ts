/**
 * Everything that a value says to whoever looks closely: keys, hidden members, causes, entries, bytes, symbols.
 */
import { emptyLeakIndex, type LeakIndex, plant } from '../../src/laws/shared/LeakIndex.js'
import { findLeaks } from '../../src/laws/shared/Leaks.js'

const attempt = (f: () => unknown): unknown => {
  try {
    return f()
  } catch {
    return undefined
  }
}

export const deepText = (value: unknown): string => {
  const seen = new Set<unknown>()
  const texts: Array<string> = []
  const queue: Array<unknown> = [value]
  for (let u = queue.pop(); u !== undefined || queue.length > 0; u = queue.pop()) {
    if (typeof u === 'function') continue
    if (typeof u !== 'object' || u === null) {
      texts.push(String(u))
      continue
    }
    if (seen.has(u)) continue
    seen.add(u)
    if (u instanceof Uint8Array) texts.push(Array.from(u, (byte) => String.fromCharCode(byte)).join(''))
    else if (u instanceof Map || u instanceof Set) queue.push(...[...u].flat())
    if (ArrayBuffer.isView(u)) continue
    const text = attempt(() => String.prototype.valueOf.call(u))
    if (typeof text === 'string') texts.push(text)
    for (const key of Reflect.ownKeys(u))
      queue.push(
        key,
        attempt(() => Reflect.get(u, key) as unknown)
      )
  }
  return texts.join('\n')
}

const indexOf = new Map<string, LeakIndex>()

/** Whether a secret, or any run of 12 characters of it, can be read anywhere in `value`, plain or encoded. */
export const givesAway = (value: unknown, secret: string): boolean => {
  const index = indexOf.get(secret) ?? emptyLeakIndex()
  if (!indexOf.has(secret)) plant(index, secret)
  indexOf.set(secret, index)
  return findLeaks(index, { status: 200, headers: {}, body: deepText(value) }).length > 0
}
