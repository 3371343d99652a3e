/**
 * A body as it arrives: copied into one buffer that grows, so that a body in many small chunks costs no more than in one.
 */
export interface BodyBuffer {
  /** Adds a chunk, or what fits of it. Whether all of it did. The chunk must not be changed afterwards. */
  readonly push: (chunk: Uint8Array) => boolean
  /** What has arrived. */
  readonly bytes: () => Uint8Array
}

/** Takes at most `limit` bytes. */
export const bodyBuffer = (limit: number): BodyBuffer => {
  let buffer: Uint8Array = new Uint8Array(0)
  let size = 0
  return {
    push: (chunk) => {
      const part = chunk.length <= limit - size ? chunk : chunk.subarray(0, limit - size)
      const needed = size + part.length
      if (size === 0) {
        // most bodies come in one chunk, which is kept as it is
        buffer = part
      } else {
        if (needed > buffer.length) {
          const larger = Buffer.allocUnsafe(Math.min(limit, Math.max(needed, 2 * buffer.length)))
          larger.set(buffer.subarray(0, size))
          buffer = larger
        }
        buffer.set(part, size)
      }
      size = needed
      return part.length === chunk.length
    },
    bytes: () => (size === buffer.length ? buffer : buffer.subarray(0, size))
  }
}
