/**
 * Which clauses are counted as broken where several things are wrong or unusual about a request.
 */
import { describe, expect, test } from 'vitest'
import { type ClauseId, clausesThatBind } from '../../../src/clauses/index.js'
import type { Step } from '../../../src/generators/TestCase.js'
import { exchange } from '../../../src/laws/server/Exchange.js'
import type { Law } from '../../../src/laws/server/Law.js'
import { emptyWorld, type KnownClient, type World } from '../../../src/laws/server/World.js'
import { parseResponse } from '../../../src/laws/shared/ParsedResponse.js'
import { toRequest } from '../../../src/suite/server/scene/toRequest.js'
import {
  emptyTally,
  enterCase,
  excusesOf,
  explained,
  forget,
  type ServerTally,
  wasBroken
} from '../../../src/suite/server/ServerTally.js'
import { brokenIn } from '../../../src/suite/shared/Tally.js'
import { json } from '../../node/support/handlers.js'
import { clientIdClauses, userPoolIdClauses } from '../idClauses.js'

const LETTER: ClauseId = 'request.clientId.pattern'
const NO_POOL: ClauseId = 'request.userPoolId.required'
const LONG: ClauseId = 'request.clientId.maxLength'
const TOKEN: ClauseId = 'request.nextToken.tolerated'
const WRITTEN: ClauseId = 'response.status.ok'
const FORM: ClauseId = 'error.type.present'

const members = (input: object): string => JSON.stringify(input)
const pool = { UserPoolId: 'us-east-1_Nobody123' }

/** Bodies by what is wrong or unusual about them. */
const letter = members({ ClientId: 'a-b', ...pool })
const long = members({ ClientId: 'a'.repeat(129), ...pool })
const noPool = members({ ClientId: 'ab' })
const letterAndNoPool = members({ ClientId: 'a-b' })
const token = members({ ClientId: 'ab', ...pool, NextToken: 'x' })
const letterAndToken = members({ ClientId: 'a-b', ...pool, NextToken: 'x' })
const good = members({ ClientId: 'ab', ...pool })

/** What is known of the client of the good body. */
const world = (client: Partial<KnownClient>): World => ({
  pools: [{ name: 'p', id: pool.UserPoolId, deleted: false }],
  clients: [
    {
      name: 'c',
      pool: 'p',
      id: 'ab',
      deleted: false,
      secrets: [],
      deletedSecretIds: [],
      refusedAdd: false,
      listed: undefined,
      ...client
    }
  ]
})

/** A request, and the clauses that its response breaks and keeps. */
interface Seen {
  /** Of the client that it asks for; without it there is no client. */
  readonly client?: Partial<KnownClient>
  readonly body: string
  readonly broken: ReadonlyArray<ClauseId>
  readonly kept?: ReadonlyArray<ClauseId>
}

const tallyOf = (...all: ReadonlyArray<Seen>): ServerTally => {
  const tally = emptyTally()
  for (const [n, { client, body, broken, kept = [] }] of all.entries()) {
    const known = client === undefined ? emptyWorld : world(client)
    const laws = [...broken, ...kept].map((clause): Law => ({
      clause,
      applies: () => true,
      holds: () => kept.includes(clause),
      expected: () => ''
    }))
    const step: Step = { op: 'list', body }
    const request = toRequest(step, emptyWorld) ?? expect.fail('the step names something')
    const response = json(400, { __type: 'Wrong' })
    const outcome = { response, answer: parseResponse(response) }
    const seen = exchange(known, request, outcome, { planted: 0, found: [] })
    enterCase(tally, laws, {
      steps: [step],
      planned: undefined,
      exchanges: [{ exchange: seen, at: 0 }],
      requests: n + 1
    })
  }
  return tally
}

/** Of each clause how often it was exercised and broken, and the body that shows it. */
const countsOf = (tally: ServerTally): object =>
  Object.fromEntries(
    [...explained(tally)].map(([id, { exercised, failed, simplest }]) => [
      id,
      [exercised, failed, simplest?.exchange.request.body]
    ])
  )

