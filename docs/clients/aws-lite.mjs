// Adapter: aws-lite, for `verify-client -- node docs/clients/aws-lite.mjs`. It has no plugin for Cognito: the call is made
// with its client alone, which knows the protocol, and no type of the operation.
import { createInterface } from 'node:readline'
import awsLite from '@aws-lite/client'

const client = await awsLite({ endpoint: process.env.COGNITO_ENDPOINT, region: process.env.AWS_REGION, retries: 0 })

const request = {
  service: 'cognito-idp',
  awsjson: false, // to aws-lite that is DynamoDB's way to mark types
  headers: {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
  }
}

const call = async (ids) => {
  let answered
  try {
    answered = await client({ ...request, headers: { ...request.headers }, payload: ids })
  } catch (error) {
    if (error.statusCode === undefined) return { refused: error.name }
    // it puts the names of the service and of the package before the message
    const message = error.message.replace(/^@aws-lite\/client: cognito-idp: (?:unknown error$)?/, '')
    return { error: { type: error.code, message, reasonCode: error.reasonCode } }
  }
  const secrets = answered.payload?.ClientSecrets
  if (!Array.isArray(secrets)) return { refused: 'no ClientSecrets' }
  return {
    secrets: secrets.map((s) => ({
      id: s?.ClientSecretId,
      createDate:
        typeof s?.ClientSecretCreateDate === 'number' ? Math.round(s.ClientSecretCreateDate * 1000) : undefined
    }))
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await call(JSON.parse(line))))
}
