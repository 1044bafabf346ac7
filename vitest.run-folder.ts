import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { RUN_FOLDER } from './e2e/build-once.ts';

/** A folder for what tests write beside the repository, gone when the run ends, whatever a test forgot or a kill left behind. */
export default async (): Promise<() => Promise<void>> => {
  // Short: the path of a PostgreSQL socket below it may have no more than 107 letters.
  const folder = await mkdtemp(join(tmpdir(), 'hyalite-run-'));
  // Started by root, PostgreSQL runs as another user, who passes through.
  await chmod(folder, 0o711);
  process.env.TMPDIR = folder;
  // Where files that run side by side tell each other which bundles are built.
  process.env[RUN_FOLDER] = folder;
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
};
