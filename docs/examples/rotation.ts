import {
  AddUserPoolClientSecretCommand,
  type CognitoIdentityProviderClient,
  DeleteUserPoolClientSecretCommand,
  LimitExceededException,
  ListUserPoolClientSecretsCommand,
  ResourceNotFoundException
} from '@aws-sdk/client-cognito-identity-provider'

export interface Ids {
  readonly UserPoolId: string
  readonly ClientId: string
}

/** The secret that your application uses. */
export interface InUse {
  readonly ClientSecretId: string
  readonly ClientSecretValue: string
}

/** Where your application reads its secret. Every write gives it another version. */
export interface Store {
  readonly read: () => Promise<{ readonly version: number; readonly inUse: InUse }>
  /** Writes only if the version is still this one, and returns the new version; `undefined` if it was not written. */
  readonly write: (version: number, inUse: InUse) => Promise<number | undefined>
}

/** `superseded`: another rotation began meanwhile, and is the one that counts. */
export type Rotated = 'rotated' | 'superseded'

const ATTEMPTS = 3

/**
 * Gives an app client another secret without a moment in which the one in use is refused. It may be interrupted anywhere
 * and run again, and two may run at once.
 */
export const rotate = async (client: CognitoIdentityProviderClient, ids: Ids, store: Store): Promise<Rotated> => {
  const remove = async (ClientSecretId: string): Promise<void> => {
    await client.send(new DeleteUserPoolClientSecretCommand({ ...ids, ClientSecretId })).catch((error: unknown) => {
      // an earlier attempt or another rotation has deleted it
      if (!(error instanceof ResourceNotFoundException)) throw error
    })
  }

  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { version, inUse } = await store.read()
    const { ClientSecrets = [] } = await client.send(new ListUserPoolClientSecretsCommand(ids))

    // From this write on, no rotation that began before it can switch. So what was listed and is not in use stays unused,
    // and may be deleted: the old secret of a rotation that was interrupted, or a new one whose answer was lost.
    const claimed = await store.write(version, inUse)
    if (claimed === undefined) return 'superseded'
    for (const { ClientSecretId } of ClientSecrets) {
      if (ClientSecretId !== undefined && ClientSecretId !== inUse.ClientSecretId) await remove(ClientSecretId)
    }

    const added = await client.send(new AddUserPoolClientSecretCommand(ids)).catch((error: unknown) => {
      // there are two again: another rotation was faster, or the SDK sent this again after its answer was lost
      if (error instanceof LimitExceededException) return undefined
      throw error
    })
    if (added === undefined) continue
    const { ClientSecretId, ClientSecretValue } = added.ClientSecretDescriptor ?? {}
    if (ClientSecretId === undefined || ClientSecretValue === undefined) throw new Error('Cognito gave no new secret')

    if ((await store.write(claimed, { ClientSecretId, ClientSecretValue })) === undefined) {
      await remove(ClientSecretId)
      return 'superseded'
    }
    // wait here until every instance of your application has read the store
    await remove(inUse.ClientSecretId)
    return 'rotated'
  }
  throw new Error(`The app client still has two secrets after ${ATTEMPTS} attempts. Run the rotation again.`)
}
