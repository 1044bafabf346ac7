import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { findChromium } from '../e2e/chromium.ts';

/** `npm test`: everything a change must pass, in the order that fails fastest. Exits with the first failure's code. */
const ROOT = resolve(import.meta.dirname, '..');
const tool = (path: string) => join(ROOT, 'node_modules', path);

interface Stage {
  readonly name: string;
  readonly entry: string;
  readonly args: readonly string[];
}

const STAGES: readonly Stage[] = [
  { name: 'lint', entry: tool('@biomejs/biome/bin/biome'), args: ['check', '--error-on-warnings', '.'] },
  { name: 'types', entry: tool('typescript/bin/tsc'), args: ['--noEmit'] },
  { name: 'unit and integration', entry: tool('vitest/vitest.mjs'), args: ['run'] },
  { name: 'browser', entry: tool('vitest/vitest.mjs'), args: ['run', '--config', 'e2e/vitest.config.ts'] },
];

// The browser is looked for (and installed where possible) first: finding out after ten minutes helps nobody.
const browserOrStop = (): string => {
  try {
    return findChromium();
  } catch (error) {
    process.stderr.write(`hyalite: ${(error as Error).message}\n`);
    process.exit(1);
  }
};
const chromium = browserOrStop();
process.stdout.write(`browser: ${chromium}\n`);

for (const { name, entry, args } of STAGES) {
  process.stdout.write(`\n── ${name} ──\n`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', entry, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CHROME_PATH: chromium },
  });
  process.stdout.write(`── ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  if (status !== 0) process.exit(status ?? 1);
}
