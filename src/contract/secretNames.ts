/**
 * What a client secret is called, and how short one can be.
 */

// ------------------------------------------------------------------------------------
// model
// ------------------------------------------------------------------------------------

/**
 * What stands where a secret stood.
 *
 * @since 0.1.0
 */
export const MASK = '[secret]'

/** In characters. The page of AddUserPoolClientSecret: 24 to 64 of `[\w+]`. Encoded, it only gets longer. */
export const SHORTEST_SECRET = 24

// ------------------------------------------------------------------------------------
// names
// ------------------------------------------------------------------------------------

/** A name within a text, with all that is written on to it. `i` and no `u`: the letters are ASCII. */
export const NAME = /(?:client[-_. ]?secret|secret[-_. ]?hash)[\w-]*/gi

/** Two members of a descriptor are named like a secret and are none. */
const harmless = /^client[-_. ]?secrets?[-_]?(?:ids?|create[-_]?dates?)$/i

/** A value that is just a name, such as that of an environment variable or a header. */
const bare = /^[\w.-]*(?:client[-_. ]?secrets?(?:[-_. ]?(?:value|hash))?|secret[-_. ]?hash)$/i

export type NameKind = 'secret' | 'harmless' | 'other'

/**
 * - `secret`: `clientSecret`, `COGNITO_CLIENT_SECRET`, `ClientSecrets`, `SecretHash`; whatever holds such a name
 * - `harmless`: `ClientSecretId` and `ClientSecretCreateDate`, and what holds no other such name
 * - `other`: everything else
 */
export const kindOfName = (name: string): NameKind => {
  const names = name.match(NAME)
  if (names === null) return 'other'
  return names.every((one) => harmless.test(one)) ? 'harmless' : 'secret'
}

/** The same of a value: prose that mentions a secret is not its name, and nor is `client_secret_basic`. */
export const kindOfLabel = (label: unknown): NameKind => {
  if (typeof label !== 'string' || label.length > 64) return 'other'
  return harmless.test(label) ? 'harmless' : bare.test(label) ? 'secret' : 'other'
}
