import type { Body } from '../clearance/body.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import type { Measured } from './make-finding.ts';

/** What a draw angle makes of a body's depth: how far the zone reaches from above a point, metres a metre of depth. */
export interface DrawCone {
  /** cot of the draw angle. */
  readonly slope: number;
  /** What a metre around a line adds: 1 / sin of the draw angle, the reach of a ball beyond that of its middle. */
  readonly ball: number;
}

/** @param degrees from the horizontal, between 0 and 90 */
export const drawCone = (degrees: number): DrawCone => {
  const angle = (degrees * Math.PI) / 180;
  return { slope: 1 / Math.tan(angle), ball: 1 / Math.sin(angle) };
};

/** How far the zone of a point `depth` metres under the ground reaches, of a body of some radius around it. Metres. */
export const zoneReach = ({ slope, ball }: DrawCone, depth: number, radius: number): number =>
  depth * slope + radius * ball;

/** The least found so far. */
interface Least {
  gap: number;
  readonly here: [number, number, number];
  readonly there: [number, number, number];
}

/**
 * Gap between the subsidence zones of two bodies on level ground, metres; negative where they overlap. The zone of a point is the
 * disc its draw angle cuts from the ground, that of a body all discs of its points. The gap is the least of |p − q| in plan less
 * both reaches over all points p and q of the two: convex for two triangles, and outside of where they lie over each other its least
 * value is found with a corner of one and a side of the other, so it is exact.
 * @param ground height of the ground, metres up; not below the bodies
 * @returns the two points underground and one of the ground between or in both zones; null where the gap is more than `within`
 */
export function subsidenceGap(
  a: Body,
  coneA: DrawCone,
  b: Body,
  coneB: DrawCone,
  ground: number,
  within: number,
): Measured | null {
  const least: Least = { gap: within, here: [0, 0, 0], there: [0, 0, 0] };
  let found = false;
  const reach = (body: Body, cone: DrawCone, low: number): number =>
    zoneReach(cone, ground - low, body.radius);
  const bound = (i: number, j: number): number => {
    const [p, q, s, t] = [a.tree.boxes, b.tree.boxes, i * 6, j * 6];
    const east = Math.max(0, p[s]! - q[t + 3]!, q[t]! - p[s + 3]!);
    const north = Math.max(0, p[s + 1]! - q[t + 4]!, q[t + 1]! - p[s + 4]!);
    return Math.hypot(east, north) - reach(a, coneA, p[s + 2]!) - reach(b, coneB, q[t + 2]!);
  };
  const discs = (body: Body, cone: DrawCone, at: number): Disc[] =>
    [0, 3, 6].map((c) => {
      const { corners } = body.tree;
      const up = corners[at + c + 2]!;
      return { x: corners[at + c]!, y: corners[at + c + 1]!, up, r: reach(body, cone, up) };
    });
  const visit = (i: number, j: number): void => {
    const [inA, inB] = [a.tree.count[i]!, b.tree.count[j]!];
    if (inA > 0 && inB > 0) {
      for (let s = a.tree.next[i]!; s < a.tree.next[i]! + inA; s++)
        for (let t = b.tree.next[j]!; t < b.tree.next[j]! + inB; t++)
          found = nearestOfDiscs(discs(a, coneA, s * 9), discs(b, coneB, t * 9), least, found);
      return;
    }
    const cutA = inB > 0 || (inA === 0 && a.tree.next[i]! - i > b.tree.next[j]! - j);
    const children = (cutA ? [i + 1, a.tree.next[i]!] : [j + 1, b.tree.next[j]!]).map((child) => ({
      child,
      least: cutA ? bound(child, j) : bound(i, child),
    }));
    children.sort((one, other) => one.least - other.least);
    for (const { child, least: lower } of children) {
      if (lower > least.gap || (found && lower === least.gap)) continue;
      if (cutA) visit(child, j);
      else visit(i, child);
    }
  };
  if (bound(0, 0) <= within) visit(0, 0);
  if (!found) return null;
  const { here, there, gap } = least;
  const rHere = reach(a, coneA, here[2]);
  const rThere = reach(b, coneB, there[2]);
  return { distance: gap, here, there, ground: between(here, rHere, there, rThere, ground) };
}

/** A point of the ground in both discs, or midway between them where they do not meet. */
function between(here: Vec3, rHere: number, there: Vec3, rThere: number, ground: number): Vec3 {
  const apart = Math.hypot(there[0] - here[0], there[1] - here[1]);
  // Where one disc lies in the other its middle is in both; else the middle of what they share, or of what is between them.
  const from = Math.max(0, apart - rThere);
  const to = Math.min(apart, rHere);
  const share = apart > 0 ? (from + to) / 2 / apart : 0;
  return [here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share, ground];
}

