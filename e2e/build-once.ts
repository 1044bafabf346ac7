import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** Environment variable with a folder of this run; run-setup.ts sets it. */
export const RUN_FOLDER = 'HYALITE_E2E_RUN';
const PAUSE_MS = 100;

const sleep = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};

/**
 * Does a piece of work once in a run, whichever of the files that run side by side comes first; the others wait until it is
 * done. Work that fails is not done, and the next file tries again. Outside of a run it is done each time.
 */
export const onceInRun = (what: string, work: () => void): void => {
  const folder = process.env[RUN_FOLDER];
  if (!folder) {
    work();
    return;
  }
  const name = createHash('sha256').update(what).digest('hex').slice(0, 16);
  const done = join(folder, `${name}.done`);
  // One lock for all: two builders of different mines would share the cores and gain nothing.
  const lock = join(folder, 'building');
  while (!existsSync(done)) {
    try {
      mkdirSync(lock);
    } catch {
      sleep(PAUSE_MS);
      continue;
    }
    try {
      if (existsSync(done)) return;
      work();
      writeFileSync(done, what);
    } finally {
      rmdirSync(lock);
    }
  }
};
