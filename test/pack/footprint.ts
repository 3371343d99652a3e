/**
 * `npm run footprint`: prints what a consumer gets with the package, and exits with 1 where that is more than the limits.
 */
import { LIMITS, measureFootprint } from './measureFootprint.js'

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`

const footprint = await measureFootprint()
if (footprint === undefined) {
  console.log('skipped: the registry cannot be reached')
} else {
  const { packages, packageBytes, installedBytes, diskBytes, scripts, printed } = footprint
  for (const [name, bytes] of packages) console.log(`${name.padEnd(28)} ${megabytes(bytes).padStart(9)}`)
  console.log(`
packages           ${packages.length} (at most ${LIMITS.packages})
the package        ${megabytes(packageBytes)} unpacked (less than ${megabytes(LIMITS.packageBytes)})
node_modules       ${megabytes(installedBytes)}, ${megabytes(diskBytes)} on disk (at most ${megabytes(LIMITS.installedBytes)})
install scripts    ${scripts.length === 0 ? 'none' : scripts.join(', ')}
npm printed        ${printed.trim()}`)
  const fits =
    packages.length <= LIMITS.packages &&
    packageBytes < LIMITS.packageBytes &&
    diskBytes <= LIMITS.installedBytes &&
    scripts.length === 0
  process.exitCode = fits ? 0 : 1
}
