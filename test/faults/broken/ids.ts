/**
 * Servers that read the two ids with another grammar than the page's.
 */
import { ClientId, UserPoolId } from '../../../src/index.js'
import { asking, reading } from '../changes.js'
import { type Change, errorType, isList, refusal } from '../service.js'
import { type Fault, fault } from '../Variant.js'

interface Grammar {
  readonly ClientId?: RegExp
  readonly UserPoolId?: RegExp
}

/** Ids are well-formed where these match. What only such a server takes for well-formed, nobody has. */
const grammar =
  (other: Grammar): Change =>
  () =>
  (call, next) => {
    const { ClientId: client, UserPoolId: pool } = call.input
    if (!isList(call) || typeof client !== 'string' || typeof pool !== 'string') return next()
    const accepts =
      (other.ClientId?.test(client) ?? ClientId.is(client)) && (other.UserPoolId?.test(pool) ?? UserPoolId.is(pool))
    const response = next()
    const refused = errorType(response) === 'InvalidParameterException'
    if (accepts) return refused ? refusal('ResourceNotFoundException', `User pool ${pool} does not exist.`) : response
    return refused ? response : refusal('InvalidParameterException', '1 validation error detected: an id is ill-formed')
  }

const client = (
  name: string,
  description: string,
  clause: 'maxLength' | 'minLength' | 'pattern' | 'accepted',
  source: RegExp
): Fault => fault(`ClientId ${name}`, description, [`request.clientId.${clause}`], grammar({ ClientId: source }))

const pool = (
  name: string,
  description: string,
  clause: 'maxLength' | 'minLength' | 'pattern' | 'accepted',
  source: RegExp
): Fault => fault(`UserPoolId ${name}`, description, [`request.userPoolId.${clause}`], grammar({ UserPoolId: source }))

const lengthFaults: ReadonlyArray<Fault> = [
  client('of any length', 'There is no upper limit.', 'maxLength', /^[\w+]+$/),
  client('of up to 129', 'The limit is off by one.', 'maxLength', /^[\w+]{1,129}$/),
  client('of up to 127', 'The limit is off by one, the other way.', 'accepted', /^[\w+]{1,127}$/),
  client('of two or more', 'The lower limit is off by one.', 'accepted', /^[\w+]{2,128}$/),
  client('may be empty', 'There is no lower limit.', 'minLength', /^[\w+]{0,128}$/),
  pool('of any length', 'There is no upper limit.', 'maxLength', /^[\w-]+_[0-9a-zA-Z]+$/),
  pool('of up to 128', 'The limit is that of ClientId.', 'maxLength', /^(?=.{1,128}$)[\w-]+_[0-9a-zA-Z]+$/),
  pool('of up to 56', 'The limit is off by one.', 'maxLength', /^(?=.{1,56}$)[\w-]+_[0-9a-zA-Z]+$/),
  pool('of up to 54', 'The limit is off by one, the other way.', 'accepted', /^(?=.{1,54}$)[\w-]+_[0-9a-zA-Z]+$/),
  pool('may be empty', 'There is no lower limit.', 'minLength', /^(?:(?=.{1,55}$)[\w-]+_[0-9a-zA-Z]+)?$/)
]

const anchorFaults: ReadonlyArray<Fault> = [
  client('anchored nowhere', 'The page shows patterns without anchors.', 'pattern', /[\w+]{1,128}/),
  client('anchored at the start', 'Seen in a client-side validator.', 'pattern', /^[\w+]{1,128}/),
  client('anchored at the end', 'The start is free.', 'pattern', /[\w+]{1,128}$/),
  client('before a newline', '$ of Python, PHP and Ruby.', 'pattern', /^[\w+]{1,128}\n?$/),
  client('on any line', 'Anchored with the flag m.', 'pattern', /^[\w+]{1,128}$/m),
  pool('anchored nowhere', 'The page shows patterns without anchors.', 'pattern', /[\w-]+_[0-9a-zA-Z]+/),
  pool('anchored at the start', 'The end is free.', 'pattern', /^[\w-]{1,53}_[0-9a-zA-Z]+/),
  pool('anchored at the end', 'The start is free.', 'pattern', /[\w-]{1,53}_[0-9a-zA-Z]+$/),
  pool('before a newline', '$ of Python, PHP and Ruby.', 'pattern', /^(?=.{1,55}\n?$)[\w-]+_[0-9a-zA-Z]+\n?$/),
  pool('on any line', 'Anchored with the flag m.', 'pattern', /^[\w-]{1,53}_[0-9a-zA-Z]+$/m)
]

