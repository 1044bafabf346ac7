import type { GridSpec } from '../geological-model.ts';
import { createKdTree } from '../kriging/kd-tree.ts';

/** Which nodes of a grid lie within `reach` metres of a place, in plan; index as in `HorizonGrid`. */
export const withinReach = (
  grid: GridSpec,
  places: { readonly x: Float64Array; readonly y: Float64Array },
  reach: number,
): Uint8Array => {
  const near = new Uint8Array(grid.columns * grid.rows);
  if (places.x.length === 0) return near;
  const tree = createKdTree(places.x, places.y);
  const [found, squares] = [new Int32Array(1), new Float64Array(1)];
  for (let j = 0; j < grid.rows; j++)
    for (let i = 0; i < grid.columns; i++) {
      tree.nearest(grid.east + i * grid.cell, grid.north + j * grid.cell, 1, found, squares);
      near[j * grid.columns + i] = squares[0]! <= reach * reach ? 1 : 0;
    }
  return near;
};
