/**
 * JSON Schema, as far as the contract needs it, in three dialects that disagree about null.
 */
export type Dialect = 'draft-2020-12' | 'draft-07' | 'openapi-3.0'

export type JsonSchema = { readonly [keyword: string]: unknown }

export const isDialect = (target: string): target is Dialect =>
  target === 'draft-2020-12' || target === 'draft-07' || target === 'openapi-3.0'

/** The same, or null. */
export const nullable = (schema: JsonSchema, dialect: Dialect): JsonSchema =>
  dialect === 'openapi-3.0' ? { ...schema, nullable: true } : { ...schema, type: [schema['type'], 'null'] }

/** Null and nothing else. */
export const onlyNull = (dialect: Dialect): JsonSchema =>
  dialect === 'openapi-3.0' ? { type: 'string', nullable: true, enum: [null] } : { type: 'null' }
