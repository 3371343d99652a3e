/**
 * Servers that name secrets badly, or not at all.
 */
import { answeringOf, descriptor } from '../changes.js'
import type { Descriptor } from '../service.js'
import { type Fault, fault } from '../Variant.js'

const id = (f: (d: Descriptor, index: number) => unknown) =>
  descriptor((d, _, index) => ({ ...d, ClientSecretId: f(d, index) }))

export const secretIdFaults: ReadonlyArray<Fault> = [
  fault(
    'no ids',
    'The page calls the member not required.',
    ['response.clientSecretId.present'],
    descriptor(({ ClientSecretCreateDate }) => ({ ClientSecretCreateDate }))
  ),
  fault(
    'an id called secretId',
    'Another name.',
    ['response.clientSecretId.present'],
    descriptor(({ ClientSecretId: SecretId, ClientSecretCreateDate }) => ({ SecretId, ClientSecretCreateDate }))
  ),
  fault(
    'an id null',
    'Never set.',
    ['response.clientSecretId.present'],
    id(() => null)
  ),
  fault(
    'an id as a number',
    'The key of a table.',
    ['response.clientSecretId.present'],
    id((_, i) => i + 1)
  ),
  fault(
    'an id empty',
    'Never set.',
    ['response.clientSecretId.length'],
    id((d, i) => (i === 0 ? '' : d.ClientSecretId))
  ),
  fault(
    'an id of 129',
    'One more than allowed.',
    ['response.clientSecretId.length'],
    id((d) => d.ClientSecretId.padEnd(129, '0'))
  ),
  fault(
    'one id for all',
    'The id of the client.',
    ['response.clientSecretId.unique'],
    id((d) => d.ClientSecretId.split('--')[0])
  ),
  fault(
    'ids of the second',
    'The id of the client and the second; two secrets made within one have the same, seen in a public server.',
    ['response.clientSecretId.unique'],
    id((d) => d.ClientSecretId.replace(/(--\d{10})\d*/, '$1')),
    answeringOf('AddUserPoolClientSecret', (response) => ({
      ...response,
      body: String(response.body).replace(/("ClientSecretId":"[^"]*--\d{10})\d*/, '$1')
    }))
  ),
  fault(
    'descriptors null',
    'A list of the right length.',
    ['response.clientSecretId.present'],
    descriptor(() => null)
  ),
  fault(
    'descriptors in lists',
    'One too many brackets.',
    ['response.clientSecretId.present'],
    descriptor((d) => [d])
  ),
  fault(
    'bare ids',
    'Ids, not descriptors.',
    ['response.clientSecretId.present'],
    descriptor((d) => d.ClientSecretId)
  )
]
