/**
 * What `npm run interop` judges: servers and clients that can be installed by name at a pinned version, and regular
 * expressions that public projects use for the two ids.
 */
import { join } from 'node:path'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

export interface Command {
  readonly file: string
  readonly args: ReadonlyArray<string>
  readonly env?: Readonly<Record<string, string>>
}

/** How something gets into its own folder; nothing is installed elsewhere. */
export interface Installable {
  readonly name: string
  readonly version: string
  readonly kind: 'Rust crate' | 'Python package' | 'npm package'
  /** The tool that must be on the machine. */
  readonly tool: string
  readonly install: (dir: string) => ReadonlyArray<Command>
}

export interface Server extends Installable {
  readonly start: (dir: string, port: number) => Command
}

export interface Client extends Installable {
  readonly command: (dir: string) => Command
  /** Answers of each kind: few where every call starts a process. */
  readonly runs: number
}

export interface Pattern {
  readonly member: 'ClientId' | 'UserPoolId'
  readonly pattern: RegExp
  readonly where: string
}

// ------------------------------------------------------------------------------------
// installing
// ------------------------------------------------------------------------------------

const crate = (name: string, version: string): Pick<Installable, 'name' | 'version' | 'kind' | 'tool' | 'install'> => ({
  name,
  version,
  kind: 'Rust crate',
  tool: 'cargo',
  install: (dir) => [
    {
      file: 'cargo',
      // an unoptimised build answers the same, and is there much sooner
      args: ['install', '--locked', '--debug', '--config', 'profile.dev.debug=0', '--root', dir, `${name}@${version}`],
      env: { CARGO_TARGET_DIR: join(dir, '..', 'cargo-target') }
    }
  ]
})

const python = (
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

// ------------------------------------------------------------------------------------
// subjects
// ------------------------------------------------------------------------------------

const LOOPBACK = '127.0.0.1'

export const servers: ReadonlyArray<Server> = [
  {
    ...crate('fakecloud', '0.51.0'),
    start: (dir, port) => ({ file: join(dir, 'bin', 'fakecloud'), args: ['--addr', `${LOOPBACK}:${port}`] })
  },
  {
    ...crate('winterbaume-server', '0.2.8'),
    start: (dir, port) => ({
      file: join(dir, 'bin', 'winterbaume-server'),
      args: ['--host', LOOPBACK, '--port', String(port)]
    })
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

const adapters = join(import.meta.dirname, '..', '..', 'docs', 'clients')

export const clients: ReadonlyArray<Client> = [
  {
    ...npm('@aws-sdk/client-cognito-identity-provider', '3.1169.0'),
    // the adapter stands beside our own dev dependency of the same version
    install: () => [],
    command: () => ({ file: 'node', args: [join(adapters, 'aws-sdk.mjs')] }),
    runs: 100
  },
  {
    ...python('botocore', '1.43.106'),
    command: (dir) => ({ file: join(dir, 'bin', 'python'), args: [join(adapters, 'botocore_client.py')] }),
    runs: 100
  },
  {
    ...python('awscli', '1.46.3'),
    command: (dir) => ({
      file: join(dir, 'bin', 'python'),
      args: [join(adapters, 'aws_cli.py')],
      env: { AWS_CLI: join(dir, 'bin', 'aws') }
    }),
    runs: 10
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
