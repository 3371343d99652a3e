/**
 * What a consumer gets with the package: how many packages, how much on disk, which scripts and warnings.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { emptyProject, npmInstall, pack } from './packed.js'

export interface Footprint {
  /** By name, with the bytes of the files of each. */
  readonly packages: ReadonlyArray<readonly [name: string, bytes: number]>
  readonly packageBytes: number
  readonly installedBytes: number
  /** What the files take up in blocks of the disk. */
  readonly diskBytes: number
  readonly scripts: ReadonlyArray<string>
  readonly printed: string
}

export const LIMITS = { packages: 10, packageBytes: 1_500_000, installedBytes: 14_000_000 } as const

interface Size {
  readonly bytes: number
  readonly disk: number
}

const sizeOf = (folder: string): Size =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce(
      ({ bytes, disk }, stat) => ({
        bytes: bytes + (stat.isFile() ? stat.size : 0),
        disk: disk + stat.blocks * 512
      }),
      { bytes: 0, disk: 0 }
    )

interface Lock {
  readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>
}

/** `undefined` where the registry cannot be reached. */
export const measureFootprint = async (): Promise<Footprint | undefined> => {
  const { folder, remove } = emptyProject()
  try {
    const { file, unpackedSize } = pack(folder)
    const { printed, reached } = await npmInstall(folder, ['--omit=dev', '--foreground-scripts', file])
    if (!reached) return undefined
    const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as Lock
    const installed = Object.entries(lock.packages).filter(([path]) => path !== '')
    const all = sizeOf(join(folder, 'node_modules'))
    return {
      packages: installed.map(([path]) => [path.replace('node_modules/', ''), sizeOf(join(folder, path)).bytes]),
      packageBytes: unpackedSize,
      installedBytes: all.bytes,
      diskBytes: all.disk,
      scripts: installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path),
      printed
    }
  } finally {
    remove()
  }
}
