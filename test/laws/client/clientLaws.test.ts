import { describe, expect, it } from 'vitest'
import { type ClauseId, clausesThatBind } from '../../../src/clauses/index.js'
import { callerLaws } from '../../../src/laws/client/callerLaws.js'
import { clientLaws } from '../../../src/laws/client/clientLaws.js'
import type { ClientOutcome } from '../../../src/laws/client/ClientOutcome.js'
import type { ExpectedError, ExpectedListing, ResponseSample, Trait } from '../../../src/laws/client/ResponseSample.js'
import { HEADERS, post } from '../../protocol/messages.js'

type Said = 'holds' | 'broken' | 'not exercised'

/** The clause, what happened, the answer, what the client made of it, and what the law says. */
type Row = readonly [clause: ClauseId, what: string, answer: ResponseSample, outcome: ClientOutcome | undefined, Said]

const SECRET = '0q8xkz3vfp7s1n5wj4tr9ydmbgch2ael6u'

const sample = (
  means: ResponseSample['means'],
  traits: ReadonlyArray<Trait> = [],
  secrets: ReadonlyArray<string> = []
): ResponseSample => ({ response: { status: 404, headers: {}, body: '' }, means, traits, secrets })

const ID = { id: 'a', time: undefined } as const
const DATE = { id: undefined, time: 1000 } as const
const BOTH = { id: 'a', time: 1000 } as const

const listing = (descriptors: ExpectedListing['descriptors'], ...traits: ReadonlyArray<Trait>): ResponseSample =>
  sample({ _tag: 'Listing', descriptors }, traits)

const error = (means: Partial<ExpectedError>, ...traits: ReadonlyArray<Trait>): ResponseSample =>
  sample({ _tag: 'Error', type: 'X', message: undefined, reasonCode: undefined, ...means }, traits)

const breaking = (breaks: ClauseId): ResponseSample => sample({ _tag: 'Violation', breaks })

const refused: ClientOutcome = { _tag: 'Refusal', kept: undefined }

const read = (...secrets: ReadonlyArray<{ readonly id: unknown; readonly time: unknown }>): ClientOutcome => ({
  _tag: 'Listing',
  secrets,
  kept: undefined
})

const told = (said: Partial<Extract<ClientOutcome, { readonly _tag: 'Error' }>> = {}): ClientOutcome => ({
  _tag: 'Error',
  type: 'X',
  message: undefined,
  reasonCode: undefined,
  status: undefined,
  kept: undefined,
  ...said
})

const REJECTED = [
  'response.status.ok',
  'response.body.object',
  'response.clientSecrets.present',
  'response.clientSecrets.atMostTwo',
  'response.secretValue.absent',
  'response.names.unique',
  'response.clientSecretId.length',
  'response.clientSecretCreateDate.number'
] as const

/** What must be read all the same, by the clause that asks for it. */
const ACCEPTED: Readonly<Record<string, ExpectedListing['descriptors']>> = {
  'response.clientSecrets.present': [],
  'response.clientSecrets.atMostTwo': [BOTH, DATE],
  'response.clientSecretId.length': [ID]
}

const rejected = REJECTED.flatMap((clause): ReadonlyArray<Row> => [
  [clause, 'what breaks it is refused', breaking(clause), refused, 'holds'],
  [clause, 'what breaks it is read', breaking(clause), read(), 'broken'],
  [clause, 'what breaks it is taken for an error', breaking(clause), told(), 'broken'],
  [clause, 'the client throws', breaking(clause), undefined, 'broken'],
  [clause, 'another clause is broken', breaking('client.total'), refused, 'not exercised'],
  [clause, 'an error', error({}), refused, 'not exercised'],
  ...[[], [BOTH], [ID], [DATE], [{ id: undefined, time: undefined }], [BOTH, DATE], [ID, ID]].flatMap(
    (descriptors): ReadonlyArray<Row> => {
      const isAsked = JSON.stringify(ACCEPTED[clause]) === JSON.stringify(descriptors)
      const isPair = clause === 'response.clientSecrets.atMostTwo' && descriptors.length === 2
      const what = `a list of ${JSON.stringify(descriptors)}`
      return isAsked || isPair
        ? [
            [clause, `${what} is read`, listing(descriptors), read(...[...descriptors].reverse()), 'holds'],
            [clause, `${what} is refused`, listing(descriptors), refused, 'broken'],
            [clause, `${what} is read as another`, listing(descriptors), read({ id: 'b', time: 1 }), 'broken'],
            [clause, `${what} is unusual`, listing(descriptors, 'another order'), refused, 'not exercised']
          ]
        : [[clause, what, listing(descriptors), refused, 'not exercised']]
    }
  )
])

