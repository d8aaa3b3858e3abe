import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,xlsx,worker,cli,test}/**/*.test.ts'],
    reporters: ['default', './test/count-reporter.ts'],
    // Two cores: more workers only take memory, and the tests with a local server time each other out.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
