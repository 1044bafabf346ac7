import Delaunator from 'delaunator';
import type { Terrain } from '../../../../domain/cameras/line-of-sight.ts';
import type { WallHeat } from '../../../../domain/slopes/wall-heat.ts';
import type { Overlay } from '../../../engines/mine-view.ts';

/** Shapes of the slope panel in the mine's frame, metres. */

export interface Arrow {
  readonly at: readonly [number, number, number];
  /** mm east, north, up. */
  readonly moved: readonly [number, number, number];
}

/** Arrows are drawn at one of these magnifications, so that the longest is some tens of metres: legible and stated. */
const FACTORS = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;
const LONGEST_METRES = 40;
const HEAD_SHARE = 0.28;
const ARROW_COLOUR = [232, 99, 44, 255] as const;

/** The magnification at which the longest arrow comes nearest to 40 m without passing it. */
export const arrowFactor = (arrows: readonly Arrow[]): number => {
  const longest = Math.max(0, ...arrows.map(({ moved }) => Math.hypot(...moved))) / 1000;
  return FACTORS.filter((factor) => longest * factor <= LONGEST_METRES).at(-1) ?? FACTORS[0];
};

/** A shaft and a four-line head an arrow; what has not moved is left out. */
export function arrowOverlay(arrows: readonly Arrow[], factor: number): Overlay | null {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const { at, moved } of arrows) {
    const length = (Math.hypot(...moved) / 1000) * factor;
    if (!(length > 0.01)) continue;
    const d = moved.map((v) => v / Math.hypot(...moved)) as [number, number, number];
    const flat = Math.hypot(d[0], d[1]);
    // Two directions across the shaft; straight up or down any will do.
    const side = flat > 1e-9 ? [-d[1] / flat, d[0] / flat, 0] : [1, 0, 0];
    const over = [
      d[1] * side[2]! - d[2] * side[1]!,
      d[2] * side[0]! - d[0] * side[2]!,
      d[0] * side[1]! - d[1] * side[0]!,
    ];
    const first = positions.length / 3;
    const tip = at.map((v, i) => v + d[i]! * length);
    positions.push(...at, ...tip);
    indices.push(first, first + 1);
    const head = length * HEAD_SHARE;
    for (const [i, across] of [side, side, over, over].entries()) {
      const sign = (i % 2 ? -1 : 1) * head * 0.45;
      positions.push(...tip.map((v, k) => v - d[k]! * head + across[k]! * sign));
      indices.push(first + 1, first + 2 + i);
    }
  }
  if (indices.length === 0) return null;
  const count = positions.length / 3;
  return {
    kind: 'lines',
    positions: Float64Array.from(positions),
    indices: Uint32Array.from(indices),
    colours: Uint8Array.from({ length: count * 4 }, (_, i) => ARROW_COLOUR[i % 4]!),
    width: 3,
    throughRock: true,
    sliced: true,
  };
}

/** Blue to yellow, each stop lighter than the last: readable without colour vision and on both grounds. */
const STOPS = [
  [58, 84, 178],
  [92, 124, 178],
  [140, 155, 150],
  [204, 188, 98],
  [255, 234, 70],
] as const;

export const heatColour = (share: number): readonly [number, number, number] => {
  const at = Math.min(1, Math.max(0, share)) * (STOPS.length - 1);
  const below = Math.min(STOPS.length - 2, Math.floor(at));
  const [a, b] = [STOPS[below]!, STOPS[below + 1]!];
  const mix = (i: 0 | 1 | 2): number => Math.round(a[i] + (b[i] - a[i]) * (at - below));
  return [mix(0), mix(1), mix(2)];
};

export const HEAT_CSS = `linear-gradient(90deg, ${STOPS.map((stop) => `rgb(${stop.join(' ')})`).join(', ')})`;

/** Each triangle between stations is cut into this many along an edge: more where it follows the ground. */
const CUTS_STRAIGHT = 8;
const CUTS_ON_GROUND = 24;
const LONGEST_EDGE_FACTOR = 3;

/**
 * Estimates between the stations, on the ground where its height is known between all three stations of a triangle, else
 * straight from station to station. How far a station stands over the ground is mixed between them, so that the heat meets
 * every station. The surer an estimate, the more solid: opacity falls from 230 at no deviation to 25 where it is as large as
 * between far points.
 */