const unusual = (
  [
    ['client.unknownMembers.ignored', 'unknown members'],
    ['client.nullMembers.absent', 'null members'],
    ['client.order.free', 'another order']
  ] as const
).flatMap(([clause, trait]): ReadonlyArray<Row> => [
  [clause, 'a list is read', listing([BOTH], trait), read(BOTH), 'holds'],
  [clause, 'another list is read', listing([BOTH], trait), read(), 'broken'],
  [clause, 'a list is refused', listing([BOTH], trait), refused, 'broken'],
  [clause, 'an error is read', error({ message: 'a' }, trait), told({ message: 'a' }), 'holds'],
  [clause, 'an error without a message gets one', error({}, trait), told({ message: 'a' }), 'holds'],
  [clause, 'another message is read', error({ message: 'a' }, trait), told({ message: 'b' }), 'broken'],
  [clause, 'another error is read', error({ message: 'a' }, trait), told({ type: 'Y', message: 'a' }), 'broken'],
  [clause, 'the client throws', error({}, trait), undefined, 'broken'],
  [clause, 'nothing is unusual', listing([BOTH]), refused, 'not exercised'],
  [clause, 'something else is unusual', listing([BOTH], 'unreadable body'), refused, 'not exercised'],
  [clause, 'two things are unusual', listing([BOTH], trait, 'unreadable body'), refused, 'not exercised']
])

const names = (
  [
    ['client.errorType.anywhere', 'type elsewhere'],
    ['client.errorType.precedence', 'several types'],
    ['client.errorType.stripped', 'decorated type']
  ] as const
).flatMap(([clause, trait]): ReadonlyArray<Row> => [
  [clause, 'it has its name', error({ message: 'a' }, trait), told(), 'holds'],
  [clause, 'it has another name', error({}, trait), told({ type: 'Y' }), 'broken'],
  [clause, 'it is refused', error({}, trait), refused, 'broken'],
  [clause, 'one without a name is refused', error({ type: undefined }, trait), refused, 'broken'],
  [clause, 'the client throws', error({}, trait), undefined, 'broken'],
  [clause, 'nothing is unusual', error({}), refused, 'not exercised'],
  [clause, 'two things are unusual', error({}, trait, 'another order'), refused, 'not exercised'],
  [clause, 'a list', listing([], trait), refused, 'not exercised']
])

const INVALID = 'InvalidParameterException'

