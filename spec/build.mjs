/**
 * Writes the generated files of spec/ from the built package: `npm run spec`. Everything but `main` is pure;
 * test/spec calls it on the sources and compares with what is checked in.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { openapi } from './openapi.mjs'

/**
 * What the files are made from: the package's public face, its protocol, its clauses, its version.
 *
 * @typedef {object} Sources
 * @property {typeof import('../dist/index.js')} contract
 * @property {typeof import('../dist/protocol/index.js')} protocol
 * @property {Readonly<Record<string, import('../dist/clauses/Clause.js').Clause>>} clauses
 * @property {string} version
 */

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

const clausesFile = ({ clauses, version }) => ({
  $schema: './clauses.schema.json',
  operation: 'ListUserPoolClientSecrets',
  page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPoolClientSecrets.html',
  version,
  clauses: Object.entries(clauses).map(([id, { sentence, level, evidence, section, binds, ...rest }]) => ({
    id,
    sentence,
    level,
    evidence,
    section,
    binds,
    ...rest
  }))
})

/** The JSON Schema of what a codec decodes, as the codec itself prints it. */
const viewOf = (codec) => codec['~standard'].jsonSchema.input({ target: 'draft-2020-12' })

/**
 * A schema with words for people: `notes` has a description, and the notes of the members or the items. A note for a
 * member that the codec does not have is an error. Objects say that other members are allowed.
 */
const describe = (schema, { description, properties = {}, items }) => {
  const unknown = Object.keys(properties).filter((key) => !Object.hasOwn(schema.properties ?? {}, key))
  if (unknown.length > 0) throw new Error(`There is no member ${unknown.join(', ')} to describe`)
  return {
    ...(description === undefined ? {} : { description }),
    ...schema,
    ...(schema.properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(schema.properties).map(([key, member]) => [key, describe(member, properties[key] ?? {})])
          ),
          additionalProperties: true
        }),
    ...(items === undefined ? {} : { items: describe(schema.items, items) })
  }
}

const document = (codec, notes) => ({ $schema: DIALECT, title: codec.name, ...describe(viewOf(codec), notes) })

const requestSchema = ({ contract: { ListUserPoolClientSecretsRequest } }) =>
  document(ListUserPoolClientSecretsRequest, {
    description:
      'The body of a request, once read (an empty body reads as {}). A null member counts as absent, so null is no id. Members that are not named here, NextToken among them, are ignored.',
    properties: {
      ClientId: { description: 'The app client: ASCII letters, digits, _ and +.' },
      UserPoolId: {
        description:
          'Its user pool: ASCII letters, digits, _ and -, then a _, then ASCII letters and digits to the end.'
      }
    }
  })

const responseSchema = ({ contract: { ListUserPoolClientSecretsResponse } }) =>
  document(ListUserPoolClientSecretsResponse, {
    description:
      'The body of a success, as a client accepts it. Members that are not named here are ignored. Servers are bound to more: both members in every descriptor, no NextToken, ids that differ; see clauses.json.',
    properties: {
      ClientSecrets: {
        description: 'All secrets of the client, in no order; empty for a client that has none.',
        items: {
          description: 'Which secret, and since when; never the secret. A null member counts as absent.',
          properties: {
            ClientSecretCreateDate: {
              description:
                'Epoch seconds, possibly fractional, read to the millisecond. The bounds are those of a Date, not of the page.'
            },
            ClientSecretId: { description: 'An opaque id.' },
            ClientSecretValue: { description: 'The secret, which no answer may hold.' }
          }
        }
      }
    }
  })

const MESSAGE = { description: 'What went wrong, for people.' }
const REASON_CODE = { description: 'A code for the reason; only InvalidParameterException documents one.' }

const exceptionSchema = (name, codec) => {
  const view = viewOf(codec)
  const { status } = codec.decode({ __type: name }).right
  const properties = {
    message: MESSAGE,
    ...(view.properties.reasonCode === undefined ? {} : { reasonCode: REASON_CODE })
  }
  return describe(view, { description: `HTTP ${status}.`, properties })
}

const errorSchema = ({ contract: { documentedExceptions, InvalidParameterException } }) => {
  const { message, reasonCode } = viewOf(InvalidParameterException).properties
  return {
    $schema: DIALECT,
    title: 'ListUserPoolClientSecretsError',
    description:
      'The body of an error, documented or common, where it has one. The first of the header x-amzn-errortype, code and __type names it: what stands before the first : and after the last #. Under $defs: the documented exceptions in their plainest form, named by __type alone.',
    type: 'object',
    properties: {
      __type: { description: "The error's name; servers should send the bare name of the shape." },
      code: { description: "The error's name, in another place." },
      message: describe(message, MESSAGE),
      Message: describe(message, { description: 'The same, as some errors spell it.' }),
      reasonCode: describe(reasonCode, REASON_CODE)
    },
    additionalProperties: true,
    $defs: Object.fromEntries(
      Object.entries(documentedExceptions).map(([name, codec]) => [name, exceptionSchema(name, codec)])
    )
  }
}

/**
 * Every generated file by name, unformatted.
 *
 * @param {Sources} sources
 * @returns {Readonly<Record<string, object>>}
 */
export const generate = (sources) => {
  const [request, response, error] = [requestSchema(sources), responseSchema(sources), errorSchema(sources)]
  return {
    'clauses.json': clausesFile(sources),
    'request.schema.json': request,
    'response.schema.json': response,
    'error.schema.json': error,
    'openapi.json': openapi(sources, { request, response, error })
  }
}

/**
 * A file as it is checked in: formatted like the rest of the repository.
 *
 * @param {string} name
 * @param {object} value
 * @returns {Promise<string>}
 */
export const print = async (name, value) => {
  const filepath = fileURLToPath(new URL(name, import.meta.url))
  return format(JSON.stringify(value, null, 2), { ...(await resolveConfig(filepath)), filepath })
}

const main = async () => {
  const contract = await import('../dist/index.js')
  const protocol = await import('../dist/protocol/index.js')
  const { clauses } = await import('../dist/clauses/index.js')
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  for (const [name, value] of Object.entries(generate({ contract, protocol, clauses, version }))) {
    await writeFile(new URL(name, import.meta.url), await print(name, value))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
