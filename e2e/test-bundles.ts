import { join, resolve } from 'node:path';

/** Kept between runs: the builder leaves what has not changed. */
export const TEST_BUNDLES = join(resolve(import.meta.dirname, '..'), '.cache', 'e2e-bundles');
