import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * Browser tests, two files side by side: one alone uses 1.0…1.5 of the house's two cores, for it waits a third of its time on
 * clocks, gateways and pictures. More than two would only share the software renderer's cores.
 */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: ['vitest.run-folder.ts', 'e2e/run-setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 600_000,
    pool: 'forks',
    maxWorkers: Math.min(2, availableParallelism()),
  },
});
