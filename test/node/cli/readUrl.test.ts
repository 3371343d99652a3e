/**
 * URLs as people write them.
 */
import { expect, test } from 'vitest'
import { readUrl } from '../../../src/node/cli/readUrl.js'

test.each([
  ['http://127.0.0.1:9229', 'http://127.0.0.1:9229/'],
  ['localhost:9229', 'http://localhost:9229/'],
  ['LOCALHOST:9229/base?x=1', 'http://localhost:9229/base?x=1'],
  ['127.0.0.1:9229', 'http://127.0.0.1:9229/'],
  ['[::1]:9229', 'http://[::1]:9229/'],
  ['my-server.internal:80?x', 'http://my-server.internal/?x'],
  ['https://example.org/base', 'https://example.org/base']
])('%s is %s', (text, url) => {
  expect(String(readUrl(text))).toBe(url)
})

test.each(['localhost', 'ftp://127.0.0.1', 'verify', 'localhost:port', 'http://', 'mailto:me', '127.0.0.1:99999'])(
  '%s is no URL',
  (text) => {
    expect(readUrl(text)).toBe('expected a URL such as http://127.0.0.1:9229')
  }
)

test.each(['http://a:b@127.0.0.1', 'https://a@127.0.0.1'])('%s has a user, who is refused', (text) => {
  expect(readUrl(text)).toMatch(/is not used: requests are signed instead$/)
})
