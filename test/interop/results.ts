/**
 * What was measured, one JSON file for each subject, so that judging one again leaves the others as they are. The pages
 * are printed from these files.
 */
import { mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../src/conformance.js'
import type { Confirmed } from './confirm.js'
import { ROOT } from './install.js'

export type Group = 'servers' | 'clients' | 'validators'

export interface Judged {
  readonly group: Group
  readonly name: string
  readonly version: string
  readonly kind: string
  /** The day of the run, as YYYY-MM-DD in UTC, and the version of the suite. */
  readonly date: string
  readonly suite: string
  readonly report: Report
  readonly confirmed?: Confirmed
}

const DIRECTORY = join(import.meta.dirname, 'results')

/** A name that fits a file and a link. */
export const slug = ({ name, version }: Pick<Judged, 'name' | 'version'>): string =>
  `${name}-${version}`.replace(/^@/, '').replace(/[^\w.]+/g, '-')

export const writeResult = (judged: Judged): void => {
  const directory = join(DIRECTORY, judged.group)
  mkdirSync(directory, { recursive: true })
  // what a client prints as it ends names the folder that it lies in
  const text = JSON.stringify(judged, undefined, 1)
    .replaceAll(realpathSync(ROOT), '.interop')
    .replaceAll(ROOT, '.interop')
  writeFileSync(join(directory, `${slug(judged)}.json`), `${text}\n`)
}

/** In the order of their file names. */
export const readResults = (group: Group): ReadonlyArray<Judged> =>
  readdirSync(join(DIRECTORY, group))
    .sort()
    // this program wrote them
    .map((file) => JSON.parse(readFileSync(join(DIRECTORY, group, file), 'utf8')) as Judged)
