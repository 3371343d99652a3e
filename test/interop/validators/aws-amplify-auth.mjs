/** What Amplify asks of a UserPoolId before it looks for the region in it. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { answerLines } from './lines.mjs'

const folder = join(import.meta.dirname, 'node_modules', '@aws-amplify', 'auth', 'dist', 'cjs')
const { getRegionFromUserPoolId } = createRequire(import.meta.url)(join(folder, 'foundation/parsers/regionParsers.js'))

await answerLines({ UserPoolId: getRegionFromUserPoolId })
