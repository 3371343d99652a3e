/**
 * All probes, the cheap and telling ones first.
 */
import { bodyProbes } from './bodyProbes.js'
import { idProbes } from './idProbes.js'
import { listProbes } from './listProbes.js'
import { mixedProbes } from './mixedProbes.js'
import type { Probe } from './Probe.js'

export const probes: ReadonlyArray<Probe> = [...listProbes, ...idProbes, ...bodyProbes, ...mixedProbes]
