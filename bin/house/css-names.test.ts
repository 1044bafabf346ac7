import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './source-files.ts';

/** Class names that a sheet lays out by themselves, without a parent that says where: they hold everywhere once it is loaded. */
const ownNames = (sheet: string): string[] =>
  [...sheet.matchAll(/(?<!,\n)^\.([\w-]+) \{/gm)].map(([, name]) => name!);

test('a class is laid out by one sheet: sheets of all screens that were visited stay loaded', () => {
  const sheetsOf = new Map<string, Set<string>>();
  for (const path of readdirSync(join(ROOT, 'web'), { recursive: true }).map(String)) {
    if (!path.endsWith('.css') || path.startsWith('dist')) continue;
    for (const name of ownNames(readFileSync(join(ROOT, 'web', path), 'utf8')))
      sheetsOf.set(name, (sheetsOf.get(name) ?? new Set()).add(path));
  }
  expect(sheetsOf.size).toBeGreaterThan(300);
  const shared = [...sheetsOf].filter(([, sheets]) => sheets.size > 1);
  expect(shared.map(([name, sheets]) => `${name}: ${[...sheets].join(', ')}`)).toEqual([]);
});
