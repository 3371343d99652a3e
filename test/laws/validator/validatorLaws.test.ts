import { describe, expect, it } from 'vitest'
import { type ClauseId, clausesThatBind } from '../../../src/clauses/index.js'
import { left, right } from '../../../src/contract/Either.js'
import { ask, names, type Refusal, type ValidatorAnswer, verdict } from '../../../src/laws/validator/Validator.js'
import { agreesWith, validatorLaws } from '../../../src/laws/validator/validatorLaws.js'

type Said = 'holds' | 'broken' | 'not exercised'

const IDS = { ClientId: 'a+', UserPoolId: 'a_b' }

/** `undefined` takes a member away. */
const asked = (members: object): object => JSON.parse(JSON.stringify({ ...IDS, ...members })) as object

const refused = (refusal: Refusal = {}): ValidatorAnswer => left(refusal)

const one = (path: string) => ({ path: [path], constraint: 'pattern' }) as const

const named = (path: string): ValidatorAnswer => refused({ violations: [one(path)] })

type Row = readonly [clause: ClauseId, what: string, value: unknown, answer: ValidatorAnswer, Said]

const wrongIds = (
  [
    ['request.clientId.required', { ClientId: undefined }, { ClientId: '-' }, { UserPoolId: undefined }],
    ['request.clientId.type', { ClientId: 1 }, { ClientId: '-' }, { UserPoolId: 1 }],
    ['request.clientId.minLength', { ClientId: '' }, { ClientId: '-' }, { UserPoolId: '' }],
    [
      'request.clientId.maxLength',
      { ClientId: 'a'.repeat(129) },
      { ClientId: '-' },
      { UserPoolId: `a_${'b'.repeat(127)}` }
    ],
    ['request.clientId.pattern', { ClientId: '-' }, { ClientId: 1 }, { UserPoolId: '-' }],
    ['request.userPoolId.required', { UserPoolId: undefined }, { UserPoolId: '-' }, { ClientId: undefined }],
    ['request.userPoolId.type', { UserPoolId: 1 }, { UserPoolId: '-' }, { ClientId: 1 }],
    ['request.userPoolId.minLength', { UserPoolId: '' }, { UserPoolId: '-' }, { ClientId: '' }],
    [
      'request.userPoolId.maxLength',
      { UserPoolId: `a_${'b'.repeat(54)}` },
      { UserPoolId: '-' },
      { ClientId: 'a'.repeat(129) }
    ],
    ['request.userPoolId.pattern', { UserPoolId: '-' }, { UserPoolId: 1 }, { ClientId: '-' }]
  ] as const
).flatMap(([clause, wrong, wrongOtherwise, otherWrong]): ReadonlyArray<Row> => [
  [clause, 'it is refused', asked(wrong), refused(), 'holds'],
  [clause, 'it is accepted', asked(wrong), right(asked(wrong)), 'broken'],
  [clause, 'the validator throws', asked(wrong), undefined, 'broken'],
  [clause, 'nothing is wrong', IDS, refused(), 'not exercised'],
  [clause, 'something else is wrong with the id', asked(wrongOtherwise), right(IDS), 'not exercised'],
  [clause, 'the other id is wrong', asked(otherWrong), right(IDS), 'not exercised']
])

const accepted = (
  [
    ['request.clientId.accepted', 'ClientId', 'UserPoolId'],
    ['request.userPoolId.accepted', 'UserPoolId', 'ClientId']
  ] as const
).flatMap(([clause, id, other]): ReadonlyArray<Row> => [
  [clause, 'it is accepted', IDS, right(IDS), 'holds'],
  [clause, 'it is changed', IDS, right({ ...IDS, [id]: 'changed' }), 'broken'],
  [clause, 'the other one is changed', IDS, right({ ...IDS, [other]: 'changed' }), 'holds'],
  [clause, 'it is refused', IDS, refused(), 'broken'],
  [clause, 'the validator throws', IDS, undefined, 'broken'],
  [clause, 'refused for the other', asked({ [other]: '-' }), named(other), 'holds'],
  [clause, 'refused without a reason', asked({ [other]: '-' }), refused(), 'holds'],
  [clause, 'refused for both', asked({ [other]: '-' }), refused({ violations: [one(other), one(id)] }), 'broken'],
  [clause, 'refused for it', asked({ [other]: '-' }), named(id), 'broken'],
  [clause, 'it is wrong', asked({ [id]: '-' }), refused(), 'not exercised']
])

