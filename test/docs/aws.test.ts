/**
 * The IAM policy of docs/aws.md against the operations that the commands call.
 */
import { describe, expect, test } from 'vitest'
import { sweep, type Target, verify } from '../../src/conformance.js'
import { encodeError, header } from '../../src/protocol/index.js'
import { inMemory } from '../../src/reference/index.js'
import { blocksOf } from './markdown.js'
import { read } from './pages.js'

interface Policy {
  readonly Statement: ReadonlyArray<{ readonly Sid: string; readonly Action: ReadonlyArray<string> }>
}

const [{ code = '{}' } = {}] = blocksOf(read('docs/aws.md')).filter(({ name }) => name === 'policy.json')
const { Statement } = JSON.parse(code) as Policy

const allowed = (sid: string): ReadonlyArray<string> =>
  (Statement.find(({ Sid }) => Sid === sid)?.Action ?? []).map((action) => action.replace('cognito-idp:', '')).sort()

type Request = Parameters<Target>[0]

const operationOf = ({ headers }: Request): string =>
  (header(headers, 'x-amz-target') ?? '').replace('AWSCognitoIdentityProviderService.', '')

/** The real operations that are called; a run also sends names that no operation has. */
const calledBy = async (
  target: Target,
  work: (counted: Target) => Promise<unknown>
): Promise<ReadonlyArray<string>> => {
  const names = new Set<string>()
  await work((request) => {
    names.add(operationOf(request))
    return target(request)
  })
  return [...names].filter((name) => /^[A-Z][a-z]+UserPool(?:s|Client|ClientSecret|ClientSecrets)?$/.test(name)).sort()
}

describe('the policy of docs/aws.md', () => {
  test('allows what verify calls, and the tag on a pool', async () => {
    const reference = inMemory({ now: () => new Date(), seed: 1 })
    const names = await calledBy(reference, (target) => verify(target, { seed: 1, runs: 1 }))
    expect(allowed('Verify')).toEqual([...names, 'TagResource'].sort())
  })

  test('allows what sweep calls where a run has left a pool behind', async () => {
    const reference = inMemory({ now: () => new Date(), seed: 1 })
    const undeletable: Target = (request) =>
      operationOf(request) === 'DeleteUserPool'
        ? encodeError({ _tag: 'CommonError', type: 'AccessDeniedException', status: 400 })
        : reference(request)
    await verify(undeletable, { seed: 1, runs: 0, only: ['list.empty'] })
    const names = await calledBy(reference, (target) => sweep(target, { remove: true, minAge: 0 }))
    expect(allowed('Sweep')).toEqual(names)
  })
})
