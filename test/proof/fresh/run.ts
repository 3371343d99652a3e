/**
 * `npm run test:fresh -- [PATH...]`: the tests with a seed that no run had before, printed first, so that what it finds
 * is found again with FAST_CHECK_SEED.
 */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'

const seed = String(randomInt(2 ** 31))
const args = ['vitest', 'run', '--root', '.', '--config', 'test/vitest.config.ts', ...process.argv.slice(2)]
const { status } = spawnSync('npx', args, { stdio: 'inherit', env: { ...process.env, FAST_CHECK_SEED: seed } })
if (status !== 0) console.error(`Run again with FAST_CHECK_SEED=${seed}`)
process.exitCode = status ?? 1
