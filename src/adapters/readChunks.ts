/**
 * A body that arrives in pieces, as one array of bytes. One buffer grows by doubling, so a body of single-byte chunks
 * costs no more memory than a body of one chunk.
 */

/** `undefined` where there are more than `maxBytes` bytes; nothing beyond the chunk that showed it is read. */
export const readChunks = async (
  chunks: AsyncIterable<Uint8Array | string>,
  maxBytes: number
): Promise<Uint8Array | undefined> => {
  let buffer = new Uint8Array(1024)
  let size = 0
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    if (size + bytes.length > maxBytes) return undefined
    if (size + bytes.length > buffer.length) {
      const larger = new Uint8Array(Math.max(buffer.length * 2, size + bytes.length))
      larger.set(buffer.subarray(0, size))
      buffer = larger
    }
    buffer.set(bytes, size)
    size += bytes.length
  }
  return buffer.subarray(0, size)
}
