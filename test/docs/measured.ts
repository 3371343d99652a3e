/**
 * The sentence of the README about public servers, from the table of docs/implementations.md.
 */
import { read } from './pages.js'

const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

const inWords = (n: number): string => WORDS[n] ?? String(n)

/** The cells of each row behind the heading `Servers`. */
const rows = (): ReadonlyArray<ReadonlyArray<string>> => {
  const section = read('docs/implementations.md').split('\n## ')[1] ?? ''
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split('|').map((text) => text.trim()))
}

export const measured = (): string => {
  const servers = rows()
  const judged = servers.filter(([, , , , lists]) => lists === 'yes')
  const broken = judged.map((cells) => Number(cells[8]))
  const leaking = judged.filter(([, , , , , shows]) => shows === 'yes').length
  const validating = judged.filter(([, , , , , , , validates]) => validates === 'yes').length
  return [
    `Of ${inWords(servers.length)} public servers that we installed and [judged](./docs/implementations.md), ${inWords(judged.length)} implement the operation.`,
    `They break ${Math.min(...broken)} to ${Math.max(...broken)} MUSTs each, ${inWords(leaking)} of them prints the secrets that must never leave, and ${inWords(validating)} refuses every ill-formed id.`
  ].join(' ')
}
