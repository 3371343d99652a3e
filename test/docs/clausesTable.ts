/**
 * docs/clauses.md from spec/clauses.json.
 */
import type { Clause } from '../../src/clauses/Clause.js'

export type ListedClause = Clause & { readonly id: string }

const GROUPS: Readonly<Record<string, string>> = {
  request: 'What is asked',
  response: 'What is answered to a good request',
  list: 'Which secrets are listed',
  error: 'Errors',
  validator: 'Validators',
  client: 'Clients'
}

const cell = (text: string): string => text.replace(/[\\`*_[\]<>|]/g, '\\$&')

const levelOf = ({ level, clientLevel }: Clause): string =>
  clientLevel === undefined || clientLevel === level ? level : `${level}; ${clientLevel} for clients`

const row = (clause: ListedClause): string =>
  `| ${[
    `\`${clause.id}\``,
    levelOf(clause),
    clause.evidence,
    cell(clause.section),
    clause.binds.join(', '),
    cell(clause.sentence) + (clause.onlyWhenSeen === undefined ? '' : ' Judged only when seen.')
  ].join(' | ')} |`

const table = (clauses: ReadonlyArray<ListedClause>): string =>
  ['| Clause | Level | Evidence | Section | Binds | Sentence |', '| - | - | - | - | - | - |', ...clauses.map(row)].join(
    '\n'
  )

const prefix = ({ id }: ListedClause): string => id.split('.', 1)[0] ?? ''

/** The page as Markdown, not yet formatted. */
export const clausesPage = (clauses: ReadonlyArray<ListedClause>): string => `# Clauses

This page lists every normative statement of the contract, in the words of this project. It is printed from
[spec/clauses.json](../spec/clauses.json) by \`npx tsx test/docs/write.ts\`; do not edit it.

- **Level**: a broken MUST fails a run of the suite. A broken SHOULD warns; with \`--strict\` it fails.
- **Evidence**: \`page\` is the documentation of the operation or of a type it uses, \`protocol\` is AWS JSON 1.1, HTTP or JSON
  themselves, \`observed\` was seen on the wire or in public threads. [sources.md](./sources.md) says more, and what this package
  does where sources disagree.
- **Section**: the section of [the documentation page](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPoolClientSecrets.html),
  or the other source. \`npx cognito-secrets-contract explain CLAUSE\` prints what a server has to do to satisfy the clause.
- **Binds**: whom the clause binds: validators of requests, servers, clients.

${[...new Set(clauses.map(prefix))]
  .map((group) => `## ${GROUPS[group] ?? group}\n\n${table(clauses.filter((clause) => prefix(clause) === group))}`)
  .join('\n\n')}
`
