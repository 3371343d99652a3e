import { describe, expect, it, test } from 'vitest'
import type { ClauseId } from '../../../src/clauses/index.js'
import { isAsKnown } from '../../../src/laws/server/listLaws.js'
import type { KnownClient, KnownSecret } from '../../../src/laws/server/World.js'
import type { Exchange } from '../../../src/laws/server/Exchange.js'
import { error, exchanged, lawOf, list, listed, type Row, verdict, worldOf } from './exchanges.js'

const MADE: KnownSecret = { origin: 'creation', id: 'secret--made', date: 1785000000 }
const GENERATED: KnownSecret = { origin: 'generated', id: 'secret--generated', date: 1785000000 }
const CALLER: KnownSecret = { origin: 'caller', id: 'secret--caller', date: 1785000000 }
/** Made with the client: its id is known once it has been listed. */
const NAMELESS: KnownSecret = { origin: 'creation' }

/** The client has these secrets, and these descriptors were listed. */
const lists = (client: Partial<KnownClient>, ...descriptors: ReadonlyArray<object>): Exchange =>
  exchanged(list(...descriptors), worldOf(client))

const has = (...secrets: ReadonlyArray<KnownSecret>): Partial<KnownClient> => ({ secrets })

const made = listed('secret--made')
const generated = listed('secret--generated')
const caller = listed('secret--caller')
const stranger = listed('secret--stranger')

const complete: ReadonlyArray<Row> = [
  ['list.complete', 'both are listed', lists(has(MADE, GENERATED), generated, made), 'holds'],
  ['list.complete', 'the first is missing', lists(has(MADE, GENERATED), generated), 'broken'],
  ['list.complete', 'the second is missing', lists(has(MADE, GENERATED), made), 'broken'],
  ['list.complete', 'one without an id is listed', lists(has(NAMELESS, GENERATED), generated, stranger), 'holds'],
  ['list.complete', 'one without an id is missing', lists(has(NAMELESS, GENERATED), generated), 'broken'],
  ['list.complete', 'one without an id is listed without one', lists(has(NAMELESS), {}), 'holds'],
  ['list.complete', 'of two without an id one is missing', lists(has(NAMELESS, NAMELESS), stranger), 'broken'],
  ['list.complete', 'there is none', lists(has()), 'not exercised'],
  ['list.complete', 'nobody knows which there are', lists({ secrets: undefined }, made), 'not exercised'],
  ['list.complete', 'there are more than there can be', lists(has(MADE, GENERATED, CALLER)), 'not exercised'],
  ['list.complete', 'there is an error', exchanged(error('X'), worldOf(has(MADE))), 'not exercised'],
  ['list.complete', 'there is no response', exchanged(undefined, worldOf(has(MADE))), 'not exercised'],
  ['list.complete', 'there is no list', exchanged({ ...list(), body: '{}' }, worldOf(has(MADE))), 'not exercised']
]

const only: ReadonlyArray<Row> = [
  ['list.only', 'the one is listed', lists(has(MADE), made), 'holds'],
  ['list.only', 'another is listed', lists(has(MADE), stranger), 'broken'],
  ['list.only', 'another is listed too', lists(has(MADE), made, stranger), 'broken'],
  ['list.only', 'one is listed twice', lists(has(MADE), made, made), 'broken'],
  ['list.only', 'an id is no string', lists(has(MADE), listed(1)), 'broken'],
  ['list.only', 'nothing is listed', lists(has(MADE)), 'holds'],
  ['list.only', 'there is none and none is listed', lists(has()), 'holds'],
  ['list.only', 'one without an id may be any', lists(has(NAMELESS), stranger), 'holds'],
  ['list.only', 'but not two', lists(has(NAMELESS), stranger, made), 'broken'],
  ['list.only', 'nobody knows which there are', lists({ secrets: undefined }, made), 'not exercised']
]

const origins = (
  [
    ['list.creationSecret', MADE],
    ['list.generatedSecret', GENERATED],
    ['list.callerSecret', CALLER]
  ] as const
).flatMap(([clause, secret]): ReadonlyArray<Row> => {
  const other = secret === MADE ? GENERATED : MADE
  return [
    [clause, 'it is listed', lists(has(secret, other), listed(secret.id)), 'holds'],
    [clause, 'only the other is listed', lists(has(secret, other), listed(other.id)), 'broken'],
    [clause, 'one of two is listed', lists(has(secret, { ...secret, id: 'x' }), listed('x')), 'broken'],
    [clause, 'there is none of this kind', lists(has(other)), 'not exercised'],
    [clause, 'there is no list', exchanged({ ...list(), body: '{}' }, worldOf(has(secret))), 'not exercised']
  ]
})

