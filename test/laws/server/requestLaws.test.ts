import { describe, expect, it, test } from 'vitest'
import type { ClauseId } from '../../../src/clauses/index.js'
import { exchange, type Exchange } from '../../../src/laws/server/Exchange.js'
import type { KnownClient } from '../../../src/laws/server/World.js'
import { parseResponse } from '../../../src/laws/shared/ParsedResponse.js'
import { HEADERS, post } from '../../protocol/messages.js'
import { answer, call, error, exchanged, IDS, lawOf, list, type Row, verdict, worldOf } from './exchanges.js'
import { serverLaws } from '../../../src/laws/server/serverLaws.js'

const INVALID = 'InvalidParameterException'
const SERIALIZATION = 'SerializationException'

/** What was sent, and the error that came. */
const refused = (members: object, type: string, status = 400, message = 'no'): Exchange =>
  exchanged(error(type, status, { message }), worldOf(), call(members))

const wrongIds = (
  [
    ['request.clientId.required', { ClientId: undefined }, { ClientId: 'a-b' }],
    ['request.clientId.minLength', { ClientId: '' }, { ClientId: 'a-b' }],
    ['request.clientId.maxLength', { ClientId: 'a'.repeat(129) }, { ClientId: 'a-b' }],
    ['request.clientId.pattern', { ClientId: 'a-b' }, { ClientId: 'a'.repeat(129) }],
    ['request.userPoolId.required', { UserPoolId: undefined }, { UserPoolId: 'ab' }],
    ['request.userPoolId.minLength', { UserPoolId: '' }, { UserPoolId: 'ab' }],
    ['request.userPoolId.maxLength', { UserPoolId: `a_${'b'.repeat(54)}` }, { UserPoolId: 'ab' }],
    ['request.userPoolId.pattern', { UserPoolId: 'ab' }, { UserPoolId: `a_${'b'.repeat(54)}` }]
  ] as const
).flatMap(([clause, wrong, other]): ReadonlyArray<Row> => {
  const members = { ...IDS, ...wrong }
  return [
    [clause, 'it is refused', refused(members, INVALID), 'holds'],
    [clause, 'it is refused by another name', refused(members, SERIALIZATION), 'broken'],
    [clause, 'it is not found', refused(members, 'ResourceNotFoundException'), 'broken'],
    [clause, 'it is listed', exchanged(list(), worldOf(), call(members)), 'broken'],
    [clause, 'the ids are right', exchanged(list()), 'not exercised'],
    [
      clause,
      'something else is wrong with it',
      exchanged(list(), worldOf(), call({ ...IDS, ...other })),
      'not exercised'
    ],
    [clause, 'there is no body', exchanged(list(), worldOf(), post('')), 'not exercised']
  ]
})

const types = (
  [
    ['request.clientId.type', { ...IDS, ClientId: 1 }, { ...IDS, UserPoolId: 1 }],
    ['request.userPoolId.type', { ...IDS, UserPoolId: [] }, { ...IDS, ClientId: [] }]
  ] as const
).flatMap(([clause, wrong, otherWrong]): ReadonlyArray<Row> => [
  [clause, 'it is invalid', refused(wrong, INVALID), 'holds'],
  [clause, 'it cannot be read', refused(wrong, SERIALIZATION), 'holds'],
  [clause, 'with another status', refused(wrong, INVALID, 500), 'broken'],
  [clause, 'by another name', refused(wrong, 'ValidationException'), 'broken'],
  [clause, 'the other id is wrong', refused(otherWrong, INVALID), 'not exercised']
])

