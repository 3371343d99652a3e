/**
 * One call that a client is told to make, and the answer that it gets.
 */
import { plainAnswer } from '../../generators/controls.js'
import { documentedErrorAnswers } from '../../generators/index.js'
import type { ExpectedListing, ExpectedOutcome, ResponseSample, Trait } from '../../laws/client/ResponseSample.js'
import type { RemoteCall } from './RemoteClient.js'

export interface ClientCase {
  readonly call: RemoteCall
  readonly answer: ResponseSample
  /** What is judged: how the client reads the answer, or only what it sends. */
  readonly about: 'answer' | 'call'
}

const CALL: RemoteCall = { UserPoolId: 'us-east-1_Example12', ClientId: '1h57kf5cpq17m0eml12example' }

const NO_SECRETS: ResponseSample = {
  response: { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: '{"ClientSecrets":[]}' },
  means: { _tag: 'Listing', descriptors: [] },
  traits: [],
  secrets: []
}

export const reading = (answer: ResponseSample): ClientCase => ({ call: CALL, answer, about: 'answer' })

export const calling = (call: Partial<RemoteCall>): ClientCase => ({
  call: { ...CALL, ...call },
  answer: NO_SECRETS,
  about: 'call'
})

/** The plainest call there is. */
export const plainCase: ClientCase = reading(NO_SECRETS)

const ID = '1h57kf5cpq17m0eml12example--1785000000'

const CREATED = 1785000000000

const listing = (descriptors: ExpectedListing['descriptors']): ExpectedListing => ({ _tag: 'Listing', descriptors })

const oneSecret = listing([{ id: ID, time: CREATED }])

const notFound: ExpectedOutcome = {
  _tag: 'Error',
  type: 'ResourceNotFoundException',
  message: undefined,
  reasonCode: undefined
}

/** Successes of one thing each: an id, a date without and with a fraction, and two secrets. */
const plainListings: ReadonlyArray<ClientCase> = [
  [{ id: ID, time: undefined }],
  [{ id: undefined, time: CREATED }],
  [{ id: undefined, time: CREATED + 250 }],
  [
    { id: ID, time: CREATED },
    { id: `${ID}1`, time: CREATED + 1000 }
  ]
].flatMap((descriptors) => {
  const answer = plainAnswer(listing(descriptors), 200)
  return answer === undefined ? [] : [reading(answer)]
})

/** Answers that are unusual in one way each. */
const unusual: ReadonlyArray<readonly [status: number, body: string, ExpectedOutcome, Trait]> = [
  [200, '{"ClientSecrets":[],"NextToken":"a"}', listing([]), 'unknown members'],
  [200, '{"ClientSecrets":[],"clientSecrets":[{}]}', listing([]), 'unknown members'],
  [
    200,
    '{"ClientSecrets":[{"ClientSecretId":null,"ClientSecretCreateDate":null,"ClientSecretValue":null}]}',
    listing([{ id: undefined, time: undefined }]),
    'null members'
  ],
  [400, '{"__type":"ResourceNotFoundException","message":null}', notFound, 'null members'],
  [400, '{"__type":"ResourceNotFoundException:http://internal.amazon.com/"}', notFound, 'decorated type'],
  [
    200,
    `{"ClientSecrets":[{"ClientSecretCreateDate":1785000000,"ClientSecretId":"${ID}"}]}`,
    oneSecret,
    'another order'
  ],
  [
    200,
    `{"ClientSecrets":[{"ClientSecretId":"${ID}","ClientSecretCreateDate":1.785E9}]}`,
    oneSecret,
    'date with an exponent'
  ]
]

/** Two names for one error: the first of header, `code` and `__type` counts. */
const twoNames: ReadonlyArray<ClientCase> = [
  [{ 'x-amzn-errortype': 'ResourceNotFoundException' }, '{"__type":"InvalidParameterException"}'] as const,
  [{ 'x-amzn-errortype': 'ResourceNotFoundException' }, '{"code":"InvalidParameterException"}'] as const,
  [{}, '{"code":"ResourceNotFoundException","__type":"InvalidParameterException"}'] as const
].map(([headers, body]) =>
  reading({
    response: { status: 400, headers: { ...NO_SECRETS.response.headers, ...headers }, body },
    means: notFound,
    traits: ['several types'],
    secrets: []
  })
)

/** What no number of generated answers is sure to show. */
export const answerExamples: ReadonlyArray<ClientCase> = [
  plainCase,
  ...plainListings,
  ...unusual.map(([status, body, means, trait]) =>
    reading({ response: { ...NO_SECRETS.response, status, body }, means, traits: [trait], secrets: [] })
  ),
  ...twoNames,
  ...documentedErrorAnswers.map(reading)
]

/** Ids that are wrong by a slip, each beside a good one. */
export const badIdExamples = {
  ClientId: ['', ` ${CALL.ClientId}`, `${CALL.ClientId}\n`, 'a-b', 'a'.repeat(129)].map((ClientId) =>
    calling({ ClientId })
  ),
  UserPoolId: ['', ` ${CALL.UserPoolId}`, `${CALL.UserPoolId}\n`, 'us-east-1', `us-east-1_${'a'.repeat(46)}`].map(
    (UserPoolId) => calling({ UserPoolId })
  )
}
