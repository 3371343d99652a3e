/**
 * The failing report that the README shows as a picture: a real run of the suite against an emulator with two mistakes.
 */
import pc from 'picocolors'
import { pretty, verify } from '../../src/conformance.js'
import { descriptor, failingAs } from '../faults/changes.js'
import { serve } from '../faults/service.js'
import { settled } from './generated.js'

export const COLUMNS = 100

/** Both mistakes were seen in public servers: the whole record is sent, and a client that is not there is a 404. */
const emulator = serve(
  descriptor((listed, { ClientSecretValue }) => ({ ...listed, ClientSecretValue })),
  failingAs('ResourceNotFoundException', (response) => ({ ...response, status: 404 }))
)

/**
 * Coloured by ANSI sequences, and without the time that the run took. Same seed, same text: `concurrency` is 1, because
 * the emulator's clock moves with every call.
 */
export const failingReport = async (): Promise<string> => {
  const report = await verify(emulator(), {
    name: 'an emulator with two mistakes',
    seed: 1,
    runs: 10,
    concurrency: 1,
    only: ['response.secretValue', 'response.nextToken', 'list', 'error.notFound'],
    skip: ['list.currentDate']
  })
  return settled(pretty(report, { paint: pc.createColors(true), width: COLUMNS, jsonFile: 'report.json' }))
}
