import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // the tests wait on sockets and processes as much as they compute: no core is left aside
    maxWorkers: '100%',
    // no test changes a module or a global that another one reads: each worker loads the project once
    isolate: false,
    // guards against hanging, not measures of speed
    testTimeout: 240_000,
    hookTimeout: 240_000,
    setupFiles: ['./test/seed.ts'],
    globalSetup: './test/seed.ts',
    // a retry would throw a counterexample away
    retry: 0,
    typecheck: { enabled: false }
  }
})
