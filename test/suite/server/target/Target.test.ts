/**
 * What counts as an HttpResponse of a target in the same process, which may return anything.
 */
import { expect, test } from 'vitest'
import { isResponse } from '../../../../src/suite/server/target/Target.js'

const good = { status: 200, headers: {}, body: '' }

test.each<unknown>([
  good,
  { ...good, body: Uint8Array.of(1) },
  { ...good, body: Buffer.from('x') },
  { ...good, statusText: 'OK' },
  { ...good, headers: { a: 'b', c: ['d', 'e'], f: undefined } }
])('%j is a response', (value) => {
  expect(isResponse(value)).toBe(true)
})

test.each<unknown>([
  undefined,
  null,
  'HTTP/1.1 200 OK',
  () => good,
  {},
  { ...good, status: '200' },
  { ...good, statusText: 7 },
  { ...good, headers: undefined },
  { ...good, headers: null },
  { ...good, headers: 'a: b' },
  { ...good, headers: { a: 'b', c: 7 } },
  { ...good, headers: { a: ['b', 7] } },
  { ...good, headers: { a: null } },
  { ...good, body: undefined },
  { ...good, body: { ClientSecrets: [] } }
])('%j is none', (value) => {
  expect(isResponse(value)).toBe(false)
})
