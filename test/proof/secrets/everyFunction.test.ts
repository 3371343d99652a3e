/**
 * Every function that a consumer can import is called with planted secrets, and all that comes back is searched for them.
 * The functions are read from the package's exports: a new one fails until it is called here.
 */
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import * as fetchAdapter from '../../../src/adapters/fetch.js'
import * as lambdaAdapter from '../../../src/adapters/lambda.js'
import * as nodeAdapter from '../../../src/adapters/node.js'
import * as sdkAdapter from '../../../src/adapters/awsSdk.js'
import * as suite from '../../../src/conformance.js'
import * as arbitraries from '../../../src/generators/index.js'
import * as contract from '../../../src/index.js'
import * as node from '../../../src/node/index.js'
import * as protocol from '../../../src/protocol/index.js'
import * as reference from '../../../src/reference/index.js'
import { traces } from './traces.js'

const SECRET = 'pl4ntedS3cretOfThirtyTwoLetters0'

const modules: Readonly<Record<string, object>> = {
  '.': contract,
  './protocol': protocol,
  './adapters/fetch': fetchAdapter,
  './adapters/node': nodeAdapter,
  './adapters/lambda': lambdaAdapter,
  './adapters/aws-sdk': sdkAdapter,
  './arbitraries': arbitraries,
  './conformance': suite,
  './reference': reference,
  './node': node
}

const NOW = new Date(1_785_000_000_123)
const IDS = { UserPoolId: 'us-east-1_Example12', ClientId: '1h57kf5cpq17m0eml12example' }

/** A success that shows the value of a secret, and more than there can be. */
const leaking = {
  ClientSecrets: [1, 2, 3].map((n) => ({
    ClientSecretId: `${IDS.ClientId}--${n}`,
    ClientSecretCreateDate: n,
    ClientSecretValue: SECRET
  }))
}

const cause = new Error(SECRET, { cause: { ClientSecretValue: SECRET } })

const throwing = {
  get ClientId(): never {
    throw cause
  },
  get ClientSecrets(): never {
    throw cause
  }
}

/** No text of these is an id, so no message may quote it. */
const hostile: ReadonlyArray<unknown> = [
  leaking,
  throwing,
  cause,
  [SECRET],
  { ...IDS, ClientSecret: SECRET, [SECRET]: SECRET },
  { UserPoolId: { a: SECRET }, ClientId: [SECRET] },
  { ClientSecrets: SECRET },
  { ClientSecrets: [{ ClientSecretId: [SECRET], ClientSecretCreateDate: SECRET }] }
]

const CONTENT_TYPE = 'application/x-amz-json-1.1'

const post = (operation: string, body: string): protocol.HttpRequest => ({
  method: 'POST',
  path: '/',
  headers: {
    'content-type': CONTENT_TYPE,
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    authorization: SECRET
  },
  body
})

/** Bodies that hold the secret, one of them as text that is no JSON. */
const bodies = [...hostile.filter((u) => u !== throwing).map((u) => JSON.stringify(u)), `{"ClientId":"${SECRET}`]

const requests = bodies.map((body) => post('ListUserPoolClientSecrets', body))

const answers = bodies.flatMap((body) =>
  [200, 400, 500].map((status) => ({ status, headers: { 'content-type': CONTENT_TYPE }, body }))
)

/** What a function returns or throws, later too. */
const outcomeOf = async (call: () => unknown): Promise<unknown> => {
  try {
    return await call()
  } catch (error) {
    return error
  }
}

const outcomes = async <A>(inputs: ReadonlyArray<A>, call: (input: A) => unknown): Promise<ReadonlyArray<unknown>> => {
  const all: Array<unknown> = []
  for (const input of inputs) all.push(await outcomeOf(() => call(input)))
  return all
}

/** The untyped face of a function that takes any value. */
type Any = (u: unknown) => unknown

const onHostile = (call: Any) => () => outcomes(hostile, call)

const throwsSecret = (): never => {
  throw cause
}

interface Decoding {
  readonly decode: Any
  readonly is: Any
  readonly encode: Any
  readonly '~standard': { readonly validate: Any }
}

/** A codec encodes what it accepts. */
const codec = (one: Decoding) =>
  onHostile((u) => [one.decode(u), one.is(u), one['~standard'].validate(u), one.is(u) ? one.encode(u) : undefined])

const lambdaEvent = (body: string): lambdaAdapter.LambdaEvent => ({ headers: requests[0]?.headers as never, body })

