import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { manifestSchema } from '../domain/contracts/manifest.ts';
import { countyDocs } from './county-guide.ts';
import { liveDocs } from './live-guide.ts';
import { manifestGuide } from './manifest-guide.ts';
import { mqttDocs } from './mqtt-docs.ts';

/**
 * `npm run docs`: writes what the documentation shows of the code, so that it cannot grow old; a test fails when the
 * committed files differ from what this makes.
 */
const DOCS = resolve(import.meta.dirname, '../docs');

/** File name → content. */
export const generatedDocs = (): Record<string, string> => {
  // Every kind of source has the same common keys: referred to, the file is a quarter of its size; the guide needs them in place.
  const schema = (reused: 'ref' | 'inline') => z.toJSONSchema(manifestSchema, { io: 'input', reused });
  const published = { ...schema('ref'), title: 'Hyalite mine manifest (mine.yaml)' };
  return {
    'mine.schema.json': `${JSON.stringify(published, null, 2)}\n`,
    'mine-yaml.md': manifestGuide(schema('inline')),
    ...countyDocs(),
    ...liveDocs(),
    ...mqttDocs(),
  };
};

/** Names of generated files that differ from what is committed. */
export const outdatedDocs = async (): Promise<string[]> => {
  const differs = async ([name, text]: [string, string]) =>
    (await readFile(join(DOCS, name), 'utf8').catch(() => '')) === text ? [] : [name];
  return (await Promise.all(Object.entries(generatedDocs()).map(differs))).flat();
};

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, text] of Object.entries(generatedDocs())) {
    await mkdir(dirname(join(DOCS, name)), { recursive: true });
    await writeFile(join(DOCS, name), text);
  }
