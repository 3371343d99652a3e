/**
 * What a run sends whatever the number of runs: the examples of the probes, and the tables that they are made of.
 */
import { describe, expect, it } from 'vitest'
import { clauseIds } from '../../src/clauses/index.js'
import { malformedBodies, notObjects } from '../../src/generators/bodies.js'
import { idForms } from '../../src/generators/idForms.js'
import { illFormedForms } from '../../src/generators/illFormedForms.js'
import { inEscapes } from '../../src/generators/inEscapes.js'
import { changesTogether, lives } from '../../src/generators/probes/clientLifecycles.js'
import { idExamples } from '../../src/generators/probes/idExamples.js'
import { probes } from '../../src/generators/probes/index.js'
import {
  atOnce,
  create,
  generated,
  invoked,
  look,
  own,
  remove,
  rotations,
  together
} from '../../src/generators/probes/lifecycleSteps.js'
import { membersOfSiblings, paginationTokens } from '../../src/generators/probes/otherMembers.js'
import { poolLives } from '../../src/generators/probes/poolLifecycles.js'
import { fixedIds, type Scene } from '../../src/generators/probes/Probe.js'
import { contentTypes, sdkHeaders, spellings, unknownMembers } from '../../src/generators/probes/unusualCalls.js'
import type { ListStep, Step, TestCase } from '../../src/generators/TestCase.js'
import { stepsOf } from '../../src/report/details.js'

const SCENES: ReadonlyArray<Scene> = ['nothing', 'given', 'provisioned']

const inWords = (steps: TestCase): string =>
  stepsOf({ probe: '', expected: '', received: '', steps }, Infinity).join('\n')

const LIST_OF_A = '{"ClientId":"{{client:a}}","UserPoolId":"{{pool:main}}"}'

const twins = (all: ReadonlyArray<unknown>): ReadonlyArray<string> => {
  const texts = all.map((one) => JSON.stringify(one))
  return texts.filter((text, i) => texts.indexOf(text) !== i)
}

/** The Lists in a step. */
const listsIn = (step: Step): ReadonlyArray<ListStep> =>
  step.op === 'list'
    ? [step]
    : step.op === 'together'
      ? step.lists
      : step.op === 'repeat'
        ? step.steps.flatMap(listsIn)
        : []

/** Needs, share of the runs, and how many examples there are in each scene. */
const SIZES: Readonly<Record<string, readonly [Scene, number | undefined, number, number, number]>> = {
  'clients that exist': ['given', undefined, 0, 9, 11],
  'clients that exist, asked for in unusual ways': ['given', undefined, 0, 89, 93],
  'through another pool': ['provisioned', undefined, 0, 0, 3],
  'lives of clients': ['provisioned', 0.3, 0, 0, 24],
  'changes at the same time': ['provisioned', 0.05, 0, 0, 10],
  'lives of pools': ['provisioned', 0.1, 0, 0, 8],
  'ill-formed ClientId': ['nothing', undefined, 251, 251, 251],
  'ill-formed UserPoolId': ['nothing', undefined, 355, 355, 355],
  'ill-formed and close to the id of a client that exists': ['given', 0.2, 0, 46, 47],
  'ill-formed and close to the id of a pool that exists': ['given', 0.2, 0, 45, 46],
  'both ids wrong': ['nothing', undefined, 36, 36, 36],
  'well-formed ClientId of nobody': ['nothing', undefined, 74, 74, 74],
  'unknown client of a pool that exists': ['given', undefined, 0, 25, 26],
  'nearly the id of a pool that exists': ['given', 0.1, 0, 22, 22],
  'well-formed UserPoolId of nobody': ['nothing', undefined, 137, 137, 137],
  'ClientId missing or of another type': ['nothing', undefined, 24, 24, 24],
  'UserPoolId missing or of another type': ['nothing', undefined, 24, 24, 24],
  'no members at all': ['nothing', undefined, 12, 12, 12],
  'bodies that are not JSON': ['nothing', 0.6, 88, 88, 88],
  'JSON that is no object': ['nothing', undefined, 11, 11, 11],
  'bodies on which the sources are silent': ['nothing', 0.1, 11, 11, 11],
  'other methods and targets': ['nothing', undefined, 13, 13, 13],
  'wrong ids in calls that are unusual in another way': ['nothing', 0.05, 96, 96, 96],
  'unknown ids in calls that are unusual in another way': ['given', 0.05, 0, 24, 24],
  'another pool in calls that are unusual in another way': ['provisioned', 0.05, 0, 0, 12]
}

