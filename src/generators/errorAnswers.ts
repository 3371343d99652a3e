/**
 * Errors with what they mean.
 */
import * as fc from 'fast-check'
import { documentedExceptions } from '../contract/DocumentedException.js'
import type { ResponseSample, ExpectedOutcome, Trait } from '../laws/client/ResponseSample.js'
import { errorType, naming } from './errorNames.js'
import { character } from './values.js'
import { answer, httpStyle, jsonStyle, members, render, way } from './writing.js'

/**
 * Errors, named in every legal way: in the header, in `code`, in `__type`, in several of them, with a namespace or a
 * colon; explained in `message`, in `Message` or not at all.
 */
export const errorAnswer = (): fc.Arbitrary<ResponseSample> =>
  fc
    .record({
      ...httpStyle,
      way: way(),
      style: jsonStyle(),
      named: naming(),
      status: fc.constantFrom(400, 401, 403, 404, 413, 429, 500, 503, 599),
      message: fc.option(fc.string({ unit: character() }), { nil: undefined }),
      capital: fc.boolean(),
      reasonCode: fc.option(fc.string(), { nil: undefined })
    })
    .map(({ way, style, named: { type, names, traits }, status, message, capital, reasonCode, ...http }) => {
      const { code, __type } = names
      // one spelling in an answer, null or not: which of two goes first is for nobody to say
      const spelling = capital ? 'Message' : 'message'
      const said = { [spelling]: message, reasonCode }
      const rendered = render(members({ code, __type, ...said }), [spelling, 'reasonCode'], style, way)
      return answer(
        http,
        status,
        rendered.json,
        { _tag: 'Error', type, message, reasonCode: type === 'InvalidParameterException' ? reasonCode : undefined },
        {
          errorType: names['x-amzn-errortype'],
          traits: [...rendered.traits, ...traits],
          usual: JSON.stringify({ __type: type, ...said })
        }
      )
    })

/** Errors whose body says nothing: HTML, no bytes, JSON that is no object; some named in the header. */
export const bareErrorAnswer = (): fc.Arbitrary<ResponseSample> =>
  fc
    .record({
      ...httpStyle,
      type: fc.option(errorType(), { nil: undefined }),
      status: fc.constantFrom(400, 403, 404, 413, 500, 502, 503, 504),
      body: fc.constantFrom('', ' ', '<html>502 Bad Gateway</html>', '[]', 'null', '"oops"', '{"message":', '\0')
    })
    .map(({ type, status, body, ...http }) =>
      answer(
        http,
        status,
        body,
        { _tag: 'Error', type, message: undefined, reasonCode: undefined },
        {
          errorType: type,
          traits: [
            ...(body === '' ? [] : ['unreadable body' as const]),
            ...(type === undefined ? [] : ['type elsewhere' as const])
          ]
        }
      )
    )

const ordinary = { headerCase: (name: string) => name, asBytes: false }

/**
 * The documented exceptions, each named in `__type`, in `code` and in the header, plainly and with a namespace, explained
 * in `message` and in `Message`, and with HTTP statuses of their neighbours: what no number of generated answers is sure
 * to show.
 */
export const documentedErrorAnswers: ReadonlyArray<ResponseSample> = Object.keys(documentedExceptions).flatMap(
  (type) => {
    const status = type === 'InternalServerException' ? 500 : 400
    const reasonCode = type === 'InvalidParameterException' ? 'why' : undefined
    const means: ExpectedOutcome = { _tag: 'Error', type, message: 'a message', reasonCode }
    const named = (names: object, traits: ReadonlyArray<Trait>, errorType?: string): ResponseSample =>
      answer(ordinary, status, JSON.stringify({ ...names, message: 'a message', reasonCode }), means, {
        traits,
        errorType
      })
    return [
      named({ __type: type }, []),
      named({ code: type }, ['type elsewhere']),
      named({}, ['type elsewhere'], type),
      named({ __type: `com.amazonaws.cognito#${type}` }, ['decorated type']),
      answer(ordinary, status, JSON.stringify({ __type: type, Message: 'a message', reasonCode }), means),
      ...[404, 429].map((other) =>
        answer(ordinary, other, JSON.stringify({ __type: type, message: 'a message', reasonCode }), means)
      )
    ]
  }
)
