/**
 * What is checked in under spec/ is what the code says, and nothing else.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as contract from '../../src/index.js'
import * as protocol from '../../src/protocol/index.js'
import { type ClauseId, clauseIds, clauses } from '../../src/clauses/index.js'
import type { Binds, Clause, Evidence, Level } from '../../src/clauses/Clause.js'
import { complaints, parseSpec, readSpec, schemaFiles, strictAjv, validatorOf } from './files.js'
import { type Members, membersIn } from './members.js'

interface Build {
  readonly generate: (sources: {
    readonly contract: typeof contract
    readonly protocol: typeof protocol
    readonly clauses: Readonly<Record<ClauseId, Clause>>
    readonly version: string
  }) => Readonly<Record<string, object>>
  readonly print: (name: string, value: object) => Promise<string>
}

const { generate, print } = (await import(new URL('../../spec/build.mjs', import.meta.url).href)) as Build

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string
}

const generated = generate({ contract, protocol, clauses, version })

describe('npm run spec', () => {
  test('writes these files', () => {
    expect(Object.keys(generated)).toEqual([
      'clauses.json',
      'request.schema.json',
      'response.schema.json',
      'error.schema.json',
      'openapi.json'
    ])
  })

  test.each(Object.entries(generated))('would leave %s as it is', async (name, value) => {
    expect(readSpec(name)).toBe(await print(name, value))
  })
})

describe('README.md', () => {
  test.each(readdirSync(new URL('../../spec', import.meta.url)))('has %s', (name) => {
    // folders and what is not in the package are named, not linked
    if (name !== 'README.md')
      expect(readSpec('README.md')).toContain(/\.(?!mjs$)/.test(name) ? `](./${name})` : `\`${name}\``)
  })

  test.each(readdirSync(new URL('../../spec/vectors', import.meta.url)))('has vectors/%s', (name) => {
    expect(readSpec('README.md')).toContain(`](./vectors/${name})`)
  })

  test.each(readdirSync(new URL('../../spec/runners', import.meta.url)))('has runners/%s', (name) => {
    expect(readSpec('README.md')).toContain(`[${name}](./runners/${name})`)
  })

  test.each(['vectors.py', 'responses.py'])('shows runners/%s as it is', (name) => {
    expect(readSpec('README.md')).toContain(`\n${readSpec(`runners/${name}`)}\`\`\`\n`)
  })

  // whole requests and responses take more than ids and names do, where a language has no objects of JSON
  test.each(
    readdirSync(new URL('../../spec/runners', import.meta.url)).map(
      (name) => [name, /^re.*\.(?:go|java)$/i.test(name) ? 90 : 30] as const
    )
  )('%s has at most %i lines of code', (name, most) => {
    const lines = readSpec(`runners/${name}`).split('\n')
    expect(lines.filter((line) => !/^\s*(?:$|\/\/|#)/.test(line)).length).toBeLessThanOrEqual(most)
  })
})

describe('the schemas', () => {
  test.each(schemaFiles)('%s is JSON Schema 2020-12', (name) => {
    const schema = parseSpec(name) as { readonly $schema: string }
    const ajv = strictAjv()
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true)
    expect(validatorOf(name)).toBeTypeOf('function')
  })
})

describe('clauses.json', () => {
  interface ClausesFile {
    readonly clauses: ReadonlyArray<{ readonly id: string }>
  }

  test('has the form of clauses.schema.json', () => {
    expect(complaints(validatorOf('clauses.schema.json'), parseSpec('clauses.json'))).toEqual([])
  })

  test('has every clause once, in order', () => {
    const ids = (parseSpec('clauses.json') as ClausesFile).clauses.map(({ id }) => id)
    expect(ids).toEqual(clauseIds)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('clauses.schema.json knows the members and words of the type', () => {
    const members: Members<Clause & { readonly id: string }> = {
      id: 'required',
      sentence: 'required',
      level: 'required',
      evidence: 'required',
      section: 'required',
      binds: 'required',
      clientLevel: 'optional',
      onlyWhenSeen: 'optional'
    }
    const level: Readonly<Record<Level, true>> = { MUST: true, SHOULD: true }
    const evidence: Readonly<Record<Evidence, true>> = { page: true, protocol: true, observed: true }
    const binds: Readonly<Record<Binds, true>> = { validator: true, server: true, client: true }
    const { clause } = (parseSpec('clauses.schema.json') as { readonly $defs: Readonly<Record<string, object>> }).$defs
    expect(membersIn(clause)).toEqual(members)
    expect(clause).toMatchObject({
      properties: {
        level: { enum: Object.keys(level) },
        evidence: { enum: Object.keys(evidence) },
        binds: { items: { enum: Object.keys(binds) } }
      }
    })
  })
})
