/**
 * The pages that are documentation, and the repository that they speak of.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Relative to the root, `/` between folders. */
export const pages: ReadonlyArray<string> = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
].sort()

/** Where a link of a page points, relative to the root. */
export const resolveLink = (page: string, target: string): string => join(dirname(page), target)

export const exists = (path: string): boolean => existsSync(join(ROOT, path))

interface PackageJson {
  readonly version: string
  readonly scripts: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

export const packageJson = JSON.parse(read('package.json')) as PackageJson
