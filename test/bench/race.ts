/**
 * Speed measured in interleaved rounds. In every round each contestant runs once, for the same time; a ratio is made of
 * two measurements of one round, so that what else the machine did in that second is in both.
 */
export interface Runner {
  readonly name: string
  /** Does its work so many times, and returns something that depends on all of it. */
  readonly run: (times: number) => unknown
}

export interface RaceOptions {
  readonly rounds: number
  /** Milliseconds for each contestant in each round. */
  readonly turnMs: number
}

/** Median, and the quartiles as its spread. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

export interface Standing {
  readonly name: string
  /** Nanoseconds for one piece of work. */
  readonly time: Spread
  /** This contestant's time over that of the first contestant: above 1 the first one is faster. */
  readonly ratio: Spread
}

const quantile = (sorted: ReadonlyArray<number>, q: number): number => {
  const at = (sorted.length - 1) * q
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? Number.NaN
  return below + (above - below) * (at - Math.floor(at))
}

const spreadOf = (values: ReadonlyArray<number>): Spread => {
  const sorted = [...values].sort((a, b) => a - b)
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) }
}

/** Nothing that a runner returns is thrown away unseen, so that the compiler cannot leave its work out. */
let seen: unknown
/** @public It is exported so that `seen` counts as read. */
export const lastSeen = (): unknown => seen

/** Of processor time, which does not pass while another process has the processor. */
const nanoseconds = (run: Runner['run'], times: number): number => {
  const start = process.cpuUsage()
  seen = run(times)
  const { user, system } = process.cpuUsage(start)
  return ((user + system) * 1000) / times
}

/** Until it has run for this long, the compiler may still be at work on it. */
const WARM_UP_MS = 60

/** How often the work fits into a turn. */
const timesFor = (run: Runner['run'], turnMs: number): number => {
  let times = 1
  let took = nanoseconds(run, times)
  let warmed = took
  while (warmed < WARM_UP_MS * 1e6) {
    times = Math.max(1, Math.min(times * 2, took === 0 ? Infinity : Math.round((turnMs * 1e6) / took)))
    took = nanoseconds(run, times)
    warmed += took * times
  }
  return times
}

export const race = (runners: ReadonlyArray<Runner>, { rounds, turnMs }: RaceOptions): ReadonlyArray<Standing> => {
  const times = runners.map(({ run }) => timesFor(run, turnMs))
  const taken = runners.map((): Array<number> => [])
  for (let round = 0; round < rounds; round++) {
    // nobody always follows the same neighbour's garbage
    for (let i = 0; i < runners.length; i++) {
      const turn = (i + round) % runners.length
      const runner = runners[turn]
      if (runner !== undefined) taken[turn]?.push(nanoseconds(runner.run, times[turn] ?? 1))
    }
  }
  return runners.map(({ name }, i) => ({
    name,
    time: spreadOf(taken[i] ?? []),
    ratio: spreadOf((taken[i] ?? []).map((time, round) => time / (taken[0]?.[round] ?? Number.NaN)))
  }))
}

/** A runner over values in turn. */
export const overValues = <A>(name: string, values: ReadonlyArray<A>, work: (value: A) => unknown): Runner => ({
  name,
  run: (times) => {
    let truthy = 0
    for (let i = 0; i < times; i++) {
      const value = values[i % values.length]
      if (value !== undefined && work(value)) truthy++
    }
    return truthy
  }
})