/** The report of a run against a server that shows its secrets wherever it can. */
const leakyReport = async (): Promise<suite.Report> => {
  const serve = reference.inMemory({ now: () => NOW, seed: 1 })
  const shown: Array<string> = []
  const leaky: suite.Target = async (request) => {
    const answer = await serve(request)
    for (const [, value = ''] of answer.body.matchAll(/"(?:ClientSecretValue|ClientSecret)":"([^"]+)"/g))
      shown.push(value)
    const isList = request.headers['x-amz-target'] === 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
    const leak = `"ClientSecretValue":"${shown.at(-1)}","ClientSecretId"`
    return isList ? { ...answer, body: answer.body.replace('"ClientSecretId"', leak) } : answer
  }
  const report = await suite.verify(leaky, { seed: 1, runs: 1 })
  plantedByRun = [...new Set(shown)]
  return report
}

let plantedByRun: ReadonlyArray<string> = []
let made: Promise<suite.Report> | undefined
const report = (): Promise<suite.Report> => (made ??= leakyReport())

const rendered = (print: (report: suite.Report) => unknown) => async () => print(await report())

const pools = [
  {
    Id: IDS.UserPoolId,
    clients: [{ ClientId: IDS.ClientId, secrets: [{ ClientSecretCreateDate: NOW, ClientSecretValue: SECRET }] }]
  }
]

/** Operations that never show a secret; the others are called as well, and their answers not searched. */
const silent = ['ListUserPoolClientSecrets', 'ListUserPools', 'DeleteUserPoolClientSecret', 'DescribeUserPool']

const misuse = {} as never // an argument that the types refuse: what it throws is searched

