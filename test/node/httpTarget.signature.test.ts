/**
 * What `httpTarget` sends: SigV4 as AWS defines it, checked without the library that made it.
 */
import { describe, expect, test, type TestContext } from 'vitest'
import { type Credentials, httpTarget } from '../../src/node/index.js'
import { type HttpRequest, header } from '../../src/protocol/index.js'
import { signature } from './support/sigV4.js'
import { rawServing, whole } from './support/sockets.js'

const LIST = {
  method: 'POST',
  path: '/',
  headers: {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
  },
  body: '{"UserPoolId":"us-east-1_ä","ClientId":"é"}'
}

const received = async (
  t: TestContext,
  options: { readonly region?: string; readonly credentials?: Credentials },
  path = '/'
): Promise<HttpRequest> => {
  const all: Array<HttpRequest> = []
  const url = await rawServing(t, (socket, request) => {
    all.push(request)
    socket.write(whole('{}'))
  })
  const { target, close } = httpTarget(`${url}${path}`, options)
  t.onTestFinished(close)
  await target(LIST)
  return all[0] ?? expect.fail('nothing arrived')
}

describe('the Authorization header', () => {
  test.for([
    [{}, 'AKIDEXAMPLE', 'us-east-1', 'dummy'],
    [
      { region: 'eu-west-3', credentials: { accessKeyId: 'AKID2', secretAccessKey: 's/e+c=r' } },
      'AKID2',
      'eu-west-3',
      's/e+c=r'
    ]
  ] as const)(
    'with %j has the scope of cognito-idp and a right signature',
    async ([options, id, region, secret], t) => {
      const request = await received(t, options)
      const authorization = header(request.headers, 'authorization') ?? ''
      const parts =
        /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
          authorization
        )
      const [, accessKeyId, scope = '', signedHeaders = '', given] = parts ?? []
      expect(accessKeyId).toBe(id)
      expect(scope).toMatch(new RegExp(`^\\d{8}/${region}/cognito-idp/aws4_request$`))
      expect(scope.slice(0, 8)).toBe(header(request.headers, 'x-amz-date')?.slice(0, 8))
      expect(signedHeaders.split(';')).toEqual(
        expect.arrayContaining(['content-type', 'host', 'x-amz-date', 'x-amz-target'])
      )
      expect(given).toBe(signature(request, scope, signedHeaders, secret))
    }
  )

  test('signs the session token where there is one', async (t) => {
    const credentials = { accessKeyId: 'AKID2', secretAccessKey: 'secret', sessionToken: 'token' }
    const { headers } = await received(t, { credentials })
    expect(header(headers, 'x-amz-security-token')).toBe('token')
    expect(header(headers, 'authorization')).toContain('x-amz-security-token')
  })
})

test('sends the body byte for byte, its length, and the path and query of the URL', async (t) => {
  const { method, path, headers, body } = await received(t, {}, '/base/path?stage=a%20b&x')
  expect({ method, path, body: Buffer.from(body).toString() }).toEqual({
    method: 'POST',
    path: '/base/path?stage=a%20b&x',
    body: LIST.body
  })
  expect(header(headers, 'content-length')).toBe(String(Buffer.byteLength(LIST.body)))
  expect(header(headers, 'x-amz-target')).toBe(LIST.headers['x-amz-target'])
})
