import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { APP_FOLDER, buildAppIfNeeded } from './app-build.ts';
import { createReporter, languageOf } from './reporter.ts';
import { buildAndReport } from './verbs/build.ts';
import { DEFAULT_PORT, PortTakenError, parsePort, serveUntilStopped } from './verbs/serve.ts';

/** `npm start`: builds the demo bundles and the app where they are not up to date, then serves them. */
const ROOT = resolve(import.meta.dirname, '..');
const BUNDLES = join(ROOT, 'bundles');

const demoManifests = async (): Promise<string[]> => {
  const entries = await readdir(join(ROOT, 'data'), { recursive: true });
  return entries
    .filter((entry) => entry.endsWith('mine.yaml'))
    .sort()
    .map((entry) => relative(process.cwd(), join(ROOT, 'data', entry)));
};

const reporter = createReporter({ json: false, language: languageOf(process.env) });
const started = performance.now();

for (const manifest of await demoManifests())
  if (!(await buildAndReport(manifest, { out: BUNDLES, quietWhenUnchanged: true }, reporter)))
    process.exit(1);

if (await buildAppIfNeeded()) reporter.line('  app built');

try {
  const port = parsePort(process.env.PORT ?? String(DEFAULT_PORT));
  const address = await serveUntilStopped({ bundles: BUNDLES, app: APP_FOLDER, port });
  reporter.line(`Hyalite is ready after ${((performance.now() - started) / 1000).toFixed(1)} s:  ${address}`);
  reporter.line('Ctrl-C stops it.');
} catch (error) {
  if (!(error instanceof PortTakenError) && (error as { code?: string }).code !== 'commander.invalidArgument')
    throw error;
  process.stderr.write(`hyalite: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
