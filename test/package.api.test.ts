/**
 * What each subpath of the built package offers at run time, in plain Node: a change here is a change for users.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runCommand } from './node/support/cli.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const { exports: subpaths } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
  readonly exports: Readonly<Record<string, unknown>>
}

test('the API is what it was', async () => {
  const paths = Object.keys(subpaths).filter((path) => typeof subpaths[path] === 'object')
  const source = `
    for (const path of ${JSON.stringify(paths)}) {
      const names = Object.keys(await import('cognito-secrets-contract' + path.slice(1)))
      console.log([path, ...names.sort()].join('\\n  '))
    }`
  const { code, stdout, stderr } = await runCommand(process.execPath, ['--input-type=module', '-e', source], {}, ROOT)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatchInlineSnapshot(`
    ".
      ClientId
      ClientSecretId
      ClientSecretListDescriptorType
      Codec
      InternalServerException
      InvalidParameterException
      LimitExceededException
      ListUserPoolClientSecretsRequest
      ListUserPoolClientSecretsResponse
      MASK
      MAX_CLIENT_SECRETS
      ResourceNotFoundException
      Timestamp
      TooManyRequestsException
      UserPoolId
      describeViolation
      documentedExceptions
      invalidRequest
      redactSecrets
      sanitize
      toError
      validateRequest
      validationMessage
      violations
      withMessages
    ./protocol
      CONTENT_TYPE
      MAX_BODY_BYTES
      OPERATION
      TARGET_PREFIX
      buildRequest
      decodeError
      decodeInput
      decodeOperation
      decodeRequest
      decodeResponse
      encodeError
      encodeRequest
      encodeResponse
      errorName
      fold
      header
      serializationError
      unknownOperation
    ./adapters/fetch
      toFetchHandler
    ./adapters/node
      toNodeListener
    ./adapters/lambda
      toLambdaHandler
    ./adapters/aws-sdk
      ContractViolationError
      InvalidParameterError
      NetworkFailure
      checkOutput
      contractPlugin
      sdkRequestHandler
    ./arbitraries
      almostRequest
      anything
      bareErrorAnswer
      clientId
      clientSecret
      clientSecretId
      clientSecretListDescriptorType
      documentedErrorAnswers
      errorAnswer
      illegalAnswer
      listUserPoolClientSecretsError
      listUserPoolClientSecretsRequest
      listUserPoolClientSecretsResponse
      listingAnswer
      malformedBody
      nearMissClientId
      nearMissUserPoolId
      notObjectBody
      rawBody
      responseSample
      storedClientSecret
      timestamp
      userPoolId
    ./conformance
      DEFAULTS
      baselineOf
      count
      curl
      decodeClientReplay
      decodeReplay
      decodeValidatorReplay
      encodeClientReplay
      encodeReplay
      encodeValidatorReplay
      exitCode
      github
      html
      json
      judge
      junit
      laws
      markdown
      noPaint
      parseBaseline
      pretty
      printBaseline
      quiet
      select
      sweep
      verify
      verifyClient
      verifyValidator
    ./reference
      inMemory
      initialState
      operations
      step
      testDouble
    ./node
      DUMMY_CREDENTIALS
      awsSettings
      clientProcess
      httpTarget
      listen
    "
  `)
})
