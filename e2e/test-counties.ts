import { join } from 'node:path';
import { buildBundles, ROOT } from './app-server.ts';
import { TEST_BUNDLES } from './test-bundles.ts';

/** Kept between runs, as bundles are. */
export const TEST_COUNTIES = join(ROOT, '.cache', 'e2e-counties');

const manifest = (folder: string, name: string): string => join(ROOT, 'data', folder, name);

/** Builds the demo county and the two mines of it that have a bundle with the real command, once in a run. */
export const buildDemoCounty = (): void => {
  buildBundles(['qingshi-iron', 'baiyun-limestone'].map((mine) => manifest(mine, 'mine.yaml')));
  buildBundles([manifest('yunxiu-county', 'county.yaml')], TEST_COUNTIES, ['--bundles', TEST_BUNDLES]);
};
