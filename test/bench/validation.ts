/**
 * Validation, side by side with what people would pick instead.
 */
import { contestants, type Contestant, GUARD } from './contestants.js'
import { AJV, IO_TS, TYPEBOX, VALIBOT, ZOD } from './contestants.js'
import { inputs } from './inputs.js'
import { overValues, type Runner } from './race.js'

/** How many times as fast as the peer this package wants to be. */
export type Goals = Readonly<Record<string, number>>

export interface Heat {
  readonly title: string
  readonly runners: ReadonlyArray<Runner>
  readonly goals: Goals
}

const goalsOf: Readonly<Record<string, Goals>> = {
  valid: { [GUARD]: 0.8, [IO_TS]: 1.2, [ZOD]: 1.6, [VALIBOT]: 1.9, [AJV]: 1.9 },
  'near miss': { [ZOD]: 5, [VALIBOT]: 1.4, [AJV]: 1, [IO_TS]: 1.5 },
  'both wrong': { [ZOD]: 5, [VALIBOT]: 2, [IO_TS]: 1.5 },
  empty: { [ZOD]: 7, [VALIBOT]: 2, [IO_TS]: 1.5 }
}

const runnersOf = (
  values: ReadonlyArray<unknown>,
  face: (contestant: Contestant) => ((u: unknown) => unknown) | undefined
): ReadonlyArray<Runner> =>
  contestants.flatMap((contestant) => {
    const work = face(contestant)
    return work === undefined ? [] : [overValues(contestant.name, values, work)]
  })

export const validationHeats = (): ReadonlyArray<Heat> => [
  ...inputs.map(({ name, values, isValid }) => ({
    title: isValid ? `${name}: decode` : `${name}: all violations and the message`,
    runners: runnersOf(values, (one) => (isValid ? one.accepts : one.explain)),
    goals: goalsOf[name] ?? {}
  })),
  ...inputs.slice(0, 2).map(({ name, values }) => ({
    title: `${name}: yes or no`,
    runners: runnersOf(values, (one) => one.is),
    goals: { [TYPEBOX]: 1 }
  }))
]
