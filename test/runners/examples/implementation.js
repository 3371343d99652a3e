/**
 * What is tested: your handler, from an HTTP request to a promise of an HTTP response. Here it is the reference, and
 * with BROKEN in the environment one that pages.
 */
import { inMemory } from 'cognito-secrets-contract/reference'

const reference = inMemory({ now: () => new Date(), seed: 1 })

const broken = async (request) => {
  const response = await reference(request)
  const isList = request.headers['x-amz-target']?.endsWith('ListUserPoolClientSecrets')
  return isList && response.status === 200
    ? { ...response, body: response.body.replace(/\}$/, ',"NextToken":null}') }
    : response
}

export const handler = process.env.BROKEN ? broken : reference
