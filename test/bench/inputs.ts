/**
 * What every contestant is given. A case has 64 different values of one shape, so that nothing can be remembered from
 * one call for the next.
 */
export interface Input {
  readonly name: string
  readonly values: ReadonlyArray<unknown>
  readonly isValid: boolean
}

const VALUES = 64

const numbered = (make: (n: string) => unknown): ReadonlyArray<unknown> =>
  Array.from({ length: VALUES }, (_, n) => make(n.toString(36).padStart(2, '0')))

export const inputs: ReadonlyArray<Input> = [
  {
    name: 'valid',
    values: numbered((n) => ({ ClientId: `1h57kf5cpq17m0eml12examp${n}`, UserPoolId: `us-east-1_Example${n}` })),
    isValid: true
  },
  {
    name: 'near miss',
    values: numbered((n) => ({ ClientId: `1h57kf5cpq-17m0eml12exa${n}`, UserPoolId: `us-east-1_Example${n}` })),
    isValid: false
  },
  {
    name: 'both wrong',
    values: numbered((n) => ({ ClientId: `a b${n}`, UserPoolId: `us-east-${n}_` })),
    isValid: false
  },
  { name: 'empty', values: numbered(() => ({})), isValid: false }
]
