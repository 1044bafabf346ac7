import type { StrataSettings } from '../../domain/contracts/stratigraphy.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import type { GridSpec, HorizonGrid } from '../../domain/geology/geological-model.ts';
import { fitSurface } from '../../domain/geology/stratigraphy/surface-fit.ts';
import { withinReach } from '../../domain/geology/stratigraphy/within-reach.ts';
import type { Vec3 } from '../../domain/geometry/bounds.ts';
import { metres } from '../../domain/units/quantities.ts';
import { type MineContext, type PlacedSource, upOf } from './mine-context.ts';
import { groundOf } from './surface-nodes.ts';

/** The nodes around some places and `reach` beyond them, on multiples of the cell: more holes do not move the nodes. */
export const gridAround = (places: readonly Vec3[], cell: number, reach: number): GridSpec => {
  const axis = (k: 0 | 1): readonly [first: number, count: number] => {
    const values = places.map((place) => place[k]);
    const low = Math.floor(
      (values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) - reach) / cell,
    );
    const high = Math.ceil(
      (values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) + reach) / cell,
    );
    return [low * cell, high - low + 1];
  };
  const [[east, columns], [north, rows]] = [axis(0), axis(1)];
  return { east: metres(east), north: metres(north), cell: metres(cell), columns, rows };
};

/**
 * The ground over a grid: the terrain, exact, or, where the mine gives none or one too coarse, what the collars say, with its deviation and no
 * farther than `reach` from them. Half a terrain is not completed from collars: what it leaves open stays unknown.
 */
export const groundHorizon = (
  grid: GridSpec,
  sources: readonly PlacedSource[],
  collars: readonly Vec3[],
  { reach, ground }: Pick<StrataSettings, 'reach' | 'ground'>,
  mine: MineContext,
): HorizonGrid => {
  const up = new Float64Array(grid.columns * grid.rows).fill(Number.NaN);
  if (ground === 'terrain' && sources.some(({ source }) => source.kind === 'terrain')) {
    const heightOf = groundOf(sources, mine);
    for (let k = 0; k < up.length; k++) {
      const at = enu(
        grid.east + (k % grid.columns) * grid.cell,
        grid.north + Math.floor(k / grid.columns) * grid.cell,
        0,
      );
      const height = heightOf(at);
      if (height !== null) up[k] = upOf(mine.frame, at, metres(height));
    }
    return { up, deviation: up.map((value) => (Number.isNaN(value) ? Number.NaN : 0)) };
  }
  const data = {
    x: Float64Array.from(collars, ([x]) => x),
    y: Float64Array.from(collars, ([, y]) => y),
    z: Float64Array.from(collars, ([, , z]) => z),
  };
  const deviation = up.slice();
  const fit = fitSurface(data, [], { trend: 1 });
  if (!fit) return { up, deviation };
  const surface = fit.grid(grid);
  const near = withinReach(grid, data, reach);
  for (let k = 0; k < up.length; k++)
    if (near[k]) {
      up[k] = surface.estimate[k]!;
      deviation[k] = Number.isNaN(up[k]!) ? Number.NaN : surface.deviation[k]!;
    }
  return { up, deviation };
};