describe('probes', () => {
  it('have the examples that they had: one is not lost by a slip', () => {
    const sizes = probes.map(({ name, needs, share, examples }) => {
      const counts = SCENES.map((scene) => (SCENES.indexOf(scene) < SCENES.indexOf(needs) ? 0 : examples(scene).length))
      return [name, [needs, share, ...counts]] as const
    })
    expect(sizes).toEqual(Object.entries(SIZES))
  })

  it('name clauses that there are, each once', () => {
    for (const { exercises } of probes) {
      expect(exercises.length).toBeGreaterThan(0)
      expect(exercises.filter((id) => !clauseIds.includes(id))).toEqual([])
      expect(twins(exercises)).toEqual([])
    }
  })

  it.each(SCENES)('send no example twice, %s', (scene) => {
    const all = probes.filter(({ needs }) => SCENES.indexOf(needs) <= SCENES.indexOf(scene))
    for (const { examples } of all) expect(twins(examples(scene))).toEqual([])
  })

  it.each(SCENES)('name the operation and the content type wherever they have headers of their own, %s', (scene) => {
    for (const { name, needs, examples } of probes) {
      if (SCENES.indexOf(needs) > SCENES.indexOf(scene)) continue
      for (const { headers } of examples(scene).flat().flatMap(listsIn)) {
        if (headers === undefined) continue
        const lower = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]))
        expect(lower['content-type']).toMatch(/^application\/x-amz-json-1\.1/i)
        expect(lower['x-amz-target']).toMatch(
          name === 'other methods and targets' ? /./ : /^AWSCognitoIdentityProviderService\.ListUserPoolClientSecrets$/
        )
      }
    }
  })

  it('ask about the ids that are known', () => {
    expect(fixedIds('nothing')).toEqual({
      ClientId: '1h57kf5cpq17m0eml12example',
      UserPoolId: 'us-east-1_Nobody123'
    })
    for (const scene of ['given', 'provisioned'] as const) {
      expect(fixedIds(scene)).toEqual({ ClientId: '{{client:one}}', UserPoolId: '{{pool:main}}' })
    }
  })
})

describe('tables', () => {
  const tables: Readonly<Record<string, ReadonlyArray<unknown>>> = {
    malformedBodies,
    notObjects,
    contentTypes,
    spellings,
    sdkHeaders,
    unknownMembers,
    'ids of clients': idExamples.ClientId,
    'ids of pools': idExamples.UserPoolId,
    'members of siblings': membersOfSiblings('two'),
    'pagination tokens': paginationTokens('two'),
    lives,
    changesTogether,
    poolLives
  }

  it.each(Object.entries(tables))('%s: nothing comes twice', (_, all) => {
    expect(twins(all)).toEqual([])
  })

  it('no body, header or token is empty', () => {
    const texts = [...malformedBodies, ...notObjects, ...contentTypes, ...paginationTokens('two')]
    const headers = [...spellings, ...sdkHeaders].flatMap((one) => Object.entries(one).flat())
    expect([...texts, ...headers].filter((text) => text.length < 1)).toEqual([])
    const members = [...membersOfSiblings('two'), ...unknownMembers.filter((one) => !Object.hasOwn(one, ''))]
    expect(members.filter((one) => Object.keys(one).length === 0 || Object.keys(one).includes(''))).toEqual([])
    expect(members.filter((one) => /"":|:""|\[\]|\[""\]/.test(JSON.stringify(one).replace(/\[+\]+/, '')))).toEqual([])
  })

  it('the secrets of a client are named only where it is known to have two', () => {
    for (const all of [membersOfSiblings, paginationTokens]) {
      expect(all('two').filter((one) => JSON.stringify(one).includes('{{secret:two:'))).toHaveLength(2)
      expect(all('one').filter((one) => JSON.stringify(one).includes('{{'))).toEqual([])
    }
  })

  it('a life names the clients and pools of the scene or those that it has made', () => {
    const scene = ['one', 'two', 'none', 'elsewhere', 'main', 'other']
    for (const life of [...lives, ...changesTogether, ...poolLives]) {
      expect(life.length).toBeGreaterThan(0)
      const known = new Set(scene)
      const visit = (step: Step): void => {
        if (step.op === 'together') [...(step.changes ?? []), ...step.lists].forEach(visit)
        else if (step.op === 'repeat') step.steps.forEach(visit)
        else if (step.op === 'list') {
          for (const [, name = ''] of step.body.matchAll(/\{\{\w+:(\w*)\}\}/g)) expect(known).toContain(name)
        } else {
          if (step.op === 'createUserPool') known.add(step.pool)
          if (step.op === 'createUserPoolClient') known.add(step.client)
          if ('pool' in step) expect(known).toContain(step.pool)
          if ('client' in step) expect(known).toContain(step.client)
        }
      }
      life.forEach(visit)
      expect(known).not.toContain('')
      expect(life.flatMap(listsIn).length).toBeGreaterThan(0)
    }
  })
})

