/**
 * Writes the generated files of spec/ from the built package: `npm run spec`. Everything but the last section is pure;
 * test/spec calls it on the sources and compares with what is checked in.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * What the files are made from: the package's public face, its clauses, its version.
 *
 * @typedef {object} Sources
 * @property {typeof import('../dist/index.js')} contract
 * @property {Readonly<Record<string, import('../dist/clauses/Clause.js').Clause>>} clauses
 * @property {string} version
 */

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

/** The last second, either way, that a Date can hold; a codec of Dates can accept no other. */
const LAST_SECOND = 8.64e12

// ------------------------------------------------------------------------------------
// clauses
// ------------------------------------------------------------------------------------

const clausesFile = ({ clauses, version }) => ({
  $schema: './clauses.schema.json',
  operation: 'ListUserPoolClientSecrets',
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

// ------------------------------------------------------------------------------------
// schemas
// ------------------------------------------------------------------------------------

/** A member's schema from its codec's constraints. */
const stringSchema = ({ minLength, maxLength, pattern }, description, type = 'string') => ({
  description,
  type,
  minLength,
  maxLength,
  ...(pattern === undefined ? {} : { pattern: `^(?:${pattern})$` })
})

const optionalText = (description) => ({ description, type: ['string', 'null'] })

const requestSchema = ({ contract: { ClientId, UserPoolId } }) => ({
  $schema: DIALECT,
  title: 'ListUserPoolClientSecretsRequest',
  description:
    'The body of a request, once read (an empty body reads as {}). A null member counts as absent, so null is no id. Members that are not named here, NextToken among them, are ignored.',
  type: 'object',
  required: ['ClientId', 'UserPoolId'],
  properties: {
    ClientId: stringSchema(ClientId.constraints, 'The app client: ASCII letters, digits, _ and +.'),
    UserPoolId: stringSchema(
      UserPoolId.constraints,
      'Its user pool: ASCII letters, digits, _ and -, then a _, then ASCII letters and digits to the end.'
    )
  },
  additionalProperties: true
})

const responseSchema = ({ contract: { ClientSecretId, MAX_CLIENT_SECRETS } }) => ({
  $schema: DIALECT,
  title: 'ListUserPoolClientSecretsResponse',
  description:
    'The body of a success, as a client accepts it. Members that are not named here are ignored. Servers are bound to more: both members in every descriptor, no NextToken, ids that differ; see clauses.json.',
  type: 'object',
  required: ['ClientSecrets'],
  properties: {
    ClientSecrets: {
      description: 'All secrets of the client, in no order; empty for a client that has none.',
      type: 'array',
      maxItems: MAX_CLIENT_SECRETS,
      items: { $ref: '#/$defs/ClientSecretListDescriptorType' }
    }
  },
  additionalProperties: true,
  $defs: {
    ClientSecretListDescriptorType: {
      description: 'Which secret, and since when; never the secret. A null member counts as absent.',
      type: 'object',
      properties: {
        ClientSecretCreateDate: {
          description:
            'Epoch seconds, possibly fractional, read to the millisecond. The bounds are those of a Date, not of the page.',
          type: ['number', 'null'],
          minimum: -LAST_SECOND,
          maximum: LAST_SECOND
        },
        ClientSecretId: stringSchema(ClientSecretId.constraints, 'An opaque id.', ['string', 'null']),
        ClientSecretValue: { description: 'The secret, which no answer may hold.', type: 'null' }
      },
      additionalProperties: true
    }
  }
})

/** The status of an exception, and whether it has a member, as its codec has them. */
const statusOf = (name, codec) => codec.decode({ __type: name }).right.status
const knows = (name, codec, member) => codec.decode({ __type: name, [member]: 0 })._tag === 'Left'

const exceptionSchema = (name, codec) => ({
  description: `HTTP ${statusOf(name, codec)}.`,
  type: 'object',
  required: ['__type'],
  properties: {
    __type: { const: name },
    message: optionalText('What went wrong, for people.'),
    ...(knows(name, codec, 'reasonCode') ? { reasonCode: optionalText('A code for the reason.') } : {})
  },
  additionalProperties: true
})

const errorSchema = ({ contract: { documentedExceptions } }) => ({
  $schema: DIALECT,
  title: 'ListUserPoolClientSecretsError',
  description:
    'The body of an error, documented or common, where it has one. The first of the header x-amzn-errortype, code and __type names it: what stands before the first : and after the last #. Under $defs: the documented exceptions in their plainest form, named by __type alone.',
  type: 'object',
  properties: {
    __type: { description: "The error's name; servers should send the bare name of the shape." },
    code: { description: "The error's name, in another place." },
    message: optionalText('What went wrong, for people.'),
    Message: optionalText('The same, as some errors spell it.'),
    reasonCode: optionalText('A code for the reason; only InvalidParameterException documents one.')
  },
  additionalProperties: true,
  $defs: Object.fromEntries(
    Object.entries(documentedExceptions).map(([name, codec]) => [name, exceptionSchema(name, codec)])
  )
})

// ------------------------------------------------------------------------------------
// files
// ------------------------------------------------------------------------------------

/**
 * Every generated file by name, unformatted.
 *
 * @param {Sources} sources
 * @returns {Readonly<Record<string, object>>}
 */
export const generate = (sources) => ({
  'clauses.json': clausesFile(sources),
  'request.schema.json': requestSchema(sources),
  'response.schema.json': responseSchema(sources),
  'error.schema.json': errorSchema(sources)
})

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

// ------------------------------------------------------------------------------------
// npm run spec
// ------------------------------------------------------------------------------------

const main = async () => {
  const contract = await import('../dist/index.js')
  const { clauses } = await import('../dist/clauses/index.js')
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  for (const [name, value] of Object.entries(generate({ contract, clauses, version }))) {
    await writeFile(new URL(name, import.meta.url), await print(name, value))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
