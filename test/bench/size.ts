/**
 * What a browser pays for `validateRequest`: bundled with io-ts and fp-ts inside, minified, gzipped.
 */
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

export const LIMIT = 8000

export interface Size {
  readonly minified: number
  readonly gzipped: number
  /** The bytes that each package adds to the minified bundle; ours under `.`. */
  readonly parts: Readonly<Record<string, number>>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const packageOf = (path: string): string => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? '.'

/** The size of a program that imports these names from the built package. */
export const sizeOf = async (names: ReadonlyArray<string>, from = 'cognito-secrets-contract'): Promise<Size> => {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `import { ${names.join(', ')} } from '${from}'; console.log(${names.join(', ')})`,
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

const bundles = [
  { names: ['validateRequest'] },
  { names: ['ClientId', 'UserPoolId'] },
  { names: ['validateRequest', 'redactSecrets', 'ListUserPoolClientSecretsResponse'] },
  { names: ['buildRequest', 'decodeResponse', 'fold'], from: 'cognito-secrets-contract/protocol' }
]

const print = async (): Promise<void> => {
  for (const { names, from } of bundles) {
    const { gzipped, minified, parts } = await sizeOf(names, from)
    const shares = Object.entries(parts).map(([name, bytes]) => `${name === '.' ? 'this package' : name} ${bytes}`)
    console.log(
      `${String(gzipped).padStart(6)} bytes  ${names.join(', ')}  (minified ${minified}: ${shares.join(', ')})`
    )
  }
  const { gzipped } = await sizeOf(['validateRequest'])
  console.log(`validateRequest: ${gzipped} of ${LIMIT} bytes`)
  if (gzipped > LIMIT) process.exitCode = 1
}

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) await print()