describe('a clause', () => {
  test('that is broken by requests with nothing else wrong is counted, the simplest shown', () => {
    const tally = tallyOf(
      { body: long, broken: [LONG] },
      { body: letter, broken: [LETTER] },
      { body: good, broken: [], kept: [FORM] }
    )
    expect(countsOf(tally)).toEqual({ [LONG]: [1, 1, long], [LETTER]: [1, 1, letter], [FORM]: [1, 0, undefined] })
    expect([...tally.surelyBroken]).toEqual([LONG, LETTER])
  })

  test('is not blamed for another fault of the request that the server also shows by itself', () => {
    const both = { body: letterAndNoPool, broken: [LETTER, NO_POOL] }
    const tally = tallyOf(both, { body: letter, broken: [LETTER] })
    expect(countsOf(tally)).toEqual({ [LETTER]: [2, 2, letter] })
    expect([...tally.surelyBroken]).toEqual([LETTER])
    // it held elsewhere
    const held = tallyOf(both, { body: letter, broken: [LETTER] }, { body: noPool, broken: [], kept: [NO_POOL] })
    expect(countsOf(held)).toEqual({ [LETTER]: [2, 2, letter], [NO_POOL]: [1, 0, undefined] })
  })

  test('is blamed where no request shows the other fault by itself', () => {
    const tally = tallyOf(
      { body: letterAndNoPool, broken: [LETTER, NO_POOL] },
      { body: letter, broken: [], kept: [LETTER] },
      { body: noPool, broken: [], kept: [NO_POOL] }
    )
    expect(countsOf(tally)).toEqual({
      [LETTER]: [2, 1, letterAndNoPool],
      [NO_POOL]: [2, 1, letterAndNoPool]
    })
    expect([...tally.surelyBroken]).toEqual([])
  })

  test('is blamed where the other fault breaks another clause than its own', () => {
    const tally = tallyOf(
      { body: letterAndNoPool, broken: [NO_POOL] },
      { body: letter, broken: ['error.message.present'] }
    )
    expect(countsOf(tally)).toEqual({
      [NO_POOL]: [1, 1, letterAndNoPool],
      'error.message.present': [1, 1, letter]
    })
  })

  test('is not blamed for what is unusual about the request, where that by itself is answered wrongly', () => {
    const wrongly = { body: letterAndToken, broken: [LETTER, TOKEN] }
    expect(countsOf(tallyOf(wrongly, { body: token, broken: [TOKEN] }))).toEqual({ [TOKEN]: [2, 2, token] })
    expect(countsOf(tallyOf(wrongly))).toEqual({
      [LETTER]: [1, 1, letterAndToken],
      [TOKEN]: [1, 1, letterAndToken]
    })
  })

  test('about the form of a response is broken whatever else is wrong with the request', () => {
    const tally = tallyOf({ body: letterAndToken, broken: [FORM] }, { body: token, broken: [TOKEN, FORM] })
    expect(countsOf(tally)).toEqual({ [TOKEN]: [1, 1, token], [FORM]: [2, 2, token] })
    expect([...tally.surelyBroken]).toEqual([FORM])
  })
})

describe('what was added to a call', () => {
  test.each<readonly [string, ReadonlyArray<ClauseId>, boolean]>([
    ['is to blame where plain calls are answered rightly', [], true],
    ['is not to blame where a plain call is refused', ['response.status.ok'], false],
    ['is not to blame where a plain list lacks a secret', ['list.complete'], false],
    ['is to blame where something else is wrong with plain calls', ['response.nextToken.absent'], true]
  ])('%s', (_, broken, isToBlame) => {
    const tally = tallyOf({ body: token, broken: [TOKEN] }, { body: good, broken })
    expect(brokenIn(explained(tally)).includes(TOKEN)).toBe(isToBlame)
    expect(tally.surelyBroken.has(TOKEN)).toBe(false)
  })

  test.each<ClauseId>([
    'request.unknownMembers.ignored',
    'request.nextToken.tolerated',
    'request.headers.caseInsensitive',
    'request.contentType.parametersIgnored',
    'request.body.chunked'
  ])('is not to blame where a plain call is refused as well: %s', (clause) => {
    const added = { body: token, broken: [clause] }
    expect(brokenIn(explained(tallyOf(added)))).toEqual([clause])
    expect(brokenIn(explained(tallyOf(added, { body: good, broken: [WRITTEN] })))).toEqual([WRITTEN])
  })

  test('is the only thing that plain calls explain', () => {
    const tally = tallyOf({ body: letter, broken: [LETTER] }, { body: good, broken: [WRITTEN] })
    expect(brokenIn(explained(tally))).toEqual([LETTER, WRITTEN])
  })
})