/** Both ids as Cognito makes them. */
const USUAL = { ClientId: '1h57kf5cpq17m0eml12example', UserPoolId: 'us-east-1_Example12' }
const accepted = (
  [
    ['request.clientId.accepted', { ...USUAL, ClientId: 'A+_' }, { ...USUAL, UserPoolId: '-_a' }],
    ['request.userPoolId.accepted', { ...USUAL, UserPoolId: '-_a' }, { ...USUAL, ClientId: 'A+_' }]
  ] as const
).flatMap(([clause, unusual, otherUnusual]): ReadonlyArray<Row> => [
  [clause, 'it is not found', refused(unusual, 'ResourceNotFoundException'), 'holds'],
  [clause, 'usual ids are not found', refused(USUAL, 'ResourceNotFoundException'), 'holds'],
  [clause, 'usual ids are invalid', refused(USUAL, INVALID), 'broken'],
  [clause, 'both are unusual', refused(IDS, INVALID), 'broken'],
  ...[INVALID, SERIALIZATION, 'ValidationException'].map((type): Row => [
    clause,
    `an unusual one is a ${type}`,
    refused(unusual, type),
    'broken'
  ]),
  [clause, 'the other one is unusual', refused(otherUnusual, INVALID), 'not exercised'],
  [clause, 'it is wrong', refused({ ...IDS, ClientId: '-' }, INVALID), 'not exercised']
])

/** The clause is exercised by an id that servers might refuse, and where the other id is as Cognito makes them. */
const unusualIds = (
  [
    [
      'request.clientId.accepted',
      'ClientId',
      ['a'.repeat(20), '0'.repeat(32)],
      ['a'.repeat(19), 'a'.repeat(33), `A${'a'.repeat(26)}`, `${'a'.repeat(26)}A`]
    ],
    [
      'request.userPoolId.accepted',
      'UserPoolId',
      ['us-east-1_Example12', 'us-gov-west-1_abcABC019'],
      [
        'xus-east-1_Example12',
        'us-east-1_Example1',
        'us-east-1_Example123',
        'useast-1_Example12',
        'us-east-12_Example12'
      ]
    ]
  ] as const
).flatMap(([clause, name, usual, unusual]): ReadonlyArray<Row> => {
  const wrongly = (id: string): Exchange => refused({ ClientId: 'A+_', UserPoolId: '-_a', [name]: id }, INVALID)
  return [
    ...usual.map((id): Row => [clause, `${id} is usual`, wrongly(id), 'not exercised']),
    ...unusual.map((id): Row => [clause, `${id} is unusual`, wrongly(id), 'broken'])
  ]
})

const LISTED = { id: 'a', date: 1 }
const LISTED_BEFORE = worldOf({ listed: [] })
const SECRET = { origin: 'generated', id: 'a' } as const
const BODY = JSON.stringify(IDS)
const unusualRequests = (
  [
    ['request.unknownMembers.ignored', call({ ...IDS, x: 1 })],
    ['request.nextToken.tolerated', call({ ...IDS, NextToken: 'x' })],
    [
      'request.headers.caseInsensitive',
      post(BODY, { 'Content-Type': HEADERS['content-type'], 'X-Amz-Target': HEADERS['x-amz-target'] })
    ],
    [
      'request.contentType.parametersIgnored',
      post(BODY, { ...HEADERS, 'content-type': `${HEADERS['content-type']}; charset=utf-8` })
    ],
    ['request.body.chunked', post(BODY, { ...HEADERS, 'transfer-encoding': 'chunked' })]
  ] as const
).flatMap(([clause, request]): ReadonlyArray<Row> => {
  const listing = (client: Partial<KnownClient>, ...descriptors: ReadonlyArray<object>): Exchange =>
    exchanged(list(...descriptors), worldOf({ listed: [LISTED, LISTED], ...client }), request)
  return [
    [clause, 'what is there is listed', listing({ secrets: [SECRET] }, {}), 'holds'],
    [clause, 'less is listed', listing({ secrets: [SECRET] }), 'broken'],
    [clause, 'one of two is listed', listing({ secrets: [SECRET, SECRET] }, {}), 'broken'],
    [clause, 'more is listed, which is for other clauses', listing({ secrets: [SECRET] }, {}, {}), 'holds'],
    [clause, 'as many are listed as before', listing({ secrets: [SECRET], listed: [] }), 'holds'],
    [clause, 'more than two cannot be compared', listing({ secrets: [SECRET, SECRET, SECRET] }), 'holds'],
    [clause, 'as many as before, of an unknown client', listing({ secrets: undefined, listed: [LISTED] }, {}), 'holds'],
    [clause, 'less than before, of an unknown client', listing({ secrets: undefined, listed: [LISTED] }), 'broken'],
    [
      clause,
      'anything of a client of which nothing is known',
      listing({ secrets: undefined, listed: undefined }, {}, {}),
      'holds'
    ],
    [clause, 'an error', exchanged(error('X'), LISTED_BEFORE, request), 'broken'],
    [clause, 'another success', exchanged({ ...list(), status: 201 }, LISTED_BEFORE, request), 'broken'],
    [
      clause,
      'an error, where a plain call was not listed either',
      exchanged(error('X'), worldOf(), request),
      'not exercised'
    ],
    [clause, 'nothing is unusual', exchanged(list()), 'not exercised'],
    [clause, 'nobody knows the client', exchanged(list(), { pools: [], clients: [] }, request), 'not exercised']
  ]
})
const both = exchanged(list(), worldOf(), call({ ...IDS, x: 1, NextToken: 'x' }))