const rest: ReadonlyArray<Row> = [
  ['client.total', 'it refuses', error({}), refused, 'holds'],
  ['client.total', 'it throws', listing([], 'another order'), undefined, 'broken'],
  [
    'client.secretValue.contained',
    'nothing is kept',
    sample({ _tag: 'Violation', breaks: 'client.total' }, [], [SECRET]),
    refused,
    'holds'
  ],
  [
    'client.secretValue.contained',
    'the secret is kept',
    sample({ _tag: 'Violation', breaks: 'client.total' }, ['another order'], [SECRET]),
    { ...refused, kept: { body: SECRET } },
    'broken'
  ],
  [
    'client.secretValue.contained',
    'the client throws',
    sample({ _tag: 'Listing', descriptors: [] }, [], [SECRET]),
    undefined,
    'broken'
  ],
  ['client.secretValue.contained', 'there is no secret', listing([]), undefined, 'not exercised'],
  ['client.createDate.exact', 'it is exact', listing([BOTH]), read(BOTH), 'holds'],
  ['client.createDate.exact', 'it is one of seconds', listing([BOTH]), read({ id: 'a', time: 1 }), 'broken'],
  ['client.createDate.exact', 'without an id', listing([DATE]), read(DATE), 'holds'],
  ['client.createDate.exact', 'the client throws', listing([DATE]), undefined, 'broken'],
  ['client.createDate.exact', 'with an exponent', listing([DATE], 'date with an exponent'), read(), 'broken'],
  ['client.createDate.exact', 'otherwise unusual', listing([DATE], 'another order'), read(), 'not exercised'],
  ['client.createDate.exact', 'there is no date', listing([ID]), read(), 'not exercised'],
  ['client.createDate.exact', 'there are two', listing([BOTH, BOTH]), read(), 'not exercised'],
  ['client.createDate.exact', 'an error', error({}), read(), 'not exercised'],
  ['client.errorMessage.spelling', 'it is told', error({ message: 'a' }), told({ message: 'a' }), 'holds'],
  ['client.errorMessage.spelling', 'it is lost', error({ message: 'a' }), told(), 'broken'],
  ['client.errorMessage.spelling', 'it is refused', error({ message: 'a' }), refused, 'broken'],
  [
    'client.errorMessage.spelling',
    'by another name',
    error({ message: 'a' }),
    told({ type: 'Y', message: 'a' }),
    'holds'
  ],
  ['client.errorMessage.spelling', 'there is none', error({}), refused, 'not exercised'],
  ['client.errorMessage.spelling', 'it is empty', error({ message: '' }), refused, 'not exercised'],
  ['client.errorMessage.spelling', 'it is unusual', error({ message: 'a' }, 'another order'), refused, 'not exercised'],
  ['client.errors.documented', 'it is named', error({ type: INVALID }), told({ type: INVALID }), 'holds'],
  ['client.errors.documented', 'it has another name', error({ type: INVALID }), told(), 'broken'],
  ['client.errors.documented', 'it is refused', error({ type: INVALID }), refused, 'broken'],
  ['client.errors.documented', 'it is another', error({}), refused, 'not exercised'],
  ['client.errors.documented', 'it has no name', error({ type: undefined }), refused, 'not exercised'],
  ['client.errors.documented', 'it is unusual', error({ type: INVALID }, 'another order'), refused, 'not exercised'],
  ['client.errors.reasonCode', 'it is told', error({ reasonCode: 'a' }), told({ reasonCode: 'a' }), 'holds'],
  ['client.errors.reasonCode', 'it is lost', error({ reasonCode: 'a' }), told(), 'broken'],
  ['client.errors.reasonCode', 'it is refused', error({ reasonCode: 'a' }), refused, 'broken'],
  ['client.errors.reasonCode', 'there is none', error({}), refused, 'not exercised'],
  ['client.errors.reasonCode', 'it is unusual', error({ reasonCode: 'a' }, 'another order'), refused, 'not exercised'],
  ['client.errors.open', 'it is named', error({}), told(), 'holds'],
  ['client.errors.open', 'it is named, with its status', error({}), told({ status: 404 }), 'holds'],
  ['client.errors.open', 'it is named, with another status', error({}), told({ status: 400 }), 'broken'],
  ['client.errors.open', 'it has another name', error({}), told({ type: 'Y' }), 'broken'],
  ['client.errors.open', 'it is refused', error({}), refused, 'broken'],
  ['client.errors.open', 'it is taken for a list', error({}), read(), 'broken'],
  ['client.errors.open', 'the client throws', error({}), undefined, 'broken'],
  ['client.errors.open', 'one without a name is refused', error({ type: undefined }), refused, 'holds'],
  ['client.errors.open', 'one without a name gets one', error({ type: undefined }), told(), 'holds'],
  ['client.errors.open', 'it gets a list of one', error({ type: undefined }), told({ type: [INVALID] }), 'holds'],
  ['client.errors.open', 'it gets that of another', error({ type: undefined }), told({ type: INVALID }), 'broken'],
  ['client.errors.open', 'it is taken for a list', error({ type: undefined }), read(), 'broken'],
  ['client.errors.open', 'it is documented', error({ type: INVALID }), refused, 'not exercised'],
  ['client.errors.open', 'it is unusual', error({}, 'another order'), refused, 'not exercised'],
  ['client.errors.open', 'a list', listing([]), refused, 'not exercised']
]

