import type { RoadwayNetwork } from '../contracts/network.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import type { TubeSegment } from '../geometry/tube-frames.ts';
import { crossSection } from '../workings/cross-section.ts';
import { roadwaySegments, STEEP_SHARE } from './roadway-segments.ts';

/**
 * How far a sight line may run into a wall and still count as free, metres: roadways are surveyed to about a decimetre
 * and their walls are rough. Also closes the hairline gaps between neighbouring pieces.
 */
export const WALL_TOLERANCE = 0.05;
/** A camera drawn in the rock is taken to hang on the wall or roof this near to it, metres. */
const ON_THE_WALL = 1;
/** How far inside the wall it is then put, metres. */
const OFF_THE_WALL = 0.1;
const GRID = 20;

/** The hollow of a mine's roadways: everything else is rock, through which nobody sees. */
export interface FreeSpace {
  readonly pieces: number;
  /** Pieces that come within `reach` metres of a point, for the calls below. */
  near(at: Vec3, reach: number): Int32Array;
  /** How far one can go from `at` along a unit vector before rock, metres, `most` at most. 0: `at` is in the rock. */
  freeAlong(at: Vec3, direction: Vec3, most: number, near: Int32Array): number;
  /** The point itself, or the nearest one off the wall; null where the point is more than a metre inside the rock. */
  inside(at: Vec3): { readonly at: Vec3; readonly movedBy: number } | null;
}

/** A side of a cross-section: points with nr·right + nu·up ≤ c are on the free side. */
type Sides = Float64Array;

/** Outline [right, up] of an edge's hollow: no wider anywhere than what the survey may have meant. */
const outlineOf = (width: number, height: number, steep: boolean): Sides => {
  // network.json says width and height, not the shape. An arch lies within the rectangle, an ellipse within both.
  const outline = steep
    ? crossSection('circle', width, height, 'centre')
    : crossSection('arch', width, height, 'floor');
  const sides = new Float64Array(outline.length * 3);
  outline.forEach(([r, u], i) => {
    const [r2, u2] = outline[(i + 1) % outline.length]!;
    const length = Math.hypot(r2 - r, u2 - u);
    const [nr, nu] = [(u2 - u) / length, (r - r2) / length];
    sides.set([nr, nu, nr * r + nu * u], i * 3);
  });
  return sides;
};

/**
 * The hollow of all roadways of a network as a union of straight pieces. The line of an edge runs on its floor; in
 * raises and shafts (steeper than 60°) it is the centre. Pieces are drawn out at bends as their mitre would be.
 */
export function createFreeSpace(network: RoadwayNetwork): FreeSpace {
  const segments = roadwaySegments(network);
  const count = segments.length;
  const before = Float64Array.from(segments, ({ extendFrom }) => extendFrom);
  const beyond = Float64Array.from(segments, ({ segment, extendTo }) => segment.length + extendTo);
  const outlines = new Map<string, Sides>();
  const sidesOf = segments.map(({ segment, width, height }): Sides => {
    const steep = Math.hypot(segment.direction[0], segment.direction[1]) < STEEP_SHARE;
    const key = `${width} ${height} ${steep}`;
    const known = outlines.get(key) ?? outlineOf(width, height, steep);
    outlines.set(key, known);
    return known;
  });
  const frames = segments.map(({ segment }) => segment);
  // Flat, 12 a piece: from, direction, right, up. Sight lines by the million read nothing else.
  const axes = Float64Array.from(frames.flatMap((f) => [...f.from, ...f.direction, ...f.right, ...f.up]));
  const reachAcross = segments.map(({ width, height }) => Math.hypot(width, height));
  const grid = gridOf(frames, reachAcross);

  /** Where a line enters and leaves one piece, in metres along it; false where it misses. Written to `hit`. */
  const hit = { from: 0, to: 0 };
  const cross = (i: number, at: Vec3, d: Vec3, most: number): boolean => {
    const o = i * 12;
    const px = at[0] - axes[o]!;
    const py = at[1] - axes[o + 1]!;
    const pz = at[2] - axes[o + 2]!;
    const along = px * axes[o + 3]! + py * axes[o + 4]! + pz * axes[o + 5]!;
    const dAlong = d[0] * axes[o + 3]! + d[1] * axes[o + 4]! + d[2] * axes[o + 5]!;
    let lo = 0;
    let hi = most;
    const near = -before[i]! - WALL_TOLERANCE;
    const far = beyond[i]! + WALL_TOLERANCE;
    if (Math.abs(dAlong) < 1e-12) {
      if (along < near || along > far) return false;
    } else {
      const a = (near - along) / dAlong;
      const b = (far - along) / dAlong;
      lo = Math.max(lo, Math.min(a, b));
      hi = Math.min(hi, Math.max(a, b));
      if (lo > hi) return false;
    }
    const r = px * axes[o + 6]! + py * axes[o + 7]! + pz * axes[o + 8]!;
    const u = px * axes[o + 9]! + py * axes[o + 10]! + pz * axes[o + 11]!;
    const dr = d[0] * axes[o + 6]! + d[1] * axes[o + 7]! + d[2] * axes[o + 8]!;
    const du = d[0] * axes[o + 9]! + d[1] * axes[o + 10]! + d[2] * axes[o + 11]!;
    const sides = sidesOf[i]!;
    for (let k = 0; k < sides.length; k += 3) {
      const room = sides[k + 2]! + WALL_TOLERANCE - sides[k]! * r - sides[k + 1]! * u;
      const speed = sides[k]! * dr + sides[k + 1]! * du;
      if (speed > 1e-12) hi = Math.min(hi, room / speed);
      else if (speed < -1e-12) lo = Math.max(lo, room / speed);
      else if (room < 0) return false;
      if (lo > hi) return false;
    }
    hit.from = lo;
    hit.to = hi;
    return true;
  };

  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const freeAlong = (at: Vec3, direction: Vec3, most: number, near: Int32Array): number => {
    let crossed = 0;
    for (let k = 0; k < near.length; k++)
      if (cross(near[k]!, at, direction, most)) {
        starts[crossed] = hit.from;
        ends[crossed++] = hit.to;
      }
    let free = 0;
    for (let moved = true; moved && free < most; ) {
      moved = false;
      for (let k = 0; k < crossed; k++)
        if (starts[k]! <= free && ends[k]! > free) {
          free = ends[k]!;
          moved = true;
        }
    }
    return free;
  };

  const near = (at: Vec3, reach: number): Int32Array => {
    const found: number[] = [];
    for (const i of grid(at, reach))
      if (distanceToSegment(at, frames[i]!) <= reach + reachAcross[i]!) found.push(i);
    return Int32Array.from(found);
  };

  return {
    pieces: count,
    near,
    freeAlong,
    inside(at) {
      let best: { at: Vec3; movedBy: number } | null = null;
      for (const i of near(at, ON_THE_WALL)) {
        const moved = pushInside(at, frames[i]!, sidesOf[i]!, before[i]!, beyond[i]!);
        const movedBy = Math.hypot(moved[0] - at[0], moved[1] - at[1], moved[2] - at[2]);
        if (movedBy <= ON_THE_WALL && (best === null || movedBy < best.movedBy))
          best = { at: moved, movedBy };
      }
      return best;
    },
  };
}

