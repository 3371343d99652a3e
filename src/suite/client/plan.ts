/**
 * Which calls a run makes, decided by the seed before the first is made.
 */
import * as fc from 'fast-check'
import {
  clientId,
  illegalAnswer,
  nearMissClientId,
  nearMissUserPoolId,
  responseSample,
  userPoolId
} from '../../generators/index.js'
import type { ResponseSample } from '../../laws/client/ResponseSample.js'
import { hash } from '../shared/seeds.js'
import { answerExamples, badIdExamples, calling, type ClientCase, reading } from './ClientCase.js'

/** Where cases come from. */
export interface ClientProbe {
  readonly name: string
  readonly examples: ReadonlyArray<ClientCase>
  readonly arbitrary: fc.Arbitrary<ClientCase>
  /** Generated cases for each of the runs asked for. */
  readonly share: number
}

export interface PlannedCall {
  readonly probe: ClientProbe
  readonly one: ClientCase
  /** Its place among the probe's generated cases, so that fast-check can shrink it; `undefined` for an example. */
  readonly sample: number | undefined
}

/** HTTP has no body for some statuses; a socket cannot carry those cases. */
const isSendable = ({ response: { status } }: ResponseSample): boolean => ![204, 205, 304].includes(status)

const probes: ReadonlyArray<ClientProbe> = [
  {
    name: 'answers',
    examples: answerExamples,
    arbitrary: responseSample().filter(isSendable).map(reading),
    share: 2
  },
  {
    name: 'answers no client may accept',
    examples: [],
    arbitrary: illegalAnswer().filter(isSendable).map(reading),
    share: 1
  },
  {
    name: 'good ids',
    examples: [],
    arbitrary: fc.record({ UserPoolId: userPoolId(), ClientId: clientId() }).map(calling),
    share: 0.25
  },
  {
    name: 'a bad ClientId',
    examples: badIdExamples.ClientId,
    arbitrary: nearMissClientId().map(({ id }) => calling({ ClientId: id })),
    share: 0.125
  },
  {
    name: 'a bad UserPoolId',
    examples: badIdExamples.UserPoolId,
    arbitrary: nearMissUserPoolId().map(({ id }) => calling({ UserPoolId: id })),
    share: 0.125
  },
  {
    name: 'two bad ids',
    examples: [],
    arbitrary: fc
      .tuple(nearMissClientId(), nearMissUserPoolId())
      .map(([client, pool]) => calling({ ClientId: client.id, UserPoolId: pool.id })),
    share: 0.05
  }
]

/** The seed of a probe's own stream. */
export const probeSeed = (seed: number, { name }: ClientProbe): number => hash(`${seed}/${name}`)

/** The cases of all probes, evenly mixed: a run that is cut short has tried as much of each. */
export const planCalls = (seed: number, runs: number): ReadonlyArray<PlannedCall> =>
  probes
    .flatMap((probe) => {
      const numRuns = Math.ceil(runs * probe.share)
      const generated = fc.sample(probe.arbitrary, { seed: probeSeed(seed, probe), numRuns })
      const all: ReadonlyArray<PlannedCall> = [
        ...probe.examples.map((one) => ({ probe, one, sample: undefined })),
        ...generated.map((one, sample) => ({ probe, one, sample }))
      ]
      return all.map((planned, i) => ({ planned, place: i / all.length }))
    })
    .sort((a, b) => a.place - b.place)
    .map(({ planned }) => planned)

/** The one call of a replay. */
export const planReplay = (one: ClientCase): ReadonlyArray<PlannedCall> => [
  { probe: { name: 'replay', examples: [one], arbitrary: fc.constant(one), share: 0 }, one, sample: undefined }
]
