import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './source-files.ts';

const documents = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true })
    .map((name) => join('docs', String(name)))
    .filter((name) => name.endsWith('.md')),
];

/** Paths in backticks that begin with a room, e.g. `domain/contracts/manifest.ts`. */
const ROOM_PATH = /`((?:web|tiles-pipeline|domain|gateway|data|shaders|bench|e2e|docs|bin)\/[\w./-]*)`/g;
/** Links and pictures to files of ours. */
const LINK = /\]\((?!https?:)([^)#]+)\)/g;

/** What the repository makes (screenshots, bundles) is not there on a fresh clone, and need not be. */
function isMade(path: string): boolean {
  return spawnSync('git', ['check-ignore', '--quiet', path], { cwd: ROOT }).status === 0;
}

test.each(documents)('%s names only files that exist', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const named = [...text.matchAll(ROOM_PATH)].map(([, path]) => join(ROOT, path));
  const linked = [...text.matchAll(LINK)].map(([, path]) => join(ROOT, dirname(document), path));
  expect([...named, ...linked].filter((path) => !existsSync(path) && !isMade(path))).toEqual([]);
});
