import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

test('what runs without a build is read by Node’s own parser, which is not the compiler’s', () => {
  const files = globSync('{bin,domain,gateway,tiles-pipeline,bench,data}/**/*.ts', { cwd: ROOT });
  expect(files.length).toBeGreaterThan(500);
  const refused = files.flatMap((file) => {
    try {
      stripTypeScriptTypes(readFileSync(join(ROOT, file), 'utf8'));
      return [];
    } catch (error) {
      return [`${file}: ${(error as Error).message}`];
    }
  });
  expect(refused).toEqual([]);
});
