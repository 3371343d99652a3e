import { describe, expect, it, test } from 'vitest'
import type { ClauseId } from '../../../src/clauses/index.js'
import type { Exchange } from '../../../src/laws/server/Exchange.js'
import type { KnownClient, World } from '../../../src/laws/server/World.js'
import { HEADERS, post } from '../../protocol/messages.js'
import { answer, call, CLIENT, error, exchanged, lawOf, list, type Row, verdict, worldOf } from './exchanges.js'

const client = (name: string, pool: string, deleted = false): KnownClient => ({
  ...CLIENT,
  name,
  pool,
  id: name,
  deleted
})

const world: World = {
  pools: [
    { name: 'main', id: 'r_main', deleted: false },
    { name: 'other', id: 'r_other', deleted: false },
    { name: 'gone', id: 'r_gone', deleted: true }
  ],
  clients: [client('one', 'main'), client('dead', 'main', true)]
}

const NOT_FOUND = 'ResourceNotFoundException'

const missing: Readonly<Record<string, object>> = {
  'error.notFound.pool': { ClientId: 'one', UserPoolId: 'r_nobody' },
  'error.notFound.client': { ClientId: 'nobody', UserPoolId: 'r_main' },
  'error.notFound.otherPool': { ClientId: 'one', UserPoolId: 'r_other' },
  'error.notFound.deletedClient': { ClientId: 'dead', UserPoolId: 'r_main' },
  'error.notFound.deletedPool': { ClientId: 'one', UserPoolId: 'r_gone' }
}

const notFound = Object.keys(missing).flatMap((id): ReadonlyArray<Row> => {
  const clause = id as ClauseId // a key of the table above
  return Object.entries(missing).flatMap(([other, ids]): ReadonlyArray<Row> =>
    other === id
      ? [
          [clause, 'it is not found', exchanged(error(NOT_FOUND), world, call(ids)), 'holds'],
          [clause, 'another error', exchanged(error('InvalidParameterException'), world, call(ids)), 'broken'],
          [clause, 'a success', exchanged(list(), world, call(ids)), 'broken'],
          [clause, 'no response', exchanged(undefined, world, call(ids)), 'not exercised']
        ]
      : [[clause, `what ${other} is about`, exchanged(list(), world, call(ids)), 'not exercised']]
  )
})

const statuses = (
  [
    ['error.notFound.status', NOT_FOUND, 400],
    ['error.invalidParameter.status', 'InvalidParameterException', 400],
    ['error.internalServer.status', 'InternalServerException', 500],
    ['error.limitExceeded.status', 'LimitExceededException', 400],
    ['error.tooManyRequests.status', 'TooManyRequestsException', 400]
  ] as const
).flatMap(([clause, type, status]): ReadonlyArray<Row> => [
  [clause, 'the documented status', exchanged(error(type, status)), 'holds'],
  [clause, 'another status', exchanged(error(type, 404)), 'broken'],
  [clause, 'another error', exchanged(error('AccessDeniedException', 404)), 'not exercised']
])

const noOperation = post('{}', { ...HEADERS, 'x-amz-target': 'x' })
const silent = post('{}', { ...HEADERS, 'content-type': 'text/plain' })
const chunked = post(JSON.stringify({}), { ...HEADERS, 'transfer-encoding': 'chunked' })

/** On none of these does a law say anything about the form of an error. */
const noErrors: ReadonlyArray<readonly [what: string, e: Exchange]> = [
  ['a success', exchanged(list())],
  ['an unknown operation', exchanged(answer(404, 'x', { 'content-type': 'x' }), worldOf(), noOperation)],
  [
    'a request on which the sources are silent',
    exchanged(answer(400, 'x', { 'content-type': 'x' }), worldOf(), silent)
  ],
  ['chunks that are refused', exchanged(answer(411, 'x', { 'content-type': 'x' }), worldOf(), chunked)]
]

