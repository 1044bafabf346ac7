import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './app-server.ts';

/** Open survey data beside the checkout, for tests only; its absence skips them, with this said. */
export const SHARED_DATA = join(ROOT, '..', 'shared', 'data');

export const CHARLEROI = { folder: '01-charleroi-coal', goaf: '1' };

export const sharedSetMissing = (folder: string): boolean => {
  const missing = !existsSync(join(SHARED_DATA, folder));
  if (missing) process.stdout.write(`skipped: ${join(SHARED_DATA, folder)} is not on this machine\n`);
  return missing;
};
