import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COUNTY_SEED, countyFiles } from './write-county.ts';

const FOLDER = join(import.meta.dirname, '../../yunxiu-county');

test('the committed files of the county are what the generator writes', async () => {
  const files = countyFiles(COUNTY_SEED);
  expect(files.size).toBeGreaterThan(20);
  for (const [path, bytes] of files)
    expect(Buffer.compare(await readFile(join(FOLDER, path)), bytes), path).toBe(0);
});