const sent = (body: string, response: Parameters<typeof exchanged>[0]): Exchange =>
  exchanged(response, worldOf(), post(body))
const unreadable = (
  [
    ['request.body.malformed', '{', '[]'],
    ['request.body.notObject', '[]', '{']
  ] as const
).flatMap(([clause, body, other]): ReadonlyArray<Row> => [
  [clause, 'any error with a name', sent(body, error('X')), 'holds'],
  [clause, 'a name in the header alone', sent(body, answer(400, '', { 'x-amzn-errortype': 'X' })), 'holds'],
  [clause, 'a name in the header, and space', sent(body, answer(400, ' \n', { 'x-amzn-errortype': 'X' })), 'holds'],
  [clause, 'another status', sent(body, error('X', 500)), 'broken'],
  [clause, 'no name', sent(body, answer(400, '{}')), 'broken'],
  [clause, 'HTML', sent(body, answer(400, '<html>', { 'x-amzn-errortype': 'X' })), 'broken'],
  [clause, 'not found', sent(body, error('ResourceNotFoundException')), 'broken'],
  [clause, 'another body', sent(other, error('X', 500)), 'not exercised']
])

const silent = (status: number | undefined): Exchange =>
  exchanged(
    status === undefined ? undefined : answer(status, ''),
    worldOf(),
    post(BODY, { ...HEADERS, 'content-type': 'text/plain' })
  )
const target = (type: string, status: number): Exchange =>
  exchanged(error(type, status), worldOf(), post(BODY, { ...HEADERS, 'x-amz-target': 'x' }))
const method = (type: string, status: number): Exchange =>
  exchanged(error(type, status), worldOf(), post(BODY, HEADERS, 'GET'))
const inChunks = (response: Parameters<typeof exchanged>[0]): Exchange =>
  exchanged(response, LISTED_BEFORE, post(BODY, { ...HEADERS, 'transfer-encoding': 'chunked' }))
const WORDS =
  "1 validation error detected: Value 'a-b' at 'clientId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+"
const lone = '{"ClientId":"\\ud800","UserPoolId":"r_main"}'

