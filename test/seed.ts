/**
 * The seed of every property that names none: fixed, so that what CI finds is found again. FAST_CHECK_SEED sets another.
 * Vitest loads this file in every worker, and once more to print the seed.
 */
import * as fc from 'fast-check'

const seed = Number(process.env['FAST_CHECK_SEED'] ?? 20_261_127)

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed })

/** Called once, before the tests. */
export const setup = (): void => console.log(`Properties draw from the seed ${seed}. FAST_CHECK_SEED sets another.`)
