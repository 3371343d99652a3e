import { describe, expect, it } from 'vitest'
import { MASK, sanitize } from '../../src/index.js'

/** As long as the shortest client secret. */
const LONG = 'Pl4nted+Secret_Nobody+Has'

const INNER = JSON.stringify({ ClientSecrets: [{ ClientSecretId: 'a--1', ClientSecretValue: 'abc' }], x: 1 }, null, 2)

describe('text under the name of a secret', () => {
  it.each([
    ['JSON', '{"ClientSecret":"abc","x":1}', `{"ClientSecret":"${MASK}","x":1}`],
    ['escaped', '{\\"ClientSecret\\":\\"abc\\"}', `{\\"ClientSecret\\":\\"${MASK}\\"}`],
    [
      'twice escaped',
      '{\\\\\\"ClientSecretValue\\\\\\": \\\\\\"abc\\\\\\"}',
      `{\\\\\\"ClientSecretValue\\\\\\": \\\\\\"${MASK}\\\\\\"}`
    ],
    [
      'JSON in JSON',
      JSON.stringify({ body: INNER, y: 'z' }),
      JSON.stringify({ body: INNER.replace('abc', MASK), y: 'z' })
    ],
    ['a string with quotes', '"ClientSecretValue":"a\\"bc","x":1', `"ClientSecretValue":"${MASK}","x":1`],
    ['a string without end', '{"ClientSecretValue":"ab', `{"ClientSecretValue":"${MASK}`],
    ['a list', '"ClientSecretValue":["abc"],"x":1', `"ClientSecretValue":["${MASK}"],"x":1`],
    ['an object', '"ClientSecretValue":{"S":"abc"},"x":1', `"ClientSecretValue":{"S":"${MASK}"},"x":1`],
    ['bare secrets', `ClientSecrets: ["abc", 'def']`, `ClientSecrets: ["${MASK}", '${MASK}']`],
    ['a list of kinds', '"ClientSecrets":["abc",{"a":1},null]', `"ClientSecrets":["${MASK}",{"a":${MASK}},null]`],
    ['a long list', `"ClientSecrets":["${'x'.repeat(999)}","abc"]`, `"ClientSecrets":["${MASK}","${MASK}"]`],
    [
      'descriptors',
      '"ClientSecrets":[{"ClientSecretCreateDate":1.5,"ClientSecretId":"a","x":"abc"}],"x":"y"',
      `"ClientSecrets":[{"ClientSecretCreateDate":1.5,"ClientSecretId":"a","x":"${MASK}"}],"x":"y"`
    ],
    [
      'descriptors of Python',
      "{'ClientSecrets': [{'ClientSecretId': 'a', 'ClientSecretCreateDate': datetime(2026, 7, 25), 'x': b'abc'}]}",
      `{'ClientSecrets': [{'ClientSecretId': 'a', 'ClientSecretCreateDate': datetime(2026, 7, 25), 'x': ${MASK}'${MASK}'}]}`
    ],
    [
      'descriptors of Java',
      'R(ClientSecrets=[D(ClientSecretCreateDate=2026-07-25T17:20:00Z, ClientSecretValue=abc)], x=1)',
      `R(ClientSecrets=[${MASK}(ClientSecretCreateDate=2026-07-25T17:20:00Z, ClientSecretValue=${MASK})], x=1)`
    ],
    [
      'descriptors of Go',
      'ClientSecrets:[map[ClientSecretId:a ClientSecretValue:abc]]',
      `ClientSecrets:[${MASK}[ClientSecretId:a ClientSecretValue:${MASK}]]`
    ],
    ['a secret that is a key', `"ClientSecrets":{"${LONG}":true}`, `"ClientSecrets":{"${MASK}":true}`],
    ['Ruby', "ClientSecretValue => 'abc', x", `ClientSecretValue => '${MASK}', x`],
    ['Rust', 'ClientSecretValue: Some("abc"), x', `ClientSecretValue: ${MASK}("${MASK}"), x`],
    ['bytes of Python', "{'client_secret': b'abc', 'x': 1}", `{'client_secret': ${MASK}'${MASK}', 'x': 1}`],
    ['an index', `env["CLIENT_SECRET"] = "abc" + x`, `env["CLIENT_SECRET"] = "${MASK}" + x`],
    ['a call', `setClientSecret("abc", 1)`, `setClientSecret("${MASK}", 1)`],
    ['YAML', "client-secret: 'abc'\nx: 1", `client-secret: '${MASK}'\nx: 1`],
    ['a block of YAML', 'ClientSecretValue: |\n  abc\n  def\nx: 1', `ClientSecretValue: ${MASK}\nx: 1`],
    ['a list of YAML', 'ClientSecrets:\n- abc\n- def\nx: 1', `ClientSecrets:${MASK}\nx: 1`],
    ['a tag of YAML', `ClientSecretValue: !!str ${LONG}`, `ClientSecretValue: ${MASK} ${MASK}`],
    [
      'XML',
      '<ClientSecretValue>abc</ClientSecretValue><x>y</x>',
      `<ClientSecretValue>${MASK}</ClientSecretValue><x>y</x>`
    ],
    [
      'XML in full',
      '<a:ClientSecretValue b="c">\n<![CDATA[abc]]>\n</a:ClientSecretValue>',
      `<a:ClientSecretValue b="c">${MASK}</a:ClientSecretValue>`
    ],
    ['XML without end', `<ClientSecretValue>abc`, `<ClientSecretValue>${MASK}`],
    ['a query', '/token?client_secret=a%2Bb&x=1', `/token?client_secret=${MASK}&x=1`],
    ['a query in JSON', '"client_secret=a\\/b\\u002bc\\\\/d&x=1"', `"client_secret=${MASK}&x=1"`],
    ['a query in HTML', 'client_secret=a&#43;b&#x2B;c&amp;x=1', `client_secret=${MASK}&amp;x=1`],
    ['an encoded query', 'x=ClientSecretValue%3Dabc', `x=ClientSecretValue%3D${MASK}`],
    ['encoded JSON', '%22ClientSecretValue%22%3A%22abc%22', `%22ClientSecretValue%22%3A${MASK}`],
    ['HTML', '&quot;ClientSecretValue&quot;:&quot;abc&quot;', `&quot;ClientSecretValue&quot;:&quot;${MASK}&quot;`],
    ['an environment', 'COGNITO_CLIENT_SECRET=abc\nX=1', `COGNITO_CLIENT_SECRET=${MASK}\nX=1`],
    ['base64', 'SecretHash=abc=', `SecretHash=${MASK}`],
    ['an option', `--client-secret ${LONG} --x`, `--client-secret ${MASK} --x`],
    ['a sentence', `ClientSecretValue is "${LONG}".`, `ClientSecretValue is "${MASK}".`],
    ['a label', '{"name":"CLIENT_SECRET","value":"abc"},{}', `{"name":"CLIENT_SECRET","value":"${MASK}"},{}`],
    ['an entry', `["ClientSecretValue", "abc"]`, `["ClientSecretValue", "${MASK}"]`],
    ['credentials', `Authorization: Basic ${btoa(LONG)}`, `Authorization: Basic ${MASK}`]
  ])('%s', (_, text, expected) => {
    expect(sanitize(text)).toBe(expected)
    expect(sanitize(expected)).toBe(expected)
  })

  it.each([
    'a client secret was added',
    'User pool client 1h57kf5cpq17m0eml12example already has 2 secrets.',
    'Client secret 1h57kf5cpq17m0eml12example--1785000000 does not exist.',
    "Value at 'clientSecrets.1.member.clientSecretValue' failed to satisfy constraint: Member must be null",
    'The stored client secrets break the contract: Member must not be null',
    '{"path":["ClientSecrets",1,"ClientSecretValue"],"constraint":"absent"}',
    '["ClientSecretValue", "ClientSecretId"]',
    'response.clientSecretId.present: Every descriptor has its ClientSecretId',
    'token_endpoint_auth_method=client_secret_basic&x=1',
    'ClientSecretId: a--1, "ClientSecrets": [], ClientSecretValue: null, client_secret=""',
    '<ClientSecretValue/> <ClientSecretValue></ClientSecretValue> Promise<ClientSecret> x',
    'basic authentication',
    'ListUserPoolClientSecrets: not implemented',
    '[404] AddUserPoolClientSecret (operation): no such operation'
  ])('leaves alone: %s', (text) => {
    expect(sanitize(text)).toBe(text)
  })
})

