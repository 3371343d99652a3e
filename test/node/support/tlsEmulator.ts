/**
 * An emulator as AWS's own is: HTTPS with a CA that it makes at its start, keys of its own, SigV4 demanded of every
 * request, HTTP 501 for operations that it lacks. What a client must know is in the files that it writes.
 */
import { webcrypto } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { header, type HttpRequest, type HttpResponse } from '../../../src/protocol/index.js'
import { operationOf, type Handler, refusal } from './handlers.js'
import { parseAuthorization, signature } from './sigV4.js'

export interface TlsEmulator {
  readonly url: string
  /** What a client is to have in its environment. */
  readonly env: Readonly<Record<string, string>>
  readonly close: () => Promise<void>
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

const LACKING = ['TagResource', 'ListUserPoolClientSecretz']

/** A CA, and a certificate of it for this machine with its key; all PEM. */
const makeCertificates = async (): Promise<{ readonly ca: string; readonly cert: string; readonly key: string }> => {
  x509.cryptoProvider.set(webcrypto)
  const [caKeys, keys] = await Promise.all(
    [0, 1].map(() => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']))
  )
  if (caKeys === undefined || keys === undefined) throw new Error('no keys')
  const dates = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 3_600_000) }
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=an emulator of the tests',
    ...dates,
    signingAlgorithm: ALGORITHM,
    keys: caKeys,
    extensions: [new x509.BasicConstraintsExtension(true, 1, true)]
  })
  const cert = await x509.X509CertificateGenerator.create({
    serialNumber: '02',
    subject: 'CN=localhost',
    issuer: ca.subject,
    ...dates,
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: caKeys.privateKey,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }])]
  })
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  const key = `-----BEGIN PRIVATE KEY-----\n${pkcs8.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`
  return { ca: ca.toString('pem'), cert: cert.toString('pem'), key }
}

/** Refuses what is not signed with these keys as AWS refuses it. */
const guarded =
  (handler: Handler, accessKeyId: string, secret: string): Handler =>
  async (request) => {
    const given = parseAuthorization(header(request.headers, 'authorization') ?? '')
    if (given === undefined) return refusal('MissingAuthenticationTokenException', 'Missing Authentication Token')
    if (given.accessKeyId !== accessKeyId) {
      return refusal('UnrecognizedClientException', 'The security token included in the request is invalid.')
    }
    const isRight = signature(request, given.scope, given.signedHeaders, secret) === given.signature
    if (!isRight || !given.scope.endsWith('/cognito-idp/aws4_request')) {
      return refusal('InvalidSignatureException', 'The request signature we calculated does not match.')
    }
    return LACKING.includes(operationOf(request)) ? refusal('NotImplemented', 'not yet', 501) : handler(request)
  }

const read = async (incoming: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Array<Buffer> = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const serve = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

const random = (length: number): string =>
  Buffer.from(webcrypto.getRandomValues(new Uint8Array(length)))
    .toString('base64url')
    .slice(0, length)

/** Starts it; at every start its CA and its keys are new, and its files are written anew. */
export const startTlsEmulator = async (handler: Handler, folder: string): Promise<TlsEmulator> => {
  const { ca, cert, key } = await makeCertificates()
  const [accessKeyId, secret] = [`AKIA${random(16).toUpperCase().replace(/[-_]/g, 'X')}`, random(40)]
  const guard = guarded(handler, accessKeyId, secret)
  const server = createServer({ cert, key }, (incoming, outgoing) => {
    const answer = async (): Promise<void> => {
      const { method = '', url: path = '', headers } = incoming
      const request: HttpRequest = { method, path, headers, body: await read(incoming) }
      const { status, headers: fields, body }: HttpResponse = await guard(request)
      outgoing.writeHead(status, fields as Record<string, string>).end(body)
    }
    void answer()
  })
  const url = `https://127.0.0.1:${await serve(server)}`
  writeFileSync(join(folder, 'ca.pem'), ca)
  writeFileSync(
    join(folder, 'credentials'),
    `[emulator]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secret}\n`
  )
  writeFileSync(
    join(folder, 'config'),
    `[profile emulator]\nregion = eu-west-1\nca_bundle = ${join(folder, 'ca.pem')}\nservices = emulator\n\n[services emulator]\ncognito_identity_provider =\n  endpoint_url = ${url}\n`
  )
  return {
    url,
    env: {
      AWS_CONFIG_FILE: join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
      AWS_PROFILE: 'emulator'
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
