// Adapter: this package's own client functions, for `verify-client -- node docs/clients/contract.mjs`.
import { createInterface } from 'node:readline'
import { buildRequest, decodeResponse, fold } from 'cognito-secrets-contract/protocol'

const named = ({ _tag, type = _tag, message, reasonCode }) => ({ error: { type, message, reasonCode } })

const report = fold({
  success: ({ ClientSecrets }) => ({
    secrets: ClientSecrets.map((s) => ({ id: s.ClientSecretId, createDate: s.ClientSecretCreateDate }))
  }),
  InternalServerException: named,
  InvalidParameterException: named,
  LimitExceededException: named,
  ResourceNotFoundException: named,
  TooManyRequestsException: named,
  CommonError: named,
  ContractViolation: ({ message }) => ({ refused: message })
})

const call = async (ids) => {
  const request = buildRequest(ids)
  if (request._tag === 'Left') return named(request.left)
  const { method, headers, body } = request.right
  const response = await fetch(process.env.COGNITO_ENDPOINT, { method, headers, body })
  return report(
    decodeResponse({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer())
    })
  )
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await call(JSON.parse(line))))
}
