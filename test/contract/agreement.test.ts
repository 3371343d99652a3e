import * as fc from 'fast-check'
import { isRight } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { PathReporter } from 'io-ts/lib/PathReporter.js'
import { describe, expect, it } from 'vitest'
import {
  ClientId,
  ClientSecretId,
  ClientSecretListDescriptorType,
  type Codec,
  documentedExceptions,
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  UserPoolId,
  validateRequest,
  violations
} from '../../src/index.js'
import { ask } from '../../src/laws/validator/Validator.js'
import { agreesWith } from '../../src/laws/validator/validatorLaws.js'
import { title } from '../laws/title.js'
import { nearId, shapedWithPlanted, untyped } from './arbitraries.js'

const accepted = (codec: Codec<unknown, unknown>) => (u: unknown) => isRight(codec.decode(u))

const isStandard = (codec: Codec<unknown, unknown>, u: unknown): boolean =>
  codec['~standard'].validate(u).issues === undefined

/** The interface of Standard Schema v1, as @standard-schema/spec declares it. */
interface StandardSchema<I, A> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => { readonly value: A; readonly issues?: undefined } | Failure
    readonly types?: { readonly input: I; readonly output: A } | undefined
  }
}

interface Failure {
  readonly issues: ReadonlyArray<{ readonly message: string; readonly path?: ReadonlyArray<PropertyKey> | undefined }>
}

/** Values of which some are in every class. */
const value = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    nearId(),
    fc.record({ ClientId: nearId(), UserPoolId: nearId(), NextToken: fc.constant('x') }, { requiredKeys: [] }),
    shapedWithPlanted()
  )

describe('the faces of a codec', () => {
  const faces = [
    (u: unknown) => ListUserPoolClientSecretsRequest.is(u),
    accepted(untyped(ListUserPoolClientSecretsRequest)),
    (u: unknown) => isStandard(untyped(ListUserPoolClientSecretsRequest), u)
  ]
  const law = agreesWith(faces)

  it(title('validator.agrees'), () => {
    fc.assert(
      fc.property(value(), (u) => law.holds(ask(validateRequest, u), u)),
      { numRuns: 3000 }
    )
  })

  it.each([ClientId, UserPoolId, ClientSecretId, ListUserPoolClientSecretsRequest].map(untyped))(
    '$name: what is decoded as it is on the wire has one answer to is, decode and ~standard',
    (codec) => {
      fc.assert(
        fc.property(value(), (u) => {
          expect([codec.is(u), isStandard(codec, u)]).toEqual([accepted(codec)(u), accepted(codec)(u)])
        }),
        { numRuns: 2000 }
      )
    }
  )

  const codecs = [
    ClientSecretListDescriptorType,
    ListUserPoolClientSecretsResponse,
    ...Object.values(documentedExceptions)
  ].map(untyped)

  it.each(codecs)('$name: decode and ~standard agree, and what they return is what is and encode accept', (codec) => {
    fc.assert(
      fc.property(value(), (u) => {
        const decoded = codec.decode(u)
        const standard = codec['~standard'].validate(u)
        expect(standard.issues === undefined).toBe(isRight(decoded))
        if (!isRight(decoded)) return
        expect(standard).toEqual({ value: decoded.right })
        expect(codec.is(decoded.right)).toBe(true)
        expect(codec.decode(codec.encode(decoded.right))).toEqual(decoded)
      }),
      { numRuns: 2000 }
    )
  })

  it('io-ts errors, PathReporter, violations and ~standard issues say the same of a failure', () => {
    fc.assert(
      fc.property(value(), (u) => {
        const decoded: t.Validation<unknown> = ListUserPoolClientSecretsRequest.decode(u)
        if (isRight(decoded)) return
        const messages = decoded.left.map((e) => e.message)
        expect(PathReporter.report(decoded)).toEqual(messages)
        const issues = ListUserPoolClientSecretsRequest['~standard'].validate(u).issues
        expect(issues?.map(({ message }) => message)).toEqual(messages)
        expect(issues?.map(({ violation }) => violation)).toEqual(violations(decoded.left))
        expect(issues?.map(({ path }) => path)).toEqual(violations(decoded.left).map(({ path }) => path))
        expect(issues?.map(({ shown }) => shown)).toEqual(decoded.left.map(({ value }) => value))
      }),
      { numRuns: 2000 }
    )
  })

  it('a codec names itself to Standard Schema', () => {
    expect(ClientId['~standard']).toMatchObject({ version: 1, vendor: 'cognito-secrets-contract' })
  })

  it('a form may take the type of its fields from a codec: the encoded one, as Standard Schema infers it', () => {
    const fields = <I extends Record<string, unknown>, A>(
      schema: StandardSchema<I, A>,
      input: I
    ): readonly [unknown, I] => [schema['~standard'].validate(input), input]
    const [validated, input] = fields(ListUserPoolClientSecretsRequest, { ClientId: 'a', UserPoolId: 'a_0' })
    const id: string = input.ClientId
    expect([validated, id]).toEqual([{ value: input }, 'a'])
  })
})
