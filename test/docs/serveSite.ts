/**
 * The files of the site as an HTTP server answers them.
 */
import { readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml'
}

const pathOf = (root: string, url: string): string =>
  join(root, decodeURIComponent(new URL(url, 'http://localhost').pathname))

/** In bytes; `undefined` where there is no such file. */
export const sizeOf = (root: string, url: string): number | undefined => {
  const stats = statSync(pathOf(root, url), { throwIfNoEntry: false })
  return stats?.isFile() ? stats.size : undefined
}

export const fileOf = (
  root: string,
  url: string
): {
  readonly status: number
  readonly type: string
  readonly body: Buffer | string
} => {
  if (url === '/favicon.ico') return { status: 204, type: 'image/x-icon', body: '' }
  if (sizeOf(root, url) === undefined) return { status: 404, type: 'text/plain', body: 'no such file' }
  return {
    status: 200,
    type: TYPES[extname(pathOf(root, url))] ?? 'text/plain; charset=utf-8',
    body: readFileSync(pathOf(root, url))
  }
}
