/**
 * Replay tokens of clients: a call and its answer as text. A planted secret is never part of a token; a placeholder
 * stands for it.
 */
import * as t from 'io-ts'
import { type Either, isLeft, right } from '../../contract/Either.js'
import type { ClauseId } from '../../clauses/index.js'
import type { ResponseSample, Trait } from '../../laws/client/ResponseSample.js'
import { clauseIdOf, decodeToken, encodeToken } from '../shared/replayToken.js'
import { hash, secretOf } from '../shared/seeds.js'
import type { ClientCase } from './ClientCase.js'

/** A client's counterexample. */
export interface ClientReplay {
  /** The clause that it breaks. */
  readonly clause: ClauseId
  /** The call, and the answer that it gets. */
  readonly one: ClientCase
}

const PLACEHOLDER = '{{secret}}'

const traits: Readonly<Record<Trait, null>> = {
  'unknown members': null,
  'null members': null,
  'another order': null,
  'date with an exponent': null,
  'several types': null,
  'decorated type': null,
  'type elsewhere': null,
  'unreadable body': null
}

const clauseId = clauseIdOf('client')

const nothing = t.union([t.undefined, t.string])

const Token = t.type({
  clause: clauseId,
  call: t.type({ UserPoolId: t.string, ClientId: t.string }),
  about: t.keyof({ answer: null, call: null }),
  status: t.number,
  headers: t.record(t.string, t.string),
  body: t.string,
  /** `text` was sent as text, `bytes` as the same text in bytes, `base64` stands for bytes that are no text. */
  form: t.keyof({ text: null, bytes: null, base64: null }),
  traits: t.array(t.keyof(traits)),
  undisturbed: t.union([
    t.undefined,
    t.type({ status: t.number, headers: t.record(t.string, t.string), body: t.string })
  ]),
  means: t.union([
    t.type({
      _tag: t.literal('Listing'),
      descriptors: t.array(t.type({ id: nothing, time: t.union([t.undefined, t.number]) }))
    }),
    t.type({ _tag: t.literal('Error'), type: nothing, message: nothing, reasonCode: nothing }),
    t.type({ _tag: t.literal('Violation'), breaks: clauseId })
  ])
})

const isText = (bytes: Uint8Array): boolean => Buffer.from(new TextDecoder().decode(bytes)).equals(bytes)

const formOf = (body: Uint8Array | string): t.TypeOf<typeof Token>['form'] =>
  typeof body === 'string' ? 'text' : isText(body) ? 'bytes' : 'base64'

/** The token that `verify-client --replay` takes. A secret in the answer is left out. */
export const encodeClientReplay = ({ clause, one }: ClientReplay): string => {
  const { call, about, answer } = one
  const { status, headers, body } = answer.response
  const form = formOf(body)
  const text = Buffer.from(body).toString(form === 'base64' ? 'base64' : 'utf8')
  return encodeToken('client', {
    clause,
    call,
    about,
    status,
    headers,
    body: answer.secrets.reduce((all, secret) => all.replaceAll(secret, PLACEHOLDER), text),
    form,
    traits: answer.traits,
    undisturbed: answer.undisturbed,
    means: answer.means
  })
}

const decodeBody = (text: string, form: t.TypeOf<typeof Token>['form']): Uint8Array | string =>
  form === 'text' ? text : new Uint8Array(Buffer.from(text, form === 'base64' ? 'base64' : 'utf8'))

/** The case of a token, or why there is none. */
export const decodeClientReplay = (token: string): Either<string, ClientReplay> => {
  const decoded = decodeToken('client', Token, token)
  if (isLeft(decoded)) return decoded
  const { clause, call, about, status, headers, body, form, traits, undisturbed, means } = decoded.right
  const secret = secretOf(hash(token))
  const secrets = body.includes(PLACEHOLDER) ? [secret] : []
  const answer: ResponseSample = {
    response: { status, headers, body: decodeBody(body.replaceAll(PLACEHOLDER, secret), form) },
    means,
    traits,
    ...(undisturbed === undefined ? {} : { undisturbed }),
    secrets
  }
  return right({ clause, one: { call, about, answer } })
}