const deleted = (...secrets: ReadonlyArray<KnownSecret>): Partial<KnownClient> => ({
  secrets,
  deletedSecretIds: ['secret--gone']
})
const gone = listed('secret--gone')
const deletions: ReadonlyArray<Row> = [
  ['list.deletedSecret', 'only the rest is listed', lists(deleted(MADE), made), 'holds'],
  ['list.deletedSecret', 'the deleted one is listed', lists(deleted(MADE), made, gone), 'broken'],
  ['list.deletedSecret', 'its id was given again', lists(deleted({ ...CALLER, id: 'secret--gone' }), gone), 'holds'],
  [
    'list.deletedSecret',
    'its id was given again beside another',
    lists(deleted(MADE, { ...CALLER, id: 'secret--gone' }), gone),
    'holds'
  ],
  ['list.deletedSecret', 'nothing was deleted', lists(has(MADE), made), 'not exercised'],
  [
    'list.deletedSecret',
    'nobody knows which there are',
    lists({ ...deleted(), secrets: undefined }, gone),
    'not exercised'
  ],
  ['list.deletedSecret', 'there is an error', exchanged(error('X'), worldOf(deleted(MADE))), 'not exercised']
]

const beside = (
  mine: Partial<KnownClient>,
  theirs: Partial<KnownClient>,
  ...descriptors: ReadonlyArray<object>
): Exchange => exchanged(list(...descriptors), worldOf(mine, theirs))
const short: KnownSecret = { origin: 'generated', id: '1', date: 1785000000 }
const otherClients: ReadonlyArray<Row> = [
  ['list.otherClient', 'only its own is listed', beside(has(MADE), has(GENERATED), made), 'holds'],
  ['list.otherClient', 'that of the other is listed', beside(has(MADE), has(GENERATED), made, generated), 'broken'],
  ['list.otherClient', 'both have the same id', beside(has(MADE), has(MADE), made), 'holds'],
  ['list.otherClient', 'both have the same id beside another', beside(has(GENERATED, MADE), has(MADE), made), 'holds'],
  [
    'list.otherClient',
    'one of two of the other is listed',
    beside(has(MADE), has(GENERATED, CALLER), generated),
    'broken'
  ],
  ['list.otherClient', 'another is of the same date', beside(has(MADE), has(GENERATED), stranger), 'holds'],
  [
    'list.otherClient',
    'it is the same id with another date',
    beside(has(MADE), has(GENERATED), listed('secret--generated', 1)),
    'holds'
  ],
  [
    'list.otherClient',
    'the date is no number',
    beside(has(MADE), has(GENERATED), listed('secret--generated', 'now')),
    'broken'
  ],
  [
    'list.otherClient',
    'the date of the other is not known',
    beside(has(MADE), has({ origin: 'generated', id: 'secret--generated' }), listed('secret--generated', 1)),
    'broken'
  ],
  ['list.otherClient', 'a short id may be a new one', beside(has(NAMELESS), has(short), listed('1')), 'holds'],
  [
    'list.otherClient',
    'a short id where nothing is known',
    beside({ secrets: undefined }, has(short), listed('1')),
    'holds'
  ],
  ['list.otherClient', 'a short id where all are known', beside(has(MADE), has(short), listed('1')), 'broken'],
  ['list.otherClient', 'a long id is no new one', beside(has(NAMELESS), has(GENERATED), generated), 'broken'],
  [
    'list.otherClient',
    'an id of twelve characters is a long one',
    beside(has(NAMELESS), has({ ...short, id: 'x'.repeat(12) }), listed('x'.repeat(12))),
    'broken'
  ],
  [
    'list.otherClient',
    'changes on their way named it',
    beside({ secrets: undefined, changing: { always: [], ever: [GENERATED] } }, has(GENERATED), generated),
    'holds'
  ],
  ['list.otherClient', 'the other has none', beside(has(MADE), has(), made), 'not exercised'],
  ['list.otherClient', 'nothing of the other is named', beside(has(MADE), has(NAMELESS), made), 'not exercised'],
  ['list.otherClient', 'nobody knows of the other', beside(has(MADE), { secrets: undefined }, made), 'not exercised']
]

