/**
 * What a service answers to a few calls of every kind, for comparing two of them.
 */
import {
  CONTENT_TYPE,
  type HttpRequest,
  type HttpResponse,
  OPERATION,
  TARGET_PREFIX
} from '../../src/protocol/index.js'
import { memberAt } from '../reference/operate.js'
import type { Handler, Input } from './service.js'

const textIn = (response: HttpResponse, ...path: ReadonlyArray<string | number>): string => {
  try {
    return String(memberAt(JSON.parse(Buffer.from(response.body).toString()), ...path))
  } catch {
    return ''
  }
}

/** All answers as one text. */
export const answersOf = async (handler: Handler): Promise<string> => {
  const answers: Array<string> = []
  const send = async (request: Partial<HttpRequest>, operation: string = OPERATION): Promise<HttpResponse> => {
    const headers = { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${operation}` }
    const response = await handler({ method: 'POST', path: '/', headers, body: '', ...request })
    answers.push(JSON.stringify([response, Buffer.from(response.body).toString('latin1')]))
    return response
  }
  const call = (operation: string, input: Input): Promise<HttpResponse> =>
    send({ body: JSON.stringify(input) }, operation)
  const list = (input: Input): Promise<HttpResponse> => call(OPERATION, input)

  const createPool = async (): Promise<string> =>
    textIn(await call('CreateUserPool', { PoolName: 'pool' }), 'UserPool', 'Id')
  const UserPoolId = await createPool()
  const otherPool = await createPool()
  const createClient = async (GenerateSecret: boolean): Promise<string> => {
    const made = await call('CreateUserPoolClient', { UserPoolId, ClientName: 'client', GenerateSecret })
    return textIn(made, 'UserPoolClient', 'ClientId')
  }
  const ClientId = await createClient(true)
  const ids = { UserPoolId, ClientId }
  await list(ids)
  const ClientSecret = 'k3v9'.repeat(10)
  const added = await call('AddUserPoolClientSecret', { ...ids, ClientSecret })
  for (let i = 0; i < 6; i++) await list(ids)
  await call('AddUserPoolClientSecret', ids)
  await call('DescribeUserPoolClient', ids)
  const ClientSecretId = textIn(added, 'ClientSecretDescriptor', 'ClientSecretId')
  for (let i = 0; i < 2; i++) await call('DeleteUserPoolClientSecret', { ...ids, ClientSecretId })
  const last = textIn(await list(ids), 'ClientSecrets', 0, 'ClientSecretId')
  await call('DeleteUserPoolClientSecret', { ...ids, ClientSecretId: last })
  await call('AddUserPoolClientSecret', { ...ids, ClientSecret })
  const unlike = await createClient(false)
  await list({ UserPoolId, ClientId: unlike })
  await call('AddUserPoolClientSecret', { UserPoolId, ClientId: unlike })

  for (const other of [{ NextToken: 'a' }, { MaxResults: 1 }, { Unknown: {} }]) await list({ ...ids, ...other })
  await send({ body: JSON.stringify({ ...ids, Blanks: ' '.repeat(250_000) }) })
  await send({ body: JSON.stringify(ids), path: '/elsewhere?a=b' })
  for (const id of ['', 'a', 'a'.repeat(129), '-', 'nobody', 7, null, true, [ClientId], {}, `${ClientId} `, '\t']) {
    await list({ UserPoolId, ClientId: id })
  }
  for (const id of ['', 'us-east-1_', 'a'.repeat(56), otherPool, 'us-east-1_Nobody123', 7, null, false, [], {}]) {
    await list({ UserPoolId: id, ClientId })
  }
  await list({ UserPoolId: 'none', ClientId: '!' })
  await list({ UserPoolId: 7, ClientId: '!' })
  const texts = ['', '{', '[]', 'null', '7', '"text"', '{"ClientId":"a","ClientId":"b"}', '\u{feff}{}', '{"a":1e400}']
  for (const body of [...texts, '['.repeat(500), '{"a":"\\ud800"}', '{}\0', "{'a':1}"]) await send({ body })
  const asked = Buffer.from(JSON.stringify(ids), 'utf16le')
  for (const body of [Uint8Array.of(0x7b, 0xff, 0x7d), asked, Buffer.from(asked).swap16()]) await send({ body })
  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'OPTIONS']) await send({ method, body: JSON.stringify(ids) })
  await call('ListNothing', ids)
  await send({ headers: { 'content-type': CONTENT_TYPE }, body: JSON.stringify(ids) })
  await send({ headers: { 'x-amz-target': `${TARGET_PREFIX}${OPERATION}` }, body: JSON.stringify(ids) })
  await call('DeleteUserPoolClient', ids)
  await list(ids)
  await call('DeleteUserPool', { UserPoolId })
  await list(ids)
  return answers.join('\n')
}
