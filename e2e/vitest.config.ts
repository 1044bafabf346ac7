import { availableParallelism, totalmem } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Bytes of memory from which on three files fit: each has a browser, a gateway and a database, a gibibyte together. */
const ROOMY = 6 * 1024 ** 3;
const WORKERS = totalmem() >= ROOMY ? 3 : 2;

/**
 * Browser tests, one file more side by side than there are cores: a file waits a good part of its time on clocks, gateways and
 * pictures, and leaves its core idle then. More would only share the software renderer's cores.
 */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: ['vitest.run-folder.ts', 'e2e/run-setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 600_000,
    pool: 'forks',
    maxWorkers: Math.min(WORKERS, availableParallelism() + 1),
  },
});
