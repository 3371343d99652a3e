/**
 * Calls a test double by the name of an operation.
 */
import { CONTENT_TYPE, TARGET_PREFIX } from '../../src/protocol/index.js'
import type { TestDouble } from '../../src/reference/index.js'
import { memberAt } from './operate.js'

export interface Called {
  readonly status: number
  readonly error: string | undefined
  readonly body: unknown
}

export const call = async (double: TestDouble, operation: string, input: object): Promise<Called> => {
  const { status, headers, body } = await double({
    method: 'POST',
    path: '/',
    headers: { 'content-type': CONTENT_TYPE, 'x-amz-target': TARGET_PREFIX + operation },
    body: JSON.stringify(input)
  })
  return { status, error: headers['x-amzn-errortype'], body: body === '' ? undefined : JSON.parse(body) }
}

export const listedIds = async (double: TestDouble, ids: object): Promise<ReadonlyArray<unknown>> => {
  const list = memberAt((await call(double, 'ListUserPoolClientSecrets', ids)).body, 'ClientSecrets')
  if (!Array.isArray(list)) throw new Error('there is no list')
  return list.map((secret: unknown) => memberAt(secret, 'ClientSecretId'))
}
