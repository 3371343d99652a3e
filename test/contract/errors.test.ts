import * as fc from 'fast-check'
import { isLeft, isRight, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { documentedExceptions, toError, violations } from '../../src/index.js'
import { title } from '../laws/title.js'
import { untyped, utf16 } from './arbitraries.js'

const DOCUMENTED = [
  ['InternalServerException', 500],
  ['InvalidParameterException', 400],
  ['LimitExceededException', 400],
  ['ResourceNotFoundException', 400],
  ['TooManyRequestsException', 400]
] as const

const text = (): fc.Arbitrary<string | undefined> => fc.option(utf16(40), { nil: undefined })

const defined = (value: object): object => Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined))

describe('the documented exceptions', () => {
  it('have a JSON Schema of their body', () => {
    expect(
      documentedExceptions.InvalidParameterException['~standard'].jsonSchema.input({ target: 'draft-07' })
    ).toStrictEqual({
      type: 'object',
      required: ['__type'],
      properties: {
        __type: { enum: ['InvalidParameterException'] },
        message: { type: ['string', 'null'] },
        reasonCode: { type: ['string', 'null'] }
      }
    })
  })

  it('are five, by name', () => {
    expect(Object.keys(documentedExceptions)).toEqual(DOCUMENTED.map(([name]) => name))
    for (const [name] of DOCUMENTED) expect(documentedExceptions[name].name).toBe(name)
  })

  it.each(DOCUMENTED)('%s has HTTP status %i, and decodes what it encodes', (_tag, status) => {
    const codec = untyped(documentedExceptions[_tag])
    fc.assert(
      fc.property(text(), text(), (message, reasonCode) => {
        const error = defined({
          _tag,
          status,
          message,
          ...(_tag === 'InvalidParameterException' ? { reasonCode } : {})
        })
        const wire = codec.encode(error)
        expect(wire).toStrictEqual({
          __type: _tag,
          ...defined({ message, ...('reasonCode' in error ? { reasonCode } : {}) })
        })
        expect(codec.is(error)).toBe(true)
        expect(codec.decode(JSON.parse(JSON.stringify(wire)))).toStrictEqual(right(error))
      })
    )
  })

  it.each(DOCUMENTED)('%s is no other, and no part of another', (name, status) => {
    const codec = untyped(documentedExceptions[name])
    const others = DOCUMENTED.filter(([other]) => other !== name).map(([other]) => other)
    const wrong = [
      ...others,
      `${name} `,
      `a#${name}`,
      name.toLowerCase(),
      '',
      name.slice(1),
      null,
      undefined,
      1,
      [name]
    ]
    for (const __type of wrong) {
      const decoded = codec.decode({ __type })
      const at = { path: ['__type'] }
      expect(isLeft(decoded) && violations(decoded.left)).toEqual([
        __type === null || __type === undefined
          ? { ...at, constraint: 'required' }
          : typeof __type === 'string'
            ? { ...at, constraint: 'pattern', limit: name }
            : { ...at, constraint: 'type', limit: 'string' }
      ])
    }
    expect(codec.is({ _tag: name, status: status + 1 })).toBe(false)
    expect(codec.is({ _tag: name })).toBe(false)
    expect(codec.is({ _tag: name, status, message: 1 })).toBe(false)
    expect(codec.is(Object.create({ _tag: name, status }))).toBe(false)
  })

  it(title('error.message.string'), () => {
    for (const message of [1, true, {}, [], ['x']]) {
      expect(
        isRight(documentedExceptions.LimitExceededException.decode({ __type: 'LimitExceededException', message }))
      ).toBe(false)
    }
    expect(
      documentedExceptions.LimitExceededException.decode({ __type: 'LimitExceededException', message: null, x: 1 })
    ).toEqual(right({ _tag: 'LimitExceededException', status: 400 }))
  })
})

describe('toError', () => {
  it(title('client.errors.documented'), () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DOCUMENTED),
        fc.integer({ min: 400, max: 599 }),
        text(),
        ([_tag, status], received, message) => {
          expect(toError({ type: _tag, status: received, message })).toStrictEqual(defined({ _tag, status, message }))
        }
      )
    )
  })

  it(title('client.errors.open'), () => {
    const other = fc.oneof(
      fc.constantFrom(
        'SerializationException',
        'UnknownError',
        '__proto__',
        'toString',
        'constructor',
        'hasOwnProperty',
        'name',
        ''
      ),
      fc.string()
    )
    fc.assert(
      fc.property(other, fc.integer(), text(), text(), (type, status, message, reasonCode) => {
        expect(toError({ type, status, message, reasonCode })).toStrictEqual(
          defined({ _tag: 'CommonError', status, type, message })
        )
      })
    )
  })

  it('keeps the reason code of an InvalidParameterException, and of no other', () => {
    const [first, ...others] = ['InvalidParameterException', 'LimitExceededException', 'Other'].map((type) =>
      toError({ type, status: 400, reasonCode: 'why' })
    )
    expect(first).toStrictEqual({ _tag: 'InvalidParameterException', status: 400, reasonCode: 'why' })
    expect(others.every((error) => !('reasonCode' in error))).toBe(true)
  })
})
