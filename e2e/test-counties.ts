import { join } from 'node:path';
import { buildBundles, ROOT } from './app-server.ts';

/** Kept between runs, as bundles are. */
export const TEST_COUNTIES = join(ROOT, '.cache', 'e2e-counties');

/** Builds the demo county with the real command, once in a run. */
export const buildDemoCounty = (): void =>
  buildBundles([join(ROOT, 'data', 'yunxiu-county', 'county.yaml')], TEST_COUNTIES);
