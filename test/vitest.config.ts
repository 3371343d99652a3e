import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { SlowestFirst } from './SlowestFirst.js'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // a worker waits on sockets, processes and timers for a third of its time: three share two cores
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: SlowestFirst },
    // no test changes a module or a global that another one reads: each worker loads the project once
    isolate: false,
    // guards against hanging, not measures of speed
    testTimeout: 240_000,
    hookTimeout: 240_000,
    setupFiles: ['./test/seed.ts'],
    globalSetup: './test/seed.ts',
    // what is built runs as Node loads it
    server: { deps: { external: [/\/dist\//] } },
    // a retry would throw a counterexample away
    retry: 0,
    typecheck: { enabled: false }
  }
})
