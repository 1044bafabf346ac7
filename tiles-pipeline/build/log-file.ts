import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { logsSchema } from '../../domain/contracts/logs.ts';
import type { LayerLogs } from '../model/hole-logs.ts';

const FILE = 'model/logs.json';

/** Writes what was logged in every hole; null where the mine has no boreholes, and then no file. The same logs give the same bytes. */
export const writeLogs = async (
  logs: readonly LayerLogs[],
  folder: string,
): Promise<NonNullable<Catalog['logs']> | null> => {
  const holes = logs.flatMap((one) => one.holes);
  if (holes.length === 0) return null;
  const file = logsSchema.parse({ format: 'hyalite-logs/1', layers: logs.map(({ layer }) => layer), holes });
  await mkdir(join(folder, 'model'), { recursive: true });
  await writeFile(join(folder, FILE), `${JSON.stringify(file)}\n`);
  return { file: FILE, count: holes.length };
};
