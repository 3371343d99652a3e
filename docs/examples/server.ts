import { createServer } from 'node:http'
import { redactSecrets } from 'cognito-secrets-contract'
import { toNodeListener } from 'cognito-secrets-contract/adapters/node'
import { decodeRequest, encodeError, encodeResponse, type HttpRequest } from 'cognito-secrets-contract/protocol'

const secret = { ClientSecretId: 'one', ClientSecretCreateDate: new Date(), ClientSecretValue: 'this never leaves' }
const pools = new Map([['us-east-1_Example12', new Map([['1example23456789', [secret]]])]])

const notFound = (what: string) =>
  encodeError({ _tag: 'ResourceNotFoundException', status: 400, message: `User pool ${what} does not exist.` })

const handler = (request: HttpRequest) => {
  const decoded = decodeRequest(request)
  if (decoded._tag === 'Left') return encodeResponse(decoded)
  const { UserPoolId, ClientId } = decoded.right
  const clients = pools.get(UserPoolId)
  if (clients === undefined) return notFound(UserPoolId)
  const secrets = clients.get(ClientId)
  return secrets === undefined ? notFound(`client ${ClientId}`) : encodeResponse(redactSecrets(secrets))
}

createServer(toNodeListener(handler)).listen(Number(process.env['PORT'] ?? 9229), '127.0.0.1')
