/**
 * The licences of installed packages, out of package-lock.json.
 */

interface Locked {
  readonly version?: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export interface LockFile {
  /** By place, such as `node_modules/a/node_modules/b`; the package itself is at ''. */
  readonly packages: Readonly<Record<string, Locked>>
}

export interface Licensed {
  readonly place: string
  readonly version: string
  readonly licence: string
}

/** Where a package that stands at `from` finds another: beside it, or beside one that it stands in. */
const resolve = ({ packages }: LockFile, from: string, name: string): string | undefined => {
  for (let within = from; ; within = within.slice(0, Math.max(0, within.lastIndexOf('/node_modules/')))) {
    const place = within === '' ? `node_modules/${name}` : `${within}/node_modules/${name}`
    if (packages[place] !== undefined) return place
    if (within === '') return undefined
  }
}

const licensed = ({ packages }: LockFile, place: string): Licensed => ({
  place: place.replace(/^node_modules\//, ''),
  version: packages[place]?.version ?? '',
  licence: packages[place]?.license ?? 'none stated'
})

/** What somebody gets who installs the package: its dependencies, its peers, and theirs. */
export const consumerLicences = (lock: LockFile): ReadonlyArray<Licensed> => {
  const seen = new Set<string>()
  const visit = (from: string): void => {
    const { dependencies, peerDependencies } = lock.packages[from] ?? {}
    for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
      const place = resolve(lock, from, name)
      if (place === undefined || seen.has(place)) continue
      seen.add(place)
      visit(place)
    }
  }
  visit('')
  return [...seen].sort().map((place) => licensed(lock, place))
}

/** How many of all packages have which licence, the most frequent first. */
export const countLicences = (lock: LockFile): ReadonlyArray<readonly [licence: string, count: number]> => {
  const counts = new Map<string, number>()
  for (const place of Object.keys(lock.packages)) {
    const { licence } = licensed(lock, place)
    if (place !== '') counts.set(licence, (counts.get(licence) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)
}
