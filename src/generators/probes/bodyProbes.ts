/**
 * The search around the message: wrong JSON types, missing members, raw bodies, methods and targets.
 */
import * as fc from 'fast-check'
import { CONTENT_TYPE as type, OPERATION, TARGET_PREFIX } from '../../protocol/index.js'
import { malformedBodies, malformedBody, notObjectBody, notObjects } from '../bodies.js'
import { nearlyJson, spoiledJson } from '../nearlyJson.js'
import { type TestCase, list, type ListStep } from '../TestCase.js'
import type { Member } from '../../laws/shared/independentCheck.js'
import { call, type Probe, type Scene, fixedIds, TARGET } from './Probe.js'

const otherTypes = (right: string): ReadonlyArray<unknown> => [
  0,
  -1,
  1.5,
  1e21,
  true,
  false,
  [],
  {},
  [right],
  [[right]],
  [right, right],
  { value: right },
  { S: right },
  { toString: right },
  { '0': right }
]

const raw = (body: string, rest: Omit<ListStep, 'op' | 'body'> = {}): TestCase => [{ op: 'list', body, ...rest }]

const without = (scene: Scene, member: Member): TestCase => call(scene, { [member]: undefined })

const idsAsJson = ({ ClientId, UserPoolId }: ReturnType<typeof fixedIds>): string =>
  `"ClientId":"${ClientId}","UserPoolId":"${UserPoolId}"`

/** Calls that a lenient parser would carry out. */
const lenientCalls = (scene: Scene): ReadonlyArray<TestCase> => [
  ...nearlyJson(idsAsJson(fixedIds(scene)), fixedIds(scene)).map((body) => raw(body)),
  ...(['utf-16le', 'utf-16be', 'utf-32le'] as const).map((encoding) =>
    raw(JSON.stringify(fixedIds(scene)), { encoding })
  )
]

/** Numbers that a parser may cut, round, or take for infinite: they are of another type than string all the same. */
const numbers = ['9007199254740993', '-123456789012345678901234567890', '1e400', '-1E+400', '1e-400', '-0', '1.0']

/** Calls that are wrapped once too often. */
const wrapped = (scene: Scene): ReadonlyArray<string> => {
  const call = JSON.stringify(fixedIds(scene))
  return [`[${call}]`, `[[${call}]]`, JSON.stringify(call)]
}

const hostileBodies = (scene: Scene): ReadonlyArray<TestCase> => {
  const { ClientId, UserPoolId } = fixedIds(scene)
  const ids = `"ClientId":"${ClientId}","UserPoolId":"${UserPoolId}"`
  return [
    raw(`\uFEFF{${ids}}`),
    raw(`{${ids},${ids}}`),
    raw(`{"ClientId":"1h57kf5cpq17m0eml12examplf",${ids}}`),
    raw(`{${ids},"ClientId":null}`),
    raw(`{${ids},"Deep":{{repeat:2000:[}}{{repeat:2000:]}}}`),
    raw('{{repeat:20000:[}}'),
    raw('{{repeat:5000:{"a":}}0'),
    raw(`{${ids},"Big":"{{repeat:300000:a}}"}`),
    raw('gIGCwMHC/w==', { base64: true }), // continuation bytes and overlong starts
    raw('eyJDbGllbnRJZCI6Iv8iLCJVc2VyUG9vbElkIjoi/iJ9', { base64: true }), // {"ClientId":"\xff","UserPoolId":"\xfe"}
    raw('//57AH0A', { base64: true }) // {} in UTF-16
  ]
}

/** The right ids under names that are nearly theirs, and where no member is looked for. */
const elsewhere = (scene: Scene): ReadonlyArray<TestCase> => {
  const { ClientId, UserPoolId } = fixedIds(scene)
  const ids = JSON.stringify({ ClientId, UserPoolId })
  return [
    ...[
      { clientId: ClientId, userPoolId: UserPoolId },
      { CLIENTID: ClientId, USERPOOLID: UserPoolId },
      { client_id: ClientId, user_pool_id: UserPoolId },
      { ClientId, userPoolId: UserPoolId },
      { clientId: ClientId, UserPoolId },
      { Input: { ClientId, UserPoolId } }
    ].map((members) => [list(members)]),
    raw(`{"__proto__":${ids}}`),
    raw(`{"constructor":{"prototype":${ids}}}`),
    raw(`{"ClientId":"${ClientId}","__proto__":${ids}}`)
  ]
}