test('requests of the same kind are counted together, and of two parts the earlier failure is the first', () => {
  const tally = tallyOf(
    { body: letter, broken: [LETTER] },
    { body: letterAndToken, broken: [LETTER] },
    { body: letter, broken: [LETTER] }
  )
  expect([...tally.parts].map(([key, { aspects }]) => [key, aspects])).toEqual([
    [LETTER, { wrong: [LETTER], unusual: [] }],
    [`${LETTER},${TOKEN}`, { wrong: [LETTER], unusual: [TOKEN] }]
  ])
  expect(explained(tally).get(LETTER)).toMatchObject({ exercised: 3, failed: 3, firstFailure: 1 })
})

describe('a clause about some lists is explained by lists in general', () => {
  const [COMPLETE, ONLY, OWN, GENERATED, CREATION, REFUSED, DURING, CHANGED] = [
    'list.complete',
    'list.only',
    'list.callerSecret',
    'list.generatedSecret',
    'list.creationSecret',
    'list.afterRefusedAdd',
    'list.duringChanges',
    'list.afterConcurrentChanges'
  ] as const

  /** What a client has gone through where clauses about that are judged. */
  const clientOf = (broken: ReadonlyArray<ClauseId>): Partial<KnownClient> => ({
    keepsLimit: broken.includes(REFUSED),
    changedTogether: broken.includes(CHANGED)
  })

  test.each<readonly [string, ReadonlyArray<ReadonlyArray<ClauseId>>, ReadonlyArray<ClauseId>]>([
    [
      'secrets of two kinds are missing',
      [
        [COMPLETE, OWN],
        [COMPLETE, GENERATED]
      ],
      [COMPLETE]
    ],
    ['secrets of one kind are missing', [[COMPLETE, OWN]], [COMPLETE, OWN]],
    ['a list is wrong after changes alone', [[COMPLETE, CHANGED], [DURING]], [COMPLETE, CHANGED, DURING]],
    ['a list is wrong without changes, too', [[ONLY, CHANGED], [DURING], [ONLY]], [ONLY]],
    ['a list is wrong after a refused Add alone', [[COMPLETE, REFUSED]], [COMPLETE, REFUSED]],
    [
      'a list is wrong after changes and a refused Add',
      [
        [ONLY, REFUSED],
        [ONLY, CHANGED]
      ],
      [ONLY, REFUSED, CHANGED]
    ],
    ['a list is wrong without a refused Add, too', [[ONLY, REFUSED], [ONLY]], [ONLY]],
    [
      'only a clause about some is judged',
      [[OWN], [GENERATED], [REFUSED], [CHANGED]],
      [OWN, GENERATED, REFUSED, CHANGED]
    ]
  ])('where %s', (_, seen, expected) => {
    expect(
      brokenIn(explained(tallyOf(...seen.map((broken) => ({ body: good, broken, client: clientOf(broken) })))))
    ).toEqual(expected)
  })

  test.each<readonly [ClauseId, ReadonlyArray<ClauseId>]>([
    [CREATION, [COMPLETE]],
    [GENERATED, [COMPLETE]],
    [OWN, [COMPLETE]],
    [REFUSED, [COMPLETE, ONLY]],
    [DURING, [COMPLETE, ONLY]],
    [CHANGED, [COMPLETE, ONLY]]
  ])('where lists without it are wrong as well: %s', (clause, general) => {
    const explaining = ([COMPLETE, ONLY] as const).filter((one) => {
      const tally = tallyOf({ body: good, broken: [one, clause] }, { body: good, broken: [one] })
      return !brokenIn(explained(tally)).includes(clause)
    })
    expect(explaining).toEqual(general)
  })

  test('where that was broken, and not where it was kept', () => {
    const tally = tallyOf({ body: good, broken: [OWN], kept: [COMPLETE] }, { body: good, broken: [COMPLETE] })
    expect(brokenIn(explained(tally))).toEqual([OWN, COMPLETE])
  })

  test.each<readonly [string, Partial<KnownClient> | undefined, ReadonlyArray<ClauseId>]>([
    ['a client that has refused a third secret', { keepsLimit: true }, [COMPLETE, REFUSED, CHANGED]],
    ['a client that was changed at the same time', { changedTogether: true }, [COMPLETE, REFUSED, CHANGED]],
    ['a client without changes', { keepsLimit: false, changedTogether: false }, [COMPLETE]],
    ['no client', undefined, [COMPLETE]]
  ])('but not by the lists of %s', (_, client, expected) => {
    const after = { body: good, broken: [REFUSED, CHANGED] }
    const tally = tallyOf({ body: good, broken: [COMPLETE], ...(client && { client }) }, after)
    expect(brokenIn(explained(tally))).toEqual(expected)
  })

  test('also where lists after changes are wrong in the same way', () => {
    const incomplete = { body: good, broken: [COMPLETE] }
    const changed = { ...incomplete, client: { changedTogether: true } }
    const tally = tallyOf(incomplete, changed, { ...changed, broken: [CHANGED] })
    expect(brokenIn(explained(tally))).toEqual([COMPLETE])
  })

  test('and is not announced before all is seen', () => {
    expect([...tallyOf({ body: good, broken: [COMPLETE, OWN, CHANGED] }).surelyBroken]).toEqual([COMPLETE])
  })

  test('and was broken all the same', () => {
    const tally = tallyOf({ body: good, broken: [ONLY, REFUSED] }, { body: good, broken: [ONLY] })
    expect([wasBroken(tally, REFUSED), wasBroken(tally, OWN)]).toEqual([true, false])
  })
})

