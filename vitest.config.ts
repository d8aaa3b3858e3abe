import { defineConfig } from 'vitest/config'

/** Tests that need the built site: they share one build. */
const browserTests = 'test/{e2e,site}/**/*.test.ts'

export default defineConfig({
  test: {
    reporters: ['default', './test/count-reporter.ts'],
    // Two cores: more workers only take memory, and the tests with a local server time each other out.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['{shared,xlsx,worker,cli,addin,workbench,test}/**/*.test.{ts,tsx}'],
          exclude: [browserTests],
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: [browserTests],
          globalSetup: './test/site/build-once.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
