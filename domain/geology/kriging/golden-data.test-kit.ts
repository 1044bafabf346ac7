import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Metres } from '../../units/quantities.ts';
import type { GridSpec } from '../geological-model.ts';
import type { KrigingData } from './kriging-data.ts';
import type { VariogramModel } from './variogram-model.ts';

/** What R gstat 2.1-0 made of 2 000 points (../shared/data/README.md, 15-kriging-golden); absent where that folder is. */
const FOLDER = resolve(import.meta.dirname, '../../../../shared/data/15-kriging-golden');
export const HAS_GOLDEN = existsSync(FOLDER);

const table = (file: string): number[][] =>
  readFileSync(join(FOLDER, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));

export const goldenPoints = (): KrigingData => {
  const rows = table('points.csv');
  const column = (k: number) => Float64Array.from(rows, (row) => row[k]!);
  return { x: column(0), y: column(1), z: column(2) };
};

export const goldenCells = () =>
  table('gstat-sample.csv').map(([x, y, estimate, variance]) => ({
    x: x!,
    y: y!,
    estimate: estimate!,
    variance: variance!,
  }));

export const GOLDEN_MODEL: VariogramModel = {
  type: 'spherical',
  nugget: 0.64,
  partialSill: 160,
  range: 1500 as Metres,
};
export const GOLDEN_GRID: GridSpec = {
  east: 5 as Metres,
  north: 5 as Metres,
  cell: 10 as Metres,
  columns: 500,
  rows: 500,
};
export const GOLDEN_MEANS = { estimate: -310.771745507, variance: 11.2801099245 };
