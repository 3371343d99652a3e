/**
 * The pictures of the documentation, which `npm run picture` writes.
 */
import { COLUMNS, failingReport } from './failingReport.js'
import { layersPicture } from './layers.js'
import { terminalPicture } from './terminalPicture.js'

export const REPORT = 'docs/pictures/failing-report.svg'
export const LAYERS = 'docs/pictures/layers.svg'

export const pictures = async (): Promise<ReadonlyArray<readonly [path: string, svg: string]>> => [
  [REPORT, terminalPicture(await failingReport(), COLUMNS, 'The report about an emulator that breaks two clauses')],
  [LAYERS, layersPicture()]
]
