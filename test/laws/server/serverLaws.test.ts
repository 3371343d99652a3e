import { describe, expect, it } from 'vitest'
import { type Binds } from '../../../src/clauses/Clause.js'
import { clause, type ClauseId, clauseIds, clauses, clausesThatBind, levelFor } from '../../../src/clauses/index.js'
import { probes } from '../../../src/generators/probes/index.js'
import type { Leak } from '../../../src/laws/shared/Leaks.js'
import { serverLaws } from '../../../src/laws/server/serverLaws.js'
import { callerLaws } from '../../../src/laws/client/callerLaws.js'
import { clientLaws } from '../../../src/laws/client/clientLaws.js'
import { answer, bare, call, exchanged, worldOf } from './exchanges.js'
import { agreesWith, validatorLaws } from '../../../src/laws/validator/validatorLaws.js'

const lawsOf: Readonly<Record<Binds, ReadonlyArray<{ readonly clause: ClauseId }>>> = {
  server: serverLaws,
  validator: [...validatorLaws, agreesWith([])],
  client: [...clientLaws, ...callerLaws]
}

const subjects = ['server', 'validator', 'client'] as const

describe('clauses and laws', () => {
  it.each(subjects)(
    'every clause that binds a %s has exactly one law there, and no law says another clause',
    (subject) => {
      const said = lawsOf[subject].map((law) => law.clause)
      expect([...said].sort()).toEqual([...clausesThatBind(subject)].sort())
    }
  )

  it('every law names a clause that is known', () => {
    const said = subjects.flatMap((subject) => lawsOf[subject]).map((law) => law.clause)
    expect(said.filter((id) => !Object.hasOwn(clauses, id))).toEqual([])
  })

  it.each(clauseIds.map((id) => [id] as const))(
    '%s is a sentence with a level, a source and somebody whom it binds',
    (id) => {
      const { sentence, level, evidence, section, binds } = clause(id)
      expect(id).toMatch(/^[a-z]+(?:\.[a-zA-Z]+){1,2}$/)
      expect(sentence).toMatch(/^[A-Z].*\.$/)
      expect(['MUST', 'SHOULD']).toContain(level)
      expect(['page', 'protocol', 'observed']).toContain(evidence)
      expect(section).not.toBe('')
      expect(binds.length).toBeGreaterThan(0)
      expect(new Set(binds).size).toBe(binds.length)
    }
  )

  it('every law of servers returns for every exchange, also where it says nothing', () => {
    for (const law of serverLaws) {
      for (const e of bare) {
        const types = [law.applies(e), law.holds(e), law.expected(e)].map((said) => typeof said)
        expect([law.clause, ...types]).toEqual([law.clause, 'boolean', 'boolean', 'string'])
      }
    }
  })

  it('of an answer in a coding that nobody can read, a server hears only that it is complete, or that it holds a secret', () => {
    const unread = answer(200, 'not JSON', { 'content-encoding': 'br' })
    const heard = (found: ReadonlyArray<Leak>): ReadonlyArray<ClauseId> => {
      const e = exchanged(unread, worldOf(), call(), { planted: 1, found })
      return serverLaws.filter((law) => law.applies(e)).map((law) => law.clause)
    }
    expect(heard([])).toEqual(['response.http.complete'])
    expect([...heard([{ where: 'the body', form: 'plain', window: '' }])].sort()).toEqual([
      'response.http.complete',
      'response.secret.neverRevealed'
    ])
  })

  it('no two clauses say the same', () => {
    expect(new Set(clauseIds.map((id) => clause(id).sentence)).size).toBe(clauseIds.length)
  })

  it('what was only observed is no MUST', () => {
    expect(clauseIds.filter((id) => clause(id).evidence === 'observed' && clause(id).level === 'MUST')).toEqual([])
  })

  it('a client is never asked for more than a server', () => {
    for (const id of clausesThatBind('client')) {
      expect([clause(id).level, levelFor('client', id)]).not.toEqual(['SHOULD', 'MUST'])
      expect(levelFor('server', id)).toBe(clause(id).level)
    }
  })

  it('every clause that binds servers is exercised by a probe, or says why none can', () => {
    const exercised = new Set(probes.flatMap((probe) => probe.exercises))
    const forgotten = clausesThatBind('server').filter(
      (id) => !exercised.has(id) && clause(id).onlyWhenSeen === undefined
    )
    expect(forgotten).toEqual([])
    expect([...exercised].filter((id) => !clause(id).binds.includes('server'))).toEqual([])
  })
})
