/**
 * Hills that look like hills: uplift cut down by streams until valleys branch as they do in nature.
 * Stream-power law dh/dt = U − K·A^m·S, solved implicitly along the drainage tree (J. Braun & S. Willett 2013,
 * Geomorphology 180–181, "A very efficient O(n), implicit and parallel method"), with a little hillslope creep.
 */
export interface ErosionInput {
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
  /** Relative uplift rate; 0 = nothing rises. */
  readonly uplift: (column: number, row: number) => number;
  /** Cells of the main river: they stay at 0 and everything drains to them. */
  readonly isOutlet: (column: number, row: number) => boolean;
  /** First heights, small: they decide where the first rills run. */
  readonly start: (column: number, row: number) => number;
}

const STEPS = 60;
const STEP = 1.6;
const ERODIBILITY = 0.75;
const AREA_POWER = 0.42;
const CREEP = 0.1;

const EIGHT = [-1, 0, 1]
  .flatMap((dj) => [-1, 0, 1].map((di) => [di, dj] as const))
  .filter(([i, j]) => i || j);

/** Heights above the river, row 0 first, in units of uplift. */
export const erode = ({ columns, rows, cell, uplift, isOutlet, start }: ErosionInput): Float64Array => {
  const n = columns * rows;
  const h = new Float64Array(n);
  const rise = new Float64Array(n);
  const outlet = new Uint8Array(n);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const at = j * columns + i;
      outlet[at] = isOutlet(i, j) ? 1 : 0;
      h[at] = outlet[at] ? 0 : start(i, j);
      rise[at] = uplift(i, j) * STEP;
    }
  const receiver = new Int32Array(n);
  const run = new Float64Array(n);
  const area = new Float64Array(n);
  const next = new Float64Array(n);
  for (let step = 0; step < STEPS; step++) {
    for (let at = 0; at < n; at++) {
      receiver[at] = at;
      if (outlet[at]) continue;
      const i = at % columns;
      const j = (at - i) / columns;
      let steepest = 0;
      for (const [di, dj] of EIGHT) {
        if (i + di < 0 || i + di >= columns || j + dj < 0 || j + dj >= rows) continue;
        const to = at + dj * columns + di;
        const length = di && dj ? cell * Math.SQRT2 : cell;
        const slope = (h[at]! - h[to]!) / length;
        if (slope > steepest) {
          steepest = slope;
          receiver[at] = to;
          run[at] = length;
        }
      }
    }
    const order = downstreamFirst(receiver);
    area.fill(cell * cell);
    for (let k = n - 1; k >= 0; k--) {
      const at = order[k]!;
      if (receiver[at] !== at) area[receiver[at]!]! += area[at]!;
    }
    for (const at of order) {
      if (outlet[at]) continue;
      const lifted = h[at]! + rise[at]!;
      const to = receiver[at]!;
      const pull = to === at ? 0 : (ERODIBILITY * area[at]! ** AREA_POWER * STEP) / run[at]!;
      h[at] = to === at ? lifted : (lifted + pull * h[to]!) / (1 + pull);
    }
    for (let at = 0; at < n; at++) {
      const i = at % columns;
      const west = i > 0 ? h[at - 1]! : h[at]!;
      const east = i < columns - 1 ? h[at + 1]! : h[at]!;
      const south = at >= columns ? h[at - columns]! : h[at]!;
      const north = at + columns < n ? h[at + columns]! : h[at]!;
      next[at] = outlet[at] ? 0 : h[at]! + CREEP * (west + east + south + north - 4 * h[at]!);
    }
    h.set(next);
  }
  return h;
};

/** Every cell after the one it drains to. */
const downstreamFirst = (receiver: Int32Array): Int32Array => {
  const n = receiver.length;
  const first = new Int32Array(n + 1);
  for (let at = 0; at < n; at++) if (receiver[at] !== at) first[receiver[at]! + 1]!++;
  for (let at = 0; at < n; at++) first[at + 1]! += first[at]!;
  const donors = new Int32Array(n);
  const filled = first.slice(0, n);
  for (let at = 0; at < n; at++) if (receiver[at] !== at) donors[filled[receiver[at]!]!++] = at;
  const order = new Int32Array(n);
  let count = 0;
  for (let at = 0; at < n; at++) if (receiver[at] === at) order[count++] = at;
  for (let k = 0; k < count; k++) {
    const at = order[k]!;
    for (let d = first[at]!; d < first[at + 1]!; d++) order[count++] = donors[d]!;
  }
  return order;
};

/** Uniform cubic B-spline through a grid: smooth slopes, no ringing at ridges. */
export const splineSample = (
  values: Float64Array,
  columns: number,
  rows: number,
  cell: number,
): ((x: number, y: number) => number) => {
  const weights = (t: number): readonly number[] => [
    (1 - t) ** 3 / 6,
    (3 * t ** 3 - 6 * t * t + 4) / 6,
    (-3 * t ** 3 + 3 * t * t + 3 * t + 1) / 6,
    t ** 3 / 6,
  ];
  return (x, y) => {
    const gx = x / cell;
    const gy = y / cell;
    const i = Math.floor(gx);
    const j = Math.floor(gy);
    const wx = weights(gx - i);
    const wy = weights(gy - j);
    let sum = 0;
    for (let b = 0; b < 4; b++) {
      const row = Math.min(rows - 1, Math.max(0, j - 1 + b)) * columns;
      let line = 0;
      for (let a = 0; a < 4; a++)
        line += wx[a]! * values[row + Math.min(columns - 1, Math.max(0, i - 1 + a))]!;
      sum += wy[b]! * line;
    }
    return sum;
  };
};
