/**
 * Cases that are drawn: each of its probe's kind, and many different ones. And what the tables of examples must hold.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badClientIds, badUserPoolIds, idExamples } from '../../src/generators/probes/idExamples.js'
import { probes } from '../../src/generators/probes/index.js'
import { own } from '../../src/generators/probes/lifecycleSteps.js'
import type { Probe, Scene } from '../../src/generators/probes/Probe.js'
import { contentTypes, unknownMembers } from '../../src/generators/probes/unusualCalls.js'
import type { Step, TestCase } from '../../src/generators/TestCase.js'
import { isLeft } from '../../src/contract/Either.js'
import { parseJson } from '../../src/protocol/Json.js'
import { independentViolations } from '../../src/laws/shared/independentCheck.js'
import { inShort } from './inShort.js'

const probeOf = (name: string): Probe => probes.find((one) => one.name === name) ?? expect.fail(`there is no ${name}`)

const drawn = (name: string, scene: Scene, numRuns = 60): ReadonlyArray<TestCase> =>
  fc.sample(probeOf(name).arbitrary(scene), { seed: 20261127, numRuns })

type Members = Readonly<Record<string, unknown>>

/** The members of a case of one call. */
const membersOf = ([step, ...others]: TestCase): Members => {
  expect(others).toEqual([])
  return JSON.parse(step?.op === 'list' ? step.body : '') as Members
}

const violated = (members: Members): ReadonlyArray<string> => [
  ...new Set(independentViolations(members).map(({ path }) => String(path)))
]

const ONE = '{{client:one}}'
const MAIN = '{{pool:main}}'

