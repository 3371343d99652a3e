import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { json } from '../../src/conformance.js'
import { hostileReport } from './hostile.js'

test('parses to the report, letter for letter', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      expect(JSON.stringify(JSON.parse(json(report)))).toBe(JSON.stringify(report))
    })
  )
})
