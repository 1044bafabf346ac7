import type { Metres } from '../../units/quantities.ts';
import { CONSTANT, type Drift } from './drift.ts';
import { createKdTree, type KdTree } from './kd-tree.ts';
import type { KrigingData } from './kriging-data.ts';
import { createLocalSystem, type Estimate, type LocalSystem } from './local-system.ts';
import { isotropicPlane, type VariogramModel } from './variogram-model.ts';

/** Which values an estimate rests on. */
export interface Neighbourhood {
  /** The nearest so many; left out: all. */
  readonly count?: number;
  /** None farther than this, in the direction of the longest range; left out: any. */
  readonly maxDistance?: Metres;
  /** Fewer give no estimate; left out: as many as the drift has functions. */
  readonly minCount?: number;
}

export interface KrigingOptions {
  readonly model: VariogramModel;
  /** Left out: a constant unknown mean (ordinary kriging). */
  readonly drift?: Drift;
  readonly neighbourhood?: Neighbourhood;
}

/** Why a place has no estimate. */
export type NoEstimate = 'too-few' | 'singular';

/** What the grid and the leave-one-out share: the data in the model's own metric. */
export interface PreparedKriging {
  readonly data: KrigingData;
  /** Two each, in the plane where the model is the same in all directions. */
  readonly plane: Float64Array;
  readonly tree: KdTree;
  readonly toPlane: ReturnType<typeof isotropicPlane>;
  readonly system: LocalSystem;
  readonly most: number;
  readonly least: number;
  readonly maxDistance: number;
}

/** @throws RangeError where arrays do not fit together or the model is none (a negative nugget, a range of 0) */
export const prepareKriging = (data: KrigingData, o: KrigingOptions): PreparedKriging => {
  const count = data.x.length;
  for (const name of ['y', 'z', 'error', 'group'] as const) {
    const column = data[name];
    if (column && column.length !== count)
      throw new RangeError(`${name} has ${column.length} values, x has ${count}`);
  }
  const { nugget, partialSill, range } = o.model;
  if (!(nugget >= 0 && partialSill >= 0 && nugget + partialSill > 0 && range > 0))
    throw new RangeError(
      `not a variogram model: nugget ${nugget}, partial sill ${partialSill}, range ${range}`,
    );
  const drift = o.drift ?? CONSTANT;
  const toPlane = isotropicPlane(o.model.anisotropy);
  const plane = new Float64Array(count * 2);
  for (let i = 0; i < count; i++) toPlane(data.x[i]!, data.y[i]!, plane, i * 2);
  const tree = createKdTree(
    Float64Array.from({ length: count }, (_, i) => plane[i * 2]!),
    Float64Array.from({ length: count }, (_, i) => plane[i * 2 + 1]!),
  );
  const most = Math.min(count, o.neighbourhood?.count ?? count);
  return {
    data,
    plane,
    tree,
    toPlane,
    system: createLocalSystem(data, plane, { model: o.model, drift, capacity: Math.max(1, most) }),
    most,
    least: Math.max(drift.count, o.neighbourhood?.minCount ?? 0),
    maxDistance: o.neighbourhood?.maxDistance ?? Number.POSITIVE_INFINITY,
  };
};

/** Estimates at single places. The next estimate is cheap where its neighbours are those of the last. */
export interface Kriger {
  /** Writes to `out` and gives null, or why there is no estimate (`out` is NaN then). */
  at(x: number, y: number, out: Estimate): NoEstimate | null;
}

export const createKriger = (data: KrigingData, o: KrigingOptions): Kriger => {
  const { tree, toPlane, system, most, least, maxDistance } = prepareKriging(data, o);
  const found = new Int32Array(Math.max(1, most));
  const squares = new Float64Array(Math.max(1, most));
  const place = new Float64Array(2);
  return {
    at(x, y, out) {
      toPlane(x, y, place, 0);
      const count = tree.nearest(place[0]!, place[1]!, most, found, squares, maxDistance * maxDistance);
      const reason = count < least ? 'too-few' : system.setMembers(found, count) ? null : 'singular';
      if (reason) {
        out.estimate = Number.NaN;
        out.variance = Number.NaN;
      } else system.estimate(x, y, place[0]!, place[1]!, out);
      return reason;
    },
  };
};