export function heatOverlay(
  stations: readonly (readonly [number, number, number])[],
  heat: WallHeat,
  low: number,
  high: number,
  terrain: Terrain | null = null,
): (Overlay & { readonly onGround: 'all' | 'some' | 'none' }) | null {
  if (stations.length < 3) return null;
  const { triangles } = Delaunator.from(
    [...stations],
    ([east]) => east,
    ([, north]) => north,
  );
  const apart = (a: number, b: number): number =>
    Math.hypot(...[0, 1, 2].map((i) => stations[a]![i]! - stations[b]![i]!));
  const edges: number[] = [];
  for (let t = 0; t < triangles.length; t += 3)
    for (const k of [0, 1, 2]) edges.push(apart(triangles[t + k]!, triangles[t + ((k + 1) % 3)]!));
  edges.sort((a, b) => a - b);
  // A long thin triangle across the pit's mouth says nothing of its wall.
  const longest = LONGEST_EDGE_FACTOR * (edges[edges.length >> 2] ?? 0);
  const positions: number[] = [];
  const colours: number[] = [];
  const indices: number[] = [];
  let [ground, beside] = [0, 0];
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t]!, triangles[t + 1]!, triangles[t + 2]!];
    if (Math.max(apart(a, b), apart(b, c), apart(c, a)) > longest) continue;
    const corners = [stations[a]!, stations[b]!, stations[c]!] as const;
    const places = onGround(corners, terrain) ?? straight(corners);
    const cuts = places.cuts;
    if (places.ground) ground++;
    else beside++;
    const first = positions.length / 3;
    const rowStart = (row: number): number => first + row * (cuts + 1) - (row * (row - 1)) / 2;
    for (let i = 0; i <= cuts; i++)
      for (let j = 0; j <= cuts - i; j++) {
        const at = places.at(i, j);
        const { value, standardDeviation } = heat.at(at);
        const sure = 1 - Math.min(1, standardDeviation / heat.spread);
        positions.push(...at);
        colours.push(...heatColour((value - low) / (high - low || 1)), Math.round(25 + 205 * sure));
        if (i === cuts || j === cuts - i) continue;
        const here = rowStart(i) + j;
        const next = rowStart(i + 1) + j;
        indices.push(here, next, here + 1);
        if (j < cuts - i - 1) indices.push(here + 1, next, next + 1);
      }
  }
  if (indices.length === 0) return null;
  return {
    kind: 'triangles',
    positions: Float64Array.from(positions),
    indices: Uint32Array.from(indices),
    colours: Uint8Array.from(colours),
    sliced: true,
    onGround: beside === 0 ? 'all' : ground > 0 ? 'some' : 'none',
  };
}

type Corner = readonly [number, number, number];
type Corners = readonly [Corner, Corner, Corner];

/** Places of a triangle cut into small ones: `i` and `j` steps from the first corner towards the second and the third. */
interface CutTriangle {
  readonly cuts: number;
  readonly ground: boolean;
  at(i: number, j: number): Corner;
}

const straight = ([a, b, c]: Corners): CutTriangle => ({
  cuts: CUTS_STRAIGHT,
  ground: false,
  at: (i, j) => mixed(a, b, c, i / CUTS_STRAIGHT, j / CUTS_STRAIGHT),
});

const mixed = (a: Corner, b: Corner, c: Corner, u: number, v: number): Corner =>
  [0, 1, 2].map((k) => a[k]! * (1 - u - v) + b[k]! * u + c[k]! * v) as unknown as Corner;

/** null where the ground is not known everywhere between the corners. */
const onGround = ([a, b, c]: Corners, terrain: Terrain | null): CutTriangle | null => {
  if (!terrain) return null;
  const over = (corner: Corner): number => corner[2] - (terrain(corner[0], corner[1]) ?? Number.NaN);
  const [overA, overB, overC] = [over(a), over(b), over(c)];
  const heights: Corner[][] = [];
  for (let i = 0; i <= CUTS_ON_GROUND; i++) {
    const row: Corner[] = [];
    for (let j = 0; j <= CUTS_ON_GROUND - i; j++) {
      const [u, v] = [i / CUTS_ON_GROUND, j / CUTS_ON_GROUND];
      const [e, n] = mixed(a, b, c, u, v);
      const up = (terrain(e, n) ?? Number.NaN) + overA * (1 - u - v) + overB * u + overC * v;
      if (Number.isNaN(up)) return null;
      row.push([e, n, up]);
    }
    heights.push(row);
  }
  return { cuts: CUTS_ON_GROUND, ground: true, at: (i, j) => heights[i]![j]! };
};