/** What the zone takes from the ground above one point of a body. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly up: number;
  readonly r: number;
}

const mix = (a: Disc, b: Disc, t: number): Disc => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
  up: a.up + (b.up - a.up) * t,
  r: a.r + (b.r - a.r) * t,
});

/** Metres: no two points of the two triangles have a smaller gap than their boxes in plan less their widest reaches. */
function leastBetween(p: readonly Disc[], q: readonly Disc[]): number {
  const [a, b, c] = p as readonly [Disc, Disc, Disc];
  const [d, e, f] = q as readonly [Disc, Disc, Disc];
  const east = Math.max(
    0,
    Math.min(a.x, b.x, c.x) - Math.max(d.x, e.x, f.x),
    Math.min(d.x, e.x, f.x) - Math.max(a.x, b.x, c.x),
  );
  const north = Math.max(
    0,
    Math.min(a.y, b.y, c.y) - Math.max(d.y, e.y, f.y),
    Math.min(d.y, e.y, f.y) - Math.max(a.y, b.y, c.y),
  );
  return Math.sqrt(east * east + north * north) - Math.max(a.r, b.r, c.r) - Math.max(d.r, e.r, f.r);
}

/** @param found whether `least` is of two points already, or only the most it may be */
function nearestOfDiscs(p: readonly Disc[], q: readonly Disc[], least: Least, found: boolean): boolean {
  const lower = leastBetween(p, q);
  if (lower > least.gap || (found && lower === least.gap)) return found;
  let met = found;
  const keep = (a: Disc, b: Disc): void => {
    const gap = Math.hypot(b.x - a.x, b.y - a.y) - a.r - b.r;
    if (gap > least.gap || (met && gap === least.gap)) return;
    met = true;
    least.gap = gap;
    [least.here[0], least.here[1], least.here[2]] = [a.x, a.y, a.up];
    [least.there[0], least.there[1], least.there[2]] = [b.x, b.y, b.up];
  };
  for (let k = 0; k < 3; k++)
    for (let m = 0; m < 3; m++) {
      const [a, b, c, d] = [p[k]!, p[(k + 1) % 3]!, q[m]!, q[(m + 1) % 3]!];
      const there = nearestOnSide(a, c, d);
      if (gapOnSide(a, c, d, there) <= least.gap) keep(a, mix(c, d, there));
      const here = nearestOnSide(c, a, b);
      if (gapOnSide(c, a, b, here) <= least.gap) keep(mix(a, b, here), c);
    }
  // Over each other in plan: the deepest place is where sides cross, or a corner over or under the other's face.
  for (let k = 0; k < 3; k++)
    for (let m = 0; m < 3; m++) {
      const both = crossing(p[k]!, p[(k + 1) % 3]!, q[m]!, q[(m + 1) % 3]!);
      if (both) keep(...both);
    }
  for (const corner of p) {
    const on = onFace(corner, q);
    if (on) keep(corner, on);
  }
  for (const corner of q) {
    const on = onFace(corner, p);
    if (on) keep(on, corner);
  }
  return met;
}

/** Where on a side (0 to 1) distance in plan less the disc's radius is least: a hyperbola less a straight line. */
export function nearestOnSide({ x, y }: Pick<Disc, 'x' | 'y'>, from: Disc, to: Disc): number {
  const ex = to.x - from.x;
  const ey = to.y - from.y;
  const length = Math.sqrt(ex * ex + ey * ey);
  const rises = to.r - from.r;
  if (!(length > Math.abs(rises))) return rises > 0 ? 1 : 0;
  const along = ((x - from.x) * ex + (y - from.y) * ey) / length;
  const aside = Math.abs((x - from.x) * ey - (y - from.y) * ex) / length;
  const m = rises / length;
  return Math.min(1, Math.max(0, (along + (m * aside) / Math.sqrt(1 - m * m)) / length));
}

function gapOnSide({ x, y, r }: Disc, from: Disc, to: Disc, t: number): number {
  const dx = from.x + (to.x - from.x) * t - x;
  const dy = from.y + (to.y - from.y) * t - y;
  // A hair less: what may be the least is reckoned once more, exactly.
  return Math.sqrt(dx * dx + dy * dy) - r - (from.r + (to.r - from.r) * t) - 1e-9;
}

function crossing(a: Disc, b: Disc, c: Disc, d: Disc): [Disc, Disc] | null {
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  const cross = ux * vy - uy * vx;
  if (cross === 0) return null;
  const s = ((c.x - a.x) * vy - (c.y - a.y) * vx) / cross;
  const t = ((c.x - a.x) * uy - (c.y - a.y) * ux) / cross;
  return s >= 0 && s <= 1 && t >= 0 && t <= 1 ? [mix(a, b, s), mix(c, d, t)] : null;
}

/** The disc of a face's point under or over a place; null: the face is nowhere there, or stands upright. */
export function onFace({ x, y }: Pick<Disc, 'x' | 'y'>, [a, b, c]: readonly Disc[]): Disc | null {
  if (!a || !b || !c) return null;
  const area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  if (area === 0) return null;
  const s = ((x - a.x) * (c.y - a.y) - (y - a.y) * (c.x - a.x)) / area;
  const t = ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / area;
  if (s < 0 || t < 0 || s + t > 1) return null;
  return {
    x,
    y,
    up: a.up + (b.up - a.up) * s + (c.up - a.up) * t,
    r: a.r + (b.r - a.r) * s + (c.r - a.r) * t,
  };
}
