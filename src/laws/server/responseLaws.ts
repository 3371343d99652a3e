/**
 * `response.*` as predicates: the form of a success, and what it must never hold.
 */
import { codePointLength } from '../../contract/ConstrainedString.js'
import { CONTENT_TYPE, header, type HttpResponse } from '../../protocol/index.js'
import { keysIn, listedIn, memberOf } from '../shared/ParsedResponse.js'
import { type Answered, type Law, onAnswer, onSuccess } from './Law.js'
import { paginationHeaders, paginationMembers } from './paginationNames.js'
import { isPlainListing } from './requestTraits.js'

const always = (): boolean => true

const hasDescriptors = ({ answer }: Answered): boolean => (answer.descriptors?.length ?? 0) > 0

const ids = ({ answer }: Answered): ReadonlyArray<unknown> => listedIn(answer).map(({ id }) => id)

const textIds = (e: Answered): ReadonlyArray<string> => ids(e).filter((id) => typeof id === 'string')

const dates = ({ answer }: Answered): ReadonlyArray<unknown> =>
  listedIn(answer)
    .map(({ date }) => date)
    .filter((date) => date !== undefined)

const numericDates = (e: Answered): ReadonlyArray<number> => dates(e).filter((date) => typeof date === 'number')

const dateLexemes = ({ answer }: Answered): ReadonlyArray<string> =>
  answer.lexemes.numbers
    .filter(({ path }) => path[0] === 'ClientSecrets' && path.at(-1) === 'ClientSecretCreateDate')
    .map(({ lexeme }) => lexeme)

/** A handler's Content-Length, of which a socket would make a body cut short or one too many. */
const hasItsLength = ({ headers, body }: HttpResponse): boolean => {
  const length = header(headers, 'content-length')
  return (
    length === undefined || Number(length) === (typeof body === 'string' ? new TextEncoder().encode(body) : body).length
  )
}

/** Where milliseconds start: as seconds it is the year 5138. */
const TOO_MANY_SECONDS = 1e11

export const responseLaws: ReadonlyArray<Law> = [
  {
    clause: 'response.http.complete',
    // where no connection is made, nothing was asked
    applies: ({ expected, failure = '' }) =>
      expected._tag !== 'Silent' && expected._tag !== 'NoOperation' && !/^(?:connect|getaddrinfo) /.test(failure),
    holds: ({ failure, response }) => failure === undefined && (response === undefined || hasItsLength(response)),
    expected: () => 'one complete HTTP response'
  },
  onAnswer('response.status.ok', isPlainListing, ({ answer }) => answer.status === 200, 'HTTP 200: the client exists'),
  onSuccess('response.contentType', always, ({ answer }) => answer.mediaType === CONTENT_TYPE, CONTENT_TYPE),
  onSuccess(
    'response.body.object',
    // no answer to HEAD has a body
    ({ request }) => request.method !== 'HEAD',
    ({ answer }) => answer.body !== undefined,
    'a JSON object in UTF-8'
  ),
  onSuccess(
    'response.clientSecrets.present',
    ({ answer }) => answer.body !== undefined,
    ({ answer }) => answer.descriptors !== undefined,
    'a member ClientSecrets that is a list'
  ),
  onSuccess(
    'response.clientSecrets.atMostTwo',
    ({ answer }) => answer.descriptors !== undefined,
    ({ answer }) => (answer.descriptors?.length ?? 0) <= 2,
    'no more than two descriptors'
  ),
  onSuccess(
    'response.secretValue.absent',
    hasDescriptors,
    ({ answer }) => (answer.descriptors ?? []).every((d) => memberOf(d, 'ClientSecretValue') === undefined),
    'no ClientSecretValue'
  ),
  onAnswer(
    'response.secret.neverRevealed',
    ({ planted }) => planted > 0,
    ({ leaks }) => leaks.length === 0,
    'no trace of a secret'
  ),
  onSuccess(
    'response.nextToken.absent',
    ({ answer }) => answer.body !== undefined,
    ({ answer, response }) =>
      paginationMembers(answer.body).length === 0 &&
      (response === undefined || paginationHeaders(response).length === 0),
    'no pagination token'
  ),
  onSuccess(
    'response.members.documented',
    ({ answer }) => answer.descriptors !== undefined,
    ({ answer }) =>
      keysIn(answer.body).every((key) => key === 'ClientSecrets' || key === 'NextToken') &&
      (answer.descriptors ?? []).every((d) =>
        keysIn(d).every((key) => key === 'ClientSecretId' || key === 'ClientSecretCreateDate')
      ),
    'ClientSecrets, and in it ClientSecretId and ClientSecretCreateDate; nothing else'
  ),
  onAnswer(
    'response.names.unique',
    ({ answer }) => answer.body !== undefined,
    ({ answer }) => answer.lexemes.duplicates.length === 0,
    'every name once in its object'
  ),
  onSuccess(
    'response.clientSecretId.present',
    hasDescriptors,
    (e) => ids(e).every((id) => typeof id === 'string'),
    'a ClientSecretId, a string, in every descriptor'
  ),
  onSuccess(
    'response.clientSecretId.length',
    (e) => textIds(e).length > 0,
    (e) => textIds(e).every((id) => id !== '' && codePointLength(id) <= 128),
    'ClientSecretIds of 1 to 128 code points'
  ),
  onSuccess(
    'response.clientSecretId.unique',
    (e) => textIds(e).length > 1,
    (e) => new Set(textIds(e)).size === textIds(e).length,
    'ClientSecretIds that differ'
  ),
  onSuccess(
    'response.clientSecretCreateDate.present',
    hasDescriptors,
    (e) => dates(e).length === e.answer.descriptors?.length,
    'a ClientSecretCreateDate in every descriptor'
  ),
  onSuccess(
    'response.clientSecretCreateDate.number',
    (e) => dates(e).length > 0,
    (e) => numericDates(e).length === dates(e).length,
    'ClientSecretCreateDates that are JSON numbers'
  ),
  onSuccess(
    'response.clientSecretCreateDate.seconds',
    (e) => numericDates(e).length > 0,
    (e) => numericDates(e).every((date) => Math.abs(date) < TOO_MANY_SECONDS),
    'ClientSecretCreateDates in epoch seconds'
  ),
  onSuccess(
    'response.clientSecretCreateDate.noExponent',
    (e) => dateLexemes(e).length > 0,
    (e) => dateLexemes(e).every((lexeme) => !/e/i.test(lexeme)),
    'numbers without exponent'
  )
]
