import { spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { APP_FOLDER, buildAppIfNeeded } from '../bin/app-build.ts';
import { onceInRun } from './build-once.ts';
import { TEST_BUNDLES } from './test-bundles.ts';

export const ROOT = resolve(import.meta.dirname, '..');
const CLI = join(ROOT, 'bin', 'hyalite.ts');

export interface AppServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Builds bundles with the real command, each once in a run. @throws Error with its output when it fails */
export const buildBundles = (
  manifests: readonly string[],
  out: string = TEST_BUNDLES,
  more: readonly string[] = [],
): void => {
  for (const manifest of manifests) onceInRun(`${manifest} → ${out}`, () => build(manifest, out, more));
};

const build = (manifest: string, out: string, more: readonly string[]): void => {
  const done = spawnSync(process.execPath, [CLI, 'build', manifest, '--out', out, ...more], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (done.status !== 0)
    throw new Error(`hyalite build ended with ${done.status}:\n${done.stdout}\n${done.stderr}`);
};

/** Starts the real server as its own process on a free port, the app built if needed. @param more further options of `hyalite serve` */
export const startAppServer = async (
  bundles: string = TEST_BUNDLES,
  more: readonly string[] = [],
): Promise<AppServer> => {
  await buildAppIfNeeded();
  const child = spawn(
    process.execPath,
    [CLI, 'serve', '--bundles', bundles, '--app', APP_FOLDER, '--port', '0', ...more],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const url = await new Promise<string>((found, failed) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const match = text.match(/http:\/\/\S+/);
      if (match) found(match[0]);
    });
    child.once('exit', (code) => failed(new Error(`hyalite serve ended with ${code}`)));
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