/** What each expression of the grammar begins with, and what it could be led to read again and again. */
const pieces = [
  'clientsecrets=["',
  `clientsecrets=[${'"'.repeat(400)}`,
  'clientsecret',
  'clientsecret=',
  'clientsecret="',
  'clientsecret=[',
  'clientsecret=a"',
  'clientsecret=ab (',
  'clientsecret=!!a bbbbbbbbbbbbbbbbbbbbbbbb ',
  'clientsecret ',
  'clientsecret\n',
  'clientsecret:\n ',
  'clientsecret\\',
  'clientsecret=[\\"',
  'clientsecret&quot;',
  'clientsecret%22',
  'clientsecret is ',
  '"clientsecret","',
  '<clientsecret>',
  '<clientsecret ',
  '<clientsecret></',
  'clientsecretid=',
  'clientsecrets=[clientsecretid:',
  'client',
  'basic ',
  '"',
  '\\',
  '\\"',
  ' ',
  '\n ',
  '=',
  '(',
  'x'
]

const heads = ['', 'clientsecret=[']

/** With a limit on each test's time, a quadratic search of a megabyte does not end. */
describe('text is masked in linear time', () => {
  it.each(pieces.map((piece) => [piece.slice(0, 50), piece] as const))('a megabyte of %j', (_, piece) => {
    for (const head of heads) {
      const text = `${head}${piece.repeat(2 ** 20 / piece.length)} ClientSecretValue=abc`
      expect(String(sanitize(text)).endsWith('=abc')).toBe(false)
    }
  })

  it('what is too much for an expression is left out as a whole', () => {
    for (const text of ['client_secret=', 'client_secret: [', '--client-secret ', 'Basic ']) {
      expect(String(sanitize(`${text}${'x'.repeat(2 ** 25)}`)).length).toBeLessThan(100)
      expect(JSON.stringify(sanitize({ [text]: `${text}${' '.repeat(2 ** 25)}abc` }))).toContain(text)
    }
  })

  it('16 megabytes of a list that does not end', () => {
    expect(String(sanitize('clientsecrets=["'.repeat(2 ** 20)))).toMatch(/^clientsecrets=\["\[secret\]"/)
  })
})