const rest: ReadonlyArray<Row> = [
  ['request.unknownMembers.ignored', 'there is a NextToken too', both, 'not exercised'],
  ['request.nextToken.tolerated', 'there is an unknown member too', both, 'not exercised'],
  ['request.body.empty', 'it is refused', sent('', error(INVALID)), 'holds'],
  ['request.body.empty', 'it is not found', sent('', error('ResourceNotFoundException')), 'broken'],
  ['request.body.empty', 'an empty object', sent('{}', error('X')), 'not exercised'],
  ...[200, 400, 499].map((status): Row => ['request.body.hostile', `HTTP ${status}`, silent(status), 'holds']),
  ...[201, 302, 399, 500].map((status): Row => ['request.body.hostile', `HTTP ${status}`, silent(status), 'broken']),
  ['request.body.hostile', 'no response', silent(undefined), 'broken'],
  ['request.body.hostile', 'an ordinary request', exchanged(list()), 'not exercised'],
  ['request.body.serializationException', 'it is one', sent('{', error(SERIALIZATION)), 'holds'],
  ['request.body.serializationException', 'it is another', sent('[]', error('X')), 'broken'],
  ['request.body.serializationException', 'it is one for a type', refused({ ClientId: 1 }, SERIALIZATION), 'holds'],
  ['request.body.serializationException', 'it is another for a type', refused({ ClientId: 1 }, INVALID), 'broken'],
  [
    'request.body.serializationException',
    'a wrong type is listed',
    exchanged(list(), worldOf(), call({ ClientId: 1 })),
    'not exercised'
  ],
  ['request.body.serializationException', 'a missing id', refused({}, INVALID), 'not exercised'],
  ['request.operation.unknown', 'it is unknown', target('UnknownOperationException', 400), 'holds'],
  ['request.operation.unknown', 'with status 500', target('UnknownOperationException', 500), 'broken'],
  ['request.operation.unknown', 'by another name', target('X', 400), 'broken'],
  ['request.operation.unknown', 'another method', method('X', 400), 'not exercised'],
  ...[400, 404, 405, 499, 501].map((status): Row => [
    'request.method.post',
    `HTTP ${status}`,
    method('X', status),
    'holds'
  ]),
  ...[200, 302, 399, 500, 502].map((status): Row => [
    'request.method.post',
    `HTTP ${status}`,
    method('X', status),
    'broken'
  ]),
  ['request.method.post', 'no name', exchanged(answer(404, ''), worldOf(), post(BODY, HEADERS, 'GET')), 'holds'],
  ['request.method.post', 'a name for what it was called with', method(INVALID, 400), 'broken'],
  ['request.method.post', 'another target', target('X', 500), 'not exercised'],
  ...[411, 501].map((status): Row => ['request.body.chunked', `HTTP ${status}`, inChunks(answer(status, '')), 'holds']),
  ...[400, 500, 502].map((status): Row => [
    'request.body.chunked',
    `HTTP ${status}`,
    inChunks(answer(status, '')),
    'broken'
  ]),
  ['request.body.chunked', 'no response', inChunks(undefined), 'broken'],
  ['request.body.chunked', 'HTTP/1.0', inChunks({ ...answer(400, ''), httpVersion: '1.0' }), 'not exercised'],
  [
    'request.headers.caseInsensitive',
    'one header of two',
    exchanged(
      error('X'),
      LISTED_BEFORE,
      post(BODY, { 'Content-Type': HEADERS['content-type'], 'x-amz-target': HEADERS['x-amz-target'] })
    ),
    'broken'
  ],
  [
    'request.body.empty',
    'by another method',
    exchanged(error('X'), worldOf(), post('', HEADERS, 'GET')),
    'not exercised'
  ],
  [
    'request.clientId.pattern',
    'an unknown member cannot be read',
    refused({ ...IDS, ClientId: '-', x: { toString: 1 } }, SERIALIZATION),
    'broken'
  ],
  ['request.clientId.pattern', 'a lone surrogate is invalid', sent(lone, error(INVALID)), 'holds'],
  ['request.clientId.pattern', 'a lone surrogate cannot be read', sent(lone, error(SERIALIZATION)), 'holds'],
  ['request.clientId.pattern', 'a lone surrogate is not found', sent(lone, error('X')), 'broken'],
  [
    'error.invalidParameter.wording',
    "Cognito's words",
    refused({ ...IDS, ClientId: 'a-b' }, INVALID, 400, WORDS),
    'holds'
  ],
  ['error.invalidParameter.wording', 'other words', refused({ ...IDS, ClientId: 'a-b' }, INVALID), 'broken'],
  ['error.invalidParameter.wording', 'no message', exchanged(error(INVALID, 400, {}), worldOf(), call({})), 'broken'],
  [
    'error.invalidParameter.wording',
    'no text',
    exchanged(error(INVALID, 400, { message: [] }), worldOf(), call({})),
    'broken'
  ],
  [
    'error.invalidParameter.wording',
    'no body',
    exchanged(answer(400, '', { 'x-amzn-errortype': INVALID }), worldOf(), call({})),
    'broken'
  ],
  ['error.invalidParameter.wording', 'another error', refused({ ...IDS, ClientId: 'a-b' }, 'X'), 'not exercised'],
  ['error.invalidParameter.wording', 'a wrong type', refused({ ...IDS, ClientId: 1 }, INVALID), 'not exercised'],
  ['error.invalidParameter.wording', 'right ids', refused(IDS, INVALID), 'not exercised']
]

