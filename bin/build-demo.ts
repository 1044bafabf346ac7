import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { buildAppIfNeeded } from './app-build.ts';
import { createReporter, languageOf } from './reporter.ts';
import { buildAndReport, buildCountyAndReport } from './verbs/build.ts';

/**
 * What `npm start` builds where it is not up to date: the demo bundles, the demo county and the app. A process of its own: the
 * gateway runs for months and must not hold what building took. It ends with the process that started it.
 */
const ROOT = resolve(import.meta.dirname, '..');
const DATA = join(ROOT, 'data');

const demoManifests = async (name: 'mine.yaml' | 'county.yaml'): Promise<string[]> => {
  const entries = await readdir(DATA, { recursive: true });
  return entries
    .filter((entry) => entry.endsWith(name))
    .sort()
    .map((entry) => relative(process.cwd(), join(DATA, entry)));
};

const [bundles, counties] = process.argv.slice(2) as [string, string];
const reporter = createReporter({ json: false, language: languageOf(process.env) });
process.once('disconnect', () => process.exit(1));

const built = async (): Promise<boolean> => {
  for (const manifest of await demoManifests('mine.yaml'))
    if (!(await buildAndReport(manifest, { out: bundles, quietWhenUnchanged: true }, reporter))) return false;
  for (const manifest of await demoManifests('county.yaml')) {
    const folders = { out: counties, bundles };
    if (!(await buildCountyAndReport(manifest, { ...folders, quietWhenUnchanged: true }, reporter)))
      return false;
  }
  if (await buildAppIfNeeded()) reporter.line('  app built');
  return true;
};

process.exit((await built()) ? 0 : 1);