const empty: ReadonlyArray<Row> = [
  ['list.empty', 'the list is empty', lists(has()), 'holds'],
  ['list.empty', 'something is listed', lists(has(), made), 'broken'],
  ['list.empty', 'there is an error', exchanged(error('ResourceNotFoundException'), worldOf(has())), 'broken'],
  ['list.empty', 'there is no list', exchanged({ ...list(), body: '{}' }, worldOf(has())), 'broken'],
  ['list.empty', 'the list has another status', exchanged({ ...list(), status: 201 }, worldOf(has())), 'broken'],
  ['list.empty', 'there is a secret', lists(has(MADE)), 'not exercised'],
  ['list.empty', 'nobody knows which there are', lists({ secrets: undefined }), 'not exercised']
]

const refused: Partial<KnownClient> = { secrets: [MADE, GENERATED], refusedAdd: true }
const afterRefusedAdd: ReadonlyArray<Row> = [
  ['list.afterRefusedAdd', 'the two are listed', lists(refused, made, generated), 'holds'],
  ['list.afterRefusedAdd', 'the third is listed too', lists(refused, made, generated, stranger), 'broken'],
  ['list.afterRefusedAdd', 'the third took the place of one', lists(refused, made, stranger), 'broken'],
  ['list.afterRefusedAdd', 'one is missing', lists(refused, made), 'broken'],
  ['list.afterRefusedAdd', 'no Add was refused', lists({ ...refused, refusedAdd: false }, made), 'not exercised']
]

const changing = { secrets: undefined, changing: { always: [MADE], ever: [MADE, GENERATED] } }
const changes: ReadonlyArray<Row> = [
  ['list.duringChanges', 'what stays is listed', lists(changing, made), 'holds'],
  ['list.duringChanges', 'what comes is listed too', lists(changing, made, generated), 'holds'],
  ['list.duringChanges', 'what stays is missing', lists(changing, generated), 'broken'],
  [
    'list.duringChanges',
    'one of two that stay is missing',
    lists({ changing: { always: [MADE, GENERATED], ever: [MADE, GENERATED] } }, made),
    'broken'
  ],
  ['list.duringChanges', 'what never was is listed', lists(changing, made, stranger), 'broken'],
  ['list.duringChanges', 'nothing changes', lists(has(MADE), made), 'not exercised'],
  [
    'list.afterConcurrentChanges',
    'all are listed',
    lists({ secrets: [NAMELESS, GENERATED], changedTogether: true }, generated, stranger),
    'holds'
  ],
  [
    'list.afterConcurrentChanges',
    'the secret made with the client has never been listed',
    lists({ secrets: [NAMELESS, GENERATED], changedTogether: true }, generated),
    'holds'
  ],
  [
    'list.afterConcurrentChanges',
    'the secret made with the client is listed no more',
    lists({ secrets: [MADE, GENERATED], changedTogether: true }, generated),
    'broken'
  ],
  [
    'list.afterConcurrentChanges',
    'one that Add gave no id is missing',
    lists({ secrets: [MADE, { origin: 'generated' }], changedTogether: true }, made),
    'broken'
  ],
  [
    'list.afterConcurrentChanges',
    'one that Add gave no id may be any',
    lists({ secrets: [MADE, { origin: 'generated' }], changedTogether: true }, made, stranger),
    'holds'
  ],
  [
    'list.afterConcurrentChanges',
    'another stands in its place',
    lists({ secrets: [MADE, GENERATED], changedTogether: true }, made, stranger),
    'broken'
  ],
  [
    'list.afterConcurrentChanges',
    'three are listed of a target that keeps the limit',
    lists({ secrets: [MADE, GENERATED, CALLER], changedTogether: true, keepsLimit: true }, made, generated, caller),
    'broken'
  ],
  [
    'list.afterConcurrentChanges',
    'three are listed of a target that knows no limit',
    lists({ secrets: [MADE, GENERATED, CALLER], changedTogether: true }, made, generated, caller),
    'not exercised'
  ],
  [
    'list.afterConcurrentChanges',
    'two are listed where none was left',
    lists({ secrets: [], changedTogether: true }, made, generated),
    'holds'
  ],
  [
    'list.afterConcurrentChanges',
    'nobody knows which there are',
    lists({ secrets: undefined, changedTogether: true }, made),
    'not exercised'
  ],
  ['list.afterConcurrentChanges', 'the changes came one by one', lists(has(MADE), made), 'not exercised']
]

