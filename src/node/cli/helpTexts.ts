/**
 * What `--help` says behind the options.
 */

/** The last section of every help text. */
const exitCodes = (...lines: ReadonlyArray<string>): string =>
  ['\nExit codes:', ...lines.map((line) => `  ${line}`)].join('\n')

const verdicts = (...passed: ReadonlyArray<string>): string =>
  exitCodes(
    ...passed,
    '1  a MUST was broken (with --strict also a SHOULD), or the baseline is out of',
    '   date',
    '2  wrong usage; nothing was judged',
    '3  inconclusive: it did not answer, a MUST could not be tested, or a report',
    '   or baseline could not be written'
  )

/** Of the commands that judge, one of which a word that is no command is for. */
export const VERDICTS = verdicts('0  every selected MUST was tested and held')

const VALIDATOR_VERDICTS = verdicts(
  '0  every selected MUST about what the module exports was tested and held;',
  '   the verdict counts the MUSTs that were not judged, and says why'
)

export const VERIFY_HELP = `
Examples:
  judge your server, then only some clauses, then the embedded reference:
  $ npx cognito-secrets-contract verify http://127.0.0.1:9229
  $ npx cognito-secrets-contract verify URL --only request.clientId
  $ npx cognito-secrets-contract verify --reference

  judge a server that cannot be provisioned:
  $ npx cognito-secrets-contract verify URL --user-pool-id ID --client-id ID

  send one counterexample again, and keep what its curl line needs:
  $ npx cognito-secrets-contract verify URL --replay TOKEN --keep

  write a report for programs beside the one for people:
  $ npx cognito-secrets-contract verify URL --report json=report.json

The suite creates user pools and app clients on the target and deletes them
again; --no-provision, --fixtures and the two ids change that. Endpoint, region,
credentials and CA are those of the AWS CLI:
AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER, AWS_ENDPOINT_URL, AWS_PROFILE,
AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE, AWS_CA_BUNDLE, AWS_REGION,
AWS_ACCESS_KEY_ID and so on. Requests are signed (SigV4), with dummy keys if
there are no credentials.
${VERDICTS}`

export const VERIFY_CLIENT_HELP = `
Examples:
  $ npx cognito-secrets-contract verify-client -- node my-client.mjs
  $ npx cognito-secrets-contract verify-client --only client -- python3 my.py

The suite starts the command, and starts it again when it ends or hangs. The
command finds the server's address in COGNITO_ENDPOINT, and dummy credentials in
AWS_*. For every line on stdin, {"UserPoolId": …, "ClientId": …}, it makes
one call and prints one JSON object in one line:
  {"secrets": [{"id": …, "createDate": ISO 8601 or epoch milliseconds}]}
  {"error": {"type": …, "message": …, "reasonCode": …, "status": …}}
  {"refused": "why"}       nothing was sent, or the answer was not accepted
docs/clients has adapters to start from.
${VERDICTS}`

export const VERIFY_VALIDATOR_HELP = `
Example:
  $ npx cognito-secrets-contract verify-validator validators.mjs

The module exports one or more of ClientId and UserPoolId, which are asked about
ids, and request, which is asked about whole requests. Each is a RegExp, a
Standard Schema, or a function that refuses by returning false, null, a Left,
{ success: false } or { issues: […] }, or by throwing. Promises are awaited. The
module runs in a thread of its own, which is stopped if an answer takes too
long.
${VALIDATOR_VERDICTS}`

export const SERVE_HELP = `
Prints one line with its URL when it is ready, and serves until it is
interrupted. It knows CreateUserPool, CreateUserPoolClient, their Describe and
Delete, ListUserPools, AddUserPoolClientSecret, DeleteUserPoolClientSecret and
ListUserPoolClientSecrets. It checks no signature and forgets everything when it
stops, so use it for tests only.
${exitCodes('0  it was interrupted, and every request was answered', '2  wrong usage', '3  it cannot listen at that address')}`

export const SWEEP_HELP = `
sweep looks through ListUserPools for pools with the name that verify gives,
cognito-secrets-contract-RUN-CHECKSUM-NAME, whose tags (if the target keeps any)
are those of that run. It lists them, and with --yes it deletes them and their
clients. It touches nothing else. It leaves a run alone that began less than an
hour ago. On AWS a pool must have the tag, and --yes also needs --provision-aws.
${exitCodes('0  what was found is listed, or removed', '2  wrong usage', '3  the target did not answer, or something could not be removed')}`

export const EXPLAIN_HELP = `
A law is named by its file in the source and the constant that holds it. Faults
are broken implementations that this clause finds; in a checkout,
docs/kill-matrix.md lists all of them. verify --list prints the ids of all
clauses that bind servers.
${exitCodes('0  the clause is printed', '2  wrong usage, or an unknown clause')}`

export const VALIDATE_HELP = `
Examples:
  $ npx cognito-secrets-contract validate response answer.json
  $ echo us-east-1_Example | npx cognito-secrets-contract validate user-pool-id
${exitCodes('0  the value is valid', '1  the value is invalid', '2  wrong usage, or a file that cannot be read')}`
