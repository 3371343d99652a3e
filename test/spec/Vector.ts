/**
 * The files of spec/vectors, as spec/vectors.schema.json describes them.
 */
import { parseSpec, specFiles } from './files.js'

export interface ExpectedViolation {
  readonly path: ReadonlyArray<string | number>
  readonly constraint: string
  readonly limit?: string | number
  readonly phrase?: string
}

export interface IdVector {
  readonly id: string
  readonly valid: boolean
  readonly violations: ReadonlyArray<string>
  readonly why: string
}

interface Named {
  readonly why: string
  readonly clauses: ReadonlyArray<string>
}

interface WithBody extends Named {
  readonly body?: string
  readonly bodyBase64?: string
}

export interface RequestVector extends WithBody {
  readonly expected:
    | { readonly outcome: 'accepted'; readonly request: { readonly ClientId: string; readonly UserPoolId: string } }
    | {
        readonly outcome: 'InvalidParameterException'
        readonly status: number
        readonly violations: ReadonlyArray<ExpectedViolation>
        readonly message: string
      }
    | { readonly outcome: 'SerializationException'; readonly status: number }
    | { readonly outcome: 'unspecified' }
}

export interface ResponseVector extends WithBody {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly secret?: string
  readonly expected:
    | {
        readonly outcome: 'success'
        readonly clientSecrets: ReadonlyArray<{ readonly ClientSecretId?: string; readonly createDateMs?: number }>
      }
    | {
        readonly outcome: 'error'
        readonly name: string | null
        readonly message?: string
        readonly reasonCode?: string
        readonly status?: number
      }
    | { readonly outcome: 'ContractViolation'; readonly violations: ReadonlyArray<ExpectedViolation> }
}

export interface ErrorTypeVector extends Named {
  readonly header?: string
  readonly code?: string | null
  readonly __type?: string | null
  readonly name: string | null
}

export type VectorFile =
  | { readonly kind: 'ClientId' | 'UserPoolId'; readonly vectors: ReadonlyArray<IdVector> }
  | { readonly kind: 'request'; readonly vectors: ReadonlyArray<RequestVector> }
  | { readonly kind: 'response'; readonly vectors: ReadonlyArray<ResponseVector> }
  | { readonly kind: 'errorType'; readonly vectors: ReadonlyArray<ErrorTypeVector> }

export const vectorFiles: ReadonlyArray<readonly [name: string, file: VectorFile]> = specFiles('vectors/', '.json').map(
  (name) => [name, parseSpec(name) as VectorFile]
)

export const bodyOf = ({ body, bodyBase64 }: WithBody): Uint8Array | string =>
  bodyBase64 === undefined ? (body ?? '') : Uint8Array.from(Buffer.from(bodyBase64, 'base64'))
