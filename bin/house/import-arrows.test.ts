import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, ROOMS, type Room, type SourceFile, sourceFiles } from './source-files.ts';

/** Who may import whom (architecture: "Rooms"). `bin` is where the rooms are put together, so it may import all. */
const ALLOWED: Readonly<Record<Room, readonly Room[]>> = {
  domain: ['domain'],
  'tiles-pipeline': ['tiles-pipeline', 'domain'],
  gateway: ['gateway', 'domain'],
  web: ['web', 'domain'],
  data: ['data', 'domain'],
  bin: ['bin', 'domain', 'tiles-pipeline', 'gateway', 'data', 'e2e'],
  bench: ['bench', 'bin', 'domain', 'tiles-pipeline', 'gateway', 'e2e', 'web'],
  e2e: ['e2e', 'bin', 'domain', 'tiles-pipeline', 'gateway', 'web'],
};

/** Packages only one folder of the app may import. */
const ENGINES: readonly { packages: RegExp; folder: string }[] = [
  { packages: /^(@cesium\/|cesium$)/, folder: 'web/engines/cesium/' },
  { packages: /^(maplibre-gl|@deck\.gl\/)/, folder: 'web/engines/map/' },
  { packages: /^(three|3d-tiles-renderer)($|\/)/, folder: 'web/engines/three/' },
];

/** What domain must do without: files, network, threads, the DOM's frameworks and the engines. */
const FOREIGN_TO_DOMAIN =
  /^(node:|react|antd|fastify|@cesium|three|maplibre|@deck|vite$|vite\/|playwright|geotiff|read-excel-file)/;

/** Tests, and what only tests read. */
const isTest = (path: string) => /\.test(-data|-kit)?\.tsx?$/.test(path);

const roomOf = (path: string): Room | undefined => ROOMS.find((room) => path.startsWith(`${room}/`));

const targetOf = (file: SourceFile, specifier: string): string =>
  normalize(join(dirname(file.path), specifier)).replaceAll('\\', '/');

const violations = (file: SourceFile): string[] => {
  const room = roomOf(file.path)!;
  const found: string[] = [];
  for (const specifier of importsOf(file.text)) {
    if (specifier.startsWith('.')) {
      const target = roomOf(targetOf(file, specifier));
      // Tests of a room may read any bundle through the test readers in e2e.
      const allowed = isTest(file.path) ? [...ALLOWED[room], 'e2e'] : ALLOWED[room];
      if (target && !allowed.includes(target)) found.push(`${file.path} imports ${specifier}`);
      continue;
    }
    if (room === 'domain' && !isTest(file.path) && FOREIGN_TO_DOMAIN.test(specifier))
      found.push(`${file.path} imports ${specifier}`);
    if (room !== 'web') continue;
    for (const { packages, folder } of ENGINES)
      if (packages.test(specifier) && !file.path.startsWith(folder))
        found.push(`${file.path} imports ${specifier}`);
  }
  return found;
};

test('the import arrows of the house hold', () => {
  const files = sourceFiles();
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap(violations)).toEqual([]);
});

test('a forbidden arrow is seen', () => {
  const wrong: [string, string][] = [
    ['domain/geology/x.ts', `import { a } from '../../gateway/server.ts';`],
    ['domain/geology/x.ts', `import { readFile } from 'node:fs/promises';`],
    ['web/mine/x.tsx', `const e = await import('@cesium/engine');`],
    ['web/mine/x.tsx', `export { b } from '../../tiles-pipeline/tile/glb.ts';`],
    ['gateway/x.ts', `import '../web/main.tsx';`],
  ];
  for (const [path, text] of wrong) expect(violations({ path, text }), text).toHaveLength(1);
});

test('domain touches neither network nor DOM', () => {
  const globals = /\b(fetch|XMLHttpRequest|WebSocket|document|window|navigator|localStorage)\s*[.(]/;
  const prose = /\/\*[\s\S]*?\*\/|\/\/.*$|'[^'\n]*'|"[^"\n]*"/gm;
  const found = sourceFiles()
    .filter(
      (file) =>
        file.path.startsWith('domain/') && !isTest(file.path) && globals.test(file.text.replace(prose, '')),
    )
    .map((file) => file.path);
  expect(found).toEqual([]);
});
