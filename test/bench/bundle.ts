/**
 * What a browser pays for some names of the package: bundled with io-ts and fp-ts inside, minified, gzipped.
 */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** Names by the entry point that exports them. */
export type Imports = Readonly<Record<string, ReadonlyArray<string>>>

export interface Size {
  readonly minified: number
  readonly gzipped: number
  /** The bytes that each package adds to the minified bundle; ours under `.`. */
  readonly parts: Readonly<Record<string, number>>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const packageOf = (path: string): string => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? '.'

/** The size of a program that imports these names from the built package. */
export const bundleSize = async (imports: Imports): Promise<Size> => {
  const statements = Object.entries(imports).map(([from, names]) => `import { ${names.join(', ')} } from '${from}'`)
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `${statements.join('\n')}\nconsole.log(${Object.values(imports).flat().join(', ')})`,
      resolveDir: ROOT
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'error'
  })
  const code = outputFiles[0]?.contents ?? new Uint8Array()
  const parts: Record<string, number> = {}
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      parts[packageOf(path)] = (parts[packageOf(path)] ?? 0) + bytesInOutput
    }
  }
  return { minified: code.length, gzipped: gzipSync(code, { level: 9 }).length, parts }
}
