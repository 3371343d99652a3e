/**
 * Servers whose errors are right, and not as the reference writes them.
 */
import { failing, failingAs, receiving, wording } from '../changes.js'
import { type Change, errorType, type Input, refusal, textOf, withBody } from '../service.js'
import { unusual, type Variant } from '../Variant.js'

/** How an error says what it is. */
const named = (f: (name: string, message: unknown) => { readonly header?: string; readonly body: Input }): Change =>
  failing((response, { message }) => {
    const { header, body } = f(errorType(response) ?? '', message)
    const type = header === undefined ? {} : { 'x-amzn-ErrorType': header }
    return withBody({ ...response, headers: { 'content-type': 'application/x-amz-json-1.1', ...type } }, body)
  })

export const unusualErrors: ReadonlyArray<Variant> = [
  unusual(
    '501 for another method',
    'As HTTP has it for a method that a server does not know.',
    receiving(({ method }) => (method === 'POST' ? undefined : { status: 501, headers: {}, body: '' }))
  ),
  unusual(
    'the type in the header only',
    'The body has a message.',
    named((name, message) => ({ header: name, body: { message } }))
  ),
  unusual(
    'the type in __type only',
    'With a namespace, and no header.',
    named((name, message) => ({ body: { __type: `com.amazonaws.cognito.identity.idp.model#${name}`, message } }))
  ),
  unusual(
    'the type before a colon',
    'As the gateway of AWS writes it.',
    named((name, message) => ({ header: `${name}:`, body: { message } }))
  ),
  unusual(
    'the type before a URL',
    'As other gateways write it.',
    named((name, message) => ({
      header: `${name}:http://internal.amazon.com/coral/com.amazon.coral.service/`,
      body: { message }
    }))
  ),
  unusual(
    'the type in code only',
    'The second place to look.',
    named((name, message) => ({ body: { code: name, message } }))
  ),
  unusual(
    'Message',
    'With a capital, as AWS itself does at times.',
    named((name, Message) => ({ header: name, body: { __type: name, Message } }))
  ),
  unusual(
    'no message',
    'A type is enough for a program.',
    named((name) => ({ header: name, body: { __type: name } }))
  ),
  unusual(
    'messages null',
    'A null member counts as absent.',
    named((name) => ({ header: name, body: { __type: name, message: null, reasonCode: null } }))
  ),
  unusual(
    'more members in errors',
    'Clients ignore what they do not know.',
    named((name, message) => ({
      header: name,
      body: { __type: name, message, reasonCode: 'x', requestId: '1', retryable: false }
    }))
  ),
  unusual(
    'errors without a body',
    'The header names the type.',
    failing((response) => ({ ...response, headers: { 'x-amzn-errortype': errorType(response) }, body: '' }))
  ),
  unusual(
    'the first violation only',
    'Validation stops at it.',
    wording((s) => s.replace(/^\d+ validation errors? detected: ([^;]+).*$/s, '1 validation error detected: $1'))
  ),
  unusual(
    'violations in another order',
    'Cognito was seen to use both.',
    wording((s) =>
      s.replace(
        /^(\d+ validation errors? detected: )(.*)$/s,
        (_, head: string, rest: string) => head + rest.split('; ').reverse().join('; ')
      )
    )
  ),
  unusual(
    'values not shown',
    'Messages say what is wrong, not what came.',
    wording((s) => s.replaceAll(/Value '.*?' at '/gs, "Value at '"))
  ),
  unusual(
    'other words',
    'No words are normative.',
    wording(() => 'Invalid parameter')
  ),
  unusual(
    'not found in other words',
    'As public servers say it.',
    failingAs('ResourceNotFoundException', (_, { input }) =>
      refusal('ResourceNotFoundException', `Client ${textOf(input['ClientId'])} does not exist.`)
    )
  ),
  unusual(
    'another type invalid',
    'InvalidParameterException, where the wire has SerializationException.',
    failingAs('SerializationException', (response, { input }) =>
      Object.keys(input).length > 0 ? refusal('InvalidParameterException', '1 validation error detected') : response
    )
  )
]