describe('drawn', () => {
  it('clients that exist: each is asked for twice, or one and the client of the other pool', () => {
    const all = drawn('clients that exist', 'provisioned').map(inShort)
    expect([...new Set(all)].sort()).toEqual([
      'list none, list none',
      'list one, list elsewhere@other',
      'list one, list one',
      'list two, list two'
    ])
    const given = drawn('clients that exist', 'given').map(inShort)
    expect([...new Set(given)]).toEqual(['list one, list one'])
  })

  it('unusual ways: unknown members, a token, headers in another spelling, another content type', () => {
    const all = drawn('clients that exist, asked for in unusual ways', 'given', 300)
    const kinds = all.map((steps) => {
      const { ClientId, UserPoolId, ...others } = membersOf(steps)
      const headers = (steps[0] as { readonly headers?: object }).headers
      expect([ClientId, UserPoolId]).toEqual([ONE, MAIN])
      if (headers !== undefined) {
        expect(others).toEqual({})
        const [[first, type = ''] = [], [second, target] = []] = Object.entries(headers) as ReadonlyArray<
          [string, string]
        >
        expect([first, second].map((name) => String(name).toLowerCase())).toEqual(['content-type', 'x-amz-target'])
        expect(target).toBe('AWSCognitoIdentityProviderService.ListUserPoolClientSecrets')
        return type === 'application/x-amz-json-1.1' ? 'spelling' : 'type'
      }
      expect(Object.keys(others).length).toBeGreaterThan(0)
      if (!('NextToken' in others)) {
        for (const name of Object.keys(others)) expect(name).toMatch(/^[A-Z][a-z]{1,8}[0-9]$/)
        return 'members'
      }
      expect(others['NextToken']).toMatch(/^[!-z]{1,40}$/)
      return 'token'
    })
    expect([...new Set(kinds)].sort()).toEqual(['members', 'spelling', 'token', 'type'])
    const names = all.flatMap((steps) => Object.keys(membersOf(steps)))
    expect(names.some((name) => name.length > 6 && /\d$/.test(name))).toBe(true)
    expect(all.some((steps) => String(membersOf(steps)['NextToken']).length > 9)).toBe(true)
  })

  it('through another pool: each client of this one', () => {
    const all = drawn('through another pool', 'provisioned').map(inShort)
    expect([...new Set(all)].sort()).toEqual(['list none@other', 'list one@other', 'list two@other'])
  })

  it('lives: two clients, one of them with a secret or not, and a List of each client after each change', () => {
    const all = drawn('lives of clients', 'provisioned', 200)
    const changed = (step: Step): ReadonlyArray<string> =>
      step.op === 'together'
        ? [...new Set((step.changes ?? []).map(({ client }) => client))]
        : 'client' in step
          ? [step.client]
          : []
    const lengths = all.map((steps) => {
      expect(inShort(steps)).toMatch(/^client a, client b(?: without secret)?, list a, list b, /)
      let n = 0
      for (let rest = steps.slice(4); rest.length > 0; n++) {
        const [step, ...behind] = rest as [Step, ...ReadonlyArray<Step>]
        const looks = changed(step)
        expect(behind.slice(0, looks.length).map((look) => inShort([look]))).toEqual(
          looks.map((name) => `list ${name}`)
        )
        expect(inShort([step])).toMatch(
          /^(?:(?:new|own) [ab](?:=v)?|remove [ab][01]|list two|\(list a \| list b \| list two\)|\((?:(?:new [ab]|own [ab](?:=v)?|remove [ab][01])(?: \| )?){2,3}(?:(?: \| )?list [ab]){0,2}\))$/
        )
        rest = behind.slice(looks.length)
      }
      return n
    })
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([1, 10])
    const text = all.map(inShort).join(', ')
    for (const part of [
      'client b without secret',
      'client b, list',
      'own a=v',
      'new b',
      'remove b1',
      'list two',
      '('
    ]) {
      expect(text).toContain(part)
    }
    // most steps are changes of one client
    expect(text.split('(').length).toBeLessThan(text.split(/, (?:own|new|remove)/).length)
  })

  it.each(['changes at the same time', 'lives of pools', 'wrong ids in calls that are unusual in another way'])(
    '%s: examples again',
    (name) => {
      const examples = probeOf(name).examples('provisioned').map(inShort)
      expect(drawn(name, 'provisioned').filter((steps) => !examples.includes(inShort(steps)))).toEqual([])
    }
  )

  it.each([
    ['ill-formed ClientId', 'ClientId'],
    ['ill-formed UserPoolId', 'UserPoolId']
  ] as const)('%s: that member alone is wrong, the other known or new', (name, member) => {
    const other = member === 'ClientId' ? 'UserPoolId' : 'ClientId'
    const all = drawn(name, 'given', 200).map(membersOf)
    const isKnown = (members: Members): boolean => [ONE, MAIN].includes(String(members[other]))
    for (const members of all) {
      expect(Object.keys(members).sort()).toEqual(['ClientId', 'UserPoolId'])
      expect(violated({ ...members, ...(isKnown(members) ? { [other]: 'a_b' } : {}) })).toHaveLength(1)
      expect(violated({ ClientId: 'a', UserPoolId: 'a_b', [member]: members[member] })).toHaveLength(1)
    }
    const known = all.filter(isKnown).length
    expect(known).toBeGreaterThan(60)
    expect(known).toBeLessThan(140)
  })

  it.each([
    ['ill-formed and close to the id of a client that exists', 'ClientId', ONE],
    ['ill-formed and close to the id of a pool that exists', 'UserPoolId', MAIN]
  ] as const)('%s: one to three characters before or behind it', (name, member, id) => {
    const all = drawn(name, 'given', 200).map(membersOf)
    const added = all.map((members) => {
      expect({ ...members, [member]: '' }).toEqual({ ClientId: ONE, UserPoolId: MAIN, [member]: '' })
      const [before = '', behind = '', ...more] = String(members[member]).split(id)
      expect(more).toEqual([])
      expect([before, behind]).toContain('')
      return before + behind
    })
    expect([...new Set(added.map((text) => [...text].length))].sort()).toEqual([1, 2, 3])
    const ids = all.map((members) => String(members[member]))
    expect(ids.some((one) => one.startsWith(id)) && ids.some((one) => one.endsWith(id))).toBe(true)
  })

  it('both ids wrong: both are', () => {
    for (const members of drawn('both ids wrong', 'nothing').map(membersOf)) expect(violated(members)).toHaveLength(2)
  })

  it.each([
    ['well-formed ClientId of nobody', 'ClientId'],
    ['unknown client of a pool that exists', 'ClientId'],
    ['well-formed UserPoolId of nobody', 'UserPoolId']
  ] as const)('%s: the other member is known', (name, member) => {
    const all = drawn(name, 'given').map(membersOf)
    for (const members of all) {
      expect({ ...members, [member]: '' }).toEqual({ ClientId: ONE, UserPoolId: MAIN, [member]: '' })
      expect(violated({ ClientId: 'a', UserPoolId: 'a_b', [member]: members[member] })).toEqual([])
    }
    expect(new Set(all.map((members) => members[member])).size).toBeGreaterThan(30)
  })

  it('nearly the id of a pool: one letter or digit behind it', () => {
    const all = drawn('nearly the id of a pool that exists', 'given').map(inShort)
    for (const text of all) {
      expect(text).toMatch(/^list \{"ClientId":"\{\{client:one\}\}","UserPoolId":"\{\{pool:main\}\}[0-9A-Za-z]"\}$/)
    }
    expect(new Set(all).size).toBeGreaterThan(20)
  })

  it.each(['ClientId', 'UserPoolId'] as const)('%s of another type: never a string, the other known', (member) => {
    const all = drawn(`${member} missing or of another type`, 'given', 200).map(membersOf)
    for (const members of all) {
      expect({ ...members, [member]: '' }).toEqual({ ClientId: ONE, UserPoolId: MAIN, [member]: '' })
      expect(members[member]).not.toBeTypeOf('string')
    }
    const kinds = all.map(({ [member]: value }) =>
      Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value
    )
    expect([...new Set(kinds)].sort()).toEqual(['boolean', 'list', 'null', 'number', 'object', 'undefined'])
    // JSON has neither NaN nor an infinity: they would be a null more
    expect(kinds.filter((kind) => kind === 'null').length).toBeLessThan(40)
  })

  it('no members at all: neither id, and often others', () => {
    const all = drawn('no members at all', 'given', 100)
    const bodies = all.map(inShort).map((text) => text.replace('list ', ''))
    expect(bodies).toContain('')
    const members = bodies.filter((body) => body !== '').map((body) => JSON.parse(body) as Members)
    expect(members.filter((one) => 'ClientId' in one || 'UserPoolId' in one)).toEqual([])
    expect(members.filter((one) => Object.keys(one).length > 0).length).toBeGreaterThan(20)
  })

  it('bodies that are not JSON: some with the ids in them', () => {
    const bodies = drawn('bodies that are not JSON', 'given', 100)
      .map(inShort)
      .map((text) => text.replace('list ', ''))
    expect(bodies.filter((body) => !isLeft(parseJson(body)))).toEqual([])
    const spoiled = bodies.filter((body) => body.includes(ONE) && body.includes(MAIN))
    expect(spoiled.length).toBeGreaterThan(20)
    expect(spoiled.length).toBeLessThan(80)
    expect(spoiled.filter((body) => body.includes('[1.5e3,"a\\n",{"b":null}]}')).length).toBeGreaterThan(10)
    expect(probeOf('bodies that are not JSON').examples('given').map(inShort)).toContain(
      `list {"ClientId":"${ONE}","UserPoolId":"${MAIN}",}`
    )
  })

  it('JSON that is no object: all of them are JSON', () => {
    const bodies = drawn('JSON that is no object', 'given')
      .map(inShort)
      .map((text) => text.replace('list ', ''))
    const values = bodies.map((body) => JSON.parse(body) as unknown)
    expect(values.filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value))).toEqual([])
    expect(new Set(bodies).size).toBeGreaterThan(20)
  })

  it('bodies on which the sources are silent: the first four again', () => {
    const examples = probeOf('bodies on which the sources are silent').examples('given').map(inShort)
    const all = new Set(drawn('bodies on which the sources are silent', 'given').map(inShort))
    expect([...all].sort()).toEqual(examples.slice(0, 4).sort())
  })

  it('other targets: an operation that Cognito does not have', () => {
    const all = drawn('other methods and targets', 'given').map(inShort)
    for (const text of all) {
      expect(text).toMatch(
        /^list one \{"headers":\{"content-type":"application\/x-amz-json-1\.1","x-amz-target":"AWSCognitoIdentityProviderService\.Nothing[A-Z][A-Za-z]{4,20}"\}\}$/
      )
    }
    expect(new Set(all).size).toBeGreaterThan(30)
  })
})