const forms: ReadonlyArray<Row> = [
  ...noErrors.flatMap(([what, e]): ReadonlyArray<Row> =>
    (
      [
        'error.body.object',
        'error.contentType',
        'error.type.present',
        'error.type.consistent',
        'error.message.string',
        'error.message.present'
      ] as const
    ).map((clause) => [clause, what, e, 'not exercised'])
  ),
  ['error.body.object', 'an object', exchanged(error('X')), 'holds'],
  ['error.body.object', 'nothing', exchanged(answer(400, '')), 'holds'],
  ['error.body.object', 'space', exchanged(answer(400, ' \n')), 'holds'],
  ['error.body.object', 'HTML', exchanged(answer(400, '<html>')), 'broken'],
  ['error.body.object', 'no text', exchanged(answer(400, Uint8Array.of(0xff))), 'broken'],
  ['error.body.object', 'a list', exchanged(answer(400, '[]')), 'broken'],
  ['error.contentType', 'AWS JSON', exchanged(error('X')), 'holds'],
  ['error.contentType', 'JSON', exchanged(answer(400, '{}', { 'content-type': 'application/json' })), 'broken'],
  ['error.contentType', 'nothing to have a type', exchanged(answer(400, '', { 'content-type': 'x' })), 'not exercised'],
  ...[200, 201, 299].map((status): Row => [
    'error.type.present',
    `HTTP ${status}`,
    exchanged(answer(status, '{}')),
    'not exercised'
  ]),
  ...[300, 500].map((status): Row => [
    'error.type.present',
    `HTTP ${status}`,
    exchanged(answer(status, '{}')),
    'broken'
  ]),
  ['error.type.present', 'in the body', exchanged(error('X')), 'holds'],
  ['error.type.present', 'in the header', exchanged(answer(400, '', { 'x-amzn-errortype': 'X' })), 'holds'],
  ['error.type.present', 'nowhere', exchanged(answer(400, '{}')), 'broken'],
  ['error.type.consistent', 'one name', exchanged(error('X')), 'not exercised'],
  [
    'error.type.consistent',
    'the same name three times',
    exchanged(answer(400, '{"__type":"a#X","code":"X"}', { 'x-amzn-errortype': 'X:b' })),
    'holds'
  ],
  ['error.type.consistent', 'two names in the body', exchanged(answer(400, '{"__type":"X","code":"Y"}')), 'broken'],
  [
    'error.type.consistent',
    'another name in the header',
    exchanged(answer(400, '{"__type":"X"}', { 'x-amzn-errortype': 'Y' })),
    'broken'
  ],
  ['error.message.string', 'a text', exchanged(error('X')), 'holds'],
  ['error.message.string', 'none', exchanged(error('X', 400, {})), 'holds'],
  ['error.message.string', 'null', exchanged(error('X', 400, { message: null })), 'holds'],
  ['error.message.string', 'a number', exchanged(error('X', 400, { message: 1 })), 'broken'],
  ['error.message.string', 'Message is an object', exchanged(error('X', 400, { Message: {} })), 'broken'],
  ['error.message.string', 'reasonCode is a list', exchanged(error('X', 400, { reasonCode: [] })), 'broken'],
  ['error.message.string', 'there is no object', exchanged(answer(400, '')), 'not exercised'],
  ['error.message.present', 'message', exchanged(error('X')), 'holds'],
  ['error.message.present', 'Message', exchanged(error('X', 400, { Message: 'no' })), 'holds'],
  ['error.message.present', 'neither', exchanged(error('X', 400, {})), 'broken'],
  ['error.message.present', 'a number', exchanged(error('X', 400, { message: 1 })), 'broken'],
  ['error.message.present', 'no body', exchanged(answer(400, '')), 'broken']
]

const nobody = call({ ClientId: 'nobody', UserPoolId: 'r_main' })
const said = (message: string, type = NOT_FOUND): Exchange => exchanged(error(type, 400, { message }), world, nobody)
const wording: ReadonlyArray<Row> = [
  ['error.notFound.wording', "Cognito's words", said('User pool client nobody does not exist.'), 'holds'],
  ['error.notFound.wording', 'other words', said('Not found'), 'broken'],
  ['error.notFound.wording', 'another error', said('Not found', 'X'), 'not exercised'],
  [
    'error.notFound.wording',
    'a client that is there',
    exchanged(error(NOT_FOUND), world, call({ ClientId: 'one', UserPoolId: 'r_main' })),
    'not exercised'
  ]
]

describe('the laws of errors', () => {
  it.each([...notFound, ...statuses, ...forms, ...wording])('%s: %s', (clause, _, e, expected) => {
    expect(verdict(clause, e)).toBe(expected)
  })

  test.each<readonly [clause: ClauseId, expected: string]>([
    ['error.notFound.pool', 'ResourceNotFoundException'],
    ['error.internalServer.status', 'HTTP 500'],
    ['error.body.object', 'a JSON object, or nothing'],
    ['error.contentType', 'application/x-amz-json-1.1'],
    ['error.type.present', "the error's name in the header x-amzn-errortype, or in code or __type of the body"],
    ['error.type.consistent', 'one name, wherever it stands'],
    ['error.message.string', 'strings for message and reasonCode'],
    ['error.message.present', 'a message'],
    ['error.notFound.wording', 'User pool client nobody does not exist.']
  ])('%s says what it expected', (clause, expected) => {
    expect(lawOf(clause).expected(said(''))).toBe(expected)
  })

  it('expects no words where something else is wrong', () => {
    expect(lawOf('error.notFound.wording').expected(exchanged(error('X')))).toBe('')
  })
})