const IDS = { ClientId: 'a+', UserPoolId: 'a_b' }
const sent = JSON.stringify(IDS)
const { 'x-amz-target': target, 'content-type': type } = HEADERS

const calls: ReadonlyArray<
  readonly [clause: ClauseId, what: string, input: unknown, request: ReturnType<typeof post> | undefined, Said]
> = [
  ['client.request.refused', 'nothing is sent', { ...IDS, ClientId: '-' }, undefined, 'holds'],
  ['client.request.refused', 'it is sent', { ...IDS, ClientId: '-' }, post(sent), 'broken'],
  ['client.request.refused', 'nothing is wrong with it', IDS, post(sent), 'not exercised'],
  ['client.request.wire', 'it is well made', IDS, post(sent), 'holds'],
  ['client.request.wire', 'with other members', { ...IDS, x: 1 }, post(`{"y":1,${sent.slice(1)}`), 'holds'],
  ['client.request.wire', 'with a charset', IDS, post(sent, { ...HEADERS, 'content-type': `${type}; a=b` }), 'holds'],
  [
    'client.request.wire',
    'with headers in capitals',
    IDS,
    post(sent, { 'X-Amz-Target': target, 'Content-Type': type }),
    'holds'
  ],
  ['client.request.wire', 'nothing is sent', IDS, undefined, 'broken'],
  ['client.request.wire', 'by another method', IDS, post(sent, HEADERS, 'GET'), 'broken'],
  ['client.request.wire', 'with another target', IDS, post(sent, { ...HEADERS, 'x-amz-target': 'x' }), 'broken'],
  ['client.request.wire', 'with another type', IDS, post(sent, { ...HEADERS, 'content-type': 'x/y' }), 'broken'],
  ['client.request.wire', 'not as JSON', IDS, post('ClientId=a'), 'broken'],
  ['client.request.wire', 'with another client', IDS, post('{"ClientId":"b","UserPoolId":"a_b"}'), 'broken'],
  ['client.request.wire', 'with another pool', IDS, post('{"ClientId":"a+","UserPoolId":"a_a"}'), 'broken'],
  ['client.request.wire', 'it should not be sent', { ...IDS, UserPoolId: '' }, undefined, 'not exercised']
]

describe('the laws of clients', () => {
  it('say every clause that binds clients, and no other', () => {
    const ids = [...clientLaws, ...callerLaws].map((law) => law.clause)
    expect([...ids].sort()).toEqual([...clausesThatBind('client')].sort())
  })

  it.each([...rejected, ...unusual, ...names, ...rest])('%s: %s', (clause, _, answer, outcome, expected) => {
    const law = clientLaws.find((one) => one.clause === clause)
    const isHeld = law?.holds(outcome, answer) === true
    expect(law?.applies(answer) === true ? (isHeld ? 'holds' : 'broken') : 'not exercised').toBe(expected)
  })

  it.each(calls)('%s: %s', (clause, _, input, request, expected) => {
    const law = callerLaws.find((one) => one.clause === clause)
    const isHeld = law?.holds(request, input) === true
    expect(law?.applies(input) === true ? (isHeld ? 'holds' : 'broken') : 'not exercised').toBe(expected)
  })
})
