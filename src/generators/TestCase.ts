/**
 * A test case as plain data: steps with names for what only the target can name. A case can be printed, kept, and sent
 * again to another target; a secret is never part of it.
 */

/**
 * The call that is judged. In `body`, `{{pool:NAME}}` and `{{client:NAME}}` stand for ids, `{{FORM:pool:NAME}}` for what
 * is nearly one (`idForms`, `illFormedForms`, and `name` for what it was called when it was made),
 * `{{secret:NAME:POSITION}}` for the id of a client's secret, and `{{repeat:N:TEXT}}` for a text N times over.
 */
export interface ListStep {
  readonly op: 'list'
  readonly body: string
  /** `body` is base64: bytes that are no text. */
  readonly base64?: true
  /** `body` is sent in this encoding in place of UTF-8. */
  readonly encoding?: 'utf-16le' | 'utf-16be' | 'utf-32le'
  readonly method?: string
  /** Instead of the usual Content-Type and X-Amz-Target. */
  readonly headers?: Readonly<Record<string, string>>
}

/** `value` names a secret that is the same wherever the case names it; without it every step has its own. */
export interface AddSecretStep {
  readonly op: 'addUserPoolClientSecret'
  readonly client: string
  /** Whether the caller chooses the secret. */
  readonly own: boolean
  readonly value?: string
}

export interface DeleteSecretStep {
  readonly op: 'deleteUserPoolClientSecret'
  readonly client: string
  readonly position: number
}

export type SecretChange = AddSecretStep | DeleteSecretStep

/** Calls sent at the same time, in no order. */
export interface TogetherStep {
  readonly op: 'together'
  readonly lists: ReadonlyArray<ListStep>
  readonly changes?: ReadonlyArray<SecretChange>
}

/** The calls that set the scene; their own faults are notes, not verdicts. */
export type SceneStep =
  | { readonly op: 'createUserPool'; readonly pool: string }
  | { readonly op: 'deleteUserPool'; readonly pool: string }
  | { readonly op: 'createUserPoolClient'; readonly pool: string; readonly client: string; readonly secret: boolean }
  | { readonly op: 'deleteUserPoolClient'; readonly client: string }
  | SecretChange

/** Steps that are carried out `times` times over: what only shows after many takes few lines. */
export interface RepeatStep {
  readonly op: 'repeat'
  readonly times: number
  readonly steps: ReadonlyArray<ListStep | SceneStep>
}

export type Step = ListStep | TogetherStep | RepeatStep | SceneStep

export type TestCase = ReadonlyArray<Step>

/** `{{pool:NAME}}` */
export const poolRef = (name: string): string => `{{pool:${name}}}`

/** `{{client:NAME}}` */
export const clientRef = (name: string): string => `{{client:${name}}}`

/** A List call with these members; `undefined` leaves one out. */
export const list = (
  members: Readonly<Record<string, unknown>>,
  rest: Omit<ListStep, 'op' | 'body'> = {}
): ListStep => ({
  op: 'list',
  body: JSON.stringify(members),
  ...rest
})

/** An ordinary List call of a named client through its pool's name. */
export const listClient = (client: string, pool = 'main'): ListStep =>
  list({ ClientId: clientRef(client), UserPoolId: poolRef(pool) })
