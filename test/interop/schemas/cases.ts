/**
 * Values for the JSON Schemas of spec/, each with what the vectors say about it.
 */
import { vectorFiles } from '../../spec/Vector.js'

export interface SchemaCase {
  readonly schema: 'request.schema.json' | 'response.schema.json'
  readonly name: string
  readonly isValid: boolean
  readonly instance: unknown
}

const GOOD_IDS = { ClientId: '1example23456789', UserPoolId: 'us-east-1_EXAMPLE' }

/** The value of a text, in a list of one; empty for a text that is no JSON. */
const parsed = (text: string | undefined): ReadonlyArray<unknown> => {
  try {
    return [text === '' ? {} : (JSON.parse(text ?? '') as unknown)]
  } catch {
    return []
  }
}

export const schemaCases: ReadonlyArray<SchemaCase> = vectorFiles.flatMap(([name, file]): ReadonlyArray<SchemaCase> => {
  switch (file.kind) {
    case 'ClientId':
    case 'UserPoolId':
      return file.vectors.map(({ id, why, valid }) => ({
        schema: 'request.schema.json',
        name: `${name}: ${why}`,
        isValid: valid,
        instance: { ...GOOD_IDS, [file.kind]: id }
      }))
    case 'request':
      return file.vectors.flatMap(({ body, why, expected }) =>
        expected.outcome === 'unspecified'
          ? []
          : parsed(body).map((instance) => ({
              schema: 'request.schema.json' as const,
              name: `${name}: ${why}`,
              isValid: expected.outcome === 'accepted',
              instance
            }))
      )
    case 'response':
      return file.vectors.flatMap(({ body, why, status, expected }) =>
        status !== 200
          ? []
          : parsed(body).map((instance) => ({
              schema: 'response.schema.json' as const,
              name: `${name}: ${why}`,
              isValid: expected.outcome === 'success',
              instance
            }))
      )
    case 'errorType':
      return []
  }
})
