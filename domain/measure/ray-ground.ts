import type { GroundField } from '../geology/ground-field.ts';
import type { Ray } from '../geology/slice/cap-pick.ts';

/**
 * Where a ray first meets the ground, directions' lengths; null: nowhere. Exact for the surface that is bilinear in the cells:
 * in each cell under the ray the height over the ground is a quadratic of the way along it.
 */
export const groundHit = (
  { grid, up }: GroundField,
  { origin, direction }: Ray,
  keeps: (along: number) => boolean = () => true,
): number | null => {
  const { columns, rows, cell } = grid;
  const x0 = (origin[0] - grid.east) / cell;
  const y0 = (origin[1] - grid.north) / cell;
  const [dx, dy, dz] = [direction[0] / cell, direction[1] / cell, direction[2]];
  const inside = between(x0, dx, columns - 1, between(y0, dy, rows - 1, [0, Number.POSITIVE_INFINITY]));
  let [from, end] = inside;
  while (from < end) {
    // The cell the ray is in just after `from`, and where it leaves it.
    const i = cellOf(x0 + dx * from, dx, columns - 2);
    const j = cellOf(y0 + dy * from, dy, rows - 2);
    const to = Math.min(end, leaves(x0, dx, i, from), leaves(y0, dy, j, from));
    const at = j * columns + i;
    const [a, b, c, d] = [up[at]!, up[at + 1]!, up[at + columns]!, up[at + columns + 1]!];
    // a + (b − a)·u + (c − a)·v + (a − b − c + d)·u·v with u = x − i, v = y − j, both linear along the ray.
    const [u, v] = [x0 - i, y0 - j];
    const [p, q, r] = [b - a, c - a, a - b - c + d];
    const k0 = origin[2] - (a + p * u + q * v + r * u * v);
    const k1 = dz - (p * dx + q * dy + r * (u * dy + v * dx));
    const k2 = -r * dx * dy;
    for (const hit of rootsOf(k0, k1, k2)) {
      const slack = 1e-9 * Math.max(1, to - from);
      if (hit > 0 && hit >= from - slack && hit <= Math.min(to, 1e300) + slack && keeps(hit)) return hit;
    }
    if (!Number.isFinite(to)) return null;
    from = to > from ? to : nextUp(from);
  }
  return null;
};

/** What of a range lies where 0 ≤ start + rate·t ≤ most. */
const between = (
  start: number,
  rate: number,
  most: number,
  [from, to]: readonly [number, number],
): [number, number] => {
  if (rate === 0) return start >= 0 && start <= most ? [from, to] : [0, 0];
  const [a, b] = [-start / rate, (most - start) / rate];
  return [Math.max(from, Math.min(a, b)), Math.min(to, Math.max(a, b))];
};

/** On a line between two cells the one the ray goes into. */
const cellOf = (place: number, rate: number, last: number): number => {
  const near = Math.round(place);
  const cell = Math.abs(place - near) < 1e-9 ? (rate < 0 ? near - 1 : near) : Math.floor(place);
  return Math.max(0, Math.min(last, cell));
};

const leaves = (start: number, rate: number, cell: number, from: number): number => {
  if (rate === 0) return Number.POSITIVE_INFINITY;
  const out = ((rate > 0 ? cell + 1 : cell) - start) / rate;
  return out > from ? out : Number.POSITIVE_INFINITY;
};

const nextUp = (value: number): number => value + Math.max(Math.abs(value) * 1e-12, 1e-12);

/** Real roots of k0 + k1·t + k2·t², rising. */
const rootsOf = (k0: number, k1: number, k2: number): number[] => {
  if (Number.isNaN(k0) || Number.isNaN(k1)) return [];
  if (Math.abs(k2) < 1e-15 * Math.max(Math.abs(k1), 1e-300)) return k1 === 0 ? [] : [-k0 / k1];
  const square = k1 * k1 - 4 * k2 * k0;
  if (square < 0) return [];
  // Without the loss of digits of the school formula where k1 is large.
  const q = -(k1 + Math.sign(k1 || 1) * Math.sqrt(square)) / 2;
  const roots = q === 0 ? [0] : [q / k2, k0 / q];
  return roots.sort((x, y) => x - y);
};
