import { metres } from '../../units/quantities.ts';
import type { GridSpec, HorizonGrid } from '../geological-model.ts';
import { heightAt } from '../horizon-height.ts';
import type { VariogramModel } from '../kriging/variogram-model.ts';
import { fitSurface, type SurfaceFit } from '../stratigraphy/surface-fit.ts';
import type { TrendDegree } from '../stratigraphy/trend.ts';
import { withinReach } from '../stratigraphy/within-reach.ts';

/** A surveyed point of a seam's floor, ENU metres, and the number of the panel it was surveyed in. */
export interface SeamPoint {
  readonly at: readonly [number, number, number];
  readonly panel: number;
}

export interface SeamSurface {
  readonly floor: HorizonGrid;
  /** How it came about; its cross-validation leaves out whole panels, for points of one panel know of each other. */
  readonly fit: SurfaceFit;
  /** Points after those of one cell were made one. */
  readonly values: number;
  /** Surface − surveyed at all points, metres. */
  readonly residual: { readonly rms: number; readonly largest: number };
}

/**
 * The floor of a seam from the floors of its goafs: kriged, no farther than `reach` from a surveyed point. Outlines are surveyed
 * far more densely than the surface has nodes, so points of one cell of one panel become their mean: a cluster would leave the
 * neighbourhood no room for the panels around it.
 * @returns null with fewer than three places
 */
export const seamSurface = (
  points: readonly SeamPoint[],
  grid: GridSpec,
  o: { readonly reach: number; readonly trend: TrendDegree; readonly model?: VariogramModel },
): SeamSurface | null => {
  const means = cellMeans(points, grid.cell);
  const data = {
    x: Float64Array.from(means, ({ x }) => x),
    y: Float64Array.from(means, ({ y }) => y),
    z: Float64Array.from(means, ({ z }) => z),
    group: Int32Array.from(means, ({ panel }) => panel),
  };
  const fit = fitSurface(data, [], {
    trend: o.trend,
    samePlace: metres(grid.cell / 4),
    ...(o.model ? { model: o.model } : {}),
  });
  if (!fit) return null;
  const surface = fit.grid(grid);
  const near = withinReach(grid, data, o.reach);
  const known = (values: Float64Array) => values.map((value, k) => (near[k] ? value : Number.NaN));
  const floor = { up: known(surface.estimate), deviation: known(surface.deviation) };
  const residuals = points
    .map(({ at }) => heightAt(grid, floor.up, at[0], at[1]) - at[2])
    .filter((value) => !Number.isNaN(value));
  return {
    floor,
    fit,
    values: means.length,
    residual: {
      rms: Math.sqrt(
        residuals.reduce((sum, value) => sum + value * value, 0) / Math.max(1, residuals.length),
      ),
      largest: residuals.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
    },
  };
};

interface Mean {
  x: number;
  y: number;
  z: number;
  readonly panel: number;
  count: number;
}

const cellMeans = (points: readonly SeamPoint[], cell: number): Mean[] => {
  const cells = new Map<string, Mean>();
  for (const { at, panel } of points) {
    const key = `${panel} ${Math.floor(at[0] / cell)} ${Math.floor(at[1] / cell)}`;
    const mean = cells.get(key) ?? { x: 0, y: 0, z: 0, panel, count: 0 };
    cells.set(key, mean);
    mean.count++;
    mean.x += (at[0] - mean.x) / mean.count;
    mean.y += (at[1] - mean.y) / mean.count;
    mean.z += (at[2] - mean.z) / mean.count;
  }
  return [...cells.values()];
};
