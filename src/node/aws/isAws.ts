/**
 * Whether a URL leads to AWS itself, where pools and clients count against somebody's quota.
 */

/** The DNS suffixes of AWS's partitions, dual-stack ones included. */
const SUFFIXES = [
  'amazonaws.com',
  'amazonaws.com.cn',
  'amazonaws.eu',
  'api.aws',
  'api.amazonwebservices.com.cn',
  'api.amazonwebservices.eu',
  'c2s.ic.gov',
  'api.aws.ic.gov',
  'sc2s.sgov.gov',
  'api.aws.scloud',
  'csp.hci.ic.gov',
  'api.aws.hci.ic.gov',
  'cloud.adc-e.uk',
  'api.cloud-aws.adc-e.uk'
]

export const isAws = ({ hostname }: URL): boolean => {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  return SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`))
}
