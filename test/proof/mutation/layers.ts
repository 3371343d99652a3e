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

/** Those of whole runs are left out: they take longer than a mutant is given. */
const runTests = [
  'Failure',
  'guardProgress',
  'plan',
  'results',
  'run',
  'ServerTally',
  'sweep',
  'symptomOf',
  'timeLimits',
  'verify'
].map((name) => `test/suite/server/${name}.test.ts`)

/** Without the properties of whole formats and whole runs, which take a second for each survivor. */
const reportTests = ['whole', 'details', 'sectionsOf', 'wrap', 'github', 'htmlStyle', 'json', 'markdown', 'laws'].map(
  (name) => `test/report/${name}.test.ts`
)

const probeTests = ['examples', 'calls', 'drawn'].map((name) => `test/generators/${name}.test.ts`)

/** Samples are drawn in a moment, shrink trees and whole runs of probes are not. */
const generatorTests = ['examples', 'calls', 'drawn', 'writing', 'nearlyJson', 'arbitraries', 'kinds'].map(
  (name) => `test/generators/${name}.test.ts`
)

export const layers: ReadonlyArray<Layer> = [
  { folder: 'src/contract', tests: ['test/contract'], goal: 97 },
  { folder: 'src/protocol', tests: ['test/protocol'], goal: 97 },
  { folder: 'src/adapters', tests: ['test/adapters'], goal: 90 },
  { folder: 'src/reference', tests: ['test/reference'], goal: 90 },
  { folder: 'src/clauses', tests: ['test/clauses'], goal: 90 },
  { folder: 'src/laws/server', tests: ['test/laws/server'], goal: 90 },
  { folder: 'src/laws/client', tests: ['test/laws/client'], goal: 90 },
  { folder: 'src/laws/validator', tests: ['test/laws/validator'], goal: 90 },
  { folder: 'src/laws/shared', tests: ['test/laws/shared'], goal: 90 },
  { folder: 'src/suite/shared', tests: ['test/suite/shared'], goal: 90 },
  { folder: 'src/suite/server/target', tests: ['test/suite/server/target'], goal: 90 },
  { folder: 'src/suite/server/scene', tests: ['test/suite/server/scene'], goal: 90 },
  { folder: 'src/suite/server/counterexample', tests: ['test/suite/server/counterexample'], goal: 90 },
  { folder: 'src/suite/server', tests: runTests, goal: 90 },
  { folder: 'src/suite/client', tests: ['test/suite/client'], goal: 90 },
  { folder: 'src/suite/validator', tests: ['test/suite/validator'], goal: 90 },
  { folder: 'src/report', tests: reportTests, goal: 90 },
  { folder: 'src/generators/probes', tests: probeTests, goal: 90 },
  { folder: 'src/generators', tests: generatorTests, goal: 90 },
  { folder: 'src/node/aws', tests: ['test/node/aws'], goal: 90 }
]

const isIn = (path: string, folder: string): boolean => `${path}/`.startsWith(`${folder}/`)

/** The layers inside a layer, which are not part of it. */
export const layersInside = ({ folder }: Layer): ReadonlyArray<Layer> =>
  layers.filter((other) => other.folder !== folder && isIn(other.folder, folder))

/** The innermost layer of a file or folder, and all layers inside a folder. */
export const layersOf = (path: string): ReadonlyArray<Layer> =>
  layers.filter(
    (layer) =>
      isIn(layer.folder, path) ||
      (isIn(path, layer.folder) && !layersInside(layer).some(({ folder }) => isIn(path, folder)))
  )
