/**
 * model.smithy says what the code says. No Smithy toolchain here: the shapes are found by their first lines, and every
 * check counts what it found.
 */
import { describe, expect, test } from 'vitest'
import {
  ClientId,
  ClientSecretId,
  documentedExceptions,
  MAX_CLIENT_SECRETS,
  type StringConstraints,
  UserPoolId
} from '../../src/index.js'
import { OPERATION, TARGET_PREFIX } from '../../src/protocol/index.js'
import { readSpec } from './files.js'

interface Shape {
  readonly kind: string
  readonly traits: string
  readonly body: string
}

/** The model without its comments. */
const model = readSpec('model.smithy').replace(/^\s*\/\/.*$/gm, '')

/** Traits, kind, name and, in braces, body: what a shape looks like when the file is formatted. */
const shapes: ReadonlyMap<string, Shape> = new Map(
  Array.from(
    model.matchAll(/((?:^@.*\n)*)^(service|operation|structure|list|string) (\w+)(?: \{\n([^]*?)^\})?/gm),
    ([, traits = '', kind = '', name = '', body = '']) => [name, { kind, traits, body }] as const
  )
)

const shape = (name: string): Shape => shapes.get(name) ?? { kind: 'none', traits: '', body: '' }

const ofKind = (kind: string): ReadonlyArray<string> =>
  [...shapes].filter(([, found]) => found.kind === kind).map(([name]) => name)

/** `name: Type` of each member, with a `!` in front of those that are required. */
const membersOf = (name: string): ReadonlyArray<string> =>
  Array.from(shape(name).body.matchAll(/(@required\s+)?(\w+: \w+)/g), ([, required, member = '']) =>
    required === undefined ? member : `!${member}`
  )

const itemsOf = (name: string, list: string): ReadonlyArray<string> =>
  (new RegExp(`${list}: \\[([^\\]]*)\\]`).exec(shape(name).body)?.[1] ?? '').split(/\s+/).filter((item) => item !== '')

const lengthOf = (name: string): { readonly min: number; readonly max: number } => {
  const [, min, max] = /^@length\(min: (\d+), max: (\d+)\)$/m.exec(shape(name).traits) ?? []
  return { min: Number(min), max: Number(max) }
}

const patternOf = (name: string): string | undefined => {
  const literal = /^@pattern\((".*")\)$/m.exec(shape(name).traits)?.[1]
  return literal === undefined ? undefined : (JSON.parse(literal) as string)
}

describe('model.smithy', () => {
  test('has these shapes and no others', () => {
    expect(ofKind('service')).toEqual(['AWSCognitoIdentityProviderService'])
    expect(ofKind('operation')).toEqual([OPERATION])
    expect(ofKind('list')).toEqual(['ClientSecretListDescriptorListType'])
    expect(ofKind('string')).toEqual(['ClientIdType', 'UserPoolIdType', 'ClientSecretIdType'])
    expect(ofKind('structure')).toEqual([
      'ListUserPoolClientSecretsRequest',
      'ListUserPoolClientSecretsResponse',
      'ClientSecretListDescriptorType',
      ...Object.keys(documentedExceptions)
    ])
    // nothing that the reading above would not see
    expect(model.match(/^\w.*$/gm)?.filter((line) => !/^(?:namespace|use) /.test(line))).toHaveLength(shapes.size)
    expect(model.match(/@length/g)).toHaveLength(4)
    expect(model.match(/@pattern/g)).toHaveLength(2)
    expect(model.match(/@httpError/g)).toHaveLength(5)
    expect(model.match(/@required/g)).toHaveLength(2)
  })

  test('names the service, the target and the protocol of the wire', () => {
    const { traits } = shape('AWSCognitoIdentityProviderService')
    expect(`${ofKind('service')[0] ?? ''}.`).toBe(TARGET_PREFIX)
    expect(traits).toMatch(/^@awsJson1_1$/m)
    expect(traits).toMatch(/^@sigv4\(name: "cognito-idp"\)$/m)
    for (const trait of ['aws.api#service', 'aws.auth#sigv4', 'aws.protocols#awsJson1_1']) {
      expect(model).toMatch(new RegExp(`^use ${trait.replaceAll('.', '\\.')}$`, 'm'))
    }
    expect(itemsOf('AWSCognitoIdentityProviderService', 'operations')).toEqual([OPERATION])
  })

  test('has the operation with its input, output and errors', () => {
    expect(shape(OPERATION).body).toContain('input: ListUserPoolClientSecretsRequest\n')
    expect(shape(OPERATION).body).toContain('output: ListUserPoolClientSecretsResponse\n')
    expect(itemsOf(OPERATION, 'errors')).toEqual(Object.keys(documentedExceptions))
  })

  test('has the documented members, and no NextToken', () => {
    expect(membersOf('ListUserPoolClientSecretsRequest')).toEqual([
      '!ClientId: ClientIdType',
      '!UserPoolId: UserPoolIdType'
    ])
    expect(membersOf('ListUserPoolClientSecretsResponse')).toEqual([
      'ClientSecrets: ClientSecretListDescriptorListType'
    ])
    expect(membersOf('ClientSecretListDescriptorListType')).toEqual(['member: ClientSecretListDescriptorType'])
    expect(membersOf('ClientSecretListDescriptorType')).toEqual([
      'ClientSecretCreateDate: Timestamp',
      'ClientSecretId: ClientSecretIdType'
    ])
    expect(model).not.toContain('NextToken')
    expect(model).not.toContain('ClientSecretValue')
  })

  test.each<readonly [string, StringConstraints]>([
    ['ClientIdType', ClientId.constraints],
    ['UserPoolIdType', UserPoolId.constraints],
    ['ClientSecretIdType', ClientSecretId.constraints]
  ])('%s has the constraints of the codec', (name, { minLength, maxLength, pattern }) => {
    expect(lengthOf(name)).toEqual({ min: minLength, max: maxLength })
    expect(patternOf(name)).toBe(pattern === undefined ? undefined : `^${pattern}$`)
  })

  test('has at most two descriptors', () => {
    expect(lengthOf('ClientSecretListDescriptorListType')).toEqual({ min: 0, max: MAX_CLIENT_SECRETS })
  })

  test.each(Object.entries(documentedExceptions))('%s has the status and the members of the codec', (name, codec) => {
    const decoded = codec.decode({ __type: name, message: 'm', reasonCode: 'r' })
    const { status, _tag, ...members } = decoded._tag === 'Right' ? decoded.right : { status: 0, _tag: '' }
    expect(shape(name).traits).toMatch(new RegExp(`^@httpError\\(${status}\\)$`, 'm'))
    expect(shape(name).traits).toMatch(new RegExp(`^@error\\("${status >= 500 ? 'server' : 'client'}"\\)$`, 'm'))
    expect(membersOf(name)).toEqual(Object.keys(members).map((member) => `${member}: String`))
    expect(_tag).toBe(name)
  })
})
