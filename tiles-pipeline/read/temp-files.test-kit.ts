import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { Finding } from '../../domain/contracts/finding.ts';
import { describeFinding } from '../../domain/contracts/finding-texts.ts';
import { SurveyFileError } from './read-result.ts';

/** Real survey data beside the repository; tests that need it skip where it is absent. */
export const SURVEY_DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
export const NO_SURVEY_DATA = !existsSync(SURVEY_DATA);
export const SKIP_REASON = '(skipped where ../shared/data is absent)';

/** Writes small files into a folder of this test file's own, removed at the end. */
export const tempFiles = (): ((name: string, content: string | Uint8Array) => Promise<string>) => {
  let folder: Promise<string> | null = null;
  afterAll(async () => {
    if (folder) await rm(await folder, { recursive: true, force: true });
  });
  return async (name, content) => {
    folder ??= mkdtemp(join(tmpdir(), 'hyalite-read-'));
    const file = join(await folder, name);
    await writeFile(file, content);
    return file;
  };
};

export const folderOf = (file: string): string => dirname(file);

/** The finding a reader stops with; its texts must exist in both languages with nothing left unfilled. */
export const refusal = async (read: () => unknown): Promise<Finding> => {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof SurveyFileError)) throw error;
    for (const language of ['zh', 'en'] as const) {
      const { what, mend } = describeFinding(error.finding, language);
      if (/\{\w+\}/u.test(what + mend)) throw new Error(`unfilled text: ${what} ${mend}`);
    }
    return error.finding;
  }
  throw new Error('the file was read without a complaint');
};

export const codesOf = (findings: readonly Finding[]): string[] => findings.map((finding) => finding.code);
