import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialState, type State } from '../../src/reference/index.js'
import { title } from '../laws/title.js'
import { createClient, createPool, type Ids, listed, memberAt, NOW, oneClient, operate } from './operate.js'

const OWN = 'MyOwnSecretOf24To64Characters+_1'

// ------------------------------------------------------------------------------------
// commands on two pools with two clients each, and what a client's secrets then are
// ------------------------------------------------------------------------------------

interface Command {
  readonly op: 'add' | 'addOwn' | 'delete' | 'deleteUnknown' | 'list' | 'deleteClient'
  readonly client: number
  readonly position: number
  /** Milliseconds that pass before it; time may stand still, and clocks go back. */
  readonly wait: number
}

const command = (): fc.Arbitrary<Command> =>
  fc.record({
    op: fc.constantFrom('add', 'add', 'addOwn', 'addOwn', 'delete', 'delete', 'list', 'deleteUnknown', 'deleteClient'),
    client: fc.nat({ max: 3 }),
    position: fc.nat({ max: 1 }),
    wait: fc.constantFrom(0, 0, 1, 1000, -5)
  })

interface Model {
  readonly ids: Ids
  readonly secrets: ReadonlyArray<string>
  readonly everSeen: ReadonlyArray<string>
  readonly gone: boolean
}

const setUp = (): readonly [State, ReadonlyArray<Model>] => {
  let state = initialState(7)
  const models: Array<Model> = []
  for (const n of [0, 1, 2, 3]) {
    const pool = models[n - 1]?.ids.UserPoolId
    const [withPool, made] = n % 2 === 0 || pool === undefined ? createPool(state) : [state, pool]
    const [next, ids] = createClient(withPool, made)
    state = next
    const secrets = listed(next, ids).map((d) => d.ClientSecretId)
    models.push({ ids, secrets, everSeen: secrets, gone: false })
  }
  return [state, models]
}

/** What the service must answer, and what the client's secrets are then. */
const apply = (state: State, model: Model, { op, position }: Command, now: Date): readonly [State, Model] => {
  const { ids, secrets } = model
  const own = op === 'addOwn' ? { ClientSecret: OWN } : {}
  const id = op === 'delete' ? secrets[position] : 'nobody--1'
  switch (op) {
    case 'add':
    case 'addOwn': {
      const { state: next, body, error } = operate(state, 'AddUserPoolClientSecret', { ...ids, ...own }, now)
      const made = memberAt(body, 'ClientSecretDescriptor', 'ClientSecretId')
      expect(error).toBe(
        model.gone ? 'ResourceNotFoundException' : secrets.length === 2 ? 'LimitExceededException' : undefined
      )
      if (typeof made !== 'string') return [next, model]
      expect(model.everSeen).not.toContain(made)
      expect(memberAt(body, 'ClientSecretDescriptor', 'ClientSecretCreateDate')).toBe(now.getTime() / 1000)
      return [next, { ...model, secrets: [...secrets, made], everSeen: [...model.everSeen, made] }]
    }
    case 'delete':
    case 'deleteUnknown': {
      const { state: next, error } = operate(
        state,
        'DeleteUserPoolClientSecret',
        { ...ids, ClientSecretId: id ?? 'nobody--1' },
        now
      )
      const isKnown = id !== undefined && secrets.includes(id)
      expect(error).toBe(
        model.gone || !isKnown
          ? 'ResourceNotFoundException'
          : secrets.length === 1
            ? 'InvalidParameterException'
            : undefined
      )
      return [next, error === undefined ? { ...model, secrets: secrets.filter((one) => one !== id) } : model]
    }
    case 'deleteClient': {
      const { state: next, error } = operate(state, 'DeleteUserPoolClient', ids, now)
      expect(error).toBe(model.gone ? 'ResourceNotFoundException' : undefined)
      return [next, { ...model, gone: true }]
    }
    case 'list': {
      const { state: next, error } = operate(state, 'ListUserPoolClientSecrets', ids, now)
      expect(error).toBe(model.gone ? 'ResourceNotFoundException' : undefined)
      expect(next).toBe(state)
      return [next, model]
    }
  }
}

