/**
 * The pictures of the documentation, which `npm run picture` writes.
 */
import { COLUMNS, failingReport } from './failingReport.js'
import { terminalPicture } from './terminalPicture.js'

export const pictures = async (): Promise<ReadonlyArray<readonly [path: string, svg: string]>> => [
  [
    'docs/pictures/failing-report.svg',
    terminalPicture(await failingReport(), COLUMNS, 'The report about an emulator that breaks two clauses')
  ]
]
