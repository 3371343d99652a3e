/**
 * Successes with what they mean.
 */
import * as fc from 'fast-check'
import type { ResponseSample, ExpectedOutcome } from '../laws/client/ResponseSample.js'
import { clientSecret, clientSecretId } from './values.js'
import { answer, type Manner, manner, type Member, members, spoken, write, type Written } from './writing.js'

/** A descriptor, and how it is written; `time` in epoch milliseconds. */
export interface Descriptor {
  readonly id: string | undefined
  readonly time: number | undefined
  readonly form: number
  readonly how: Manner
}

/** Milliseconds as seconds: with a fraction, with an exponent, or as an integer where they are one. */
const seconds = (time: number, form: number): string => {
  const sign = time < 0 ? '-' : ''
  const digits = String(Math.abs(time))
  const [whole, fraction] = [digits.slice(0, -3) || '0', digits.slice(-3).padStart(3, '0')]
  const forms = [
    ...(fraction === '000' ? [`${sign}${whole}`, `${sign}${whole}E+0`] : []),
    `${sign}${whole}.${fraction}`,
    `${sign}${whole}.${fraction}000`,
    `${sign}${digits}e-3`,
    `${sign}${digits.charAt(0)}.${digits.slice(1)}0E${digits.length - 4}`
  ]
  return forms[form % forms.length] ?? whole
}

export const writeDescriptor = (
  { id, time, form, how }: Descriptor,
  secret?: string,
  bad: ReadonlyArray<Member> = []
): Written => {
  const good: ReadonlyArray<Member> = [
    ...members({ ClientSecretId: id }),
    ...(time === undefined ? [] : [['ClientSecretCreateDate', seconds(time, form)] as const])
  ]
  const known = [...good.filter(([name]) => bad.every(([other]) => name !== other)), ...bad]
  return write(known, ['ClientSecretId', 'ClientSecretCreateDate', 'ClientSecretValue'], how, secret)
}

export const writeListing = (all: ReadonlyArray<Written>, how: Manner, secret?: string): Written => {
  const { json, traits } = write([['ClientSecrets', `[${all.map((one) => one.json).join(',')}]`]], [], how, secret)
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
    form: fc.nat({ max: 11 }),
    how: manner()
  })

/** Successes, written in every legal way; some give a secret away under a name that means nothing. */
export const listingAnswer = (): fc.Arbitrary<ResponseSample> =>
  fc
    .record({
      ...spoken,
      all: fc.array(descriptor(), { maxLength: 2 }),
      how: manner(),
      secret: fc.noShrink(clientSecret())
    })
    .map(({ all, how, secret, ...http }) => {
      const { json, traits } = writeListing(
        all.map((one) => writeDescriptor(one, secret)),
        how,
        secret
      )
      const means: ExpectedOutcome = { _tag: 'Listing', descriptors: all.map(({ id, time }) => ({ id, time })) }
      return answer(http, 200, json, means, { traits, secrets: json.includes(secret) ? [secret] : [] })
    })