const PATTERN = 'failed to satisfy constraint: Member must satisfy regular expression pattern:'
const ONE = `1 validation error detected: Value '-' at 'clientId' ${PATTERN} [\\w+]+`
const TWO = `2 validation errors detected: Value '-' at 'userPoolId' ${PATTERN} [\\w-]+_[0-9a-zA-Z]+; Value '-' at 'clientId' ${PATTERN} [\\w+]+`

/** Two ids are wrong, and one of them cannot be read. */
const unreadable = {
  UserPoolId: '-',
  get ClientId(): string {
    throw new Error('no')
  }
}
const refusing = new Proxy(
  {},
  {
    ownKeys: () => {
      throw new Error('no')
    }
  }
)

const rest: ReadonlyArray<Row> = [
  ['error.invalidParameter.wording', "Cognito's words", asked({ ClientId: '-' }), refused({ message: ONE }), 'holds'],
  ['error.invalidParameter.wording', 'other words', asked({ ClientId: '-' }), refused({ message: 'no' }), 'broken'],
  ['error.invalidParameter.wording', 'no words', asked({ ClientId: '-' }), refused(), 'broken'],
  ['error.invalidParameter.wording', 'it is accepted', asked({ ClientId: '-' }), right(IDS), 'broken'],
  ['error.invalidParameter.wording', 'the validator throws', asked({ ClientId: '-' }), undefined, 'broken'],
  ['error.invalidParameter.wording', 'two', { ClientId: '-', UserPoolId: '-' }, refused({ message: TWO }), 'holds'],
  [
    'error.invalidParameter.wording',
    'one of two',
    { ClientId: '-', UserPoolId: '-' },
    refused({ message: ONE }),
    'broken'
  ],
  ['error.invalidParameter.wording', 'nothing is wrong', IDS, right(IDS), 'not exercised'],
  ['error.invalidParameter.wording', 'a wrong type', { ClientId: 1, UserPoolId: '-' }, refused(), 'not exercised'],
  ['error.invalidParameter.wording', 'no object', 'a', refused(), 'not exercised'],
  ['error.invalidParameter.wording', 'a list', [], refused(), 'not exercised'],
  ['error.invalidParameter.wording', 'an id that cannot be read', unreadable, refused(), 'not exercised'],
  ['validator.total', 'it answers', 'a', refused(), 'holds'],
  ['validator.total', 'it throws', 'a', undefined, 'broken'],
  ['validator.allViolations', 'both', { ClientId: '-', UserPoolId: '-' }, refused({ message: TWO }), 'holds'],
  ['validator.allViolations', 'one of two', { ClientId: '-', UserPoolId: '-' }, refused({ message: ONE }), 'broken'],
  ['validator.allViolations', 'one of two as data', { ClientId: '-', UserPoolId: '-' }, named('ClientId'), 'broken'],
  ['validator.allViolations', 'it is accepted', { ClientId: '-', UserPoolId: '-' }, right(IDS), 'broken'],
  ['validator.allViolations', 'the validator throws', { ClientId: '-', UserPoolId: '-' }, undefined, 'broken'],
  ['validator.allViolations', 'one thing is wrong', asked({ ClientId: '-' }), refused(), 'not exercised'],
  ['validator.allViolations', 'an id that cannot be read', unreadable, refused(), 'not exercised'],
  ['validator.allViolations', 'no object', 'a', refused(), 'not exercised']
]

/** What is asked beside a value, and whether the answers may differ. */
const ignored = (
  [
    ['request.unknownMembers.ignored', { x: 1 }, { NextToken: 'a' }],
    ['request.nextToken.tolerated', { NextToken: 'a' }, { x: 1 }]
  ] as const
).map(([clause, members, others]) => ({ clause, members, others }))

