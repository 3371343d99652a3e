import { describe, expect, it } from 'vitest'
import { emptyWorld, findClient } from '../../../src/laws/server/World.js'
import { addClient, addPool, updateClient, updatePool } from '../../../src/suite/server/scene/worldChanges.js'
import { expectation } from '../../../src/laws/server/expectation.js'
import type { HttpRequest } from '../../../src/protocol/index.js'
import { HEADERS, post, utf8 } from '../../protocol/messages.js'

const client = (name: string, pool: string): Parameters<typeof addClient>[1] => ({
  name,
  pool,
  id: `${name}id`,
  secrets: []
})

const pools = [
  ['main', 'r_main'],
  ['other', 'r_other'],
  ['gone', 'r_gone']
].reduce((world, [name = '', id = '']) => addPool(world, { name: name, id: id }), emptyWorld)

const peopled = [
  client('one', 'main'),
  client('dead', 'main'),
  client('elsewhere', 'other'),
  client('orphan', 'gone')
].reduce(addClient, pools)

const world = updatePool(
  updateClient(peopled, 'dead', (c) => ({ ...c, deleted: true })),
  'gone',
  (p) => ({ ...p, deleted: true })
)

const ask = (ClientId: unknown, UserPoolId: unknown): HttpRequest => post(JSON.stringify({ ClientId, UserPoolId }))

const good = JSON.stringify({ ClientId: 'oneid', UserPoolId: 'r_main' })

const notFound = (what: string): object => ({ _tag: 'NotFound', what })

describe('clients of one id in two pools', () => {
  const twins = addClient(world, { ...client('twin', 'other'), id: 'oneid' })

  it.each([
    ['r_main', 'one'],
    ['r_other', 'twin']
  ])('are told apart by the pool %s', (pool, name) => {
    expect(expectation(twins, ask('oneid', pool))).toMatchObject({ _tag: 'Listing', client: { name } })
  })

  it('are not in a third pool', () => {
    const three = addPool(twins, { name: 'third', id: 'r_third' })
    expect(expectation(three, ask('oneid', 'r_third'))).toMatchObject(notFound('otherPool'))
  })
})

describe('expectation', () => {
  const table: ReadonlyArray<readonly [why: string, request: HttpRequest, expected: object]> = [
    ['a client that exists', ask('oneid', 'r_main'), { _tag: 'Listing', client: findClient(world, 'one') }],
    ['the same as bytes', post(utf8(good)), { _tag: 'Listing' }],
    ['with unknown members', post(`{"x":1,"NextToken":"a",${good.slice(1)}`), { _tag: 'Listing' }],
    [
      'with other spellings of headers',
      post(good, {
        'CONTENT-TYPE': `${HEADERS['content-type']}; charset=utf-8`,
        'X-Amz-Target': HEADERS['x-amz-target']
      }),
      { _tag: 'Listing' }
    ],
    ['an unknown pool', ask('oneid', 'r_nobody'), notFound('pool')],
    ['an unknown client', ask('nobody', 'r_main'), notFound('client')],
    ['another pool', ask('elsewhereid', 'r_main'), notFound('otherPool')],
    ['a deleted client', ask('deadid', 'r_main'), notFound('deletedClient')],
    ['a deleted pool', ask('orphanid', 'r_gone'), notFound('deletedPool')],
    ['a deleted client through another pool', ask('deadid', 'r_other'), notFound('otherPool')],
    ['nothing known at all', ask('x', 'r_x'), notFound('pool')],
    [
      'an ill-formed id',
      ask('a-b', 'r_main'),
      { _tag: 'Refusal', violations: [{ path: ['ClientId'], constraint: 'pattern', limit: '[\\w+]+' }] }
    ],
    [
      'a wrong type',
      ask(1, 'r_main'),
      { _tag: 'Refusal', violations: [{ path: ['ClientId'], constraint: 'type', limit: 'string' }] }
    ],
    ['an empty body', post(''), { _tag: 'Refusal' }],
    ['no JSON', post('{'), { _tag: 'Unreadable', reason: 'not JSON' }],
    ['no object', post('[]'), { _tag: 'Unreadable', reason: 'not an object' }],
    ['another method', post(good, HEADERS, 'GET'), { _tag: 'NoOperation', reason: 'method' }],
    ['no target', post(good, { 'content-type': HEADERS['content-type'] }), { _tag: 'NoOperation', reason: 'target' }],
    [
      'another target',
      post(good, { ...HEADERS, 'x-amz-target': `${HEADERS['x-amz-target']}z` }),
      { _tag: 'NoOperation', reason: 'target' }
    ],
    ['another content type', post(good, { ...HEADERS, 'content-type': 'application/json' }), { _tag: 'Silent' }],
    ['a byte order mark', post(`\uFEFF${good}`), { _tag: 'Silent' }],
    ['a name twice', post(`{"ClientId":"a",${good.slice(1)}`), { _tag: 'Silent' }],
    ['no UTF-8', post(Uint8Array.of(0xff)), { _tag: 'Silent' }],
    [
      'a large body',
      post(JSON.stringify({ ClientId: 'oneid', UserPoolId: 'r_main', Big: 'x'.repeat(300_000) })),
      { _tag: 'Silent' }
    ],
    ['a deep body', post(`{"Deep":${'['.repeat(2000)}${']'.repeat(2000)},${good.slice(1)}`), { _tag: 'Silent' }],
    ['deep objects', post(`{"Deep":${'{"abc":'.repeat(200)}0${'}'.repeat(200)},${good.slice(1)}`), { _tag: 'Silent' }],
    [
      'a deep body as bytes',
      post(utf8(`{"Deep":${'['.repeat(200)}${']'.repeat(200)},${good.slice(1)}`)),
      { _tag: 'Silent' }
    ],
    ['a list in an unknown member', post(`{"x":[[1]],${good.slice(1)}`), { _tag: 'Listing' }],
    ['UTF-16', post(Buffer.from(good, 'utf16le')), { _tag: 'Silent' }]
  ]

  it.each(table)('%s', (_, request, expected) => {
    expect(expectation(world, request)).toMatchObject(expected)
  })

  it('knows what to say in the words of Cognito', () => {
    expect(expectation(world, ask('oneid', 'r_nobody'))).toMatchObject({
      message: 'User pool r_nobody does not exist.'
    })
    expect(expectation(world, ask('a-b', 'r_main'))).toMatchObject({
      descriptions:
        "1 validation error detected: Value 'a-b' at 'clientId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+"
    })
  })
})
