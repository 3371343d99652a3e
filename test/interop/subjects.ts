/**
 * What `npm run interop:implementations` judges: servers and clients that can be installed by name at a pinned version, and regular
 * expressions that public projects use for the two ids.
 */
import { join } from 'node:path'
import { copyDependencies } from './maven.js'

export interface Command {
  readonly file: string
  readonly args: ReadonlyArray<string>
  readonly env?: Readonly<Record<string, string>>
}

/** How something gets into its own folder; nothing is installed elsewhere. */
export interface Installable {
  readonly name: string
  readonly version: string
  readonly kind: string
  readonly install: (dir: string) => ReadonlyArray<Command>
}

export interface Server extends Installable {
  readonly start: (dir: string, port: number) => Command
}

export interface Client extends Installable {
  /** Makes the adapter ready, each time it is judged. It is quick where nothing has changed. */
  readonly build?: (dir: string) => ReadonlyArray<Command>
  readonly command: (dir: string) => Command
  /** Answers of each kind: few where every call starts a process. */
  readonly runs: number
}

export type Member = 'ClientId' | 'UserPoolId'

/** A validator of ids in a published package. */
export interface Validator extends Installable {
  readonly members: ReadonlyArray<Member>
  readonly build: (dir: string) => ReadonlyArray<Command>
  readonly command: (dir: string) => Command
}

export interface Pattern {
  readonly member: Member
  readonly pattern: RegExp
  /** The longest id that it accepts, where it is asked together with a length. */
  readonly maximum?: number
  readonly where: string
}

const LOOPBACK = '127.0.0.1'

/**
 * A server of hundreds of crates, one for each service of AWS: only its Cognito is built, under its own dispatcher, by
 * the small program in `mounts`, which pins the versions. An unoptimised build answers the same, and is there sooner.
 */
const mounted = (mount: string, name: string, version: string, crate: string): Server => ({
  name,
  version,
  kind: `Rust crate ${crate}, under its own dispatcher`,
  install: (dir) => [
    {
      file: 'cargo',
      args: ['install', '--locked', '--debug', '--path', join(import.meta.dirname, 'mounts', mount), '--root', dir],
      env: { CARGO_TARGET_DIR: join(dir, '..', 'cargo-target') }
    }
  ],
  start: (dir, port) => ({ file: join(dir, 'bin', `${mount}-cognito-mount`), args: ['--addr', `${LOOPBACK}:${port}`] })
})

export const python = (
  name: string,
  version: string,
  requirement = `${name}==${version}`
): Pick<Installable, 'name' | 'version' | 'kind' | 'install'> => ({
  name,
  version,
  kind: 'Python package',
  install: (dir) => [
    { file: 'python3', args: ['-m', 'venv', dir] },
    { file: join(dir, 'bin', 'pip'), args: ['install', '--quiet', ...requirement.split(' ')] }
  ]
})

const npm = (name: string, version: string): Pick<Installable, 'name' | 'version' | 'kind' | 'install'> => ({
  name,
  version,
  kind: 'npm package',
  install: (dir) => [{ file: 'npm', args: ['install', '--no-save', '--prefix', dir, `${name}@${version}`] }]
})

export const servers: ReadonlyArray<Server> = [
  mounted('fakecloud', 'fakecloud', '0.51.0', 'fakecloud-cognito 0.51.0'),
  mounted('winterbaume', 'winterbaume-server', '0.2.8', 'winterbaume-cognitoidentityprovider 0.2.0'),
  mounted('awsim', 'awsim', '0.8.0', 'awsim-cognito 0.8.0'),
  {
    name: 'cognitox',
    version: '0.1.2',
    kind: 'Rust crate',
    install: (dir) => [
      {
        file: 'cargo',
        args: ['install', '--locked', '--debug', 'cognitox@0.1.2', '--root', dir],
        env: { CARGO_TARGET_DIR: join(dir, '..', 'cargo-target') }
      }
    ],
    start: (dir, port) => ({ file: join(dir, 'bin', 'cognitox'), args: ['--port', String(port)] })
  },
  {
    name: 'kumo',
    version: '0.33.1',
    kind: 'Go module github.com/sivchari/kumo',
    // in its own folder, where its own go.sum says what belongs to it
    install: (dir) => [
      {
        file: 'sh',
        args: [
          '-c',
          'go mod download "$0" && go build -C "$(go env GOMODCACHE)/$0" -o "$1" ./cmd/kumo',
          'github.com/sivchari/kumo@v0.33.1',
          join(dir, 'bin', 'kumo')
        ]
      }
    ],
    start: (dir, port) => ({ file: join(dir, 'bin', 'kumo'), args: ['--host', LOOPBACK, '--port', String(port)] })
  },
  {
    ...python('ministack', '1.5.33'),
    start: (dir, port) => ({ file: join(dir, 'bin', 'ministack'), args: [], env: { GATEWAY_PORT: String(port) } })
  },
  {
    ...python('moto', '5.2.5', 'moto[server]==5.2.5'),
    start: (dir, port) => ({ file: join(dir, 'bin', 'moto_server'), args: ['-H', LOOPBACK, '-p', String(port)] })
  },
  {
    ...python('localemu', '1.3.2'),
    start: (dir, port) => ({
      file: join(dir, 'bin', 'localemu'),
      args: ['start', '--host', LOOPBACK, '--port', String(port)]
    })
  },
  {
    // it needs requests, and does not say so
    ...python('aws-local-run', '1.1.0', 'aws-local-run==1.1.0 requests'),
    start: (dir, port) => ({
      file: join(dir, 'bin', 'aws-local-run'),
      args: ['start', '--host', LOOPBACK, '--port', String(port)]
    })
  },
  {
    ...npm('cognito-local', '5.3.0'),
    start: (dir, port) => ({
      file: join(dir, 'node_modules', '.bin', 'cognito-local'),
      args: [],
      env: { HOST: LOOPBACK, PORT: String(port) }
    })
  }
]

