import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DisplacementSeries, displacementSeries } from './displacement-series.ts';

/** Daily satellite positions of a really creeping slope and one base beside it, where the shared data are at hand. */
const FOLDER = join(import.meta.dirname, '../../../shared/data/09-slope-salmonfalls/data/gps');

export const salmonFallsMissing = (): boolean => {
  if (existsSync(FOLDER)) return false;
  console.warn(`left out: ${FOLDER} is not here`);
  return true;
};

export const salmonFalls = (): ReadonlyMap<string, DisplacementSeries> =>
  new Map(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => {
        const rows = readFileSync(join(FOLDER, name), 'utf8')
          .split(/\r?\n/)
          .filter((line) => /^\d{4}-\d{2}-\d{2},/.test(line))
          .map((line) => line.split(','));
        return [
          name.slice(0, 4),
          displacementSeries(
            rows.map(([date, north, east, up]) => ({
              at: Date.parse(`${date}T12:00:00Z`),
              north: Number(north),
              east: Number(east),
              up: Number(up),
            })),
          ),
        ] as const;
      }),
  );