const at = (date: unknown): object => listed('secret--made', date)
const created: Partial<KnownClient> = { secrets: [{ origin: 'creation', id: 'secret--made' }], created: 1785000000 }
const dates: ReadonlyArray<Row> = [
  ['list.createDate', 'it is the date that Add returned', lists(has(MADE), at(1785000000)), 'holds'],
  ['list.createDate', 'it differs by less than half a millisecond', lists(has(MADE), at(1785000000.0004)), 'holds'],
  ['list.createDate', 'it is a millisecond later', lists(has(MADE), at(1785000000.001)), 'broken'],
  ['list.createDate', 'it is a millisecond earlier', lists(has(MADE), at(1784999999.999)), 'broken'],
  ['list.createDate', 'it is no number', lists(has(MADE), at('1785000000')), 'broken'],
  ['list.createDate', 'it differs by half a millisecond', lists(has({ ...MADE, date: 0 }), at(0.0005)), 'broken'],
  ['list.createDate', 'the date of a secret of a client is a text', lists(created, at('1785000000')), 'broken'],
  [
    'list.createDate',
    'neither the secret nor the descriptor has an id',
    lists({ ...has({ origin: 'creation', date: 2 }), created: 2 }, { ClientSecretCreateDate: 1785000000 }),
    'not exercised'
  ],
  ['list.createDate', 'two secrets share the id', lists(has(MADE), listed('secret--made', 1), made), 'not exercised'],
  ['list.createDate', 'it is not listed', lists(has(MADE), generated), 'not exercised'],
  [
    'list.createDate',
    'Add returned none',
    lists(has({ origin: 'generated', id: 'secret--generated' }), generated),
    'not exercised'
  ],
  ['list.createDate', 'a secret is as old as its client', lists(created, at(1785000059)), 'holds'],
  ['list.createDate', 'a secret is a minute younger than its client', lists(created, at(1785000060)), 'broken'],
  ['list.createDate', 'a secret is a minute older than its client', lists(created, at(1784999940)), 'broken'],
  ['list.createDate', 'the date of a secret of a client is no number', lists(created, at(null)), 'broken'],
  [
    'list.createDate',
    'a secret that was added later may be younger',
    lists({ ...created, secrets: [{ origin: 'generated', id: 'secret--made' }] }, at(1)),
    'not exercised'
  ],
  ['list.createDate', 'a secret without an id', lists({ ...created, secrets: [NAMELESS] }, at(1)), 'not exercised'],
  ['list.createDate', 'another descriptor', lists(created, listed('x', 1)), 'not exercised']
]

const timed = has({ origin: 'generated', id: 'secret--made', madeAt: 1785000000 })
const clocks: ReadonlyArray<Row> = [
  ['list.currentDate', 'it is the time of the response', lists(timed, at(1785000000)), 'holds'],
  ['list.currentDate', 'it is five minutes later', lists(timed, at(1785000300)), 'broken'],
  ['list.currentDate', 'it is nearly five minutes earlier', lists(timed, at(1784999701)), 'holds'],
  ['list.currentDate', 'it is five minutes earlier', lists(timed, at(1784999700)), 'broken'],
  ['list.currentDate', 'it is no number', lists(timed, at('now')), 'not exercised'],
  [
    'list.currentDate',
    'one of two is wrong',
    lists(
      has({ origin: 'generated', id: 'secret--made', madeAt: 1 }, { origin: 'caller', id: 'x', madeAt: 1 }),
      at(1),
      listed('x')
    ),
    'broken'
  ],
  [
    'list.currentDate',
    'neither the secret nor the descriptor has an id',
    lists(has({ origin: 'creation', madeAt: 1 }), { ClientSecretCreateDate: 1785000000 }),
    'not exercised'
  ],
  ['list.currentDate', 'no response told of it', lists(has(MADE), at(1)), 'not exercised'],
  ['list.currentDate', 'it is not listed', lists(timed, listed('x', 1)), 'not exercised']
]

