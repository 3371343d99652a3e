/**
 * Which names are those of AWS.
 */
import { describe, expect, test } from 'vitest'
import { isAws } from '../../../src/node/aws/isAws.js'

describe('isAws', () => {
  test.each([
    'https://cognito-idp.us-east-1.amazonaws.com',
    'https://cognito-idp-fips.us-west-2.amazonaws.com/',
    'https://COGNITO-IDP.US-EAST-1.AMAZONAWS.COM:443/path',
    'https://cognito-idp.us-east-1.amazonaws.com.',
    'https://cognito-idp.cn-north-1.amazonaws.com.cn',
    'https://cognito-idp.eusc-de-east-1.amazonaws.eu',
    'https://cognito-idp.us-east-1.api.aws',
    'https://cognito-idp.cn-north-1.api.amazonwebservices.com.cn',
    'https://cognito-idp.eusc-de-east-1.api.amazonwebservices.eu',
    'https://cognito-idp.us-iso-east-1.c2s.ic.gov',
    'https://cognito-idp.us-iso-east-1.api.aws.ic.gov',
    'https://cognito-idp.us-isob-east-1.sc2s.sgov.gov',
    'https://cognito-idp.us-isob-east-1.api.aws.scloud',
    'https://cognito-idp.us-isof-south-1.csp.hci.ic.gov',
    'https://cognito-idp.us-isof-south-1.api.aws.hci.ic.gov',
    'https://cognito-idp.eu-isoe-west-1.cloud.adc-e.uk',
    'https://cognito-idp.eu-isoe-west-1.api.cloud-aws.adc-e.uk',
    'https://amazonaws.com',
    'https://vpce-1.cognito-idp.us-east-1.vpce.amazonaws.com'
  ])('%s is AWS', (url) => {
    expect(isAws(new URL(url))).toBe(true)
  })

  test.each([
    'http://127.0.0.1:9229',
    'http://localhost',
    'http://[::1]:80',
    'https://notamazonaws.com',
    'https://amazonaws.com.example.org',
    'https://cognito-idp.us-east-1.localhost.localstack.cloud:4566',
    'https://cognito-idp.com',
    'https://example.org/cognito-idp.us-east-1.amazonaws.com'
  ])('%s is not', (url) => {
    expect(isAws(new URL(url))).toBe(false)
  })
})
