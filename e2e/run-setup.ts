import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildAppIfNeeded } from '../bin/app-build.ts';
import { RUN_FOLDER } from './build-once.ts';

/** Before all files: the app is built once, and there is a place where files tell each other which bundles are. */
export default async (): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'hyalite-e2e-run-'));
  process.env[RUN_FOLDER] = folder;
  await buildAppIfNeeded();
  return () => rm(folder, { recursive: true, force: true });
};
