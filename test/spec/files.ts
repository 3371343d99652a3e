/**
 * What is checked in under spec/, and how to read it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js'

const root = new URL('../../spec/', import.meta.url)

export const readSpec = (name: string): string => readFileSync(new URL(name, root), 'utf8')

export const parseSpec = (name: string): unknown => JSON.parse(readSpec(name)) as unknown

/** Names below spec/ that end like this, in order. */
export const specFiles = (folder: string, ending: string): ReadonlyArray<string> =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}${name}`)

export const schemaFiles: ReadonlyArray<string> = specFiles('', '.schema.json')

/** Complains about everything that could be a slip: unknown keywords, keywords that cannot apply to their type. */
export const strictAjv = (): Ajv2020 =>
  new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true })

/** A validator of a file's schema, or of a definition in it. */
export const validatorOf = (file: string, definition?: string): ValidateFunction => {
  const schema = parseSpec(file) as AnySchemaObject
  return strictAjv().compile(
    definition === undefined ? schema : { $ref: `#/$defs/${definition}`, $defs: schema['$defs'] }
  )
}

/** What a validator says against a value; nothing where it accepts it. */
export const complaints = (validate: ValidateFunction, value: unknown): ReadonlyArray<string> =>
  validate(value) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message ?? e.keyword}`)