describe('tables', () => {
  it('ids that only a count of code points or a decoder tells apart are among the bad ones', () => {
    const client = '1h57kf5cpq17m0eml12example'
    const encoded = (id: string): ReadonlyArray<string> => [`${id}%2F`, `%61${id}`, `${id}&#65;`, `${id}\\u0041`]
    const short = (ids: ReadonlyArray<string>): ReadonlyArray<string> =>
      ids.map((id) => id.replace(/(.)\1{19,}/gu, (run, c: string) => `${c}{${run.length}}`))
    expect(short(badClientIds)).toEqual(
      expect.arrayContaining(['', 'a{127}é', 'a{127}😀', 'a{129}', 'a{130}', ...encoded(client)])
    )
    expect(short(badUserPoolIds)).toEqual(
      expect.arrayContaining([
        '',
        'a{54}_0',
        'us-east-1_a{44}é',
        'us-east-1_a{44}😀',
        '-{126}_0',
        ...encoded('us-east-1_Example12')
      ])
    )
    expect(short(idExamples.UserPoolId)).toEqual(expect.arrayContaining(['-{53}_0', '_{54}9', 'a_Z{53}']))
    expect(short(idExamples.ClientId)).toEqual(expect.arrayContaining(['+{128}', '_{128}', 'Z{127}', 'a{128}']))
    expect([idExamples.ClientId.length, idExamples.UserPoolId.length]).toEqual([74 + 251, 137 + 355])
    const both = probeOf('both ids wrong').examples('nothing').map(membersOf)
    expect(both).toContainEqual({ ClientId: '', UserPoolId: '' })
  })

  it('content types: parameters, blanks and capitals', () => {
    expect(contentTypes).toEqual([
      'application/x-amz-json-1.1; charset=utf-8',
      'application/x-amz-json-1.1;charset=UTF-8',
      'application/x-amz-json-1.1 ; a=b',
      'application/x-amz-json-1.1; charset="utf-8"',
      'application/x-amz-json-1.1;a="b;c"; d=e',
      'APPLICATION/X-AMZ-JSON-1.1',
      'Application/X-Amz-Json-1.1',
      'APPLICATION/X-AMZ-JSON-1.1;CHARSET=UTF-8'
    ])
  })

  it('one request has two hundred unknown members, one a token of a thousand characters', () => {
    const many = unknownMembers.at(-1) ?? {}
    expect(Object.keys(many)).toHaveLength(200)
    expect(many['M199']).toBe(199)
    const unusual = probeOf('clients that exist, asked for in unusual ways').examples('provisioned')
    expect(unusual.map(inShort)).toContainEqual(expect.stringContaining('"NextToken":"x{1000}"'))
    // where the suite knows the secrets, no plain call goes before
    expect(inShort(unusual[0] ?? [])).toMatch(/^list two /)
  })

  it('changes to a client are there for all clauses on which secrets are listed', () => {
    for (const name of ['lives of clients', 'changes at the same time']) {
      expect(probeOf(name).exercises).toEqual(
        expect.arrayContaining([
          'list.complete',
          'list.only',
          'list.creationSecret',
          'list.generatedSecret',
          'list.callerSecret',
          'list.deletedSecret',
          'list.otherClient',
          'list.empty'
        ])
      )
    }
  })

  it('what is of another type or missing is there for the clauses that say so', () => {
    for (const member of ['clientId', 'userPoolId'] as const) {
      const name = member === 'clientId' ? 'ClientId' : 'UserPoolId'
      expect(probeOf(`${name} missing or of another type`).exercises).toEqual([
        `request.${member}.required`,
        `request.${member}.type`,
        'request.body.serializationException'
      ])
    }
  })

  it('a secret without a name has no name, not even an undefined one', () => {
    expect(Object.keys(own('a'))).toEqual(['op', 'client', 'own'])
    expect(own('a', 'v')).toMatchObject({ value: 'v' })
  })
})
