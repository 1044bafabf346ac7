import type { GridSpec } from '../geological-model.ts';
import { heightAt } from '../horizon-height.ts';
import type { UnitSlab } from './unit-slabs.ts';

/**
 * Standard deviation at points of a slab's surface, metres: of the top there, of the base there, and between the two on
 * walls and faults by height. NaN where one of them is not known.
 * @param positions east, north, up of each point, ENU metres; within a millimetre of the slab
 */
export const surfaceDeviation = (grid: GridSpec, slab: UnitSlab, positions: Float64Array): Float32Array => {
  const east = [grid.east as number, grid.east + (grid.columns - 1) * grid.cell] as const;
  const north = [grid.north as number, grid.north + (grid.rows - 1) * grid.cell] as const;
  return Float32Array.from({ length: positions.length / 3 }, (_, i) => {
    // Single precision may have moved it off the grid's edge, or off a grid line into a cell nobody knows.
    const e = onLine(grid.east, grid.cell, Math.min(east[1], Math.max(east[0], positions[i * 3]!)));
    const n = onLine(grid.north, grid.cell, Math.min(north[1], Math.max(north[0], positions[i * 3 + 1]!)));
    const up = positions[i * 3 + 2]!;
    const [top, base] = [heightAt(grid, slab.top, e, n), heightAt(grid, slab.base, e, n)];
    const above = heightAt(grid, slab.topDeviation, e, n);
    const below = heightAt(grid, slab.baseDeviation, e, n);
    // The base where they meet: it says no less than the top.
    const t = top - base > SAME ? Math.max(0, Math.min(1, (up - base) / (top - base))) : 0;
    return t > 1 - SAME ? above : t < SAME ? below : below + t * (above - below);
  });
};

const SAME = 1e-3;

/** Snapped to a grid line within a millimetre of it. */
const onLine = (first: number, cell: number, at: number): number => {
  const line = first + Math.round((at - first) / cell) * cell;
  return Math.abs(line - at) < SAME ? line : at;
};
