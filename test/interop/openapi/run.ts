/**
 * `npm run interop:openapi`: schemathesis drives the reference by spec/openapi.json and must find nothing; then it drives
 * broken servers by the same document and must find what is broken.
 */
import { join } from 'node:path'
import { listen } from '../../../src/node/index.js'
import { type EncodedResponse, type HttpRequest, OPERATION, TARGET_PREFIX } from '../../../src/protocol/index.js'
import { testDouble } from '../../../src/reference/index.js'
import { type Check, execute, finding, held, runChecks, withInstalled } from '../Check.js'
import { python } from '../subjects.js'

const HERE = import.meta.dirname
const DOCUMENT = join(HERE, '..', '..', '..', 'spec', 'openapi.json')
const SCHEMATHESIS = python('schemathesis', '4.32.5')
/** Cases of the fuzzing phase, a server. */
const CASES = 500

type Serve = (request: HttpRequest) => Promise<EncodedResponse>

/** The client of the document's examples, so that its first request is answered with a list. */
const pools = [
  {
    Id: 'us-east-1_Example12',
    clients: [
      {
        ClientId: '1example23456789',
        secrets: [1785000000, 1785600000.5].map((s) => ({ ClientSecretCreateDate: new Date(s * 1000) }))
      }
    ]
  }
]

const correct = testDouble({ now: () => new Date(), pools })

/** The reference, with something done to the text of its answers. */
const answering =
  (change: (body: string) => string): Serve =>
  async (request) => {
    const { body, ...response } = await correct(request)
    return { ...response, body: change(body) }
  }

const broken: ReadonlyArray<readonly [what: string, serve: Serve]> = [
  ['lists the values', answering((body) => body.replace(/\{(?="ClientSecret[IC])/g, '{"ClientSecretValue":"a",'))],
  ['has a NextToken', answering((body) => body.replace(']}', '],"NextToken":null}'))],
  ['leaves the dates out', answering((body) => body.replace(/"ClientSecretCreateDate":[\d.]+,?/g, ''))],
  [
    'writes dates as text',
    answering((body) => body.replace(/"ClientSecretCreateDate":([\d.]+)/g, '"ClientSecretCreateDate":"$1"'))
  ],
  [
    'checks no id',
    async (request) => {
      const response = await correct(request)
      return /Invalid|Serial/.test(response.body)
        ? { ...response, status: 200, body: '{"ClientSecrets":[]}' }
        : response
    }
  ],
  [
    'refuses a + in ClientId',
    (request) =>
      correct(/"ClientId": ?"[^"]*\+/.test(Buffer.from(request.body).toString()) ? { ...request, body: '{}' } : request)
  ],
  [
    'answers with another content type',
    async (request) => {
      const response = await correct(request)
      return { ...response, headers: { ...response.headers, 'content-type': 'application/json' } }
    }
  ],
  [
    'takes every X-Amz-Target',
    (request) =>
      correct({
        ...request,
        headers: { ...request.headers, 'x-amz-target': `${TARGET_PREFIX}${OPERATION}` }
      })
  ]
]

/** What schemathesis says of a server: the exit code and the text. */
const drive = async (dir: string, serve: Serve): ReturnType<typeof execute> => {
  const { url, close } = await listen(serve)
  const settings = ['--config-file', join(HERE, 'schemathesis.toml')]
  const run = [
    'run',
    DOCUMENT,
    '--url',
    url,
    '--generation-deterministic',
    '--max-examples',
    String(CASES),
    '--no-color'
  ]
  const env = { SCHEMATHESIS_HOOKS: 'hooks', PYTHONPATH: HERE, PYTHONDONTWRITEBYTECODE: '1' }
  try {
    return await execute({ file: join(dir, 'bin', 'schemathesis'), args: [...settings, ...run], env }, dir)
  } finally {
    await close()
  }
}

/** How many cases it says that it made. */
const casesOf = (output: string): number => Number(/(\d+) generated/.exec(output)?.[1] ?? 0)

const tool = `schemathesis ${SCHEMATHESIS.version}`

const checks: ReadonlyArray<Check> = [
  {
    name: `${tool} on the reference`,
    run: () =>
      withInstalled(SCHEMATHESIS, async (dir) => {
        const { code, output } = await drive(dir, correct)
        return code === 0 && casesOf(output) > 100 ? held(`${casesOf(output)} cases, no finding`) : finding(output)
      })
  },
  ...broken.map(([what, serve]) => ({
    name: `${tool} on a server that ${what}`,
    run: () =>
      withInstalled(SCHEMATHESIS, async (dir) => {
        const { code, output } = await drive(dir, serve)
        const [first = ''] = /^- .+$/m.exec(output) ?? []
        return code === 1 && first !== ''
          ? held(`it finds it: ${first.slice(2)}`)
          : finding(`it does not find it: ${output}`)
      })
  }))
]

await runChecks(checks)
