/**
 * A value that shows a clause broken: made short, weighed and put into words.
 */
import { isLeft } from '../../contract/Either.js'
import type { ClauseId } from '../../clauses/index.js'
import { memberIn, independentViolations } from '../../laws/shared/independentCheck.js'
import type { ValidatorAnswer } from '../../laws/validator/Validator.js'
import type { ValidatorLaw } from '../../laws/validator/validatorLaws.js'
import type { Counterexample } from '../shared/Report.js'
import type { Weight } from '../shared/Tally.js'
import { shortening } from '../server/counterexample/shorten.js'
import { GOOD, MEMBERS, type Subject } from './subjects.js'
import { encodeValidatorReplay } from './validatorReplay.js'

export interface Failure {
  readonly law: ValidatorLaw
  readonly subject: Subject
  readonly value: unknown
  readonly answer: ValidatorAnswer
}

const jsonOf = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return 'a value that JSON cannot hold'
  }
}

export const weigh = ({ value }: Failure): Weight => ({
  faults: independentViolations(value).length,
  text: jsonOf(value)
})

/** Makes the ids of a failure as short as they can be, and then as plain. */
export const minimise = async (
  found: Failure,
  fails: (value: unknown) => Promise<ValidatorAnswer | 'no'>
): Promise<Failure> => {
  let smallest = found
  for (const member of MEMBERS) {
    const text = memberIn(smallest.value, member)
    if (typeof text !== 'string' || text === GOOD[member]) continue
    const tryText = async (other: string): Promise<boolean> => {
      const value = { ...Object(smallest.value), [member]: other }
      const answer = await fails(value)
      if (answer !== 'no') smallest = { ...smallest, value, answer }
      return answer !== 'no'
    }
    const search = shortening(text)
    let next = search.next()
    while (!next.done) next = search.next(await tryText(next.value))
    const shortest = [...next.value]
    for (const at of shortest.keys()) {
      const plainer = shortest.map((c, i) => (i === at ? 'a' : c))
      if (shortest[at] !== 'a' && (await tryText(plainer.join('')))) shortest[at] = 'a'
    }
  }
  return smallest
}

export const describeFailure = ({ law, subject, value, answer }: Failure, timeoutMs: number): Counterexample => {
  const shown = subject.shown === 'request' ? value : memberIn(value, subject.shown)
  const length = typeof shown === 'string' ? [...shown].length : jsonOf(shown).length
  const isRefused = answer !== undefined && isLeft(answer)
  const said = isRefused && answer.left.message !== undefined ? `, saying ${JSON.stringify(answer.left.message)}` : ''
  const replay = encodeValidatorReplay({ clause: law.clause, shown: subject.shown, value })
  const isGood = law.clause.endsWith('.accepted') || independentViolations(value).length === 0
  const about = `${subject.shown} of ${length} ${length === 1 ? 'character' : 'characters'}`
  const received =
    answer === undefined
      ? `did not answer within ${timeoutMs} ms for a value of length ${length}; the usual cause is a regular expression that backtracks`
      : isRefused
        ? `refused${said}`
        : 'accepted'
  const words: Partial<Record<ClauseId, string>> = {
    'validator.total': 'an answer',
    'validator.agrees': 'the same answer from ClientId, UserPoolId and request',
    'error.invalidParameter.wording': "a refusal in Cognito's words",
    'validator.allViolations': `a refusal that names ${independentViolations(value).length} violations`
  }
  return {
    probe: `examples and generated values (${about})`,
    expected: words[law.clause] ?? (isGood ? 'accepted' : 'refused'),
    received,
    value: jsonOf(shown),
    ...(replay === undefined ? {} : { replay })
  }
}
