import { describe, expect, it } from 'vitest'
import { type JsonSchema, jsonSchemaOf, type Shape } from '../../src/contract/JsonSchema.js'
import { Timestamp } from '../../src/index.js'

const TARGETS = ['draft-2020-12', 'draft-07', 'openapi-3.0']

const print = (shape: Shape, target = 'draft-07'): JsonSchema => jsonSchemaOf(shape, target, 'input')

describe('the JSON Schema of a shape', () => {
  it('has no limits where a string has none', () => {
    expect(print({ kind: 'string', constraints: { minLength: 0, maxLength: Infinity } })).toEqual({ type: 'string' })
    expect(print({ kind: 'string', constraints: { minLength: 1, maxLength: 2 } })).toEqual({
      type: 'string',
      minLength: 1,
      maxLength: 2
    })
  })

  it.each(TARGETS)('is as it was given for what is described by a schema of its own, for %s', (target) => {
    expect(print({ kind: 'other', schema: { type: 'boolean' } }, target)).toEqual({ type: 'boolean' })
  })

  it.each(TARGETS)('of a date is that of a number as input, and none as output, for %s', (target) => {
    expect(print({ kind: 'date' }, target)).toMatchObject({ type: 'number' })
    expect(() => jsonSchemaOf({ kind: 'date' }, target, 'output')).toThrow('A Date has no JSON Schema')
  })

  it('of an object names the members that are required, and has no empty list where none is', () => {
    const text: Shape = { kind: 'string', constraints: { minLength: 0, maxLength: Infinity } }
    const optional: Shape = { kind: 'optional', shape: text }
    expect(print({ kind: 'object', members: { a: { shape: text }, b: { shape: optional } } })).toEqual({
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'string' }, b: { type: ['string', 'null'] } }
    })
    expect(print({ kind: 'object', members: { b: { shape: optional } } })).toEqual({
      type: 'object',
      properties: { b: { type: ['string', 'null'] } }
    })
  })

  it('of a codec is that of its encoded form as input, and of its value in memory as output', () => {
    const { jsonSchema } = Timestamp['~standard']
    expect(jsonSchema.input({ target: 'draft-07' })).toMatchObject({ type: 'number' })
    expect(() => jsonSchema.output({ target: 'draft-07' })).toThrow('A Date has no JSON Schema')
  })

  it('is refused for a dialect that is not known', () => {
    expect(() => print({ kind: 'date' }, 'draft-04')).toThrow('draft-04 is not supported')
  })
})
