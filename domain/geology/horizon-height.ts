import type { GridSpec } from './geological-model.ts';

/**
 * Bilinear between the four nodes around (east, north); NaN outside the grid and where a node it needs is NaN. A point on a
 * grid line needs the nodes of that line only.
 */
export const heightAt = (grid: GridSpec, values: Float64Array, east: number, north: number): number => {
  const x = (east - grid.east) / grid.cell;
  const y = (north - grid.north) / grid.cell;
  const { columns, rows } = grid;
  if (!(x >= 0 && y >= 0 && x <= columns - 1 && y <= rows - 1)) return Number.NaN;
  const i = Math.min(columns - 2, Math.floor(x));
  const j = Math.min(rows - 2, Math.floor(y));
  const [fx, fy] = [x - i, y - j];
  const at = j * columns + i;
  let sum = 0;
  if (fx < 1 && fy < 1) sum += (1 - fx) * (1 - fy) * values[at]!;
  if (fx > 0 && fy < 1) sum += fx * (1 - fy) * values[at + 1]!;
  if (fx < 1 && fy > 0) sum += (1 - fx) * fy * values[at + columns]!;
  if (fx > 0 && fy > 0) sum += fx * fy * values[at + columns + 1]!;
  return sum;
};