describe('the laws of requests', () => {
  it.each([...wrongIds, ...types, ...accepted, ...unusualIds, ...unusualRequests, ...unreadable, ...rest])(
    '%s: %s',
    (clause, _, e, expected) => {
      expect(verdict(clause, e)).toBe(expected)
    }
  )

  it.each<readonly [answer: string, Parameters<typeof exchanged>[0]]>([
    ['HTML', answer(400, '<h1>No</h1>', { 'content-type': 'text/html' })],
    ['no response', undefined]
  ])('%s in answer to chunks breaks no other clause', (_, response) => {
    const e = inChunks(response)
    expect(serverLaws.filter((law) => law.applies(e) && !law.holds(e)).map(({ clause }) => clause)).toEqual([
      'request.body.chunked'
    ])
  })

  it('a secret in answer to chunks is a secret revealed', () => {
    const leak = { where: 'the body', form: 'plain', window: '' } as const
    const e = exchange(
      worldOf(),
      post(BODY, { ...HEADERS, 'transfer-encoding': 'chunked' }),
      { response: list(), answer: parseResponse(list()) },
      { planted: 1, found: [leak] }
    )
    expect(verdict('response.secret.neverRevealed', e)).toBe('broken')
  })

  it('an answer of which nothing is expected says nothing about the ids', () => {
    const nothing = exchange(
      worldOf(),
      call({ ...USUAL, ClientId: 'A+_' }),
      { answer: parseResponse(error(INVALID)) },
      { planted: 0, found: [] },
      { _tag: 'Anything' }
    )
    const said = serverLaws.filter((law) => law.applies(nothing)).map(({ clause }) => clause)
    expect(said.filter((clause) => clause.startsWith('request.'))).toEqual([])
  })

  it('expects no words where something else is wrong', () => {
    expect(lawOf('error.invalidParameter.wording').expected(exchanged(error('X')))).toBe('')
  })

  it('reads the words of Message where there is no message', () => {
    const e = exchanged(error(INVALID, 400, { Message: WORDS }), worldOf(), call({ ...IDS, ClientId: 'a-b' }))
    expect(verdict('error.invalidParameter.wording', e)).toBe('holds')
  })

  test.each<readonly [clause: ClauseId, expected: string]>([
    ['request.clientId.pattern', 'InvalidParameterException (any message)'],
    ['request.clientId.type', 'HTTP 400, SerializationException or InvalidParameterException'],
    ['request.userPoolId.accepted', 'anything but a complaint about the form of UserPoolId: it is well-formed'],
    ['request.nextToken.tolerated', 'HTTP 200 and the same list, as without it'],
    ['request.body.chunked', 'HTTP 200 and the same list as without chunks, or 411 or 501'],
    ['request.body.empty', 'InvalidParameterException (any message)'],
    ['request.body.malformed', 'HTTP 400 and the name of an error'],
    ['request.body.notObject', 'HTTP 400 and the name of an error'],
    ['request.body.hostile', 'HTTP 200 or a status between 400 and 499'],
    ['request.body.serializationException', 'SerializationException'],
    ['request.operation.unknown', 'UnknownOperationException, with a status below 500'],
    ['request.method.post', 'a status between 400 and 499, or 501, and not for its input'],
    ['error.invalidParameter.wording', WORDS]
  ])('%s says what it expected', (clause, expected) => {
    expect(lawOf(clause).expected(refused({ ...IDS, ClientId: 'a-b' }, INVALID))).toBe(expected)
  })
})
