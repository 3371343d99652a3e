/**
 * The seed of every property that names none: fixed, so that what CI finds is found again. FAST_CHECK_SEED sets another.
 */
import * as fc from 'fast-check'

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['FAST_CHECK_SEED'] ?? 20_261_127) })