const typeProbe = (member: Member, clauses: Probe['exercises']): Probe => ({
  name: `${member} missing or of another type`,
  exercises: [...clauses, 'request.body.serializationException'],
  needs: 'nothing',
  examples: (scene) => [
    without(scene, member),
    call(scene, { [member]: null }),
    ...otherTypes(fixedIds(scene)[member]).map((value) => call(scene, { [member]: value })),
    ...numbers.map((number) => raw(JSON.stringify({ ...fixedIds(scene), [member]: 0 }).replace(':0', `:${number}`)))
  ],
  arbitrary: (scene) =>
    fc
      .oneof(
        fc.constantFrom(undefined, null),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.array(fc.oneof(fc.constant(fixedIds(scene)[member]), fc.jsonValue())),
        fc.dictionary(fc.string(), fc.jsonValue())
      )
      .map((value) => call(scene, { [member]: value }))
})

export const bodyProbes: ReadonlyArray<Probe> = [
  typeProbe('ClientId', ['request.clientId.required', 'request.clientId.type']),
  typeProbe('UserPoolId', ['request.userPoolId.required', 'request.userPoolId.type']),
  {
    name: 'no members at all',
    exercises: ['request.body.empty', 'request.clientId.required', 'request.userPoolId.required'],
    needs: 'nothing',
    examples: (scene) => [raw(''), raw('{}'), raw('{"ClientId":null,"UserPoolId":null}'), ...elsewhere(scene)],
    arbitrary: () =>
      fc.oneof(
        fc.constant(raw('')),
        fc.dictionary(fc.string(), fc.jsonValue()).map((members) => [list(members)])
      )
  },
  {
    name: 'bodies that are not JSON',
    exercises: ['request.body.malformed', 'request.body.serializationException', 'request.body.hostile'],
    needs: 'nothing',
    examples: (scene) => [...malformedBodies.map((body) => raw(body)), ...lenientCalls(scene)],
    arbitrary: (scene) =>
      fc.oneof(
        malformedBody().map((body) => raw(body)),
        spoiledJson(`{${idsAsJson(fixedIds(scene))},"X":[1.5e3,"a\\n",{"b":null}]}`).map((body) => raw(body))
      ),
    share: 0.6
  },
  {
    name: 'JSON that is no object',
    exercises: ['request.body.notObject', 'request.body.serializationException'],
    needs: 'nothing',
    examples: (scene) => [...notObjects, ...wrapped(scene)].map((body) => raw(body)),
    arbitrary: () => notObjectBody().map((body) => raw(body))
  },
  {
    name: 'bodies on which the sources are silent',
    exercises: ['request.body.hostile'],
    needs: 'nothing',
    examples: hostileBodies,
    arbitrary: (scene) => fc.constantFrom(...hostileBodies(scene).slice(0, 4)),
    share: 0.1
  },
  {
    name: 'other methods and targets',
    exercises: ['request.operation.unknown', 'request.method.post'],
    needs: 'nothing',
    examples: (scene) => [
      ...['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'].map((method) =>
        method === 'GET' || method === 'HEAD'
          ? raw('', { method, headers: { 'content-type': type, 'x-amz-target': TARGET } })
          : call(scene, {}, { method })
      ),
      ...[
        `${TARGET.slice(0, -1)}z`,
        TARGET_PREFIX,
        'x',
        TARGET.toLowerCase(),
        OPERATION,
        `AmazonCognitoIdentity.${OPERATION}`,
        `${TARGET}s`,
        `/${TARGET}`
      ].map((name) => call(scene, {}, { headers: { 'content-type': type, 'x-amz-target': name } }))
    ],
    arbitrary: (scene) =>
      fc
        .stringMatching(/^[A-Z][A-Za-z]{4,20}$/)
        .map((name) =>
          call(scene, {}, { headers: { 'content-type': type, 'x-amz-target': `${TARGET_PREFIX}Nothing${name}` } })
        )
  }
]
