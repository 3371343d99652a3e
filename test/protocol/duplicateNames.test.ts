/**
 * A body that holds a name twice is refused wherever the name stands, and no other body is. The texts are written here
 * with or without a second name, so that it is known which they are.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeRequest } from '../../src/protocol/index.js'
import { IDS, post } from './messages.js'

/** A JSON text, and whether one of its objects holds a name twice. */
interface Text {
  readonly text: string
  readonly isAmbiguous: boolean
}

/** Characters that a scanner could trip over. */
const tricky = fc.string({
  unit: fc.constantFrom('"', '\\', ':', '{', '}', ',', '[', 'a', 'é', '\n', ' ', '\ud83d\ude00')
})

/** One of the spellings that JSON has for a string: `a` may be written as it is or as an escape. */
const spelled = (s: string): fc.Arbitrary<string> =>
  fc.boolean().map((isEscaped) => {
    const plain = JSON.stringify(s)
    return isEscaped ? plain.replaceAll(/(?<!\\)a/g, '\\u0061') : plain
  })

const space = fc.constantFrom('', ' ', '\n', '\t \r')

const { value } = fc.letrec<{ value: Text; list: Text; object: Text; leaf: Text }>((tie) => ({
  leaf: fc
    .oneof(tricky.chain(spelled), fc.constantFrom('0', '-1.5e3', 'true', 'null'))
    .map((text) => ({ text, isAmbiguous: false })),
  list: fc.array(tie('value'), { maxLength: 3 }).map((all) => ({
    text: `[${all.map(({ text }) => text).join(' ,')}]`,
    isAmbiguous: all.some(({ isAmbiguous }) => isAmbiguous)
  })),
  object: fc
    .tuple(
      fc.uniqueArray(tricky, { maxLength: 3 }),
      fc.array(tie('value'), { minLength: 4, maxLength: 4 }),
      fc.boolean(),
      space,
      fc.infiniteStream(fc.boolean())
    )
    .chain(([names, values, isTwice, gap]) => {
      const first = names[0]
      const all = isTwice && first !== undefined ? [...names, first] : names
      return fc.tuple(...all.map(spelled)).map((written) => ({
        text: `{${written.map((name, i) => `${gap}${name}${gap}:${gap}${values[i]?.text}`).join(',')}${gap}}`,
        isAmbiguous: all.length > names.length || values.slice(0, all.length).some((one) => one.isAmbiguous)
      }))
    }),
  value: fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('list'), tie('object'))
}))

const decode = (body: string): unknown => decodeRequest(post(body))

const REFUSED = {
  _tag: 'Left',
  left: {
    _tag: 'CommonError',
    status: 400,
    type: 'SerializationException',
    message: 'The body is ambiguous: it holds a name twice'
  }
}

const ACCEPTED = { _tag: 'Right', right: IDS }

const [clientId, poolId] = [`"ClientId":"${IDS.ClientId}"`, `"UserPoolId":"${IDS.UserPoolId}"`]

describe('a body with a name twice', () => {
  it('is refused wherever the name stands, and a body without one is not', () => {
    const seen = { accepted: 0, refused: 0 }
    fc.assert(
      fc.property(value, space, ({ text, isAmbiguous }, gap) => {
        seen[isAmbiguous ? 'refused' : 'accepted']++
        const body = `${gap}{"Other" :${text},${clientId},${gap}${poolId}}${gap}`
        expect(decode(body)).toEqual(isAmbiguous ? REFUSED : ACCEPTED)
      }),
      { seed: 8, numRuns: 3000 }
    )
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(300)
  })

  it.each([
    [`{${clientId},${poolId},${clientId}}`, REFUSED],
    [`{${clientId},${poolId},"\\u0043lientId":"b"}`, REFUSED],
    [`{${clientId},${poolId},"a":{"b":1,"b":1}}`, REFUSED],
    [`{${clientId},${poolId},"a":[{"":1,"":2}]}`, REFUSED],
    [`{${clientId},${poolId},"__proto__":1,"__proto__":2}`, REFUSED],
    [`{${clientId},${poolId},"0":1,"0":2}`, REFUSED],
    [`{${clientId},${poolId},"a\\"":1,"a\\"":2}`, REFUSED],
    [`{${clientId},${poolId},"a\\\\":1,"a\\\\":2}`, REFUSED],
    [`{${clientId},${poolId},"__proto__":1}`, ACCEPTED],
    [`{${clientId},${poolId},"a":{"ClientId":1},"b":[{"a":1},{"a":1}]}`, ACCEPTED],
    [`{${clientId},${poolId},"a":"\\"a\\":1,\\"a\\":1"}`, ACCEPTED],
    [`{${clientId},${poolId},"a":["b","b"],"A":1,"a ":1}`, ACCEPTED],
    [`{${clientId},${poolId},"a\\\\":"\\\\","b":"\\\\\\""}`, ACCEPTED]
  ])('%s', (body, expected) => {
    expect(decode(body)).toEqual(expected)
  })
})
