import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { redactSecrets } from 'cognito-secrets-contract'
import { decodeRequest, encodeError, encodeResponse, type HttpRequest } from 'cognito-secrets-contract/protocol'

const secret = { ClientSecretId: 'one', ClientSecretCreateDate: new Date(), ClientSecretValue: 'this never leaves' }
const clients = new Map([['us-east-1_Example12/1example23456789', [secret]]])

const answer = (request: HttpRequest) => {
  const decoded = decodeRequest(request)
  if (decoded._tag === 'Left') return encodeResponse(decoded)
  const { UserPoolId, ClientId } = decoded.right
  const secrets = clients.get(`${UserPoolId}/${ClientId}`)
  if (secrets !== undefined) return encodeResponse(redactSecrets(secrets))
  const message = `User pool client ${ClientId} does not exist.`
  return encodeError({ _tag: 'ResourceNotFoundException', status: 400, message })
}

createServer(async (incoming, outgoing) => {
  const { method = 'GET', url: path = '/', headers } = incoming
  const response = answer({ method, path, headers, body: await buffer(incoming).catch(() => '') })
  for (const [name, value] of Object.entries(response.headers)) outgoing.setHeader(name, value ?? '')
  outgoing.writeHead(response.status).end(response.body)
}).listen(Number(process.env['PORT'] ?? 9229), '127.0.0.1')