const adapters = join(import.meta.dirname, '..', '..', 'docs', 'clients')

/** The adapter is copied to where the client is installed: there Node finds the client. */
const node = (name: string, version: string, adapter: string): Client => ({
  ...npm(name, version),
  build: (dir) => [{ file: 'cp', args: [join(adapters, adapter), dir] }],
  command: (dir) => ({ file: 'node', args: [join(dir, adapter)] }),
  runs: 100
})

const go: Client = {
  name: 'aws-sdk-go-v2/service/cognitoidentityprovider',
  version: '1.61.0',
  kind: 'Go module',
  install: () => [],
  build: (dir) => [{ file: 'go', args: ['build', '-C', join(adapters, 'aws-sdk-go'), '-o', join(dir, 'client'), '.'] }],
  command: (dir) => ({ file: join(dir, 'client'), args: [] }),
  runs: 100
}

const java: Client = {
  name: 'software.amazon.awssdk:cognitoidentityprovider',
  version: '2.57.8',
  kind: 'Java library',
  install: (dir) => [copyDependencies(join(adapters, 'aws-sdk-java', 'pom.xml'), join(dir, 'jars'))],
  build: (dir) => [
    {
      file: 'javac',
      args: ['-d', dir, '-cp', join(dir, 'jars', '*'), join(adapters, 'aws-sdk-java', 'Adapter.java')]
    }
  ],
  command: (dir) => ({ file: 'java', args: ['-cp', `${dir}:${join(dir, 'jars', '*')}`, 'Adapter'] }),
  runs: 100
}

const rust: Client = {
  name: 'aws-sdk-cognitoidentityprovider',
  version: '1.144.0',
  kind: 'Rust crate',
  install: () => [],
  build: (dir) => [
    {
      file: 'cargo',
      args: ['build', '--locked', '--manifest-path', join(adapters, 'aws-sdk-rust', 'Cargo.toml')],
      env: { CARGO_TARGET_DIR: dir, CARGO_BUILD_JOBS: '1' }
    }
  ],
  command: (dir) => ({ file: join(dir, 'debug', 'aws-sdk-rust'), args: [] }),
  runs: 100
}

/** A Python client; the adapter finds it through the interpreter of its own folder. */
const pythonClient = (name: string, version: string, adapter: string): Client => ({
  ...python(name, version),
  command: (dir) => ({ file: join(dir, 'bin', 'python'), args: [join(adapters, adapter)] }),
  runs: 100
})

const awsCli = pythonClient('awscli', '1.46.3', 'aws_cli.py')

export const clients: ReadonlyArray<Client> = [
  node('@aws-sdk/client-cognito-identity-provider', '3.1169.0', 'aws-sdk.mjs'),
  // its model still has NextToken in the request
  node('@aws-sdk/client-cognito-identity-provider', '3.1000.0', 'aws-sdk.mjs'),
  node('aws-sdk', '2.1693.0', 'aws-sdk-v2.mjs'),
  node('@aws-lite/client', '0.24.1', 'aws-lite.mjs'),
  pythonClient('botocore', '1.43.106', 'botocore_client.py'),
  // botocore's parsers on aiohttp
  pythonClient('aiobotocore', '3.10.0', 'aiobotocore_client.py'),
  pythonClient('capo-cognito-identity-provider', '0.13.0', 'capo_client.py'),
  {
    ...awsCli,
    command: (dir) => ({ ...awsCli.command(dir), env: { AWS_CLI: join(dir, 'bin', 'aws') } }),
    runs: 40
  },
  go,
  java,
  rust
]

