/**
 * What the compiler is told. A wrong type fails `tsc -p test`; the last block shows that it would.
 */
import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec'
import type { Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expectTypeOf, it } from 'vitest'
import {
  ClientId,
  type InvalidRequest,
  ListUserPoolClientSecretsRequest,
  type ListUserPoolClientSecretsResponse,
  type redactSecrets,
  type UserPoolId,
  validateRequest
} from '../../src/index.js'
import { type Cases, encodeError, encodeResponse, fold } from '../../src/protocol/index.js'

describe('the types of the contract', () => {
  it('brand the two ids, so that neither a string nor the other id is taken for one', () => {
    expectTypeOf<ClientId>().toExtend<string>()
    expectTypeOf<string>().not.toExtend<ClientId>()
    expectTypeOf<UserPoolId>().not.toExtend<ClientId>()
    expectTypeOf<ClientId>().not.toExtend<UserPoolId>()
    expectTypeOf<t.TypeOf<typeof ClientId>>().toEqualTypeOf<ClientId>()
    expectTypeOf<t.OutputOf<typeof UserPoolId>>().toEqualTypeOf<string>()
  })

  it('give validateRequest any value, and take an error with violations or the branded ids', () => {
    expectTypeOf(validateRequest).parameters.toEqualTypeOf<[u: unknown]>()
    expectTypeOf(validateRequest).returns.toEqualTypeOf<Either<InvalidRequest, ListUserPoolClientSecretsRequest>>()
  })

  it('infer input and output of ~standard: strings in, branded ids out', () => {
    type Request = typeof ListUserPoolClientSecretsRequest
    expectTypeOf<StandardSchemaV1.InferInput<Request>>().toEqualTypeOf<{
      readonly ClientId: string
      readonly UserPoolId: string
    }>()
    expectTypeOf<StandardSchemaV1.InferOutput<Request>>().toEqualTypeOf<ListUserPoolClientSecretsRequest>()
    expectTypeOf<
      StandardSchemaV1.InferOutput<typeof ListUserPoolClientSecretsResponse>
    >().toEqualTypeOf<ListUserPoolClientSecretsResponse>()
  })

  it('fit Standard Schema and Standard JSON Schema as their own package declares them', () => {
    expectTypeOf(ClientId).toExtend<StandardSchemaV1<string, ClientId>>()
    expectTypeOf(ListUserPoolClientSecretsRequest).toExtend<StandardJSONSchemaV1>()
  })

  it('compose with io-ts', () => {
    const composed = t.type({ id: ClientId })
    expectTypeOf<t.TypeOf<typeof composed>>().toEqualTypeOf<{ id: ClientId }>()
  })

  it('keep the value of a secret out of what redactSecrets returns', () => {
    type Descriptor = Extract<
      ReturnType<typeof redactSecrets>,
      { readonly _tag: 'Right' }
    >['right']['ClientSecrets'][number]
    expectTypeOf<keyof Descriptor>().toEqualTypeOf<'ClientSecretCreateDate' | 'ClientSecretId'>()
  })
})

describe('the types of the protocol', () => {
  it('make fold take a function for each of the eight cases', () => {
    expectTypeOf<keyof Cases<string>>().toEqualTypeOf<
      | 'success'
      | 'CommonError'
      | 'ContractViolation'
      | 'InternalServerException'
      | 'InvalidParameterException'
      | 'LimitExceededException'
      | 'ResourceNotFoundException'
      | 'TooManyRequestsException'
    >()
    expectTypeOf<Omit<Cases<string>, 'CommonError'>>().not.toExtend<Cases<string>>()
    expectTypeOf<
      Parameters<Cases<string>['TooManyRequestsException']>[0]['_tag']
    >().toEqualTypeOf<'TooManyRequestsException'>()
    expectTypeOf(fold<number>).returns.returns.toEqualTypeOf<number>()
  })

  it('give an answer a text for a body and one text for each header', () => {
    for (const encode of [encodeError, encodeResponse]) {
      expectTypeOf(encode).returns.toExtend<{
        readonly status: number
        readonly headers: Readonly<Record<string, string>>
        readonly body: string
      }>()
    }
  })
})

describe('the canary', () => {
  it('fails to compile where a type is wrong', () => {
    // @ts-expect-error a plain string is no ClientId
    expectTypeOf<string>().toEqualTypeOf<ClientId>()
    // @ts-expect-error ids in the wrong places
    expectTypeOf<{ ClientId: UserPoolId; UserPoolId: ClientId }>().toExtend<ListUserPoolClientSecretsRequest>()
    // @ts-expect-error one case too few
    expectTypeOf<Pick<Cases<string>, 'success'>>().toExtend<Cases<string>>()
  })
})
