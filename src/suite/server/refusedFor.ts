/**
 * Why a clause was not exercised, where the target refused the operation that it takes.
 */
import type { ClauseId } from '../../clauses/index.js'

/** The operations that a clause takes besides those that every run starts with. */
const operations: Partial<Readonly<Record<ClauseId, string>>> = {
  'list.generatedSecret': 'AddUserPoolClientSecret',
  'list.callerSecret': 'AddUserPoolClientSecret',
  'list.afterRefusedAdd': 'AddUserPoolClientSecret',
  'list.createDate': 'AddUserPoolClientSecret',
  'list.deletedSecret': 'DeleteUserPoolClientSecret',
  'error.notFound.deletedClient': 'DeleteUserPoolClient',
  'error.notFound.deletedPool': 'DeleteUserPool'
}

/** The note about it, if there is one. */
export const refusedFor = (id: ClauseId, notes: ReadonlyArray<string>): string | undefined => {
  const operation = operations[id]
  return operation === undefined ? undefined : notes.find((note) => note.startsWith(`${operation} was refused`))
}
