/**
 * The search around the two ids: ill-formed by one step, well-formed at the extremes.
 */
import * as fc from 'fast-check'
import { clientId, nearMissClientId, nearMissUserPoolId, userPoolId } from '../arbitraries/ids.js'
import { clientIdCharacters, forbidden, poolHeadCharacters, poolTailCharacters } from '../arbitraries/characters.js'
import { clientRef, poolRef } from '../Case.js'
import { call, type Probe } from './Probe.js'

// ------------------------------------------------------------------------------------
// searches
// ------------------------------------------------------------------------------------

/** `character` first, in the middle, last, and alone. */
const everywhere = (characters: ReadonlyArray<string>, before: string, after: string): ReadonlyArray<string> =>
  characters.flatMap((c) => [`${c}${before}${after}`, `${before}${c}${after}`, `${before}${after}${c}`])

const around = (id: string): ReadonlyArray<string> =>
  ['\n', '\r', '\r\n', ' ', '\t', '\0', '\u2028', '"', "'"].flatMap((c) => [`${id}${c}`, `${c}${id}`, `${c}${id}${c}`])

const encoded = (id: string): ReadonlyArray<string> => [
  encodeURIComponent(`${id}/`),
  `%61${id}`,
  `${id}&#65;`,
  `${id}\\u0041`
]

const badClientIds: ReadonlyArray<string> = [
  '',
  '-',
  'a'.repeat(129),
  'a'.repeat(130),
  '+'.repeat(129),
  '1'.repeat(256),
  'a'.repeat(1000),
  `${'a'.repeat(127)}é`, // the right length in code points only
  `${'a'.repeat(127)}😀`,
  '1h57kf5cpq-17m0eml12exampl',
  ...around('1h57kf5cpq17m0eml12example'),
  ...encoded('1h57kf5cpq17m0eml12example'),
  ...everywhere(forbidden(clientIdCharacters), '1h57kf5cpq', '17m0eml12exampl')
]

const goodClientIds: ReadonlyArray<string> = [
  ...clientIdCharacters,
  '+'.repeat(128),
  '_'.repeat(128),
  'Z'.repeat(127),
  'a'.repeat(128),
  'a'.repeat(2),
  '0',
  '__proto__',
  'constructor',
  'null',
  'a+b_C',
  '1h57kf5cpq17m0eml12examplf'
]

const badUserPoolIds: ReadonlyArray<string> = [
  '',
  '_',
  'a',
  'us-east-1',
  'us-east-1_',
  '_Example12',
  '__',
  'a__',
  'us-east-1_Exa_',
  'us-east-1_Exa-mple',
  'us-east-1_-',
  'us-east-1-Example12',
  'us-east-1 _Example12',
  'us-east-1_Example 12',
  'us-east-1_Example12_',
  'us-east-1_Example12-',
  `us-east-1_${'a'.repeat(46)}`,
  `us-east-1_${'a'.repeat(47)}`,
  `us-east-1_${'a'.repeat(118)}`,
  `us-east-1_${'a'.repeat(119)}`,
  `${'a'.repeat(54)}_0`,
  `us-east-1_${'a'.repeat(44)}é`, // the right length in code points only
  `us-east-1_${'a'.repeat(44)}😀`,
  `${'-'.repeat(126)}_0`,
  ...around('us-east-1_Example12'),
  ...encoded('us-east-1_Example12'),
  ...everywhere(forbidden([...poolHeadCharacters]), 'us-east-1_Exa', 'mple'),
  ...everywhere(forbidden([...poolTailCharacters, ...poolHeadCharacters]), 'us-', 'east-1_Example')
]

const goodUserPoolIds: ReadonlyArray<string> = [
  'a_0',
  '__0',
  '-_0',
  '0_0',
  '_-_Z',
  '__proto___0',
  `${'-'.repeat(53)}_0`,
  `_${'_'.repeat(53)}9`,
  `a_${'Z'.repeat(53)}`,
  'us_east_1_Example',
  'us-east-1_1',
  `us-east-1_${'a'.repeat(44)}`,
  `us-east-1_${'a'.repeat(45)}`,
  'cn-north-1_Example12',
  'eu-isoe-west-1_Example12',
  'NOT-A-REGION_x',
  ...poolHeadCharacters.map((c) => `${c}_0`),
  ...poolTailCharacters.map((c) => `us-east-1_${c}`)
]

/**
 * The systematic search around each id, good ones and bad ones.
 *
 * @since 0.1.0
 */
export const idExamples: Readonly<Record<'ClientId' | 'UserPoolId', ReadonlyArray<string>>> = {
  ClientId: [...goodClientIds, ...badClientIds],
  UserPoolId: [...goodUserPoolIds, ...badUserPoolIds]
}

/** Ids that a lookup by prefix, suffix or part would take for `id`. */
const nearly = (id: string): ReadonlyArray<string> => [`${id}0`, `${id}a`, `0${id}`, `a${id}`, `_${id}`]

// ------------------------------------------------------------------------------------
// probes
// ------------------------------------------------------------------------------------

const errors = [
  'error.type.present',
  'error.body.object',
  'error.contentType',
  'error.message.string',
  'response.names.unique'
] as const

/**
 * @since 0.1.0
 */
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
    name: 'both ids ill-formed',
    exercises: ['error.invalidParameter.wording'],
    needs: 'nothing',
    examples: (scene) => [
      call(scene, { ClientId: '', UserPoolId: '' }),
      call(scene, { ClientId: 'a b', UserPoolId: 'c d' })
    ],
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
      call(scene, { ClientId: '{{upper:client:one}}' }),
      call(scene, { ClientId: '{{wild:client:one}}' })
    ],
    arbitrary: (scene) => clientId().map((ClientId) => call(scene, { ClientId }))
  },
  {
    name: 'nearly the id of a pool that exists',
    exercises: ['error.notFound.pool'],
    needs: 'given',
    examples: (scene) => [
      ...nearly(poolRef('main')).map((UserPoolId) => call(scene, { UserPoolId })),
      call(scene, { UserPoolId: '{{upper:pool:main}}' }),
      call(scene, { UserPoolId: `-${poolRef('main')}` })
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
