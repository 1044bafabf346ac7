import type { GridSpec } from '../geological-model.ts';
import { type KrigingOptions, prepareKriging } from './kriger.ts';
import type { KrigingData } from './kriging-data.ts';
import type { Estimate } from './local-system.ts';

/** A grid; arrays have columns·rows values. */
export interface KrigedRows {
  readonly estimate: Float64Array;
  readonly variance: Float64Array;
  /** Nodes without an estimate, which are NaN: too few values within reach; values that contradict each other. */
  readonly tooFew: number;
  readonly singular: number;
}

/** Rows that are best kriged together. */
export const ROWS_TOGETHER = 8;
/** Nodes of a block share the search for candidates, and are walked so that each is beside the one before. */
const BLOCK = ROWS_TOGETHER;

/** A whole grid, filled row by row; nodes without an estimate are NaN. Arrays have columns·rows values. */
export interface GridRows {
  readonly estimate: Float64Array;
  readonly variance: Float64Array;
}

/** Nodes without an estimate among some rows. */
export type Unestimated = Pick<KrigedRows, 'tooFew' | 'singular'>;

/**
 * Kriging at every node of a grid.
 * @throws RangeError as `prepareKriging`
 */
export const krigeGrid = (data: KrigingData, grid: GridSpec, o: KrigingOptions): KrigedRows => {
  const estimate = new Float64Array(grid.columns * grid.rows);
  const variance = new Float64Array(estimate.length);
  const missing = gridKriger(data, grid, o)({ estimate, variance }, 0, grid.rows);
  return { estimate, variance, ...missing };
};

/**
 * Kriging of rows `from` up to `to` (not included) of a grid. A block of nodes looks its candidates up once: whatever is among
 * the n nearest of one of its nodes lies no farther from the block's middle than the n-th nearest of the middle and twice the
 * block's half diagonal. Rows that begin at multiples of `ROWS_TOGETHER` come out the same however they are shared out.
 * @throws RangeError as `prepareKriging`
 */
export const gridKriger = (
  data: KrigingData,
  grid: GridSpec,
  o: KrigingOptions,
): ((into: GridRows, from: number, to: number) => Unestimated) => {
  const { tree, plane, toPlane, system, most, least, maxDistance } = prepareKriging(data, o);

  const nearest = new Int32Array(Math.max(1, most));
  const squares = new Float64Array(Math.max(1, most));
  const place = new Float64Array(2);
  const out: Estimate = { estimate: 0, variance: 0 };
  const members = new Int32Array(Math.max(1, most));
  let distances = new Float64Array(64);
  let ranked = new Float64Array(64);
  const most2 = maxDistance * maxDistance;

  const candidatesOf = (left: number, right: number, low: number, high: number): Int32Array => {
    toPlane((left + right) / 2, (low + high) / 2, place, 0);
    const [u, v] = [place[0]!, place[1]!];
    let reach = 0;
    for (const x of [left, right])
      for (const y of [low, high]) {
        toPlane(x, y, place, 0);
        reach = Math.max(reach, Math.hypot(place[0]! - u, place[1]! - v));
      }
    const count = tree.nearest(u, v, most, nearest, squares);
    const radius = Math.min(Math.sqrt(squares[count - 1] ?? 0) + 2 * reach, maxDistance + reach);
    const found: number[] = [];
    // A hair more, so that rounding loses none that lies just on the edge.
    tree.within(u, v, radius * (1 + 1e-12), found);
    return Int32Array.from(found).sort();
  };

  /** The nearest of the candidates, at most `most`, into `members`; equal distances by index. */
  const choose = (candidates: Int32Array, u: number, v: number): number => {
    const count = candidates.length;
    for (let i = 0; i < count; i++) {
      const at = candidates[i]! * 2;
      const [du, dv] = [plane[at]! - u, plane[at + 1]! - v];
      distances[i] = du * du + dv * dv;
    }
    let limit = most2;
    if (count > most) {
      ranked.set(distances.subarray(0, count));
      limit = Math.min(limit, nthSmallest(ranked, count, most - 1));
    }
    let chosen = 0;
    for (let i = 0; i < count; i++) if (distances[i]! < limit) members[chosen++] = candidates[i]!;
    for (let i = 0; i < count && chosen < most; i++)
      if (distances[i] === limit) members[chosen++] = candidates[i]!;
    return chosen;
  };

  return ({ estimate, variance }, from, to) => {
    let tooFew = 0;
    let singular = 0;
    estimate.fill(Number.NaN, from * grid.columns, to * grid.columns);
    variance.fill(Number.NaN, from * grid.columns, to * grid.columns);
    for (let row = from; row < to; row += BLOCK) {
      system.forget();
      const lastRow = Math.min(row + BLOCK, to);
      for (let column = 0; column < grid.columns; column += BLOCK) {
        const lastColumn = Math.min(column + BLOCK, grid.columns);
        const candidates = candidatesOf(
          grid.east + column * grid.cell,
          grid.east + (lastColumn - 1) * grid.cell,
          grid.north + row * grid.cell,
          grid.north + (lastRow - 1) * grid.cell,
        );
        if (candidates.length > distances.length) {
          distances = new Float64Array(candidates.length * 2);
          ranked = new Float64Array(candidates.length * 2);
        }
        for (let j = row; j < lastRow; j++) {
          const forward = (j - row) % 2 === 0;
          for (let step = 0; step < lastColumn - column; step++) {
            const i = forward ? column + step : lastColumn - 1 - step;
            const x = grid.east + i * grid.cell;
            const y = grid.north + j * grid.cell;
            toPlane(x, y, place, 0);
            const count = choose(candidates, place[0]!, place[1]!);
            if (count < least) tooFew++;
            else if (!system.setMembers(members, count)) singular++;
            else {
              system.estimate(x, y, place[0]!, place[1]!, out);
              const at = j * grid.columns + i;
              estimate[at] = out.estimate;
              variance[at] = out.variance;
            }
          }
        }
      }
    }
    return { tooFew, singular };
  };
};

/** The n-th smallest (from 0) of the first `count` values, which are put out of order (C. A. R. Hoare's Find, 1961). */
const nthSmallest = (values: Float64Array, count: number, n: number): number => {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const swap = values[i]!;
        values[i++] = values[j]!;
        values[j--] = swap;
      }
    }
    if (n <= j) high = j;
    else if (n >= i) low = i;
    else break;
  }
  return values[n]!;
};
