import { expect, it } from 'vitest'
import { encodedForms } from '../../../src/laws/shared/encodedForms.js'

it('a secret is written in every form, and one that is not ASCII in none', () => {
  const forms = new Set(encodedForms('0123456789abcdefghijklmn').map(([form]) => form))
  expect([...forms].sort()).toEqual(['a cipher', 'a number', 'base32', 'base85', 'reversed', 'uuencode'])
  expect(encodedForms(`${'a'.repeat(24)}é`)).toEqual([])
  expect(encodedForms('')).toEqual([])
})
