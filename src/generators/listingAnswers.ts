/**
 * Successes with what they mean.
 */
import * as fc from 'fast-check'
import type { ResponseSample, ExpectedOutcome } from '../laws/client/ResponseSample.js'
import { clientSecret, clientSecretId } from './values.js'
import {
  answer,
  httpStyle,
  type JsonStyle,
  jsonStyle,
  type Member,
  members,
  render,
  type Rendered,
  type Way,
  way
} from './writing.js'

/** A descriptor, and how it is written; `time` in epoch milliseconds, `form` chooses among the ways to write it. */
export interface Descriptor {
  readonly id: string | undefined
  readonly time: number | undefined
  readonly form: number
  readonly style: JsonStyle
}

/** Milliseconds as seconds: with a fraction, as an integer where they are one, or with an exponent. */
const seconds = (time: number, form: number, exponents: boolean): string => {
  const sign = time < 0 ? '-' : ''
  const digits = String(Math.abs(time))
  const [whole, fraction] = [digits.slice(0, -3) || '0', digits.slice(-3).padStart(3, '0')]
  const forms = exponents
    ? [
        ...(fraction === '000' ? [`${sign}${whole}E+0`] : []),
        `${sign}${digits}e-3`,
        `${sign}${digits.charAt(0)}.${digits.slice(1)}0E${digits.length - 4}`
      ]
    : [
        ...(fraction === '000' ? [`${sign}${whole}`] : []),
        `${sign}${whole}.${fraction}`,
        `${sign}${whole}.${fraction}000`
      ]
  return forms[form % forms.length] ?? whole
}

/** `bad` stands in place of good members of the same names. */
export const renderDescriptor = (
  { id, time, form, style }: Descriptor,
  way: Way,
  secret?: string,
  bad: ReadonlyArray<Member> = []
): Rendered => {
  const exponents = way.includes('exponents')
  const good: ReadonlyArray<Member> = [
    ...members({ ClientSecretId: id }),
    ...(time === undefined ? [] : [['ClientSecretCreateDate', seconds(time, form, exponents)] as const])
  ]
  const known = [...good.filter(([name]) => bad.every(([other]) => name !== other)), ...bad]
  const { json, traits } = render(
    known,
    ['ClientSecretId', 'ClientSecretCreateDate', 'ClientSecretValue'],
    style,
    way,
    secret
  )
  return { json, traits: [...traits, ...(exponents && time !== undefined ? ['date with an exponent' as const] : [])] }
}

export const renderListing = (all: ReadonlyArray<Rendered>, style: JsonStyle, way: Way, secret?: string): Rendered => {
  const list = `[${all.map((one) => one.json).join(',')}]`
  const { json, traits } = render([['ClientSecrets', list]], [], style, way, secret)
  return { json, traits: [...traits, ...all.flatMap((one) => one.traits)] }
}

export const descriptor = (): fc.Arbitrary<Descriptor> =>
  fc.record({
    id: fc.option(clientSecretId(), { nil: undefined }),
    time: fc.option(
      fc.oneof(
        fc.integer({ min: -1e12, max: 4e12 }),
        fc.integer({ min: 0, max: 4e9 }).map((s) => s * 1000)
      ),
      {
        nil: undefined
      }
    ),
    form: fc.nat(11),
    style: jsonStyle()
  })

/** Successes, written in every legal way; some give a secret away under a name that means nothing. */
export const listingAnswer = (): fc.Arbitrary<ResponseSample> =>
  fc
    .record({
      ...httpStyle,
      way: way(),
      all: fc.array(descriptor(), { maxLength: 2 }),
      style: jsonStyle(),
      secret: fc.noShrink(clientSecret())
    })
    .map(({ way, all, style, secret, ...http }) => {
      const written = (as: Way): Rendered =>
        renderListing(
          all.map((one) => renderDescriptor(one, as, secret)),
          style,
          as,
          secret
        )
      const { json, traits } = written(way)
      const means: ExpectedOutcome = { _tag: 'Listing', descriptors: all.map(({ id, time }) => ({ id, time })) }
      const secrets = json.includes(secret) ? [secret] : []
      return answer(http, 200, json, means, { traits, secrets, usual: written([]).json })
    })
