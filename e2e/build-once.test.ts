import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onceInRun, RUN_FOLDER } from './build-once.ts';

let before: string | undefined;
beforeEach(() => {
  before = process.env[RUN_FOLDER];
  process.env[RUN_FOLDER] = mkdtempSync(join(tmpdir(), 'hyalite-once-'));
});
afterEach(() => {
  rmSync(process.env[RUN_FOLDER]!, { recursive: true });
  if (before === undefined) delete process.env[RUN_FOLDER];
  else process.env[RUN_FOLDER] = before;
});

test('work is done once by name, again where it failed, and each time outside of a run', () => {
  let times = 0;
  const count = () => {
    times++;
  };
  onceInRun('a', count);
  onceInRun('a', count);
  onceInRun('b', count);
  expect(times).toBe(2);
  expect(() =>
    onceInRun('c', () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  onceInRun('c', count);
  expect(times).toBe(3);
  const run = process.env[RUN_FOLDER]!;
  delete process.env[RUN_FOLDER];
  onceInRun('a', count);
  process.env[RUN_FOLDER] = run;
  expect(times).toBe(4);
});
