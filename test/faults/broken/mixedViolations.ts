/**
 * Servers that know each violation alone, and stumble where two come together or a number is out of range.
 */
import { emptyList, crash, has, type Input, noSuchPool, refusal } from '../service.js'
import { asking, receiving } from '../changes.js'
import { type Fault, fault } from '../Variant.js'

type Kind = 'absent' | 'type' | 'empty' | 'long' | 'bad' | 'good'

const kindOf = (u: unknown, most: number): Kind => {
  if (!has(u)) return 'absent'
  if (typeof u !== 'string') return 'type'
  if (u === '') return 'empty'
  if ([...u].length > most) return 'long'
  return /^[\w+-]+$/.test(u) ? 'good' : 'bad'
}

const kinds = (input: Input): readonly [client: Kind, pool: Kind] => [
  kindOf(input['ClientId'], 128),
  kindOf(input['UserPoolId'], 55)
]

const where = (client: ReadonlyArray<Kind>, pool: ReadonlyArray<Kind>) => (input: Input) => {
  const [one, other] = kinds(input)
  return client.includes(one) && pool.includes(other)
}

const wrong: ReadonlyArray<Kind> = ['type', 'empty', 'long', 'bad']

/** A value that JSON.parse has made a number of, which is none that can be counted with. */
const hasNumber = (text: string, pattern: RegExp): boolean => pattern.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""'))

const idTypes = ['request.clientId.type', 'request.userPoolId.type'] as const

export const mixedViolationFaults: ReadonlyArray<Fault> = [
  fault(
    'a null beside an empty id',
    'Only one of the two is falsy in the way that is looked for.',
    [
      'request.clientId.minLength',
      'request.userPoolId.minLength',
      'request.userPoolId.required',
      'request.clientId.required'
    ],
    asking((call) => (where(['absent'], ['empty'])(call.input) ? noSuchPool(call) : undefined))
  ),
  fault(
    'two violations not found',
    'A list of one error is an error; a longer list is lost.',
    [
      'request.clientId.pattern',
      'request.userPoolId.pattern',
      'request.clientId.maxLength',
      'request.clientId.minLength'
    ],
    asking((call) => (where(wrong, wrong)(call.input) ? noSuchPool(call) : undefined))
  ),
  fault(
    'a crash where a type meets a length',
    'Messages are joined before they are made.',
    ['request.clientId.type', 'request.userPoolId.type', 'request.userPoolId.maxLength'],
    asking(({ input }) => (where(['type'], ['long'])(input) ? crash : undefined))
  ),
  fault(
    'a bad character beside an absent id',
    'Required members are only counted.',
    ['request.clientId.pattern', 'request.userPoolId.required'],
    asking(({ input }) => (where(['bad', 'long'], ['absent'])(input) ? emptyList : undefined))
  ),
  fault(
    'two wrong types',
    'They are equal, and so they cancel each other out.',
    idTypes,
    asking(({ input }) => (where(['type'], ['type'])(input) ? refusal('ValidationException', 'Types') : undefined))
  ),
  fault(
    'numbers beyond 2^53',
    'They do not fit where they are read into.',
    idTypes,
    receiving((_, text) => (hasNumber(text, /:-?\d{16,}/) ? crash : undefined))
  ),
  fault(
    'numbers beyond a double',
    'Infinity is null in JSON, and null is absent elsewhere.',
    idTypes,
    receiving((_, text) => (hasNumber(text, /:-?1e\+?400/i) ? crash : undefined))
  ),
  fault(
    'numbers below a double',
    'Zero counts as none.',
    idTypes,
    receiving((_, text) =>
      hasNumber(text, /:(?:1e-400|-0)[,}]/) ? refusal('ResourceNotFoundException', 'No pool') : undefined
    )
  )
]
