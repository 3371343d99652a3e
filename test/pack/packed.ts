/**
 * The package as a tarball, and installed from it as a consumer installs it: into an empty project, from a registry.
 */
import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Manifest {
  readonly name: string
  readonly version: string
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest

/** The subpaths that are modules, as a consumer imports them. */
export const specifiers: ReadonlyArray<string> = Object.entries(manifest.exports).flatMap(([path, target]) =>
  typeof target === 'string' ? [] : [`${manifest.name}${path.slice(1)}`]
)

export interface Tarball {
  readonly file: string
  /** Bytes of its files, unpacked. */
  readonly unpackedSize: number
  readonly files: ReadonlyArray<string>
}

/** Packs what is built. */
export const pack = (folder: string): Tarball => {
  const printed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const [packed] = JSON.parse(printed) as ReadonlyArray<{
    readonly unpackedSize: number
    readonly files: ReadonlyArray<{ readonly path: string }>
  }>
  return {
    file: join(folder, `${manifest.name}-${manifest.version}.tgz`),
    unpackedSize: packed?.unpackedSize ?? NaN,
    files: packed?.files.map(({ path }) => path) ?? []
  }
}

export interface Installed {
  /** Everything that npm printed. */
  readonly printed: string
  /** `false` where the registry cannot be reached and the cache does not have what is needed. */
  readonly reached: boolean
}

/** An error of npm that says something about the network rather than about the package. */
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENOTCACHED|ERR_SOCKET_TIMEOUT|EHOSTUNREACH/

/** `npm install` in the folder. Any failure but an unreachable registry is thrown. */
export const npmInstall = (folder: string, args: ReadonlyArray<string>): Promise<Installed> =>
  new Promise((resolve, reject) => {
    const options = ['--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries=0', '--fetch-timeout=20000']
    execFile('npm', ['install', ...options, ...args], { cwd: folder, maxBuffer: 1e7 }, (error, stdout, stderr) => {
      const printed = stdout + stderr
      if (error === null) resolve({ printed, reached: true })
      else if (OFFLINE.test(printed)) resolve({ printed, reached: false })
      else reject(new Error(`npm install failed: ${printed}`))
    })
  })

/** An empty project in a folder of its own. */
export const emptyProject = (): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'cognito-secrets-contract-'))
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true }\n')
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
