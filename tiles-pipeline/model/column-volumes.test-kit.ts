import { columnAt } from '../../domain/geology/column.ts';
import type { GeologicalModel } from '../../domain/geology/geological-model.ts';

/** Volume by "unit/block", m³, as columns say. */
export type ColumnVolumes = ReadonlyMap<string, number>;

/**
 * ∫ of the columns' thickness over the plan, by midpoints of a grid that has nothing to do with the model's: what the bodies are
 * held against, for it knows no mesh. Rock of no known unit is "-1/…".
 */
export const columnVolumes = (model: GeologicalModel, step: number): ColumnVolumes => {
  const sums = new Map<string, number>();
  const { grid } = model;
  const width = (grid.columns - 1) * grid.cell;
  const height = (grid.rows - 1) * grid.cell;
  const [nx, ny] = [Math.round(width / step), Math.round(height / step)];
  const [dx, dy] = [width / nx, height / ny];
  for (let j = 0; j < ny; j++)
    for (let i = 0; i < nx; i++)
      for (const { unit, block, top, base } of columnAt(
        model,
        grid.east + (i + 0.5) * dx,
        grid.north + (j + 0.5) * dy,
      ))
        sums.set(`${unit}/${block}`, (sums.get(`${unit}/${block}`) ?? 0) + (top - base) * dx * dy);
  return sums;
};

/** The same by unit over all blocks. */
export const unitVolumes = (volumes: ColumnVolumes): Map<number, number> => {
  const sums = new Map<number, number>();
  for (const [key, volume] of volumes) {
    const unit = Number(key.split('/')[0]);
    sums.set(unit, (sums.get(unit) ?? 0) + volume);
  }
  return sums;
};