describe('secrets, whatever the commands', () => {
  it(`${title('list.complete')} ${title('list.only')} ${title('response.clientSecrets.atMostTwo')}`, () => {
    fc.assert(
      fc.property(fc.array(command(), { maxLength: 25, size: 'max' }), (commands) => {
        let [state, models] = setUp()
        let time = NOW.getTime()
        for (const one of commands) {
          time += one.wait
          const model = models[one.client]
          if (model === undefined) continue
          const [next, changed] = apply(state, model, one, new Date(time))
          state = next
          models = models.map((m) => (m === model ? changed : m))
          // isolation: every client has what its own commands left it with
          for (const { ids, secrets, gone } of models) {
            if (gone) continue
            expect(listed(state, ids).map((d) => d.ClientSecretId)).toEqual(secrets)
            expect(secrets.length === 1 || secrets.length === 2).toBe(true)
          }
        }
      }),
      { numRuns: 150 }
    )
  })
})

describe('secrets', () => {
  it(title('response.clientSecretId.unique'), () => {
    let [state, ids] = oneClient()
    const seen = listed(state, ids).map((d) => d.ClientSecretId)
    for (let i = 0; i < 50; i++) {
      const added = operate(state, 'AddUserPoolClientSecret', ids, NOW)
      const ClientSecretId = String(memberAt(added.body, 'ClientSecretDescriptor', 'ClientSecretId'))
      expect(seen).not.toContain(ClientSecretId)
      seen.push(ClientSecretId)
      state = operate(
        added.state,
        'DeleteUserPoolClientSecret',
        { ...ids, ClientSecretId: listed(added.state, ids)[i % 2]?.ClientSecretId },
        NOW
      ).state
    }
    expect(seen).toHaveLength(51)
    expect(seen.every((id) => id.startsWith(`${ids.ClientId}--`))).toBe(true)
  })

  it('the last one cannot be deleted', () => {
    const [state, ids] = oneClient()
    const [only] = listed(state, ids)
    const refused = operate(state, 'DeleteUserPoolClientSecret', { ...ids, ClientSecretId: only?.ClientSecretId })
    expect(refused.error).toBe('InvalidParameterException')
    expect(listed(refused.state, ids)).toEqual([only])
  })

  it("a generated one is shown once, a caller's own never", () => {
    const [state, ids] = oneClient()
    const own = operate(state, 'AddUserPoolClientSecret', { ...ids, ClientSecret: OWN })
    expect(Object.keys(Object(memberAt(own.body, 'ClientSecretDescriptor')))).toEqual([
      'ClientSecretId',
      'ClientSecretCreateDate'
    ])
    expect(JSON.stringify(own.body)).not.toContain(OWN)
    const generated = operate(state, 'AddUserPoolClientSecret', ids)
    expect(memberAt(generated.body, 'ClientSecretDescriptor', 'ClientSecretValue')).toMatch(/^[\w+]{24,64}$/)
  })

  it(title('list.empty'), () => {
    const [withPool, pool] = createPool(initialState(1))
    const [state, ids] = createClient(withPool, pool, false)
    expect(listed(state, ids)).toEqual([])
    const added = operate(state, 'AddUserPoolClientSecret', ids)
    expect([added.error, listed(added.state, ids)]).toEqual(['InvalidParameterException', []])
  })

  it(title('list.createDate'), () => {
    const [state, ids] = oneClient()
    const added = operate(state, 'AddUserPoolClientSecret', ids, new Date(NOW.getTime() + 1234))
    expect(listed(added.state, ids).map((d) => d.ClientSecretCreateDate)).toEqual([
      NOW.getTime() / 1000,
      NOW.getTime() / 1000 + 1.234
    ])
  })

  it('a caller may choose 24 to 64 of [\\w+], and is told what is wrong without seeing it again', () => {
    const [state, ids] = oneClient()
    for (const ClientSecret of ['a'.repeat(24), '+'.repeat(64)])
      expect(operate(state, 'AddUserPoolClientSecret', { ...ids, ClientSecret }).error).toBeUndefined()
    for (const ClientSecret of ['a'.repeat(23), 'a'.repeat(65), `${OWN}-`, `${OWN}\n`, '']) {
      const refused = operate(state, 'AddUserPoolClientSecret', { ...ids, ClientSecret })
      expect([refused.error, refused.state]).toEqual(['InvalidParameterException', state])
      expect(refused.message).toMatch(/^\d validation errors? detected: Value at 'clientSecret' failed/)
    }
  })
})