const lawOf = (id: ClauseId): (typeof validatorLaws)[number] | undefined =>
  validatorLaws.find(({ clause }) => clause === id)

describe('the laws of validators', () => {
  it('say every clause that binds validators, and no other', () => {
    const ids = [...validatorLaws, agreesWith([])].map(({ clause }) => clause)
    expect([...ids].sort()).toEqual([...clausesThatBind('validator')].sort())
  })

  it.each([...wrongIds, ...accepted, ...rest])('%s: %s', (clause, _, value, answer, expected) => {
    const law = lawOf(clause)
    const isHeld = law?.holds(answer, value) === true
    expect(law?.applies(value) === true ? (isHeld ? 'holds' : 'broken') : 'not exercised').toBe(expected)
  })

  it.each(ignored)('$clause: with the member and without it the answer is the same', ({ clause, members, others }) => {
    const law = lawOf(clause)
    const holds = (answer: ValidatorAnswer, control: ValidatorAnswer): boolean | undefined =>
      law?.holds(answer, { ...IDS, ...members }, control)
    expect(
      [{ ...IDS, ...members }, { ...IDS, ...others }, IDS, 'a', [1], refusing].map((value) => law?.applies(value))
    ).toEqual([true, false, false, false, false, false])
    expect(law?.control?.({ ...members, UserPoolId: 'a', ClientId: null })).toStrictEqual({ UserPoolId: 'a' })
    expect(law?.control?.('a')).toEqual({})
    expect(holds(right({ ...IDS, ...members }), right(IDS))).toBe(true)
    expect(holds(refused({ message: 'a' }), refused())).toBe(true)
    expect(holds(refused(), right(IDS))).toBe(false)
    expect(holds(right({ ...IDS, ClientId: 'b' }), right(IDS))).toBe(false)
    expect(holds(right({ ...IDS, UserPoolId: 'b' }), right(IDS))).toBe(false)
    expect(holds(undefined, undefined)).toBe(false)
  })

  it('validator.agrees: every face accepts what the validator accepts', () => {
    const [yes, no] = [() => true, () => false]
    const said = (faces: ReadonlyArray<() => boolean>, answer: ValidatorAnswer): boolean =>
      agreesWith(faces).holds(answer, IDS)
    expect([agreesWith([]).applies(IDS), agreesWith([yes]).applies(IDS)]).toEqual([false, true])
    expect([said([yes, yes], right(IDS)), said([no], refused()), said([], right(IDS))]).toEqual([true, true, true])
    expect([said([yes, no], right(IDS)), said([yes], refused()), said([yes], undefined)]).toEqual([false, false, false])
  })
})

describe('a validator', () => {
  it('that throws, or answers by something that is no Either, gives no answer', () => {
    expect(ask(() => right(IDS), IDS)).toEqual(right(IDS))
    expect(ask(() => left({}), IDS)).toEqual(left({}))
    const wrong = [true, undefined, { _tag: 'Middle' }].map((answer) => ask(() => answer as never, IDS))
    expect(wrong).toEqual([undefined, undefined, undefined])
  })

  it('names a violation by its path and constraint, or in the words of Cognito where it has no list of them', () => {
    const wrong = { path: ['ClientId'], constraint: 'pattern', limit: '[\\w+]+' } as const
    expect(names({ violations: [{ path: ['UserPoolId'], constraint: 'type' }, wrong] }, wrong)).toBe(true)
    expect(names({ violations: [{ path: ['ClientId'], constraint: 'type' }], message: ONE }, wrong)).toBe(false)
    expect(names({ violations: [{ path: ['UserPoolId'], constraint: 'pattern' }] }, wrong)).toBe(false)
    expect([names({ message: ONE }, wrong), names({ message: 'no' }, wrong), names({}, wrong)]).toEqual([
      true,
      false,
      false
    ])
  })

  it('says no, or which ids it read', () => {
    expect(verdict(undefined)).toBeUndefined()
    expect(verdict(refused({ message: 'a' }))).toBe('refused')
    expect(verdict(right({ ...IDS, x: 1 }))).toBe('["a+","a_b"]')
  })
})
