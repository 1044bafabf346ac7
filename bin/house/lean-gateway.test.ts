import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles, staticImportsOf } from './source-files.ts';

/**
 * What a gateway imports at its start it holds for as long as it runs: a megabyte of modules less was some 5 MiB less (RSS). So
 * what only some gateways need, or only now and then, is imported where it is needed, with `await import(…)`; a package is
 * added here because every gateway needs it from its first second on.
 */
const NEEDED_FROM_THE_START = [
  '@fastify/helmet',
  '@fastify/multipart',
  '@fastify/static',
  'aedes',
  'commander',
  'csv-parse',
  'fastify',
  'kysely',
  'mqtt-packet',
  'pg',
  'proj4',
  'ws',
  'yaml',
  'zod',
];
/** `npm start` and `hyalite serve`, which imports no other verb. */
const STARTS = ['bin/start.ts', 'bin/verbs/serve.ts', 'bin/hyalite.ts'];
/** What builds, and what comes with counties, with an identity provider or in threads of their own. */
const LATER =
  /^(tiles-pipeline\/|gateway\/(county-side|regional-plan\/|accounts\/elsewhere\/provider-link|.*-(worker|thread)\.ts))/;

test('a gateway of one mine starts without what only others need', () => {
  const texts = new Map(sourceFiles().map(({ path, text }) => [path, text]));
  const packages = new Set<string>();
  const reached = new Set<string>();
  const waiting = [...STARTS];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const specifier of staticImportsOf(texts.get(path)!))
      if (specifier.startsWith('.'))
        waiting.push(normalize(join(dirname(path), specifier)).replaceAll('\\', '/'));
      else if (!specifier.startsWith('node:')) packages.add(/^(@[^/]+\/)?[^/]+/.exec(specifier)![0]);
  }
  expect(reached.size).toBeGreaterThan(200);
  expect([...packages].sort()).toEqual(NEEDED_FROM_THE_START);
  expect([...reached].filter((path) => LATER.test(path))).toEqual([]);
});
