/**
 * Test cases in so few words that a table of them can be read.
 */
import type { Step, TestCase } from '../../src/generators/TestCase.js'

const at = (pool: string): string => (pool === 'main' ? '' : `@${pool}`)

/** The headers of an ordinary call. */
const USUAL =
  '"content-type":"application/x-amz-json-1.1","x-amz-target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets"'

const ORDINARY = /^\{"ClientId":"\{\{client:(\w+)\}\}","UserPoolId":"\{\{pool:(\w+)\}\}"\}$/

const ofStep = (step: Step): string => {
  switch (step.op) {
    case 'list': {
      const { op: _, body, ...rest } = step
      const [, client, pool = ''] = ORDINARY.exec(body) ?? []
      const asked = client === undefined ? `list ${body}` : `list ${client}${at(pool)}`
      return Object.keys(rest).length === 0 ? asked : `${asked} ${JSON.stringify(rest)}`
    }
    case 'together':
      return `(${[...(step.changes ?? []), ...step.lists].map(ofStep).join(' | ')})`
    case 'repeat':
      return `${step.times} times (${step.steps.map(ofStep).join(', ')})`
    case 'createUserPool':
      return `pool ${step.pool}`
    case 'deleteUserPool':
      return `no pool ${step.pool}`
    case 'createUserPoolClient':
      return `client ${step.client}${at(step.pool)}${step.secret ? '' : ' without secret'}`
    case 'deleteUserPoolClient':
      return `no client ${step.client}`
    case 'addUserPoolClientSecret':
      return `${step.own ? 'own' : 'new'} ${step.client}${step.value === undefined ? '' : `=${step.value}`}`
    case 'deleteUserPoolClientSecret':
      return `remove ${step.client}${step.position}`
  }
}

/** `client a, list a, own a, remove a0, (new a | list a)`: what is made, listed, added, removed, and done together. */
export const inShort = (steps: TestCase): string =>
  steps
    .map(ofStep)
    .join(', ')
    .replace(/([^ \]])\1{19,}/gu, (run, c: string) => `${c}{${run.length}}`)
    .replace(USUAL, '...')
