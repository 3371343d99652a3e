/**
 * Servers whose List is right, and whose other operations say something else than they do.
 */
import { answeringOf, every } from '../changes.js'
import { crash, refusal } from '../service.js'
import { after } from '../stateChanges.js'
import { unusual, type Variant } from '../Variant.js'

const ADD = 'AddUserPoolClientSecret'
const DELETE = 'DeleteUserPoolClientSecret'

export const unusualOtherOperations: ReadonlyArray<Variant> = [
  unusual(
    'a Delete refused and carried out',
    'The answer is made after the change, and goes wrong.',
    every(
      3,
      answeringOf(DELETE, () => refusal('InvalidParameterException', 'Try again'))
    )
  ),
  unusual(
    'a Delete of the last secret refused and carried out',
    'The limit is checked after the change.',
    after(DELETE, 'refused', (client, _, { ClientSecretId }) => ({
      ...client,
      secrets: client.secrets.filter((one) => one.ClientSecretId !== ClientSecretId)
    }))
  ),
  unusual(
    'an Add refused and carried out',
    'The answer is made after the change, and goes wrong.',
    every(
      3,
      answeringOf(ADD, () => refusal('InvalidParameterException', 'Try again'))
    )
  ),
  unusual(
    'an Add that fails and is carried out',
    'The answer is made after the change, and a crash is all that is seen of it.',
    every(
      3,
      answeringOf(ADD, () => crash)
    )
  )
]
