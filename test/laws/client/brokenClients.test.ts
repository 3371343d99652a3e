import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentedErrorAnswers, responseSample } from '../../../src/generators/index.js'
import { type ResponseSample } from '../../../src/laws/client/ResponseSample.js'
import { type CallerLaw, callerLaws } from '../../../src/laws/client/callerLaws.js'
import { type ClientLaw, clientLaws } from '../../../src/laws/client/clientLaws.js'
import { buildRequest, decodeResponse, type HttpRequest } from '../../../src/protocol/index.js'
import { brokenCallers, type Caller } from './brokenCallers.js'
import { brokenErrorReaders } from './brokenErrorReaders.js'
import { brokenListReaders } from './brokenListReaders.js'
import { type Client, outcomeOf } from './outcomeOf.js'
import { title } from '../title.js'
import { validatorValue } from '../../../src/generators/validatorValue.js'

const examples = documentedErrorAnswers.map((answer): [ResponseSample] => [answer])

const failure = (law: ClientLaw, client: Client, numRuns: number): fc.RunDetails<[ResponseSample]> =>
  fc.check(
    fc.property(
      responseSample(),
      (answer) => !law.applies(answer) || law.holds(outcomeOf(client, answer.response), answer)
    ),
    { numRuns: numRuns + examples.length, examples }
  )

const requestOf = (call: Caller, input: unknown): HttpRequest | undefined => {
  const sent = call(input)
  return sent._tag === 'Left' ? undefined : sent.right
}

const callerFailure = (law: CallerLaw, call: Caller, numRuns: number): fc.RunDetails<[unknown]> =>
  fc.check(
    fc.property(validatorValue(), (input) => !law.applies(input) || law.holds(requestOf(call, input), input)),
    { numRuns }
  )

const thrower: Client = () => {
  throw new Error('no')
}
const refuser: Client = ({ status }) => ({
  _tag: 'Left',
  left: { _tag: 'ContractViolation', status, message: '', violations: [] }
})
const kept = (client: Client): ReadonlyArray<string> =>
  clientLaws.filter((law) => !failure(law, client, 1000).failed).map((law) => law.clause)

const brokenClients = [...brokenListReaders, ...brokenErrorReaders]

/** Drawn once, and only where a test asks. */
let drawn: ReadonlyArray<ResponseSample> | undefined
const samples = (): ReadonlyArray<ResponseSample> => (drawn ??= fc.sample(responseSample(), { seed: 1, numRuns: 6000 }))

describe('the laws of clients', () => {
  it.each(clientLaws.map((law) => [title(law.clause), law] as const))('%s', (_, law) => {
    const { failed, counterexample } = failure(law, decodeResponse, 1500)
    expect([failed, counterexample]).toEqual([false, null])
    expect(samples().filter((answer) => law.applies(answer)).length).toBeGreaterThan(20)
  })

  it.each(callerLaws.map((law) => [title(law.clause), law] as const))('%s', (_, law) => {
    const { failed, counterexample } = callerFailure(law, buildRequest, 1500)
    expect([failed, counterexample]).toEqual([false, null])
  })

  it.each(brokenClients)('$killedBy kills: $name', ({ subject, killedBy }) => {
    const killers = clientLaws.filter((law) => law.clause === killedBy)
    expect(killers.map((law) => failure(law, subject, 4000).failed)).toEqual([true])
  })

  it.each(brokenCallers)('$killedBy kills: $name', ({ subject, killedBy }) => {
    const killers = callerLaws.filter((law) => law.clause === killedBy)
    expect(killers.map((law) => callerFailure(law, subject, 4000).failed)).toEqual([true])
  })

  it('every law is killed by something', () => {
    const killed = new Set([...brokenClients, ...brokenCallers].map(({ killedBy }) => killedBy))
    expect([...clientLaws, ...callerLaws].map((law) => law.clause).filter((id) => !killed.has(id))).toEqual([])
  })

  it('a client that throws for everything keeps nothing', () => {
    expect(kept(thrower)).toEqual([])
  })

  it('a client that refuses everything keeps what asks for no more than a refusal', () => {
    expect(kept(refuser)).toEqual([
      'response.status.ok',
      'response.body.object',
      'response.secretValue.absent',
      'response.names.unique',
      'response.clientSecretCreateDate.number',
      'client.total',
      'client.secretValue.contained'
    ])
  })
})