const calls: Readonly<Record<string, () => unknown>> = {
  ...Object.fromEntries(
    Object.entries(contract)
      .filter(([, value]) => value instanceof contract.Codec)
      .map(([name, value]) => [`. ${name}`, codec(value as unknown as Decoding)])
  ),
  '. Codec': codec(new contract.Codec(contract.ListUserPoolClientSecretsResponse.description) as unknown as Decoding),
  '. withMessages': codec(
    contract.withMessages(contract.ListUserPoolClientSecretsRequest, { required: 'needed' }) as unknown as Decoding
  ),
  '. describeViolation': () => {
    const refused = contract.validateRequest({ ClientId: [SECRET], UserPoolId: { a: SECRET } })
    return refused._tag === 'Left' ? refused.left.violations.map((one) => contract.describeViolation(one)) : refused
  },
  '. validationMessage': () => {
    const refused = contract.validateRequest({ ClientId: [SECRET], UserPoolId: { a: SECRET } })
    return refused._tag === 'Left' ? contract.validationMessage(refused.left.violations as never) : refused
  },
  '. violations': onHostile((u) => {
    const decoded = contract.ListUserPoolClientSecretsRequest.decode(u)
    return decoded._tag === 'Left' ? contract.violations(decoded.left) : undefined
  }),
  '. invalidRequest': onHostile((u) => {
    const decoded = contract.ListUserPoolClientSecretsRequest.decode(u)
    return decoded._tag === 'Left' ? contract.invalidRequest(decoded.left) : undefined
  }),
  '. redactSecrets': () => [
    contract.redactSecrets(leaking.ClientSecrets as never),
    contract.redactSecrets([{ ClientSecretId: 'a', ClientSecretCreateDate: NOW, ClientSecretValue: SECRET } as never]),
    contract.redactSecrets([throwing, cause] as never)
  ],
  '. sanitize': onHostile((u) => contract.sanitize(u, { secrets: [SECRET] })),
  '. toError': () =>
    contract.toError({ _tag: 'InvalidParameterException', status: 400, message: 'x', ClientSecret: SECRET } as never),
  '. validateRequest': onHostile(contract.validateRequest),
  './protocol buildRequest': onHostile(protocol.buildRequest),
  './protocol decodeInput': onHostile(protocol.decodeInput),
  './protocol decodeRequest': () => outcomes(requests, (one) => protocol.decodeRequest(one)),
  // a right of it is the input that nobody has checked yet
  './protocol decodeOperation': async () =>
    (await outcomes(requests, (one) => protocol.decodeOperation(one))).filter(
      (u) => Reflect.get(Object(u), '_tag') === 'Left'
    ),
  './protocol decodeResponse': () => outcomes(answers, protocol.decodeResponse),
  './protocol decodeError': () => outcomes(answers, protocol.decodeError),
  './protocol encodeResponse': () =>
    outcomes(hostile, (u) => [
      protocol.encodeResponse({ _tag: 'Right', right: u as never }),
      protocol.encodeResponse({ _tag: 'Left', left: u as never })
    ]),
  './protocol encodeError': onHostile(protocol.encodeError as Any),
  './protocol encodeRequest': () => protocol.encodeRequest({ ...IDS, ClientSecret: SECRET } as never),
  './protocol errorName': onHostile(protocol.errorName),
  './protocol fold': onHostile((u) => protocol.fold(misuse)(u as never)),
  './protocol header': () => protocol.header({ authorization: SECRET, a: 'b' }, 'a'),
  './protocol serializationError': () => protocol.serializationError('a message'),
  './protocol unknownOperation': () => protocol.unknownOperation('a message'),
  './adapters/fetch toFetchHandler': () =>
    outcomes(bodies, async (body) => {
      const answered = await fetchAdapter.toFetchHandler(throwsSecret)(
        new Request('http://a/', { method: 'POST', body })
      )
      return [await answered.text(), [...answered.headers]]
    }),
  './adapters/lambda toLambdaHandler': () =>
    outcomes(bodies, (body) => lambdaAdapter.toLambdaHandler(throwsSecret)(lambdaEvent(body))),
  './adapters/node toNodeListener': () =>
    new Promise((resolve) => {
      const sent: Array<unknown> = []
      const request = {
        method: 'POST',
        url: '/',
        headers: {},
        body: { a: SECRET },
        readableEnded: true,
        resume: () => 0
      }
      nodeAdapter.toNodeListener(throwsSecret)(request as never, {
        writeHead: (...head) => sent.push(head),
        end: (body) => resolve([...sent, body])
      })
    }),
  './adapters/aws-sdk checkOutput': onHostile(sdkAdapter.checkOutput),
  './adapters/aws-sdk ContractViolationError': onHostile((u) => {
    const checked = sdkAdapter.checkOutput(u)
    return checked._tag === 'Left' ? new sdkAdapter.ContractViolationError(checked.left) : checked
  }),
  './adapters/aws-sdk InvalidParameterError': onHostile((u) => {
    const checked = contract.validateRequest(u)
    return checked._tag === 'Left' ? new sdkAdapter.InvalidParameterError(checked.left) : checked
  }),
  './adapters/aws-sdk NetworkFailure': () => new sdkAdapter.NetworkFailure('a message'),
  './adapters/aws-sdk contractPlugin': onHostile(async (u) => {
    const thrown: Array<unknown> = []
    const stack: sdkAdapter.SdkStack = {
      add: (middleware) => {
        const next = () => Promise.resolve({ output: u as object })
        const handle = middleware(next, { commandName: 'ListUserPoolClientSecretsCommand' })
        thrown.push(
          handle({ input: u as object }).catch((e: unknown) => e),
          handle({ input: IDS }).catch((e: unknown) => e)
        )
      }
    }
    sdkAdapter.contractPlugin().applyToStack(stack)
    // what passes is the caller's own output, as it was
    return (await Promise.all(thrown)).filter((one) => one instanceof Error)
  }),
  './adapters/aws-sdk sdkRequestHandler': () =>
    outcomes(bodies, (body) =>
      sdkAdapter.sdkRequestHandler(throwsSecret).handle({ method: 'POST', path: '/', headers: {}, body })
    ),
  ...Object.fromEntries(
    Object.entries(arbitraries)
      .filter(([, value]) => typeof value === 'function')
      .map(([name, value]) => [
        `./arbitraries ${name}`,
        () =>
          outcomeOf(() =>
            fc.sample((value as (o?: object) => fc.Arbitrary<unknown>)({}), 20).map((u) => fc.stringify(u))
          )
      ])
  ),
  './conformance verify': report,
  './conformance baselineOf': rendered((one) => suite.baselineOf(one)),
  './conformance printBaseline': rendered((one) => suite.printBaseline(suite.baselineOf(one))),
  './conformance parseBaseline': () => outcomes(bodies, suite.parseBaseline),
  './conformance count': rendered((one) => suite.count(one, 'failed')),
  './conformance curl': () => suite.curl('http://127.0.0.1:1/', post('ListUserPoolClientSecrets', '{}')),
  './conformance exitCode': rendered(suite.exitCode),
  './conformance github': rendered((one) => suite.github(one)),
  './conformance html': rendered((one) => suite.html(one)),
  './conformance json': rendered((one) => suite.json(one)),
  './conformance junit': rendered((one) => suite.junit(one)),
  './conformance markdown': rendered((one) => suite.markdown(one)),
  './conformance pretty': rendered((one) => suite.pretty(one)),
  './conformance quiet': rendered((one) => suite.quiet(one)),
  './conformance judge': rendered((one) => suite.judge(one.clauses, undefined)),
  // a selection that matches nothing is quoted: it is what somebody typed
  './conformance select': () => suite.select({ only: ['no.such.clause'] } as never),
  './conformance decodeReplay': () => outcomes(bodies, suite.decodeReplay),
  './conformance decodeClientReplay': () => outcomes(bodies, suite.decodeClientReplay),
  './conformance decodeValidatorReplay': () => outcomes(bodies, suite.decodeValidatorReplay),
  './conformance encodeReplay': () => outcomeOf(() => suite.encodeReplay(misuse)),
  './conformance encodeClientReplay': () => outcomeOf(() => suite.encodeClientReplay(misuse)),
  './conformance encodeValidatorReplay': () => outcomeOf(() => suite.encodeValidatorReplay(misuse)),
  './conformance laws': () =>
    suite.laws(() => Promise.resolve({ status: 500, headers: {}, body: SECRET }), { runs: 1 }),
  './conformance sweep': () => outcomes(answers, (answer) => suite.sweep(() => answer)),
  './conformance verifyClient': () =>
    outcomeOf(() => suite.verifyClient(() => Promise.reject(cause), { name: 'a client', seed: 1, runs: 1 })),
  './conformance verifyValidator': () =>
    outcomeOf(() =>
      suite.verifyValidator(
        { UserPoolId: throwsSecret, request: throwsSecret },
        { name: 'a validator', seed: 1, runs: 1 }
      )
    ),
  './reference initialState': () => reference.initialState(1),
  './reference inMemory': () =>
    outcomes(silent, (operation) =>
      outcomes(bodies, (body) => reference.inMemory({ now: () => NOW, seed: 1 })(post(operation, body)))
    ),
  './reference step': () => outcomes(requests, (one) => reference.step(reference.initialState(1), one, NOW)),
  './reference testDouble': async () => {
    const double = reference.testDouble({ now: () => NOW, pools })
    const listed = await double(post('ListUserPoolClientSecrets', JSON.stringify(IDS)))
    await double(post('AddUserPoolClientSecret', JSON.stringify({ ...IDS, ClientSecret: SECRET })))
    const ill = [{ Id: SECRET, clients: [{ ClientId: ` ${SECRET}`, secrets: [{ ClientSecretValue: ` ${SECRET}` }] }] }]
    return [
      listed,
      double.calls(),
      double.accepts(IDS, SECRET),
      await outcomeOf(() => reference.testDouble({ now: () => NOW, pools: ill as never }))
    ]
  },
  './node awsSettings': () =>
    outcomeOf(() =>
      node.awsSettings({ region: 'us-east-1' } as never, { AWS_PROFILE: 'none', OTHER: SECRET } as never)
    ),
  './node clientProcess': () =>
    outcomeOf(async () => {
      const { client } = await node.clientProcess([process.execPath, '-e', `console.log('${SECRET}')`], 2000)
      return client
    }),
  './node httpTarget': () =>
    outcomeOf(async () => {
      const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: SECRET }
      const { target, close } = node.httpTarget('http://127.0.0.1:1/', { credentials } as never)
      try {
        return await target(post('ListUserPoolClientSecrets', '{}'))
      } finally {
        close()
      }
    }),
  './node listen': async () => {
    const { url, close } = await node.listen(throwsSecret)
    const answered = await fetch(url, { method: 'POST', body: SECRET })
    const came = [await answered.text(), [...answered.headers]]
    await close()
    return came
  }
}

const isCallable = (value: unknown): boolean => typeof value === 'function' || value instanceof contract.Codec

const functions = Object.entries(modules).flatMap(([subpath, module]) =>
  Object.entries(module).flatMap(([name, value]) => (isCallable(value) ? [`${subpath} ${name}`] : []))
)

test('every entry point of the package is read', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> }
  const entryPoints = Object.entries(exports).flatMap(([name, target]) => (typeof target === 'string' ? [] : [name]))
  expect(Object.keys(modules)).toEqual(entryPoints)
})

test('every function is called, and nothing else is', () => {
  expect(Object.keys(calls).sort()).toEqual([...functions].sort())
})

test.each(Object.entries(calls))('%s returns and throws nothing of a secret', async (_, call) => {
  const came = await outcomeOf(call)
  expect(traces(came, [SECRET, ...plantedByRun])).toEqual([])
})

afterAll(() => {
  // the run planted secrets of its own, so that the reports had some to hide
  expect(plantedByRun.length).toBeGreaterThan(0)
})