it('the steps of lives, in words', () => {
  expect(
    inWords([
      create('a'),
      create('a', false, 'p'),
      own('a'),
      own('a', 'v'),
      generated('a'),
      remove('a', 1),
      look('a'),
      together('a', 'b'),
      atOnce([own('a'), remove('a', 0)], 'b'),
      rotations(6, look('a')),
      invoked()
    ]).split('\n')
  ).toEqual([
    'CreateUserPoolClient in main as a, with a secret',
    'CreateUserPoolClient in p as a, without a secret',
    "AddUserPoolClientSecret to a, a caller's own",
    "AddUserPoolClientSecret to a, a caller's own called v",
    'AddUserPoolClientSecret to a, generated',
    'DeleteUserPoolClientSecret 2 of a',
    `List ${LIST_OF_A}`,
    `at the same time: List ${LIST_OF_A} and List ${LIST_OF_A.replace('client:a', 'client:b')}`,
    `at the same time: AddUserPoolClientSecret to a, a caller's own and DeleteUserPoolClientSecret 1 of a and List ${LIST_OF_A.replace('client:a', 'client:b')}`,
    `6 times: AddUserPoolClientSecret to a, a caller's own, then List ${LIST_OF_A}, then DeleteUserPoolClientSecret 1 of a, then AddUserPoolClientSecret to a, generated, then List ${LIST_OF_A}, then DeleteUserPoolClientSecret 1 of a`,
    `List ${LIST_OF_A}  with {"content-type":"application/x-amz-json-1.1","x-amz-target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets","amz-sdk-invocation-id":"b8f5cd0f-39b0-4d9e-9f5c-2f2a4b0c7d11"}`
  ])
})

it('another writing of a text: every character as an escape', () => {
  expect(inEscapes('Id\n😀')).toBe('\\u0049\\u0064\\u000a\\ud83d\\ude00')
})

describe('forms of an id', () => {
  const written = (forms: typeof idForms, id: string): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(forms).map(([name, write]) => [name, write(id)]))

  it('that are nearly the id', () => {
    expect(written(idForms, 'us-1_Ks90')).toEqual({
      upper: 'US-1_KS90',
      wild: '_________',
      like: '_s-1_Ks90',
      cut: 'us-1_Ks9',
      other: 'us-1_Ks91',
      plus: 'u+s-1_Ks90',
      doubled: 'us-1__Ks90',
      signed: '+us-1_Ks90',
      zeros: '000us-1_Ks90',
      plusAfter: 'us-1_Ks90+',
      tail: 'Ks90',
      lower: 'us-1_ks90',
      end: '0',
      slug: 'us_1_Ks90',
      swapped: 'us-1_Ks09'
    })
    expect(written(idForms, 'ab9')).toMatchObject({ other: 'ab0', tail: 'b9', swapped: 'a9b' })
  })

  it('that are ill-formed', () => {
    expect(written(illFormedForms, 'us-1_Ks9')).toEqual({
      blankAfter: 'us-1_Ks9 ',
      blankBefore: ' us-1_Ks9',
      tabAfter: 'us-1_Ks9\t',
      lineFeedAfter: 'us-1_Ks9\n',
      lineFeedBefore: '\nus-1_Ks9',
      lineBreakAfter: 'us-1_Ks9\r\n',
      secondLine: 'us-1_Ks9\nx',
      noBreakSpaceAfter: 'us-1_Ks9\u00a0',
      wideSpaceAfter: 'us-1_Ks9\u3000',
      lineSeparatorAfter: 'us-1_Ks9\u2028',
      nulAfter: 'us-1_Ks9\u0000',
      textBehindNul: 'us-1_Ks9\u0000x',
      blankInside: 'us-1_Ks 9',
      percent: '%75s-1_Ks9',
      percentBlank: 'us-1_Ks9%20',
      percentNul: 'us-1_Ks9%00',
      entity: '&#x75;s-1_Ks9',
      escape: '\\u0075s-1_Ks9',
      wide: '\uff55s-1_Ks9',
      allWide: '\uff55\uff53-\uff11_\uff2b\uff53\uff19',
      bold: '\u{1d42e}\u{1d42c}-1_K\u{1d42c}9',
      folded: 'u\u017f-1_\u212a\u017f9',
      accented: 'u\u0301s-1_Ks9',
      zeroWidthInside: 'us-1_Ks\u200b9',
      joinerAfter: 'us-1_Ks9\u200d',
      softHyphenInside: 'us-1_Ks\u00ad9',
      markBefore: '\ufeffus-1_Ks9',
      directionAfter: 'us-1_Ks9\u200e',
      controlInside: 'us-1_Ks\u00079',
      quoted: '"us-1_Ks9"',
      apostrophes: "'us-1_Ks9'",
      angles: '<us-1_Ks9>',
      braces: '{us-1_Ks9}',
      hyphenInside: 'us-1_Ks-9',
      likeAny: 'us-1_Ks%',
      globAny: 'us-1_Ks*',
      dotForOne: 'us-1_Ks.',
      expression: '^us-1_Ks9$',
      injection: "us-1_Ks9' OR '1'='1",
      slashAfter: 'us-1_Ks9/',
      dotBefore: './us-1_Ks9',
      query: 'us-1_Ks9?a=b',
      listOfTwo: 'us-1_Ks9,us-1_Ks9',
      secretId: 'us-1_Ks9--1785000000',
      resourceName: 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-1_Ks9'
    })
  })
})
