import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ListUserPoolClientSecretsRequest, validateRequest } from '../../../src/index.js'
import { clause } from '../../../src/clauses/index.js'
import { idExamples } from '../../../src/generators/probes/idExamples.js'
import { ask, type Validator } from '../../../src/laws/validator/Validator.js'
import { agreesWith, type ValidatorLaw, validatorLaws } from '../../../src/laws/validator/validatorLaws.js'
import { brokenValidators, goodValidators, mute } from './brokenValidators.js'
import { title } from '../title.js'
import { validatorValue } from '../../../src/generators/validatorValue.js'

const faces = [
  (u: unknown) => ListUserPoolClientSecretsRequest.is(u),
  (u: unknown) => ListUserPoolClientSecretsRequest['~standard'].validate(u).issues === undefined
]

const holds = ({ control, holds }: ValidatorLaw, validate: Validator, value: unknown): boolean =>
  holds(ask(validate, value), value, control && ask(validate, control(value)))

const laws: ReadonlyArray<ValidatorLaw> = [...validatorLaws, agreesWith(faces)]

/** The systematic search around both ids. */
const examples: Array<[unknown]> = [
  ...idExamples.ClientId.map((ClientId): [unknown] => [{ ClientId, UserPoolId: 'us-east-1_Example12' }]),
  ...idExamples.UserPoolId.map((UserPoolId): [unknown] => [{ ClientId: 'a', UserPoolId }])
]

const guardWithoutLengths = (u: unknown): boolean => {
  const { ClientId, UserPoolId } = Object(u) as Record<string, unknown>
  return isMatch(/^[\w+]+$/, ClientId) && isMatch(/^[\w-]+_[0-9a-zA-Z]+$/, UserPoolId)
}

const isMatch = (pattern: RegExp, u: unknown): boolean => typeof u === 'string' && pattern.test(u)

/** A failure of a law, if there is one to be found. */
const failure = (law: ValidatorLaw, validate: Validator, numRuns: number): fc.RunDetails<[unknown]> =>
  fc.check(
    fc.property(validatorValue(), (value) => !law.applies(value) || holds(law, validate, value)),
    { numRuns: numRuns + examples.length, examples }
  )

/** Drawn once, and only where a test asks. */
let drawn: ReadonlyArray<unknown> | undefined
const samples = (): ReadonlyArray<unknown> => (drawn ??= fc.sample(validatorValue(), { seed: 1, numRuns: 1500 }))

describe('the laws of validators', () => {
  it.each(laws.map((law) => [title(law.clause), law] as const))('%s', (_, law) => {
    const { failed, counterexample } = failure(law, validateRequest, 1500)
    expect([failed, counterexample]).toEqual([false, null])
    expect(samples().filter((value) => law.applies(value)).length).toBeGreaterThan(10)
    expect(samples().filter((value) => law.applies(value) && !holds(law, validateRequest, value))).toEqual([])
  })

  it.each(Object.entries(goodValidators))('accept a good validator that is not ours, %s', (_, validate) => {
    expect(validatorLaws.filter((law) => failure(law, validate, 400).failed).map((law) => law.clause)).toEqual([])
  })

  it('ask a validator that says only yes or no for no more than every MUST', () => {
    const failed = validatorLaws.filter((law) => failure(law, mute, 400).failed).map((law) => law.clause)
    expect(failed).toEqual(['error.invalidParameter.wording', 'validator.allViolations'])
    expect(failed.map((id) => clause(id).level)).toEqual(['SHOULD', 'SHOULD'])
  })

  it.each(brokenValidators)('$killedBy kills: $name', ({ subject, killedBy }) => {
    const killers = laws.filter((law) => law.clause === killedBy)
    expect(killers.map((law) => failure(law, subject, 3000).failed)).toEqual([true])
  })

  it('validator.agrees kills: a guard without the length', () => {
    expect(failure(agreesWith([guardWithoutLengths]), validateRequest, 3000).failed).toBe(true)
  })

  it('every law is killed by something', () => {
    const killed = new Set([...brokenValidators.map(({ killedBy }) => killedBy), 'validator.agrees'])
    expect(laws.map((law) => law.clause).filter((id) => !killed.has(id))).toEqual([])
  })
})
