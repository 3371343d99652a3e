/**
 * Lives of clients and pools, from creation to deletion, listed in between.
 */
import * as fc from 'fast-check'
import { type TestCase, listClient, type Step } from '../TestCase.js'

const own = (name: string): Step => ({ op: 'addUserPoolClientSecret', client: name, own: true })
const generated = (name: string): Step => ({ op: 'addUserPoolClientSecret', client: name, own: false })
const remove = (name: string, position: number): Step => ({ op: 'deleteUserPoolClientSecret', client: name, position })
const create = (client: string, secret = true, pool = 'main'): Step => ({
  op: 'createUserPoolClient',
  pool,
  client,
  secret
})
const look = (name: string): Step => listClient(name)
const together = (...names: ReadonlyArray<string>): Step => ({
  op: 'together',
  lists: names.map((name) => listClient(name))
})

export const lives: ReadonlyArray<TestCase> = [
  [create('a'), look('a'), look('a')],
  [create('a', false), look('a'), look('a')],
  [create('a'), look('a'), generated('a'), look('a'), look('a'), own('a'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), generated('a'), look('a')],
  [create('a'), look('a'), generated('a'), look('a'), remove('a', 0), look('a'), generated('a'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), remove('a', 1), look('a'), own('a'), look('a')],
  [create('a'), look('a'), remove('a', 0), look('a')],
  [create('a'), look('a'), own('a'), remove('a', 0), generated('a'), remove('a', 0), own('a'), look('a')],
  [create('a'), create('b'), look('a'), look('b'), own('a'), look('b'), own('b'), look('a'), look('b')],
  [create('a'), look('a'), own('a'), generated('a'), look('a'), own('a'), generated('a'), look('a')],
  [create('a'), create('b'), look('a'), look('b'), own('a'), own('b'), together('a', 'b', 'two', 'none', 'a', 'b')],
  [create('a'), look('a'), { op: 'deleteUserPoolClient', client: 'a' }, look('a')],
  [create('a'), { op: 'deleteUserPoolClient', client: 'a' }, look('a'), create('b'), look('b'), look('a')]
]

export const poolLives: ReadonlyArray<TestCase> = [
  [
    { op: 'createUserPool', pool: 'p' },
    create('a', true, 'p'),
    listClient('a', 'p'),
    { op: 'deleteUserPool', pool: 'p' },
    listClient('a', 'p')
  ],
  [
    { op: 'createUserPool', pool: 'p' },
    create('a', true, 'p'),
    { op: 'deleteUserPoolClient', client: 'a' },
    { op: 'deleteUserPool', pool: 'p' },
    listClient('a', 'p')
  ]
]

export const life = (): fc.Arbitrary<TestCase> => {
  const name = fc.constantFrom('a', 'a', 'b')
  const step = fc.oneof(
    name.map(generated),
    name.map(own),
    fc.tuple(name, fc.constantFrom(0, 1)).map(([n, position]) => remove(n, position)),
    fc.constant(look('two')),
    fc.constant(together('a', 'b', 'two'))
  )
  return fc
    .array(step, { minLength: 1, maxLength: 7 })
    .map((steps) => [
      create('a'),
      create('b'),
      look('a'),
      look('b'),
      ...steps.flatMap((s) => ('client' in s ? [s, look(s.client)] : [s]))
    ])
}
