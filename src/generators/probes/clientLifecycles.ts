/**
 * Lives of clients, from creation to deletion, listed in between.
 */
import * as fc from 'fast-check'
import type { Step, TestCase } from '../TestCase.js'
import { atOnce, create, generated, invoked, look, own, remove, rotations, together } from './lifecycleSteps.js'

export const lives: ReadonlyArray<TestCase> = [
  [create('a'), look('a'), look('a')],
  [create('a', false), look('a'), look('a')],
  [create('a'), look('a'), generated('a'), look('a'), look('a'), own('a'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), generated('a'), look('a')],
  [create('a'), look('a'), generated('a'), look('a'), remove('a', 0), look('a'), generated('a'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), remove('a', 1), look('a'), own('a'), look('a')],
  [create('a'), look('a'), remove('a', 0), look('a')],
  [create('a'), invoked(), own('a'), invoked(), remove('a', 0), invoked()],
  [create('a'), look('a'), own('a'), remove('a', 0), generated('a'), remove('a', 0), own('a'), look('a')],
  [create('a'), create('b'), look('a'), look('b'), own('a'), look('b'), own('b'), look('a'), look('b')],
  [create('a'), look('a'), own('a'), generated('a'), look('a'), own('a'), generated('a'), look('a')],
  [create('a'), create('b'), look('a'), look('b'), own('a'), own('b'), together('a', 'b', 'two', 'none', 'a', 'b')],
  [create('a'), look('a'), { op: 'deleteUserPoolClient', client: 'a' }, look('a')],
  [create('a'), { op: 'deleteUserPoolClient', client: 'a' }, look('a'), create('b'), look('b'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), { op: 'deleteUserPoolClient', client: 'a' }, look('a')],
  [create('a', false), look('a'), { op: 'deleteUserPoolClient', client: 'a' }, look('a')],
  // often enough that a counter gets another digit, and a ring of a size that people choose is full
  [create('a'), look('a'), rotations(6, look('a')), look('a')],
  [create('a'), look('a'), rotations(51), look('a'), generated('a'), look('a')],
  // made without a secret
  [create('a', false), own('a'), look('a'), own('a'), look('a'), own('a'), look('a'), remove('a', 0), look('a')],
  [create('a', false), generated('a'), look('a'), generated('a'), look('a'), look('a')],
  // both secrets the caller's
  [
    create('a'),
    look('a'),
    own('a'),
    remove('a', 0),
    look('a'),
    own('a'),
    look('a'),
    remove('a', 0),
    own('a'),
    look('a')
  ],
  // the same value again, and in two clients
  [create('a'), look('a'), own('a', 'v'), look('a'), remove('a', 1), look('a'), own('a', 'v'), look('a'), look('a')],
  [
    create('a'),
    create('b'),
    look('a'),
    look('b'),
    own('a', 'v'),
    own('b', 'v'),
    look('a'),
    look('b'),
    remove('a', 1),
    look('b'),
    look('a')
  ],
  [create('a'), look('a'), own('a', 'v'), own('a', 'v'), look('a'), remove('a', 0), look('a'), own('a', 'v'), look('a')]
]

/** A third secret is refused, and the one that is left can be given company twice: both at once is one too many. */
const room = [create('a'), look('a'), own('a'), own('a'), look('a'), remove('a', 0), look('a')]

export const changesTogether: ReadonlyArray<TestCase> = [
  [...room, atOnce([generated('a'), own('a')]), look('a'), look('a')],
  [...room, atOnce([own('a'), own('a'), own('a')], 'a', 'a'), look('a'), look('a')],
  [create('a', false), atOnce([own('a'), generated('a'), own('a')], 'a'), look('a'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), atOnce([remove('a', 0)], 'a', 'a', 'a'), look('a'), look('a')],
  [create('a'), look('a'), look('a'), atOnce([own('a')], 'a', 'a', 'a'), look('a'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), atOnce([remove('a', 0), generated('a')], 'a', 'a'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), atOnce([own('a'), remove('a', 1), own('a')], 'a', 'a'), look('a')],
  [create('a'), look('a'), own('a'), look('a'), atOnce([remove('a', 0), remove('a', 1)], 'a'), look('a')],
  [create('a'), create('b'), look('a'), look('b'), atOnce([own('a'), own('b')], 'a', 'b'), look('a'), look('b')],
  [
    create('a'),
    create('b'),
    look('a'),
    look('b'),
    own('a'),
    look('a'),
    atOnce([remove('a', 0), own('b'), generated('a')], 'two', 'b', 'a'),
    look('a'),
    look('b')
  ]
]

/** A look at each client that a step may have changed. */
const looksAfter = (s: Step): ReadonlyArray<Step> =>
  s.op === 'together'
    ? [...new Set((s.changes ?? []).map(({ client }) => client))].map(look)
    : 'client' in s
      ? [look(s.client)]
      : []

/** A life of two clients: changes one by one or at the same time, some of them refused, each listed afterwards. */
export const life = (): fc.Arbitrary<TestCase> => {
  const name = fc.constantFrom('a', 'a', 'b')
  const change = fc.oneof(
    name.map(generated),
    name.map((n) => own(n)),
    name.map((n) => own(n, 'v')),
    { weight: 2, arbitrary: fc.tuple(name, fc.constantFrom(0, 1)).map(([n, position]) => remove(n, position)) }
  )
  const group = fc
    .tuple(fc.array(change, { minLength: 2, maxLength: 3 }), fc.array(name, { maxLength: 2 }))
    .map(([changes, looks]) => atOnce(changes, ...looks))
  const step = fc.oneof(
    { weight: 6, arbitrary: change },
    { weight: 2, arbitrary: group },
    { weight: 1, arbitrary: fc.constantFrom(look('two'), together('a', 'b', 'two')) }
  )
  return fc
    .tuple(fc.boolean(), fc.array(step, { minLength: 1, maxLength: 10, size: 'max' }))
    .map(([isPublic, steps]) => [
      create('a'),
      create('b', !isPublic),
      look('a'),
      look('b'),
      ...steps.flatMap((s) => [s, ...looksAfter(s)])
    ])
}