const before = (...rest: ReadonlyArray<readonly [id: unknown, date: unknown]>): Partial<KnownClient> => ({
  secrets: undefined,
  listed: rest.map(([id, date]) => ({ id, date }))
})
const repeated: ReadonlyArray<Row> = [
  ['list.repeatable', 'the same is listed', lists(before(['a', 1]), listed('a', 1)), 'holds'],
  [
    'list.repeatable',
    'the same is listed in another order',
    lists(before(['a', 1], ['b', 2]), listed('b', 2), listed('a', 1)),
    'holds'
  ],
  ['list.repeatable', 'another id is listed', lists(before(['a', 1]), listed('b', 1)), 'broken'],
  ['list.repeatable', 'another date is listed', lists(before(['a', 1]), listed('a', 2)), 'broken'],
  ['list.repeatable', 'one more is listed', lists(before(['a', 1]), listed('a', 1), listed('a', 1)), 'broken'],
  ['list.repeatable', 'nothing was listed before', lists(has(), listed('a', 1)), 'not exercised'],
  ['list.repeatable', 'there is an error', exchanged(error('X'), worldOf(before(['a', 1]))), 'not exercised']
]

const rows = [
  ...complete,
  ...only,
  ...origins,
  ...deletions,
  ...otherClients,
  ...empty,
  ...afterRefusedAdd,
  ...changes,
  ...dates,
  ...clocks,
  ...repeated
]

describe('the laws of lists', () => {
  it.each(rows)('%s: %s', (clause, _, e, expected) => {
    expect(verdict(clause, e)).toBe(expected)
  })

  test.each<readonly [clause: ClauseId, e: Exchange, expected: string]>([
    ['list.complete', lists(has(MADE)), '1 descriptor: secret--made'],
    ['list.only', lists(has(NAMELESS, CALLER)), '2 descriptors: the creation secret, secret--caller'],
    ['list.only', lists(has()), '0 descriptors'],
    ['list.deletedSecret', lists(deleted(MADE)), 'nothing of what was deleted; 1 descriptor: secret--made'],
    ['list.otherClient', lists(has(MADE)), 'no secret of another client; 1 descriptor: secret--made'],
    ['list.empty', lists(has()), 'HTTP 200 and an empty list'],
    [
      'list.duringChanges',
      lists(changing),
      'secret--made in any case, and nothing but secret--made, secret--generated'
    ],
    ['list.duringChanges', lists({ changing: { always: [], ever: [] } }), 'nothing in any case, and nothing but that'],
    [
      'list.afterConcurrentChanges',
      lists({ secrets: [MADE, NAMELESS], changedTogether: true }),
      'at most 2 descriptors, among them secret--made'
    ],
    [
      'list.afterConcurrentChanges',
      lists({ secrets: [], changedTogether: true }),
      'at most 2 descriptors, among them none in particular'
    ],
    ['list.createDate', lists(has(MADE, NAMELESS)), 'the dates that Add returned: 1785000000, not known'],
    ['list.repeatable', lists(before(['a', 1], ['b', 2])), 'the same as before: a, b'],
    ['list.repeatable', lists(before()), 'the same as before: nothing'],
    [
      'list.currentDate',
      lists(timed),
      'dates that agree with the Date header of the response that told of the secret, within five minutes'
    ],
    ['list.complete', lists({ secrets: undefined }), 'the secrets of the client'],
    ['list.duringChanges', lists(has()), 'nothing in any case, and nothing but that'],
    [
      'list.afterConcurrentChanges',
      lists({ secrets: [MADE, { origin: 'generated' }], changedTogether: true }),
      'at most 2 descriptors, among them secret--made, generated'
    ],
    ['list.afterConcurrentChanges', lists(has()), 'at most 2 descriptors, among them none in particular'],
    ['list.createDate', lists({ secrets: undefined }), 'the dates that Add returned: '],
    ['list.repeatable', lists(has()), 'the same as before: nothing']
  ])('%s says what it expected', (clause, e, expected) => {
    expect(lawOf(clause).expected(e)).toBe(expected)
  })
})

describe('a list is as it is known', () => {
  it.each<readonly [string, Exchange, boolean]>([
    ['where it has what there is', lists(has(MADE, GENERATED), made, generated), true],
    ['not where a secret is missing', lists(has(MADE, GENERATED), made), false],
    ['not where another is listed', lists(has(MADE), made, stranger), false],
    ['where there is none', lists(has()), true],
    ['not where there should be none', lists(has(), made), false],
    ['where it breaks another clause', lists(has({ ...MADE, date: 1 }), made), true],
    ['where nobody knows what there is', lists({ secrets: undefined }, made), true]
  ])('%s', (_, e, expected) => {
    expect(isAsKnown(e)).toBe(expected)
  })
})
