// Adapter: the AWS SDK for JavaScript v2, for `verify-client -- node docs/clients/aws-sdk-v2.mjs`. Its own model does not
// have the operation any more: its generic client is given one.
import { createInterface } from 'node:readline'
import AWS from 'aws-sdk'

const apiConfig = {
  metadata: {
    apiVersion: '2016-04-18',
    endpointPrefix: 'cognito-idp',
    jsonVersion: '1.1',
    protocol: 'json',
    serviceId: 'Cognito Identity Provider',
    signatureVersion: 'v4',
    targetPrefix: 'AWSCognitoIdentityProviderService',
    uid: 'cognito-idp-2016-04-18'
  },
  operations: {
    ListUserPoolClientSecrets: {
      input: { type: 'structure', required: ['UserPoolId', 'ClientId'], members: { UserPoolId: {}, ClientId: {} } },
      output: {
        type: 'structure',
        members: {
          ClientSecrets: {
            type: 'list',
            member: {
              type: 'structure',
              members: { ClientSecretId: {}, ClientSecretCreateDate: { type: 'timestamp' } }
            }
          }
        }
      }
    }
  },
  paginators: {}
}

const client = new AWS.Service({ apiConfig, endpoint: process.env.COGNITO_ENDPOINT, maxRetries: 0 })

const call = async (ids) => {
  try {
    const { ClientSecrets } = await client.makeRequest('listUserPoolClientSecrets', ids).promise()
    if (!Array.isArray(ClientSecrets)) return { refused: 'no ClientSecrets' }
    return { secrets: ClientSecrets.map((s) => ({ id: s.ClientSecretId, createDate: s.ClientSecretCreateDate })) }
  } catch (error) {
    // it answered with an error only if there is a status
    if (error.statusCode === undefined || error.statusCode < 300) return { refused: error.code }
    return { error: { type: error.code, message: error.message } }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await call(JSON.parse(line))))
}
