/**
 * Controls of an answer: the same or less, written more plainly. A client that misreads a control is not wrong about
 * what the control leaves out.
 */
import type { ExpectedOutcome, ResponseSample } from '../laws/client/ResponseSample.js'
import { isPlain } from '../laws/client/ResponseSample.js'
import { answer, members, render } from './writing.js'
import { renderDescriptor, renderListing } from './listingAnswers.js'

const style = { unknown: [], order: [] }

const http = { headerCase: (name: string) => name, asBytes: false }

/** A success or an error as plainly as it can be written; `undefined` for an answer that means neither. */
export const plainAnswer = (means: ExpectedOutcome, status: number): ResponseSample | undefined => {
  switch (means._tag) {
    case 'Listing': {
      const all = means.descriptors.map((one) => renderDescriptor({ ...one, form: 0, style }, []))
      return answer(http, status, renderListing(all, style, []).json, means)
    }
    case 'Error': {
      const { type, message, reasonCode } = means
      return answer(http, status, render(members({ __type: type, message, reasonCode }), [], style, []).json, means)
    }
    case 'Violation':
      return undefined
  }
}

/** What the answer means with one thing less. */
const less = (means: ExpectedOutcome): ReadonlyArray<ExpectedOutcome> => {
  switch (means._tag) {
    case 'Listing': {
      const [one, two] = means.descriptors
      if (one === undefined) return []
      const listings =
        two !== undefined
          ? [[one], [two]]
          : one.id !== undefined && one.time !== undefined
            ? [[{ ...one, time: undefined }], [{ ...one, id: undefined }]]
            : [[]]
      return listings.map((descriptors) => ({ _tag: 'Listing', descriptors }))
    }
    case 'Error':
      return means.message === undefined && means.reasonCode === undefined
        ? []
        : [{ ...means, message: undefined, reasonCode: undefined }]
    case 'Violation':
      return []
  }
}

/**
 * For an unusual answer the plain one, and the same answer without what is unusual where that is another; for a plain
 * one those that mean less. None for what no client may accept.
 */
export const controls = (sample: ResponseSample): ReadonlyArray<ResponseSample> => {
  const { means, response, undisturbed } = sample
  const meanings = isPlain(sample) ? less(means) : [means]
  const plain = meanings.flatMap((one) => plainAnswer(one, response.status) ?? [])
  return undisturbed === undefined ||
    means._tag === 'Violation' ||
    plain.some((one) => one.response.body === undisturbed.body)
    ? plain
    : [...plain, { response: undisturbed, means, traits: [], secrets: [] }]
}
