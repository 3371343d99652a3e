/**
 * The bench compares like with like: every contestant accepts and refuses the same inputs.
 */
import { describe, expect, test } from 'vitest'
import { contestants, inputs } from './contestants.js'

describe.each(contestants)('$name', ({ run }) => {
  test.each(inputs)('$name', ({ value, isValid }) => {
    expect(run(value)).toBe(isValid)
  })
})
