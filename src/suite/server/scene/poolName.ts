/**
 * The names and tags by which `sweep` knows what a run made: nobody else's pool has them by accident.
 */
import { hash } from '../../shared/seeds.js'

/** A run, as its names tell it. */
export interface RunMark {
  readonly seed: number
  /** In whole seconds since the epoch. */
  readonly startedAt: number
}

/** The key of the tag on every pool that a run makes. Its value is the run's id. */
export const TAG = 'cognito-secrets-contract'

/** When the run began and its seed, in base 36. */
export const runId = ({ seed, startedAt }: RunMark): string => `${startedAt.toString(36)}-${(seed >>> 0).toString(36)}`

const checksum = (id: string): string => (hash(`${TAG}/${id}`) >>> 0).toString(36).padStart(7, '0')

/** What a pool or client is called: by this suite, by the run, by its place in the case. */
export const nameOf = (mark: RunMark, name: string): string => `${TAG}-${runId(mark)}-${checksum(runId(mark))}-${name}`

const NAME = new RegExp(`^${TAG}-([0-9a-z]+)-([0-9a-z]+)-[0-9a-z]{7}-(\\w+)$`)

/** The run that gave a name; `undefined` for every name that no run gives. */
export const readName = (name: string): RunMark | undefined => {
  const [, time = '', seed = '', rest = ''] = NAME.exec(name) ?? []
  const mark = { seed: parseInt(seed, 36) | 0, startedAt: parseInt(time, 36) }
  return Number.isSafeInteger(mark.startedAt) && nameOf(mark, rest) === name ? mark : undefined
}
