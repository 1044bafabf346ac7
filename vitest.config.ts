import { defineConfig } from 'vitest/config';

/** Node-side unit and integration tests; browser tests run through e2e/ with their own configuration. */
export default defineConfig({
  test: {
    include: ['{bin,domain,tiles-pipeline,gateway,web,data,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['./vitest.run-folder.ts'],
    setupFiles: ['./vitest.setup.ts'],
    // Whole mines are built: a loaded machine is slow, not wrong.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    pool: 'forks',
    // Two workers that load the house once each, not once a file.
    isolate: false,
    maxWorkers: 2,
  },
});
