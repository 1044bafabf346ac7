import { defineConfig } from 'vitest/config';

/** Browser tests: one at a time, for two of them would share the software renderer's only cores. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 600_000,
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
  },
});
