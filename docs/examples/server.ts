import { createServer } from 'node:http'
import { redactSecrets } from 'cognito-secrets-contract'
import { toNodeListener } from 'cognito-secrets-contract/adapters/node'
import { decodeRequest, encodeError, encodeResponse, type HttpRequest } from 'cognito-secrets-contract/protocol'

const secret = { ClientSecretId: 'one', ClientSecretCreateDate: new Date(), ClientSecretValue: 'this never leaves' }
const clients = new Map([['us-east-1_Example12/1example23456789', [secret]]])

const handler = (request: HttpRequest) => {
  const decoded = decodeRequest(request)
  if (decoded._tag === 'Left') return encodeResponse(decoded)
  const { UserPoolId, ClientId } = decoded.right
  const secrets = clients.get(`${UserPoolId}/${ClientId}`)
  if (secrets !== undefined) return encodeResponse(redactSecrets(secrets))
  const message = `User pool client ${ClientId} does not exist.`
  return encodeError({ _tag: 'ResourceNotFoundException', status: 400, message })
}

createServer(toNodeListener(handler)).listen(Number(process.env['PORT'] ?? 9229), '127.0.0.1')
