/**
 * Implementations that are right although unusual: none may fail. That a SHOULD warns is fine.
 */
import { unusualConcurrent } from './unusual/concurrent.js'
import { unusualErrors } from './unusual/errors.js'
import { unusualLeniencies } from './unusual/leniencies.js'
import { unusualMessages } from './unusual/messages.js'
import { unusualMixtures } from './unusual/mixtures.js'
import { unusualNeighbours } from './unusual/neighbours.js'
import { unusualOtherOperations } from './unusual/otherOperations.js'
import { unusualReadings } from './unusual/readings.js'
import { unusualSuccesses } from './unusual/successes.js'
import { unusualTexts } from './unusual/texts.js'
import { unusualWire } from './unusual/wire.js'
import type { Variant } from './Variant.js'

export const rightButUnusual: ReadonlyArray<Variant> = [
  ...unusualErrors,
  ...unusualSuccesses,
  ...unusualMessages,
  ...unusualReadings,
  ...unusualNeighbours,
  ...unusualLeniencies,
  ...unusualConcurrent,
  ...unusualOtherOperations,
  ...unusualTexts,
  ...unusualMixtures,
  ...unusualWire
]
