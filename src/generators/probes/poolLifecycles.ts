/**
 * Lives of pools, and of clients in pools that are deleted or full.
 */
import { list, listClient, poolRef, type TestCase } from '../TestCase.js'
import { create } from './lifecycleSteps.js'

export const poolLives: ReadonlyArray<TestCase> = [
  [
    { op: 'createUserPool', pool: 'p' },
    listClient('one', 'p'),
    list({ ClientId: 'nobody', UserPoolId: poolRef('p') }),
    create('a', false, 'p'),
    listClient('a', 'p'),
    { op: 'deleteUserPool', pool: 'p' },
    listClient('a', 'p'),
    listClient('one', 'p'),
    list({ ClientId: 'nobody', UserPoolId: poolRef('p') })
  ],
  [list({ ClientId: 'nobody', UserPoolId: 'us-east-1_nobody' })],
  // what was deleted is not found through a pool that is still there either
  [create('a'), { op: 'deleteUserPoolClient', client: 'a' }, listClient('a', 'other')],
  [
    { op: 'createUserPool', pool: 'p' },
    create('a', true, 'p'),
    { op: 'deleteUserPool', pool: 'p' },
    listClient('a'),
    listClient('a', 'other')
  ],
  // more pools than a page of ten
  [
    { op: 'createUserPool', pool: 'p' },
    create('a', true, 'p'),
    { op: 'repeat', times: 9, steps: [{ op: 'createUserPool', pool: 'crowd' }] },
    { op: 'createUserPool', pool: 'q' },
    create('b', true, 'q'),
    listClient('a', 'p'),
    listClient('b', 'q')
  ],
  // more clients than Cognito's operations list at a time
  [
    { op: 'createUserPool', pool: 'p' },
    { op: 'repeat', times: 30, steps: [create('crowd', false, 'p'), create('crowd', true, 'p')] },
    create('a', true, 'p'),
    listClient('a', 'p'),
    listClient('crowd', 'p'),
    listClient('two')
  ],
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
