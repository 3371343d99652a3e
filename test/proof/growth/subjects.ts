/**
 * The public functions of the contract and the protocol on one long text each, and the leak oracle.
 */
import { checkOutput } from '../../../src/adapters/checkOutput.js'
import {
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
  redactSecrets,
  sanitize,
  validateRequest
} from '../../../src/index.js'
import { emptyLeakIndex, plant } from '../../../src/laws/shared/LeakIndex.js'
import { findLeaks } from '../../../src/laws/shared/Leaks.js'
import { decodeError, decodeRequest, decodeResponse, encodeError, errorName } from '../../../src/protocol/index.js'

const SECRET = '0q8xkz3vfp7s1n5wj4tr9ydmbgch2ael6u0q8xkz3vfp7s1n5wj4'
const headers = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'
}
const options = { maxBodyBytes: 20_000_000 }

const index = emptyLeakIndex()
plant(index, SECRET)

const descriptor = (ClientSecretId: string) => ({ ClientSecretId, ClientSecretCreateDate: new Date(0) })

/** Each reads the text where it is what takes longest. */
export const subjects: Readonly<Record<string, (text: string) => unknown>> = {
  'validateRequest, a UserPoolId': (text) => validateRequest({ ClientId: 'a', UserPoolId: text }),
  'validateRequest, a ClientId': (text) => validateRequest({ ClientId: text, UserPoolId: 'a_b' }),
  'ListUserPoolClientSecretsRequest.is': (text) =>
    ListUserPoolClientSecretsRequest.is({ ClientId: text, UserPoolId: text }),
  'ListUserPoolClientSecretsResponse.decode': (text) =>
    ListUserPoolClientSecretsResponse.decode({ ClientSecrets: [{ ClientSecretId: text, ClientSecretCreateDate: 1 }] }),
  checkOutput: (text) => checkOutput({ ClientSecrets: [descriptor(text)] }),
  redactSecrets: (text) => redactSecrets([descriptor(text)] as never),
  'sanitize, a text': (text) => sanitize({ text }, { secrets: [SECRET] }),
  'sanitize, a key': (text) => sanitize({ [text]: 1 }, { secrets: [SECRET] }),
  decodeRequest: (body) => decodeRequest({ method: 'POST', path: '/', headers, body }, options),
  'decodeResponse, a success': (body) => decodeResponse({ status: 200, headers, body }, options),
  'decodeError, a body': (body) => decodeError({ status: 400, headers, body }, options),
  'decodeError, a message': (message) =>
    decodeError({ status: 400, headers, body: JSON.stringify({ __type: 'Example', message }) }, options),
  errorName,
  encodeError: (message) => encodeError({ _tag: 'InvalidParameterException', status: 400, message }),
  'the leak oracle': (body) =>
    findLeaks({ ...index, read: new Map(), lastLong: undefined, decodedBeyond: 0 }, { status: 200, headers, body })
}