/** Clients that cannot be judged, in the newest version that could be installed by name, and why. */
export const unjudgedClients: ReadonlyArray<{
  readonly name: string
  readonly version: string
  readonly kind: string
  readonly date: string
  readonly why: string
}> = [
  {
    name: 'aws.sdk.kotlin:cognitoidentityprovider-jvm',
    version: '1.5.15',
    kind: 'Kotlin library',
    date: '2026-11-27',
    why: 'not judged: this version, the newest that Maven could install, does not have the operation'
  },
  {
    name: 'com.cognitect.aws:cognito-idp',
    version: '825.2.1250.0',
    kind: 'Clojure library',
    date: '2026-11-27',
    why: 'not judged: this version, the newest that Maven could install, does not have the operation'
  },
  {
    name: 'itty-aws',
    version: '0.4.1',
    kind: 'npm package',
    date: '2026-11-27',
    why: 'not judged: it does not have the operation'
  }
]

const validatorsFolder = join(import.meta.dirname, 'validators')

const BOTH: ReadonlyArray<Member> = ['ClientId', 'UserPoolId']

const nodeValidator = (name: string, version: string, adapter: string, members = BOTH): Validator => ({
  ...npm(name, version),
  members,
  build: (dir) => [
    { file: 'cp', args: ['lines.mjs', adapter].map((file) => join(validatorsFolder, file)).concat(dir) }
  ],
  command: (dir) => ({ file: 'node', args: [join(dir, adapter)] })
})

const pythonValidator = (name: string, version: string, adapter: string, requirement?: string): Validator => ({
  ...python(name, version, requirement),
  members: BOTH,
  build: () => [],
  command: (dir) => ({ file: join(dir, 'bin', 'python'), args: [join(validatorsFolder, adapter)] })
})

export const validators: ReadonlyArray<Validator> = [
  nodeValidator('amazon-cognito-identity-js', '6.3.21', 'amazon-cognito-identity-js.mjs'),
  nodeValidator('aws-jwt-verify', '5.2.1', 'aws-jwt-verify.mjs'),
  nodeValidator('@aws-amplify/auth', '6.21.1', 'aws-amplify-auth.mjs', ['UserPoolId']),
  nodeValidator('@aws-smithy/server-common', '1.0.0-alpha.10', 'aws-smithy-server-common.mjs'),
  nodeValidator('@aws-lambda-powertools/parser', '2.35.0', 'aws-lambda-powertools-parser.mjs'),
  pythonValidator('botocore', '1.43.106', 'botocore_parameters.py'),
  pythonValidator(
    'aws-resource-validator-cognito-idp',
    '2.6.0',
    'resource_validator.py',
    'aws-resource-validator[cognito-idp]==2.6.0'
  ),
  pythonValidator('cfn-lint', '1.58.0', 'cfn_lint.py')
]

/** Where each was seen is in the public issue that the project's register of sources names. */
export const patterns: ReadonlyArray<Pattern> = [
  { member: 'ClientId', pattern: /[\w+]+/, where: 'as the page shows it, unanchored' },
  { member: 'ClientId', pattern: /^[\w+]+$/, where: 'anchored, without the length' },
  { member: 'ClientId', pattern: /^[\w+]+/, where: 'aws-solutions/generative-ai-application-builder-on-aws#129' },
  {
    member: 'ClientId',
    pattern: /^[a-z0-9]{26}$/,
    where: 'aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock#141'
  },
  {
    member: 'ClientId',
    pattern: /^[a-z0-9]{1,128}$/,
    where: 'aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock#142'
  },
  { member: 'UserPoolId', pattern: /[\w-]+_[0-9a-zA-Z]+/, where: 'as the page shows it, unanchored' },
  { member: 'UserPoolId', pattern: /^[\w-]+_[0-9a-zA-Z]+$/, where: 'anchored, without the length' },
  { member: 'UserPoolId', pattern: /^[\w-]+_.+$/, where: 'aws-amplify/amplify-js#8915' },
  {
    member: 'ClientId',
    pattern: /^[\w+]+$/,
    maximum: 128,
    where: 'hashicorp/terraform-provider-aws, aws_cognito_managed_login_branding, with the length'
  },
  {
    member: 'UserPoolId',
    pattern: /^[\w-]+_[0-9a-zA-Z]+$/,
    maximum: 55,
    where: 'hashicorp/terraform-provider-aws, aws_cognito_managed_login_branding, with the length'
  }
]