/** The nearest point to `at` that lies in the piece, off its walls; `at` itself where it does already. */
function pushInside(at: Vec3, s: TubeSegment, sides: Sides, before: number, beyond: number): Vec3 {
  const p: Vec3 = [at[0] - s.from[0], at[1] - s.from[1], at[2] - s.from[2]];
  const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  let [r, u] = [dot(p, s.right), dot(p, s.up)];
  const along = Math.min(Math.max(dot(p, s.direction), -before), beyond);
  let moved = along !== dot(p, s.direction);
  // Points within the wall's tolerance stay where they are; others come off the wall, side by side until all agree.
  for (let round = 0; round < 8; round++) {
    let worst = WALL_TOLERANCE;
    let side = -1;
    for (let k = 0; k < sides.length; k += 3) {
      const out = sides[k]! * r + sides[k + 1]! * u - sides[k + 2]!;
      if (out > worst) [worst, side] = [out, k];
    }
    if (side < 0) break;
    moved = true;
    r -= sides[side]! * (worst + OFF_THE_WALL);
    u -= sides[side + 1]! * (worst + OFF_THE_WALL);
  }
  if (!moved) return at;
  const back = (k: 0 | 1 | 2) => s.from[k] + s.direction[k] * along + s.right[k] * r + s.up[k] * u;
  return [back(0), back(1), back(2)];
}

export function distanceToSegment(at: Vec3, { from, direction, length }: TubeSegment): number {
  const p: Vec3 = [at[0] - from[0], at[1] - from[1], at[2] - from[2]];
  const along = p[0] * direction[0] + p[1] * direction[1] + p[2] * direction[2];
  const t = Math.min(Math.max(along, 0), length);
  return Math.hypot(p[0] - direction[0] * t, p[1] - direction[1] * t, p[2] - direction[2] * t);
}

/** Finds the pieces whose bounding box comes within reach of a point, by squares of a plan grid. */
function gridOf(frames: readonly TubeSegment[], across: readonly number[]) {
  const squares = new Map<string, number[]>();
  const square = (v: number) => Math.floor(v / GRID);
  frames.forEach(({ from, to }, i) => {
    const wide = 2 * across[i]!;
    const [x0, x1] = [Math.min(from[0], to[0]) - wide, Math.max(from[0], to[0]) + wide];
    const [y0, y1] = [Math.min(from[1], to[1]) - wide, Math.max(from[1], to[1]) + wide];
    for (let x = square(x0); x <= square(x1); x++)
      for (let y = square(y0); y <= square(y1); y++) {
        const key = `${x} ${y}`;
        const list = squares.get(key);
        if (list) list.push(i);
        else squares.set(key, [i]);
      }
  });
  return (at: Vec3, reach: number): Set<number> => {
    const found = new Set<number>();
    for (let x = square(at[0] - reach); x <= square(at[0] + reach); x++)
      for (let y = square(at[1] - reach); y <= square(at[1] + reach); y++)
        for (const i of squares.get(`${x} ${y}`) ?? []) found.add(i);
    return found;
  };
}