test('what is forgotten is not counted', () => {
  const tally = tallyOf({ body: letter, broken: [LETTER] })
  forget(tally)
  expect(countsOf(tally)).toEqual({})
  expect([...tally.surelyBroken]).toEqual([])
  expect(tally.wrongAnswers.size).toBe(0)
})

describe('what may explain a failure', () => {
  const aspects = { wrong: [LETTER, NO_POOL], unusual: [TOKEN, WRITTEN] }
  const ids = clausesThatBind('server')

  test('is, for the clauses on ids, all else that is wrong with the request or unusual about it', () => {
    expect(ids.filter((id) => excusesOf(id, aspects).includes(LETTER) || id === LETTER)).toEqual([
      ...clientIdClauses,
      ...userPoolIdClauses
    ])
    expect(excusesOf(LETTER, aspects)).toEqual([NO_POOL, TOKEN, WRITTEN])
    expect(excusesOf('request.clientId.type', aspects)).toEqual([LETTER, NO_POOL, TOKEN, WRITTEN])
  })

  test('is nothing for the clauses on the form of a response', () => {
    expect(ids.filter((id) => excusesOf(id, aspects).length === 0)).toEqual([
      'response.http.complete',
      'response.contentType',
      'response.body.object',
      'response.clientSecrets.present',
      'response.clientSecrets.atMostTwo',
      'response.secretValue.absent',
      'response.secret.neverRevealed',
      'response.nextToken.absent',
      'response.members.documented',
      'response.names.unique',
      'response.clientSecretId.present',
      'response.clientSecretId.length',
      'response.clientSecretId.unique',
      'response.clientSecretCreateDate.present',
      'response.clientSecretCreateDate.number',
      'response.clientSecretCreateDate.seconds',
      'response.clientSecretCreateDate.noExponent',
      'error.notFound.status',
      'error.invalidParameter.status',
      'error.internalServer.status',
      'error.limitExceeded.status',
      'error.tooManyRequests.status',
      'error.body.object',
      'error.contentType',
      'error.type.present',
      'error.type.consistent',
      'error.message.string',
      'error.message.present'
    ])
  })

  test('is what is unusual about the request for all others', () => {
    for (const id of ['list.complete', 'error.notFound.pool', 'error.invalidParameter.wording'] as const) {
      expect(excusesOf(id, aspects)).toEqual([TOKEN, WRITTEN])
    }
    expect(excusesOf(TOKEN, aspects)).toEqual([WRITTEN])
    expect(excusesOf(WRITTEN, aspects)).toEqual([TOKEN])
  })
})
