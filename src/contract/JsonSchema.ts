/**
 * JSON Schema as a view of a shape, in three dialects that disagree about null.
 */
import type { StringConstraints } from './ConstrainedString.js'

export type JsonSchema = { readonly [keyword: string]: unknown }

/** The part of a description that is data. */
export type Shape =
  | { readonly kind: 'string'; readonly constraints: StringConstraints }
  | { readonly kind: 'date' }
  | { readonly kind: 'list'; readonly items: Shape; readonly maxItems: number }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, { readonly shape: Shape }>> }
  | { readonly kind: 'optional'; readonly shape: Shape }
  | { readonly kind: 'absent' }
  | { readonly kind: 'other'; readonly schema: JsonSchema }

/** The last second, either way, that a Date can hold. */
const LAST_SECOND = 8.64e12

/** Anchored, and with `\w` spelled out, which means more than ASCII in some languages. */
const explicit = (pattern: string): string => `^${pattern.replaceAll('\\w', '0-9A-Za-z_')}$`

const ofString = ({ minLength, maxLength, pattern }: StringConstraints): JsonSchema => ({
  type: 'string',
  ...(minLength === 0 ? {} : { minLength }),
  ...(maxLength === Infinity ? {} : { maxLength }),
  // Python's $ also matches before a line feed at the end
  ...(pattern === undefined ? {} : { pattern: explicit(pattern), not: { type: 'string', pattern: '\n' } })
})

/** Of the encoded form (`input`) or of a value in memory (`output`). Throws for an unknown target, and for a Date. */
export const jsonSchemaOf = (shape: Shape, target: string, side: 'input' | 'output'): JsonSchema => {
  if (target !== 'draft-2020-12' && target !== 'draft-07' && target !== 'openapi-3.0') {
    throw new Error(`JSON Schema target ${target} is not supported: use draft-2020-12, draft-07 or openapi-3.0`)
  }
  const isOpenApi = target === 'openapi-3.0'
  const print = (one: Shape): JsonSchema => {
    switch (one.kind) {
      case 'string':
        return ofString(one.constraints)
      case 'date':
        if (side === 'output') throw new Error('A Date has no JSON Schema; ask for the input')
        return { type: 'number', minimum: -LAST_SECOND, maximum: LAST_SECOND }
      case 'list':
        return { type: 'array', maxItems: one.maxItems, items: print(one.items) }
      case 'object': {
        const members = Object.entries(one.members).map(([key, member]) => ({ key, ...member }))
        const required = members.filter(({ shape: { kind } }) => kind !== 'optional' && kind !== 'absent')
        return {
          type: 'object',
          ...(required.length === 0 ? {} : { required: required.map(({ key }) => key) }),
          properties: Object.fromEntries(members.map((member) => [member.key, print(member.shape)]))
        }
      }
      case 'optional': {
        const schema = print(one.shape)
        return isOpenApi ? { ...schema, nullable: true } : { ...schema, type: [schema['type'], 'null'] }
      }
      case 'absent':
        return isOpenApi ? { type: 'string', nullable: true, enum: [null] } : { type: 'null' }
      case 'other':
        return one.schema
    }
  }
  return print(shape)
}
