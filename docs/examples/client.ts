import { buildRequest, decodeResponse, fold } from 'cognito-secrets-contract/protocol'

const describe = fold({
  success: ({ ClientSecrets }) => `secrets: ${ClientSecrets.map((secret) => secret.ClientSecretId).join(', ')}`,
  InternalServerException: () => 'the service failed',
  InvalidParameterException: ({ message }) => `refused: ${message}`,
  LimitExceededException: () => 'a limit is reached',
  ResourceNotFoundException: ({ message }) => `not found: ${message}`,
  TooManyRequestsException: () => 'throttled: try again later',
  CommonError: ({ type, status }) => `${type}, HTTP ${status}`,
  ContractViolation: ({ message }) => `not an answer to trust: ${message}`
})

const [endpoint = 'http://127.0.0.1:9229', UserPoolId, ClientId] = process.argv.slice(2)
const request = buildRequest({ UserPoolId, ClientId })
if (request._tag === 'Left') {
  console.error(request.left.message)
  process.exit(1)
}
const { method, headers, body } = request.right
const response = await fetch(endpoint, { method, headers, body })
const bytes = new Uint8Array(await response.arrayBuffer())
const answer = { status: response.status, headers: Object.fromEntries(response.headers), body: bytes }
console.log(describe(decodeResponse(answer)))
