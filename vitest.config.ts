import { defineConfig } from 'vitest/config';

/** Node-side unit and integration tests; browser tests run through e2e/ with their own configuration. */
export default defineConfig({
  test: {
    include: ['{bin,domain,tiles-pipeline,gateway,web,data,bench}/**/*.test.{ts,tsx}'],
    setupFiles: ['./vitest.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
