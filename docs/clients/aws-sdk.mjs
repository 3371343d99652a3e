// Adapter: the AWS SDK for JavaScript v3, for `verify-client -- node docs/clients/aws-sdk.mjs`.
import { createInterface } from 'node:readline'
import {
  CognitoIdentityProviderClient,
  CognitoIdentityProviderServiceException,
  ListUserPoolClientSecretsCommand
} from '@aws-sdk/client-cognito-identity-provider'

const client = new CognitoIdentityProviderClient({ endpoint: process.env.COGNITO_ENDPOINT, maxAttempts: 1 })

const call = async (ids) => {
  try {
    const { ClientSecrets } = await client.send(new ListUserPoolClientSecretsCommand(ids))
    if (ClientSecrets === undefined) return { refused: 'no ClientSecrets' }
    return { secrets: ClientSecrets.map((s) => ({ id: s.ClientSecretId, createDate: s.ClientSecretCreateDate })) }
  } catch (error) {
    if (!(error instanceof CognitoIdentityProviderServiceException)) return { refused: error.name }
    return { error: { type: error.name, message: error.message, reasonCode: error.reasonCode } }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await call(JSON.parse(line))))
}
