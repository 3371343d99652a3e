/**
 * All probes, the cheap and telling ones first.
 */
import { bodyProbes } from './bodyProbes.js'
import { idProbes } from './idProbes.js'
import { listProbes } from './listProbes.js'
import type { Probe } from './Probe.js'

/**
 * @since 0.1.0
 */
export const probes: ReadonlyArray<Probe> = [...listProbes, ...idProbes, ...bodyProbes]
