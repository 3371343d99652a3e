/**
 * The search around the two ids: ill-formed ones, and well-formed ones of nobody.
 */
import * as fc from 'fast-check'
import { clientIdCharacters, forbidden, poolHeadCharacters, poolTailCharacters } from '../characters.js'
import { clientId, nearMissClientId, nearMissUserPoolId, userPoolId } from '../ids.js'
import { clientRef, list, poolRef, type TestCase } from '../TestCase.js'
import { idForms } from '../idForms.js'
import { illFormedForms } from '../illFormedForms.js'
import { badClientIds, badUserPoolIds, goodClientIds, goodUserPoolIds } from './idExamples.js'
import { call, type Probe } from './Probe.js'

/** Ids that a lookup by prefix, suffix or part would take for `id`. */
const nearly = (id: string): ReadonlyArray<string> => [`${id}0`, `${id}a`, `0${id}`, `a${id}`, `_${id}`]

const formsOf = (
  forms: Readonly<Record<string, (id: string) => string>>,
  kind: 'pool' | 'client',
  name: string
): ReadonlyArray<string> => Object.keys(forms).map((form) => `{{${form}:${kind}:${name}}}`)

/** Each wrong in another way: absent, null, of another type, empty, too long, with a forbidden character. */
const wrongValues: ReadonlyArray<unknown> = [undefined, null, 7, '', 'a_'.repeat(65), 'a_b c']

/** An id that exists with forbidden characters around it. */
const misplaced = (id: string, characters: ReadonlyArray<string>): fc.Arbitrary<string> => {
  const some = fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 3 }).map((all) => all.join(''))
  return fc.tuple(some, fc.boolean()).map(([text, isBefore]) => (isBefore ? `${text}${id}` : `${id}${text}`))
}

const errors = [
  'error.type.present',
  'error.body.object',
  'error.contentType',
  'error.message.string',
  'response.names.unique'
] as const

