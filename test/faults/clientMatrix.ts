/**
 * The kill matrix of the suite for clients: broken ones in this process, at several seeds.
 */
import { verifyClient } from '../../src/conformance.js'
import { type ClauseId, clausesThatBind, levelFor } from '../../src/clauses/index.js'
import { decodeResponse } from '../../src/protocol/index.js'
import { type BrokenRemote, brokenRemotes, remote } from '../suite/client/remote.js'
import { brokenBy, row, table } from './matrix.js'
import { broken } from './run.js'

/** What one run saw broken, each after so many calls. */
type Seen = ReadonlyArray<{ readonly id: ClauseId; readonly after: number }>

export interface ClientMatrix {
  readonly faults: ReadonlyArray<{ readonly fault: BrokenRemote; readonly outcomes: ReadonlyArray<Seen> }>
  /** Clauses that our own client was seen to break. */
  readonly falseAlarms: ReadonlyArray<ClauseId>
}

const run = async (client: BrokenRemote['client'], seed: number): Promise<Seen> =>
  broken(await verifyClient(client, { name: 'a client', seed })).map(({ id, foundAfter = 0 }) => ({
    id,
    after: foundAfter
  }))

export const collectClients = async (seeds: number): Promise<ClientMatrix> => {
  const faults: Array<ClientMatrix['faults'][number]> = []
  const falseAlarms: Array<ClauseId> = []
  const all = Array.from({ length: seeds }, (_, i) => i + 1)
  for (const fault of brokenRemotes) {
    const outcomes: Array<Seen> = []
    for (const seed of all) outcomes.push(await run(fault.client, seed))
    faults.push({ fault, outcomes })
  }
  for (const seed of all) falseAlarms.push(...(await run(remote(decodeResponse), seed)).map(({ id }) => id))
  return { faults, falseAlarms }
}

const notices = (seen: Seen, id: ClauseId): boolean => seen.some((one) => one.id === id)

const foundBy = ({ faults }: ClientMatrix, id: ClauseId): number =>
  faults.filter(({ outcomes }) => outcomes.every((seen) => notices(seen, id))).length

/** Faults that some seed did not find, clauses that find nothing, and false alarms: for people; none is good. */
export const clientProblems = (matrix: ClientMatrix): ReadonlyArray<string> => [
  ...matrix.faults
    .filter(({ fault, outcomes }) => !outcomes.every((seen) => notices(seen, fault.kills)))
    .map(({ fault }) => `survives: ${fault.name}`),
  ...clausesThatBind('client')
    .filter((id) => foundBy(matrix, id) === 0)
    .map((id) => `finds no client: ${id}`),
  ...matrix.falseAlarms.map((id) => `false alarm: ${id}`)
]

export const clientMarkdown = (matrix: ClientMatrix): string => {
  const problems = clientProblems(matrix)
  const survived = problems.filter((problem) => problem.startsWith('survives')).length
  return `## Broken clients

Judged by \`verify-client\`'s suite at default settings; "found after" counts calls.

- ${matrix.faults.length - survived} of ${matrix.faults.length} broken clients found at every seed
- ${matrix.falseAlarms.length} false alarms with our own client functions
${problems.map((problem) => `- ${problem}\n`).join('')}
${table(
  ['fault', 'broken clauses', 'found after'],
  matrix.faults.map(({ fault, outcomes }) => {
    const after = outcomes.flatMap((seen) => seen.filter(({ id }) => id === fault.kills).map((one) => one.after))
    return row(
      fault.name,
      brokenBy(
        [fault.kills],
        outcomes.flatMap((seen) => seen.map(({ id }) => id))
      ),
      after.length < outcomes.length ? 'survives' : Math.max(...after)
    )
  })
)}

${table(
  ['clause', 'level for clients', 'broken clients it finds'],
  clausesThatBind('client').map((id) => row(id, levelFor('client', id), foundBy(matrix, id)))
)}
`
}
