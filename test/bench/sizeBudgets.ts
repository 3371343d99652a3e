/**
 * How large the package wants to be: lines of source by layer, comments included, and bundles in bytes after gzip.
 */
import type { Imports } from './bundle.js'

export interface LineBudget {
  readonly folders: ReadonlyArray<string>
  readonly goal?: number
}

export interface BundleBudget {
  readonly imports: Imports
  readonly goal?: number
}

export const lineBudgets: ReadonlyArray<LineBudget> = [
  { folders: ['contract'], goal: 750 },
  { folders: ['protocol'], goal: 500 },
  { folders: ['adapters'] },
  { folders: ['reference'] },
  { folders: ['laws', 'clauses', 'generators', 'suite', 'report', 'node'] }
]

const CONTRACT = 'cognito-secrets-contract'
const PROTOCOL = 'cognito-secrets-contract/protocol'

export const validatorBudget = { imports: { [CONTRACT]: ['validateRequest'] }, goal: 3500 }

export const bundleBudgets: ReadonlyArray<BundleBudget> = [
  validatorBudget,
  { imports: { [PROTOCOL]: ['buildRequest', 'decodeResponse', 'fold'] }, goal: 5500 },
  { imports: { [CONTRACT]: ['ClientId', 'UserPoolId'] } },
  { imports: { [CONTRACT]: ['redactSecrets'], [PROTOCOL]: ['decodeRequest', 'encodeResponse'] } }
]
