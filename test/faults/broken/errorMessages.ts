/**
 * Servers whose errors explain themselves badly.
 */
import type { HttpResponse } from '../../../src/protocol/index.js'
import { failing, failingAs, wording } from '../changes.js'
import { type Call, type Change, type Input, refusal, textOf, withBody } from '../service.js'
import { type Fault, fault } from '../Variant.js'

/** The body of an error, rewritten. */
const answer = (f: (answer: Input) => unknown): Change => failing((response, body) => withBody(response, f(body)))

const invalid = (f: (response: HttpResponse, call: Call) => HttpResponse): Change =>
  failingAs('InvalidParameterException', f)

export const errorMessageFaults: ReadonlyArray<Fault> = [
  fault(
    'a message as object',
    'A list of violations by member.',
    ['error.message.string'],
    answer((body) => ({ ...body, message: { text: body['message'] } }))
  ),
  fault(
    'a message as list',
    'One for each violation.',
    ['error.message.string'],
    answer((body) => ({ ...body, message: [body['message']] }))
  ),
  fault(
    'a message as number',
    'The code of a catalogue.',
    ['error.message.string'],
    answer((body) => ({ ...body, message: 17 }))
  ),
  fault(
    'Message as object',
    'The other spelling.',
    ['error.message.string'],
    answer(({ message, ...rest }) => ({ ...rest, Message: { message } }))
  ),
  fault(
    'a reason code as number',
    'The code of a catalogue.',
    ['error.message.string'],
    answer((body) => ({ ...body, reasonCode: 4 }))
  ),
  fault(
    'no message',
    'A type is all.',
    ['error.message.present'],
    answer(({ __type }) => ({ __type }))
  ),
  fault(
    'a message called error_description',
    'As OAuth has it.',
    ['error.message.present'],
    answer(({ __type, message }) => ({ __type, error_description: message }))
  ),
  fault(
    'a message empty',
    'There, and says nothing.',
    ['error.invalidParameter.wording', 'error.notFound.wording'],
    answer((body) => ({ ...body, message: '' }))
  ),
  fault(
    'the first violation only',
    'Validation stops at it.',
    ['error.invalidParameter.wording'],
    wording((text) => text.replace(/^\d+ validation errors? detected: ([^;]+).*$/, '1 validation error detected: $1'))
  ),
  fault(
    'a violation too many',
    'An empty id is called missing as well.',
    ['error.invalidParameter.wording'],
    wording((text) => text.replace('1 validation error detected', '2 validation errors detected'))
  ),
  fault(
    'members in upper camel case',
    'As the page spells them.',
    ['error.invalidParameter.wording'],
    wording((text) => text.replaceAll("'clientId'", "'ClientId'").replaceAll("'userPoolId'", "'UserPoolId'"))
  ),
  fault(
    'the pattern with anchors',
    'As the SDK model spells it.',
    ['error.invalidParameter.wording'],
    wording((text) => text.replaceAll(/pattern: (\S+?)(?=;|$)/g, 'pattern: ^$1$$'))
  ),
  fault(
    'another limit named',
    'The message and the check disagree.',
    ['error.invalidParameter.wording'],
    wording((text) => text.replaceAll('55', '128'))
  ),
  fault(
    'Invalid parameter',
    'It says that much.',
    ['error.invalidParameter.wording'],
    wording(() => 'Invalid parameter')
  ),
  fault(
    'lengths in UTF-16 units',
    'A message complains of a length that is right, for what is two units long.',
    ['error.invalidParameter.wording'],
    invalid((response, { input }) => {
      const id = textOf(input['UserPoolId'])
      return id.length > 55 && [...id].length <= 55
        ? refusal('InvalidParameterException', '2 validation errors detected')
        : response
    })
  ),
  fault(
    'lengths in bytes',
    'A message complains of a length that is right, for what is more than one byte long.',
    ['error.invalidParameter.wording'],
    invalid((response, { input }) => {
      const id = textOf(input['UserPoolId'])
      return Buffer.byteLength(id) > 55 && [...id].length <= 55
        ? refusal('InvalidParameterException', '2 validation errors detected')
        : response
    })
  )
]
