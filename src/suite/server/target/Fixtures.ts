/**
 * Pools, clients and secrets made by somebody else than the target: for one that has List and none of its siblings.
 */

/**
 * Does what the named Cognito operation does, from its input to its output, by whatever means: a database, a state that a
 * test holds. Rejects with an error that has Cognito's name for it (`LimitExceededException` for a third secret).
 *
 * The suite asks for `CreateUserPool`, `CreateUserPoolClient`, `AddUserPoolClientSecret`, `DeleteUserPoolClientSecret`,
 * `DeleteUserPoolClient` and `DeleteUserPool`, and reads of their outputs the ids, the secrets and the dates.
 */
export type Fixtures = (
  operation: string,
  input: Readonly<Record<string, unknown>>
) => Promise<object | undefined | void>
