/**
 * The names that an error gives itself, and where: clients look in one place first, and not all in the same.
 */
import type { Answered } from './Law.js'
import { errorName, header } from '../../protocol/index.js'

const places = {
  'the header x-amzn-errortype': ({ response }: Answered) => header(response?.headers ?? {}, 'x-amzn-errortype'),
  code: ({ answer }: Answered) => answer.body?.['code'],
  __type: ({ answer }: Answered) => answer.body?.['__type']
} as const

export const namesOf = (e: Answered): ReadonlyArray<{ readonly place: string; readonly name: string }> =>
  Object.entries(places).flatMap(([place, read]) => {
    const name = errorName(read(e))
    return name === undefined ? [] : [{ place, name }]
  })
