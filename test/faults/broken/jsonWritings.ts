/**
 * Servers that read JSON as it usually comes: what RFC 8259 allows beyond that is refused or misread.
 */
import { receiving } from '../changes.js'
import { crash, refusal } from '../service.js'
import { type Fault, fault } from '../Variant.js'

const malformed = refusal('SerializationException', 'not JSON')

/** A List call whose text looks like this is refused. */
const refused = (
  name: string,
  description: string,
  is: RegExp,
  kills: Fault['kills'] = ['response.status.ok']
): Fault =>
  fault(
    name,
    description,
    kills,
    receiving((_, text) => (is.test(text) && !/ClientName|PoolName/.test(text) ? malformed : undefined))
  )

export const jsonWritingFaults: ReadonlyArray<Fault> = [
  refused('blanks before an object refused', 'The first byte tells a scanner what comes.', /^\s+\{"/),
  refused('a line feed behind an object refused', 'A body ends with its brace.', /^\{"[^]*\}\n$/),
  refused('tabs refused', 'Only blanks are skipped.', /\t/),
  refused('carriage returns refused', 'Only line feeds are skipped.', /\r\n *"/),
  refused('escapes in names refused', 'Names are compared as they are spelled.', /"Client\\u0049d"/),
  refused('escapes in ids refused', 'Texts are taken as they are spelled.', /Id": ?"\\u00[0-9a-f]{2}/),
  refused('UserPoolId first refused', 'Members are read in the order of the page.', /^\s*\{\s*"UserPoolId"/),
  fault(
    'escapes in ids not found',
    'A regular expression in place of a parser finds the id with its escapes.',
    ['response.status.ok'],
    receiving((_, text) =>
      /"(?:ClientId|UserPoolId)": ?"\\u/.test(text)
        ? refusal('ResourceNotFoundException', 'User pool client does not exist.')
        : undefined
    )
  ),
  fault(
    'NUL in any member a crash',
    'A column of JSON takes none.',
    ['request.unknownMembers.ignored'],
    receiving((_, text) => (/"[A-Z]\w*":"(?:a)?\\u0000/.test(text) && !/Id":"\\u0000/.test(text) ? crash : undefined))
  ),
  refused('more than a hundred members refused', 'A limit against collisions of hashes.', /(?:"\w+":\d+,){100}/, [
    'request.unknownMembers.ignored'
  ]),
  refused(
    'text outside ASCII refused',
    'Members that nobody reads are validated too.',
    /"[A-Z]\w*":"[^"]*[^ -~"][^"]*"[^]*"ClientId":"[\w+]+"|"ClientId":"[\w+]+"[^]*"[A-Z]\w*":"é/,
    ['request.unknownMembers.ignored']
  ),
  refused('twenty levels refused', 'A limit against deep recursion, far too low.', /(?:\[\s*){20}/, [
    'request.unknownMembers.ignored'
  ])
]
