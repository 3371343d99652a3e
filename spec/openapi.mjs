/**
 * The OpenAPI document of the endpoint, made from the JSON Schemas that build.mjs prints. Pure.
 */

/** The client of the examples; `npm run interop:openapi` serves one that has these ids and dates. */
const IDS = { ClientId: '1example23456789', UserPoolId: 'us-east-1_Example12' }
const CREATE_DATES = [1785000000, 1785600000.5]

const SECRETS = CREATE_DATES.map((date) => ({
  ClientSecretId: `${IDS.ClientId}--${Math.floor(date)}`,
  ClientSecretCreateDate: date
}))

const REQUESTS = {
  plain: { summary: 'Both ids', value: IDS },
  withNextToken: {
    summary: 'With a member that the page does not have, and that a server ignores',
    value: { ...IDS, NextToken: 'token' }
  }
}

const SUCCESSES = {
  two: { summary: 'Two secrets: the client is being rotated', value: { ClientSecrets: SECRETS } },
  one: { summary: 'One secret', value: { ClientSecrets: SECRETS.slice(0, 1) } },
  none: { summary: 'A client without a secret', value: { ClientSecrets: [] } }
}

const error = (__type, summary, message) => [__type, { summary, value: { __type, message } }]

const ERRORS_400 = Object.fromEntries([
  error(
    'InvalidParameterException',
    'The answer to ClientId my-client and UserPoolId us-east-1_',
    "2 validation errors detected: Value 'my-client' at 'clientId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+; Value 'us-east-1_' at 'userPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+"
  ),
  error('LimitExceededException', 'A limit of the resource is exceeded', 'Limit exceeded'),
  error('ResourceNotFoundException', 'No such pool', 'User pool us-east-1_Example12 does not exist.'),
  error('TooManyRequestsException', 'Throttled', 'Rate exceeded'),
  error(
    'SerializationException',
    'The answer to a ClientId that is a number; one of the errors that are common to all actions',
    "Value at 'clientId' failed to satisfy constraint: Member must be of type string"
  )
])

const ERRORS_500 = Object.fromEntries([error('InternalServerException', 'The service failed', 'Internal error')])

/** A schema as a component: the dialect and the title are the document's. */
const component = ({ $schema: _dialect, title: _title, $defs: _defs, ...schema }) => schema

/** A member that may be null when a client reads it, as a server has to send it. */
const served = ({ type, ...schema }) => ({
  ...schema,
  type: Array.isArray(type) ? type.find((one) => one !== 'null') : type
})

/** The response's schema with what binds servers only: both members in every descriptor, and no NextToken. */
const servedResponse = (response) => {
  const { description: _description, ...schema } = component(response)
  const { items, ...list } = schema.properties.ClientSecrets
  const { ClientSecretCreateDate, ClientSecretId, ...others } = items.properties
  const described = {
    ...items,
    description: 'Which secret, and since when; never the secret.',
    required: ['ClientSecretCreateDate', 'ClientSecretId'],
    properties: {
      ClientSecretCreateDate: served(ClientSecretCreateDate),
      ClientSecretId: served(ClientSecretId),
      ...others
    }
  }
  return {
    description:
      'The body of a success, as a server has to send it; response.schema.json says what a client accepts. The ids in one answer differ, which no schema can say.',
    ...schema,
    properties: { ...schema.properties, ClientSecrets: { ...list, items: described } },
    not: { required: ['NextToken'] }
  }
}

const ref = (name) => ({ $ref: `#/components/schemas/${name}` })

/**
 * @param {import('./build.mjs').Sources} sources
 * @param {{ request: object, response: object, error: object }} schemas as build.mjs prints them
 * @returns {object}
 */
export const openapi = ({ contract: { documentedExceptions }, protocol, version }, { request, response, error }) => {
  const { CONTENT_TYPE, OPERATION, TARGET_PREFIX } = protocol
  const statusOf = (name) => documentedExceptions[name].decode({ __type: name }).right.status
  const content = (schema, examples) => ({ content: { [CONTENT_TYPE]: { schema, examples } } })
  const errors = (status, description, examples) => ({
    description,
    headers: { 'x-amzn-errortype': { $ref: '#/components/headers/x-amzn-errortype' } },
    ...content(
      {
        anyOf: [
          ...Object.keys(documentedExceptions)
            .filter((name) => statusOf(name) === status)
            .map(ref),
          ref('ListUserPoolClientSecretsError')
        ]
      },
      examples
    )
  })
  return {
    openapi: '3.1.0',
    info: {
      title: OPERATION,
      summary: 'One operation of Amazon Cognito, as its documentation page has it.',
      description:
        'AWS JSON 1.1: every operation of the service is a POST to /, and X-Amz-Target names it. The documentation page is the authority; clauses.json says what each statement follows from. Length constraints count Unicode code points.',
      version,
      license: { name: 'MIT', identifier: 'MIT' }
    },
    servers: [
      { url: 'http://127.0.0.1:9229', description: 'The reference: `npx cognito-secrets-contract serve`' },
      {
        url: 'https://cognito-idp.{region}.amazonaws.com',
        description: 'Amazon Cognito',
        variables: { region: { default: 'us-east-1' } }
      }
    ],
    paths: {
      '/': {
        post: {
          operationId: OPERATION,
          summary: 'Lists the secrets of an app client, without their values.',
          description: 'Answers with all of them at once: there are at most two, and there is no pagination.',
          security: [{ sigV4: [] }, {}],
          parameters: [
            {
              name: 'X-Amz-Target',
              in: 'header',
              required: true,
              description: 'The operation.',
              schema: { type: 'string', enum: [`${TARGET_PREFIX}${OPERATION}`] }
            }
          ],
          requestBody: { required: true, ...content(ref('ListUserPoolClientSecretsRequest'), REQUESTS) },
          responses: {
            200: {
              description: 'The secrets, in no order.',
              ...content(ref('ListUserPoolClientSecretsResponse'), SUCCESSES)
            },
            400: errors(
              400,
              'The request is wrong, or has to wait: one of the documented exceptions, or an error that is common to all actions.',
              ERRORS_400
            ),
            500: errors(500, 'The service failed.', ERRORS_500)
          }
        }
      }
    },
    components: {
      schemas: {
        ListUserPoolClientSecretsRequest: component(request),
        ListUserPoolClientSecretsResponse: servedResponse(response),
        ListUserPoolClientSecretsError: component(error),
        ...error.$defs
      },
      headers: {
        'x-amzn-errortype': {
          description: "The error's name; what follows the first : is not part of it.",
          schema: { type: 'string' }
        }
      },
      securitySchemes: {
        sigV4: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description:
            'AWS Signature Version 4 for the service cognito-idp. Amazon Cognito demands it; emulators mostly do not.'
        }
      }
    }
  }
}
