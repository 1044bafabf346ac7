import { basename, dirname, join, resolve } from 'node:path';
import { buildBundles, ROOT } from './app-server.ts';
import { TEST_BUNDLES } from './test-bundles.ts';

/**
 * Bundle of a mine as the real command builds it, once for all tests of a run that only read it.
 * @param folder of its mine.yaml, which has the mine's id for a name, relative to the repository
 */
export const builtMine = (folder: string): string => {
  const manifest = resolve(ROOT, folder, 'mine.yaml');
  buildBundles([manifest]);
  return join(TEST_BUNDLES, basename(dirname(manifest)));
};