const characterFaults: ReadonlyArray<Fault> = [
  client('in any script', '\\w of Python, .NET and Rust.', 'pattern', /^[\p{L}\p{M}\p{N}\p{Pc}+]{1,128}$/u),
  client('with digits of any script', '\\d of Python, .NET and Rust.', 'pattern', /^[\w\p{Nd}+]{1,128}$/u),
  client(
    'folded with Unicode',
    'With the flags i and u, k is also the Kelvin sign.',
    'pattern',
    /^[a-z0-9_+]{1,128}$/iu
  ),
  client('with a hyphen', 'The class of UserPoolId is used.', 'pattern', /^[\w+-]{1,128}$/),
  client('with a blank', 'The class of names is used.', 'pattern', /^[\w\s+]{1,128}$/),
  client('of anything', 'Only its length is checked.', 'pattern', /^[^]{1,128}$/),
  client('without +', 'The class is \\w alone.', 'accepted', /^\w{1,128}$/),
  client('without _', 'Letters, digits and + only.', 'accepted', /^[a-zA-Z0-9+]{1,128}$/),
  client('in lower case', 'As Cognito happens to make them.', 'accepted', /^[a-z0-9_+]{1,128}$/),
  client('of 26 exactly', 'Seen in a client-side validator.', 'accepted', /^[a-z0-9]{26}$/),
  pool('in any script', '\\w of Python, .NET and Rust.', 'pattern', /^[\p{L}\p{M}\p{N}\p{Pc}-]{1,53}_[0-9a-zA-Z]+$/u),
  pool('with a tail of any script', '\\d and \\w of Python.', 'pattern', /^[\w-]{1,53}_[\p{L}\p{Nd}]+$/u),
  pool(
    'folded with Unicode',
    'With the flags i and u, k is also the Kelvin sign.',
    'pattern',
    /^[\w-]{1,53}_[a-z0-9]+$/iu
  ),
  pool('of anything', 'Only its length is checked.', 'pattern', /^[^]{1,55}$/),
  pool('without _', 'The separator is not looked for.', 'pattern', /^[\w-]{1,55}$/),
  pool('with any tail', 'Seen in a client-side validator.', 'pattern', /^[\w-]{1,53}_.+$/),
  pool('with a tail of \\w', 'A tail may end in an underscore.', 'pattern', /^(?=.{1,55}$)[\w-]+_\w+$/),
  pool('with a hyphen in its tail', 'Both sides have one class.', 'pattern', /^(?=.{1,55}$)[\w-]+_[0-9a-zA-Z-]+$/),
  pool('without a head', 'Nothing is asked for before the _.', 'pattern', /^(?=.{1,55}$)[\w-]*_[0-9a-zA-Z]+$/),
  pool('without a tail', 'Nothing is asked for after the _.', 'pattern', /^(?=.{1,55}$)[\w-]+_[0-9a-zA-Z]*$/),
  pool('with one _ only', 'Split at the underscore.', 'accepted', /^[0-9a-zA-Z-]{1,53}_[0-9a-zA-Z]+$/),
  pool('of a region', 'As AWS happens to make them.', 'accepted', /^[a-z]{2}-[a-z]+-\d_[0-9a-zA-Z]+$/),
  pool('with a tail of nine', 'As AWS happens to make them.', 'accepted', /^[\w-]{1,45}_[0-9a-zA-Z]{9}$/)
]

/** The page's grammar, on something else than what was sent. */
const readingFaults: ReadonlyArray<Fault> = [
  fault(
    'ids trimmed',
    'Blanks around an id are dropped.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    reading((id) => id.trim())
  ),
  fault(
    'ids percent-decoded',
    'An id is read like a part of a URL.',
    ['request.clientId.pattern'],
    reading((id) => id.replace(/%[0-7]\w/g, decodeURIComponent))
  ),
  fault(
    '+ read as a blank',
    'An id is read like a part of a query.',
    ['request.clientId.accepted'],
    reading((id) => id.replaceAll('+', ' '))
  ),
  fault(
    'ids of C',
    'An id ends at its first NUL.',
    ['request.clientId.pattern', 'request.userPoolId.pattern'],
    reading((id) => id.replace(/\0.*/, ''))
  ),
  fault(
    'control characters dropped',
    'An id is cleaned before it is checked.',
    ['request.clientId.pattern'],
    reading((id) => id.replace(/[\0-\x1f]/g, ''))
  ),
  fault(
    'ids normalised',
    'Full width letters become ASCII before the check.',
    ['request.clientId.pattern'],
    reading((id) => id.normalize('NFKC'))
  ),
  fault(
    'accents dropped',
    'What is not ASCII is dropped before the check.',
    ['request.clientId.pattern'],
    reading((id) => id.replace(/[^\0-\x7f]/g, ''))
  ),
  fault(
    'ids unquoted',
    'Quotes around an id are dropped.',
    ['request.clientId.pattern'],
    reading((id) => id.replace(/^["']|["']$/g, ''))
  ),
  fault(
    'ClientId cut at 128',
    'What is too long is cut off, as a column of a database does.',
    ['request.clientId.maxLength'],
    reading((id) => id.slice(0, 128))
  ),
  fault(
    'UserPoolId cut at 55',
    'What is too long is cut off.',
    ['request.userPoolId.maxLength'],
    asking(({ input }) => ({
      input: {
        ...input,
        UserPoolId: typeof input['UserPoolId'] === 'string' ? input['UserPoolId'].slice(0, 55) : input['UserPoolId']
      }
    }))
  )
]

export const idFaults: ReadonlyArray<Fault> = [...lengthFaults, ...anchorFaults, ...characterFaults, ...readingFaults]
