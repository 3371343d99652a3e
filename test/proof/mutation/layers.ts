/**
 * What is mutated, which tests have to notice it, and how much of it.
 */
export interface Layer {
  /** Also what its results are kept under. */
  readonly folder: string
  /** Folders and files of tests. */
  readonly tests: ReadonlyArray<string>
  /** Per cent of the mutants. */
  readonly goal: number
}

export const layers: ReadonlyArray<Layer> = [
  { folder: 'src/contract', tests: ['test/contract'], goal: 97 },
  { folder: 'src/protocol', tests: ['test/protocol'], goal: 97 },
  { folder: 'src/adapters', tests: ['test/adapters'], goal: 90 },
  { folder: 'src/reference', tests: ['test/reference'], goal: 90 },
  { folder: 'src/clauses', tests: ['test/clauses'], goal: 90 },
  { folder: 'src/laws', tests: ['test/laws'], goal: 90 },
  { folder: 'src/suite/shared', tests: ['test/suite/shared'], goal: 90 },
  { folder: 'src/suite/server', tests: ['test/suite/server'], goal: 90 },
  { folder: 'src/suite/client', tests: ['test/suite/client'], goal: 90 },
  { folder: 'src/suite/validator', tests: ['test/suite/validator'], goal: 90 }
]

/** The layer of a file or folder, and all layers inside a folder. */
export const layersOf = (path: string): ReadonlyArray<Layer> =>
  layers.filter(({ folder }) => `${path}/`.startsWith(`${folder}/`) || folder.startsWith(`${path}/`))