export const idProbes: ReadonlyArray<Probe> = [
  {
    name: 'ill-formed ClientId',
    exercises: [
      'request.clientId.minLength',
      'request.clientId.maxLength',
      'request.clientId.pattern',
      'error.invalidParameter.status',
      'error.invalidParameter.wording',
      'error.message.present',
      ...errors
    ],
    needs: 'nothing',
    examples: (scene) => badClientIds.map((ClientId) => call(scene, { ClientId })),
    arbitrary: (scene) =>
      fc
        .tuple(nearMissClientId(), fc.option(userPoolId(), { nil: undefined, freq: 2 }))
        .map(([{ id }, UserPoolId]) => call(scene, { ClientId: id, ...(UserPoolId ? { UserPoolId } : {}) }))
  },
  {
    name: 'ill-formed UserPoolId',
    exercises: [
      'request.userPoolId.minLength',
      'request.userPoolId.maxLength',
      'request.userPoolId.pattern',
      'error.invalidParameter.status',
      'error.invalidParameter.wording',
      'error.message.present',
      ...errors
    ],
    needs: 'nothing',
    examples: (scene) => badUserPoolIds.map((UserPoolId) => call(scene, { UserPoolId })),
    arbitrary: (scene) =>
      fc
        .tuple(nearMissUserPoolId(), fc.option(clientId(), { nil: undefined, freq: 2 }))
        .map(([{ id }, ClientId]) => call(scene, { UserPoolId: id, ...(ClientId ? { ClientId } : {}) }))
  },
  {
    name: 'ill-formed and close to the id of a client that exists',
    exercises: ['request.clientId.pattern', 'request.userPoolId.pattern'],
    needs: 'given',
    examples: (scene) => [
      ...formsOf(illFormedForms, 'client', 'one').map((ClientId) => call(scene, { ClientId })),
      call(scene, { ClientId: poolRef('main'), UserPoolId: clientRef('one') }),
      ...(scene === 'provisioned' ? [call(scene, { ClientId: '{{secret:two:0}}' })] : [])
    ],
    arbitrary: (scene) =>
      misplaced(clientRef('one'), forbidden(clientIdCharacters)).map((ClientId) => call(scene, { ClientId })),
    share: 0.2
  },
  {
    name: 'ill-formed and close to the id of a pool that exists',
    exercises: ['request.userPoolId.pattern', 'request.userPoolId.maxLength'],
    needs: 'given',
    examples: (scene) => [
      ...formsOf(illFormedForms, 'pool', 'main').map((UserPoolId) => call(scene, { UserPoolId })),
      ...(scene === 'provisioned' ? [call(scene, { UserPoolId: '{{name:pool:main}}' })] : [])
    ],
    arbitrary: (scene) =>
      misplaced(poolRef('main'), forbidden(poolHeadCharacters)).map((UserPoolId) => call(scene, { UserPoolId })),
    share: 0.2
  },
  {
    name: 'both ids wrong',
    exercises: [
      'request.clientId.required',
      'request.clientId.type',
      'request.clientId.minLength',
      'request.clientId.maxLength',
      'request.clientId.pattern',
      'request.userPoolId.required',
      'request.userPoolId.type',
      'request.userPoolId.minLength',
      'request.userPoolId.maxLength',
      'request.userPoolId.pattern',
      'request.body.serializationException',
      'error.invalidParameter.wording'
    ],
    needs: 'nothing',
    examples: () =>
      wrongValues.flatMap((ClientId) => wrongValues.map((UserPoolId): TestCase => [list({ ClientId, UserPoolId })])),
    arbitrary: (scene) =>
      fc
        .tuple(nearMissClientId(), nearMissUserPoolId())
        .map(([client, pool]) => call(scene, { ClientId: client.id, UserPoolId: pool.id }))
  },
  {
    name: 'well-formed ClientId of nobody',
    exercises: ['request.clientId.accepted', 'error.notFound.status', 'error.notFound.wording', ...errors],
    needs: 'nothing',
    examples: (scene) => goodClientIds.map((ClientId) => call(scene, { ClientId })),
    arbitrary: (scene) => clientId().map((ClientId) => call(scene, { ClientId }))
  },
  {
    name: 'unknown client of a pool that exists',
    exercises: ['error.notFound.client'],
    needs: 'given',
    examples: (scene) => [
      ...['1h57kf5cpq17m0eml12examplf', '+', '0', 'constructor', '__proto__', ...nearly(clientRef('one'))].map(
        (ClientId) => call(scene, { ClientId })
      ),
      ...formsOf(idForms, 'client', 'one').map((ClientId) => call(scene, { ClientId })),
      ...(scene === 'provisioned' ? [call(scene, { ClientId: '{{name:client:one}}' })] : [])
    ],
    arbitrary: (scene) => clientId().map((ClientId) => call(scene, { ClientId }))
  },
  {
    name: 'nearly the id of a pool that exists',
    exercises: ['error.notFound.pool', 'request.userPoolId.pattern'],
    needs: 'given',
    examples: (scene) => [
      ...nearly(poolRef('main')).map((UserPoolId) => call(scene, { UserPoolId })),
      ...formsOf(idForms, 'pool', 'main').map((UserPoolId) => call(scene, { UserPoolId })),
      call(scene, { UserPoolId: `-${poolRef('main')}` }),
      // with the ids in one text, one after the other, this is the client
      call(scene, { UserPoolId: '{{cut:pool:main}}', ClientId: `{{end:pool:main}}${clientRef('one')}` })
    ],
    arbitrary: (scene) =>
      fc.constantFrom(...poolTailCharacters).map((c) => call(scene, { UserPoolId: `${poolRef('main')}${c}` })),
    share: 0.1
  },
  {
    name: 'well-formed UserPoolId of nobody',
    exercises: [
      'request.userPoolId.accepted',
      'error.notFound.pool',
      'error.notFound.status',
      'error.notFound.wording',
      ...errors
    ],
    needs: 'nothing',
    examples: (scene) => goodUserPoolIds.map((UserPoolId) => call(scene, { UserPoolId })),
    arbitrary: (scene) => userPoolId().map((UserPoolId) => call(scene, { UserPoolId }))
  }
]
