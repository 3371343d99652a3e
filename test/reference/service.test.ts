import { describe, expect, it } from 'vitest'
import { decodeResponse, encodeRequest, type HttpResponse } from '../../src/protocol/index.js'
import { step } from '../../src/reference/index.js'
import { title } from '../laws/title.js'
import { HEADERS, IDS, post } from '../protocol/messages.js'
import { NOW, oneClient } from './operate.js'

const [state, ids, secret] = oneClient()

const call = (operation: string, input: unknown): HttpResponse =>
  step(
    state,
    post(JSON.stringify(input), { ...HEADERS, 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` }),
    NOW
  )[1]

describe('the reference service over HTTP messages', () => {
  it('answers what a client of ours asks, and a client of ours understands it', () => {
    const [, answer] = step(state, encodeRequest(ids as never), NOW)
    expect(decodeResponse(answer)).toEqual({
      _tag: 'Right',
      right: { ClientSecrets: [{ ClientSecretId: `${ids.ClientId}--${NOW.getTime()}`, ClientSecretCreateDate: NOW }] }
    })
  })

  it(title('response.secretValue.absent'), () => {
    const answer = call('ListUserPoolClientSecrets', ids)
    expect(answer.body).toBe(
      `{"ClientSecrets":[{"ClientSecretCreateDate":${NOW.getTime() / 1000},"ClientSecretId":"${ids.ClientId}--${NOW.getTime()}"}]}`
    )
    expect(String(answer.body)).not.toContain(secret)
  })

  it.each([
    ['ListUserPoolClientSecrets', IDS, 'ResourceNotFoundException'],
    ['ListUserPoolClientSecrets', {}, 'InvalidParameterException'],
    ['ListUserPoolClientSecrets', { ...ids, ClientId: [ids.ClientId] }, 'SerializationException'],
    ['ListUserPoolClientSecretz', ids, 'UnknownOperationException'],
    ['__proto__', ids, 'UnknownOperationException'],
    ['CreateUserPool', {}, 'InvalidParameterException'],
    ['CreateUserPoolClient', { ...ids, ClientName: 'a', GenerateSecret: 'yes' }, 'SerializationException'],
    ['AddUserPoolClientSecret', { ...ids, ClientSecret: 'short' }, 'InvalidParameterException'],
    ['DeleteUserPoolClientSecret', ids, 'InvalidParameterException']
  ])('%s of %j is %s', (operation, input, type) => {
    const { status, headers, body } = call(operation, input)
    expect([status, headers['x-amzn-errortype'], JSON.parse(String(body)).__type]).toEqual([400, type, type])
  })

  it('says of an operation that it does not have that there is none', () => {
    expect(JSON.parse(String(call('ListUserPoolClientSecretz', ids).body)).message).toBe('No such operation')
  })

  it('a success without a body has an empty one', () => {
    expect(call('DeleteUserPoolClient', ids)).toEqual({
      status: 200,
      headers: { 'content-type': HEADERS['content-type'] },
      body: ''
    })
  })

  it('Describe and Create do show a secret: only List never does', () => {
    expect(String(call('DescribeUserPoolClient', ids).body)).toContain(secret)
  })
})
