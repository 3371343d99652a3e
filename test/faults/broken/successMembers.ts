/**
 * Servers whose success has other members than the page has.
 */
import { body, descriptor, written } from '../changes.js'
import type { Listing } from '../service.js'
import { type Fault, fault } from '../Variant.js'

const whenEmpty = (f: (listing: Listing) => unknown) =>
  body((listing) => (listing.ClientSecrets.length === 0 ? f(listing) : listing))

export const successMemberFaults: ReadonlyArray<Fault> = [
  fault(
    'NextToken null',
    'Seen in a public server.',
    ['response.nextToken.absent'],
    body((l) => ({ ...l, NextToken: null }))
  ),
  fault(
    'NextToken empty',
    'No further page.',
    ['response.nextToken.absent'],
    body((l) => ({ ...l, NextToken: '' }))
  ),
  fault(
    'NextToken',
    'Another page that never comes.',
    ['response.nextToken.absent'],
    body((l) => ({ ...l, NextToken: 'eyJ2IjoxfQ' }))
  ),
  fault(
    'NextToken where two are listed',
    'Only a full page has a token.',
    ['response.nextToken.absent'],
    body((l) => (l.ClientSecrets.length > 1 ? { ...l, NextToken: 'a' } : l))
  ),
  fault(
    'more members beside the list',
    'Ids that the caller knows already.',
    ['response.members.documented'],
    body((l, { input }) => ({ ...l, UserPoolId: input['UserPoolId'] }))
  ),
  fault(
    'more members in descriptors',
    'What else the record holds.',
    ['response.members.documented'],
    descriptor((d) => ({ ...d, Status: 'ACTIVE' }))
  ),
  fault(
    'a name twice',
    'Some parsers keep the first, some the last.',
    ['response.names.unique'],
    written((s) => s.replaceAll('{"ClientSecretCreateDate"', '{"ClientSecretId":"","ClientSecretCreateDate"'))
  ),
  fault(
    'the list twice',
    'Once empty, once not.',
    ['response.names.unique'],
    written((s) => s.replace('{', '{"ClientSecrets":[],'))
  ),
  fault(
    'no list where it is empty',
    'Empty members are left out.',
    ['response.clientSecrets.present', 'list.empty'],
    whenEmpty(() => ({}))
  ),
  fault(
    'null where the list is empty',
    'As Go encodes a nil slice.',
    ['response.clientSecrets.present', 'list.empty'],
    whenEmpty(() => ({ ClientSecrets: null }))
  ),
  fault(
    'a map in place of the list',
    'By id.',
    ['response.clientSecrets.present'],
    body((l) => ({ ClientSecrets: Object.fromEntries(l.ClientSecrets.map((d) => [d.ClientSecretId, d])) }))
  ),
  fault(
    'one descriptor in place of a list of one',
    'As converters from XML do.',
    ['response.clientSecrets.present'],
    body((l) => (l.ClientSecrets.length === 1 ? { ClientSecrets: l.ClientSecrets[0] } : l))
  ),
  fault(
    'the list as text',
    'JSON in JSON.',
    ['response.clientSecrets.present'],
    body((l) => ({ ClientSecrets: JSON.stringify(l.ClientSecrets) }))
  ),
  fault(
    'the list under the name of its elements',
    'ClientSecretDescriptors.',
    ['response.clientSecrets.present'],
    body((l) => ({ ClientSecretDescriptors: l.ClientSecrets }))
  ),
  fault(
    'a result around the list',
    'As in the query protocol.',
    ['response.clientSecrets.present'],
    body((l) => ({ ListUserPoolClientSecretsResult: l }))
  ),
  fault(
    'members in lower camel case',
    'As JavaScript writes them.',
    ['response.clientSecrets.present'],
    written((s) => s.replaceAll('"ClientSecret', '"clientSecret'))
  ),
  fault(
    'descriptors in lower camel case',
    'As JavaScript writes them.',
    ['response.clientSecretId.present'],
    written((s) => s.replaceAll(/"C(?=lientSecret(?:Id|CreateDate)")/g, '"c'))
  )
]
