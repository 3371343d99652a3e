/**
 * Servers whose answers hold texts that look like an encoded secret, and are none.
 */
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { HttpResponse } from '../../../src/protocol/index.js'
import { always, succeeding } from '../changes.js'
import { ALPHABETS, inBlocks, inNumerals, shifted, uuencoded } from '../rareWritings.js'
import { type Call, type Change, textOf } from '../service.js'
import { naming } from '../stateChanges.js'
import { unusual, type Variant } from '../Variant.js'

const digest = (algorithm: string, text: string): Buffer => createHash(algorithm).update(text).digest()

const withHeader = (response: HttpResponse, name: string, value: string | ReadonlyArray<string>): HttpResponse => ({
  ...response,
  headers: { ...response.headers, [name]: value }
})

/** A header made of the client that was asked for. */
const ofClient = (name: string, f: (id: string, call: Call) => string): Change =>
  always((response, call) => withHeader(response, name, f(textOf(call.input['ClientId']), call)))

/** A header that is another for every answer. */
const ofCount =
  (name: string, f: (random: Buffer) => string | ReadonlyArray<string>): Change =>
  () => {
    let answers = 0
    return always((response) => withHeader(response, name, f(digest('sha512', `answer ${answers++}`))))()
  }

export const unusualTexts: ReadonlyArray<Variant> = [
  unusual(
    'a hash of the ClientId',
    'It is that of no secret.',
    ofClient('x-client', (id) => digest('sha256', id).toString('hex')),
    ofClient('etag', (id) => `"${digest('md5', id).toString('base64')}"`)
  ),
  unusual(
    'the ClientId encoded',
    'It is the id of what was asked for.',
    ofClient('x-a', (id) => inNumerals(`id ${id}`, ALPHABETS.base58)),
    ofClient('x-b', (id) => inBlocks(id, ALPHABETS.z85)),
    ofClient('x-c', (id) => Buffer.from(id).toString('base64')),
    ofClient('x-d', (id) => shifted(id.replace(/[^ -~]/g, '?'), 3).replace(/[\r\n]/g, ' '))
  ),
  unusual(
    'ids made of a hash of the value',
    'What is hashed cannot be read.',
    naming((s) => digest('sha256', `${s.ClientSecretId} ${s.ClientSecretValue}`).toString('hex').slice(0, 24))
  ),
  unusual(
    'request ids in base58',
    'Another for every answer.',
    ofCount('x-request-id', (random) => inNumerals(random.toString('latin1', 0, 20), ALPHABETS.base58))
  ),
  unusual(
    'tokens of random base64 and hex',
    'Of a gateway, which knows no secret.',
    ofCount('x-amz-id-2', (random) => random.toString('base64')),
    ofCount('x-amz-cf-id', (random) => random.toString('hex')),
    ofCount('set-cookie', (random) => [
      `AWSALB=${random.toString('base64url')}`,
      `AWSALBCORS=${random.toString('base64url')}`
    ])
  ),
  unusual(
    'random bytes in base85 and uuencode',
    'Of a monitor, which knows no secret.',
    ofCount('x-state', (random) => inBlocks(random.toString('base64'), ALPHABETS.rfc1924)),
    ofCount('x-sensor', (random) => uuencoded(random.toString('hex').slice(0, 44)).trim())
  ),
  unusual(
    'the number of the page in a header',
    'There is one page, and no token.',
    succeeding((response) => withHeader(response, 'x-page', '1'))
  )
]
