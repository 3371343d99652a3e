/**
 * What `npm run interop:implementations` judges: servers and clients that can be installed by name at a pinned version, and regular
 * expressions that public projects use for the two ids.
 */
import { join } from 'node:path'

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
  /** The tool that must be on the machine. */
  readonly tool: string
  readonly install: (dir: string) => ReadonlyArray<Command>
}

export interface Server extends Installable {
  readonly start: (dir: string, port: number) => Command
}

export interface Client extends Installable {
  /** A file of docs/clients. */
  readonly adapter: string
  readonly command: (dir: string) => Command
  /** Answers of each kind: few where every call starts a process. */
  readonly runs: number
}

export interface Pattern {
  readonly member: 'ClientId' | 'UserPoolId'
  readonly pattern: RegExp
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
  tool: 'cargo',
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
): Pick<Installable, 'name' | 'version' | 'kind' | 'tool' | 'install'> => ({
  name,
  version,
  kind: 'Python package',
  tool: 'python3',
  install: (dir) => [
    { file: 'python3', args: ['-m', 'venv', dir] },
    { file: join(dir, 'bin', 'pip'), args: ['install', '--quiet', requirement] }
  ]
})

const npm = (name: string, version: string): Pick<Installable, 'name' | 'version' | 'kind' | 'tool' | 'install'> => ({
  name,
  version,
  kind: 'npm package',
  tool: 'npm',
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
    tool: 'cargo',
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
    tool: 'go',
    install: (dir) => [
      {
        file: 'go',
        args: ['install', 'github.com/sivchari/kumo/cmd/kumo@v0.33.1'],
        env: { GOBIN: join(dir, 'bin') }
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
    ...npm('cognito-local', '5.3.0'),
    start: (dir, port) => ({
      file: join(dir, 'node_modules', '.bin', 'cognito-local'),
      args: [],
      env: { HOST: LOOPBACK, PORT: String(port) }
    })
  }
]

/** `adapter` is copied from docs/clients to where the client is installed, and run there. */
const node = (name: string, version: string, adapter: string): Client => ({
  ...npm(name, version),
  adapter,
  command: (dir) => ({ file: 'node', args: [join(dir, adapter)] }),
  runs: 100
})

export const clients: ReadonlyArray<Client> = [
  node('@aws-sdk/client-cognito-identity-provider', '3.1169.0', 'aws-sdk.mjs'),
  // its model still has NextToken in the request
  node('@aws-sdk/client-cognito-identity-provider', '3.1000.0', 'aws-sdk.mjs'),
  node('aws-sdk', '2.1693.0', 'aws-sdk-v2.mjs'),
  {
    ...python('botocore', '1.43.106'),
    adapter: 'botocore_client.py',
    command: (dir) => ({ file: join(dir, 'bin', 'python'), args: [join(dir, 'botocore_client.py')] }),
    runs: 100
  },
  {
    ...python('awscli', '1.46.3'),
    adapter: 'aws_cli.py',
    command: (dir) => ({
      file: join(dir, 'bin', 'python'),
      args: [join(dir, 'aws_cli.py')],
      env: { AWS_CLI: join(dir, 'bin', 'aws') }
    }),
    runs: 40
  }
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
  { member: 'UserPoolId', pattern: /^[\w-]+_.+$/, where: 'aws-amplify/amplify-js#8915' }
]
