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
  readonly goal: number
  /** The packages in the bundle; ours is `.`. */
  readonly packages: ReadonlyArray<string>
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

/** Functions that check use no codec, so io-ts is not in their bundles; a codec brings it along. */
export const bundleBudgets: ReadonlyArray<BundleBudget> = [
  { imports: { [CONTRACT]: ['validateRequest'] }, goal: 3500, packages: ['.'] },
  { imports: { [PROTOCOL]: ['buildRequest', 'decodeResponse', 'fold'] }, goal: 5500, packages: ['.'] },
  { imports: { [CONTRACT]: ['ClientId', 'UserPoolId'] }, goal: 5000, packages: ['.', 'fp-ts', 'io-ts'] },
  {
    imports: { [CONTRACT]: ['redactSecrets'], [PROTOCOL]: ['decodeRequest', 'encodeResponse'] },
    goal: 5500,
    packages: ['.']
  }
]
