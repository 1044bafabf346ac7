import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Finding } from '../../domain/contracts/finding.ts';
import { describeFinding } from '../../domain/contracts/finding-texts.ts';
import { buildCounty } from './build-county.ts';
import { writeSmallCounty } from './small-county.test-kit.ts';

/** Builds the small county in a folder of the test file's own, with some of its files changed. */
export const smallCountyBuilder = () => {
  let root: string;
  let count = 0;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'hyalite-small-county-'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));
  return async (changed: Readonly<Record<string, string>> = {}) => {
    const folder = join(root, String(count++));
    const manifestFile = await writeSmallCounty(folder, changed);
    const built = await buildCounty({ manifestFile, countiesRoot: join(folder, 'out'), bundlesRoot: folder });
    const read = async <T>(name: string): Promise<T> =>
      JSON.parse(await readFile(join(built.folder, name), 'utf8')) as T;
    return { ...built, read };
  };
};

/** The finding of a code, whose texts have no gap left in either language. @throws Error naming those that are there */
export const told = (findings: readonly Finding[], code: string): Finding => {
  const finding = findings.find((each) => each.code === code);
  if (!finding) throw new Error(`no ${code} among ${findings.map((each) => each.code).join(', ')}`);
  for (const language of ['zh', 'en'] as const) {
    const { what, mend } = describeFinding(finding, language);
    expect(what + mend).not.toMatch(/\{\w+\}/u);
  }
  return finding;
};
