/**
 * The hints how to satisfy a clause.
 */
import { expect, test } from 'vitest'
import { clauseIds, clauses } from '../../src/clauses/index.js'
import { toSatisfy } from '../../src/clauses/toSatisfy.js'

/** Their sentences say what to do. */
const WITHOUT_HINT = [
  'request.body.serializationException',
  'response.status.ok',
  'response.names.unique',
  'response.clientSecretId.present',
  'response.clientSecretId.length',
  'response.clientSecretCreateDate.present',
  'list.generatedSecret',
  'list.callerSecret',
  'list.deletedSecret',
  'list.empty',
  'error.type.present',
  'error.type.consistent',
  'error.message.string',
  'error.message.present',
  'client.errorMessage.spelling',
  'client.errors.reasonCode',
  'client.request.wire'
]

test('every clause has a hint unless its sentence is one', () => {
  expect(clauseIds.filter((id) => toSatisfy[id] === undefined)).toEqual(WITHOUT_HINT)
})

test('a hint is one or more whole sentences, and never the sentence of its clause', () => {
  for (const [id, text] of Object.entries(toSatisfy)) {
    expect(text).toMatch(/^[A-Z].{20,}\.$/)
    expect(clauses).not.toHaveProperty([id, 'sentence'], text)
  }
})
