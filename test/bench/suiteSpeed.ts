/**
 * How long the suite takes against the embedded reference, which shows what the suite itself costs.
 */
import { verify } from 'cognito-secrets-contract/conformance'
import { inMemory } from 'cognito-secrets-contract/reference'

export interface SuiteRun {
  readonly runs: number
  readonly requests: number
  readonly durationMs: number
  readonly verdict: string
}

export const measureSuite = async (runs: number): Promise<SuiteRun> => {
  const { requests, durationMs, verdict } = await verify(inMemory({ now: () => new Date(), seed: 1 }), {
    seed: 1,
    runs
  })
  return { runs, requests, durationMs, verdict }
}
