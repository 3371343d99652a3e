/**
 * Time for one operation of the reference, against how much it holds: as many pools, and as many clients in one of them.
 */
import { initialState, type State, step } from 'cognito-secrets-contract/reference'
import type { Curve } from './growth.js'

const SIZES = [10, 1000, 20_000]

const NOW = new Date(1_785_000_000_123)

const post = (operation: string, input: object): Parameters<typeof step>[1] => ({
  method: 'POST',
  path: '/',
  headers: {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`
  },
  body: JSON.stringify(input)
})

interface Held {
  readonly state: State
  readonly UserPoolId: string
  readonly ClientId: string
}

const holding = (size: number): Held => {
  let state = initialState(1)
  const call = (operation: string, input: object): string => {
    const [next, { body }] = step(state, post(operation, input), NOW)
    state = next
    return String(body)
  }
  for (let n = 0; n < size; n++) call('CreateUserPool', { PoolName: 'pool' })
  const [UserPoolId = ''] = state.pools.keys()
  for (let n = 0; n < size; n++)
    call('CreateUserPoolClient', { UserPoolId, ClientName: 'client', GenerateSecret: true })
  const [ClientId = ''] = state.pools.get(UserPoolId)?.clients.keys() ?? []
  return { state, UserPoolId, ClientId }
}

/** Each call starts from the same state, which stays as it is. */
export const referenceCurves = (): ReadonlyArray<Curve> => {
  const held = SIZES.map((size) => ({ size, ...holding(size) }))
  const curve = (operation: string, inputOf: (one: Held) => object): Curve => ({
    title: operation,
    unit: 'pools and clients that the reference holds',
    points: held.map((one) => {
      const request = post(operation, inputOf(one))
      return { size: one.size, work: () => step(one.state, request, NOW)[1].status }
    })
  })
  const ids = ({ UserPoolId, ClientId }: Held): object => ({ UserPoolId, ClientId })
  return [
    curve('CreateUserPool', () => ({ PoolName: 'pool' })),
    curve('ListUserPools', () => ({ MaxResults: 10 })),
    curve('CreateUserPoolClient', ({ UserPoolId }) => ({ UserPoolId, ClientName: 'client', GenerateSecret: true })),
    curve('AddUserPoolClientSecret', ids),
    curve('ListUserPoolClientSecrets', ids),
    curve('DeleteUserPoolClient', ids)
  ]
}
