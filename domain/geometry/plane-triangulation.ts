import Constrainautor from '@kninnug/constrainautor';
import Delaunator from 'delaunator';
import earcut from 'earcut';

export interface PlaneTriangulation {
  /** Counter-clockwise, three point numbers a triangle. */
  readonly triangles: number[];
  /** False where the outline crosses or touches itself so that triangles overlap or cover too much. */
  readonly exact: boolean;
}

/**
 * Triangles whose open edges are exactly the given ones, whatever the outline: a cap or a panel that takes over the
 * edges of its neighbours can be joined to them without a gap. No point is added or left out.
 *
 * Constrained Delaunay first, because it uses every point of a straight side (earcut drops them, which opens the
 * seam); earcut where the outline crosses itself; at the very last a fan, which overlaps but still closes.
 * @param xy 2 numbers a point
 * @param edges directed pairs of point numbers with the inside to their left; every point is left as often as entered
 */
export function triangulateOutline(xy: ArrayLike<number>, edges: ArrayLike<number>): PlaneTriangulation {
  const local = localPoints(xy, edges);
  const found =
    constrainedDelaunay(local) ?? (local.points.length > 0 ? null : { triangles: [], exact: true });
  if (found) return { triangles: found.triangles.map((i) => local.points[i]!), exact: found.exact };
  const loops = loopsOf(edges);
  const cut = earcutLoops(xy, loops);
  const triangles = cut && sameBoundary(cut, edges) ? cut : loops.flatMap(fan);
  return { triangles, exact: coversOnce(xy, triangles, loops) };
}

interface LocalPoints {
  /** Number in the caller's list by number here. */
  readonly points: number[];
  readonly coords: Float64Array;
  readonly edges: readonly (readonly [number, number])[];
}

function localPoints(xy: ArrayLike<number>, edges: ArrayLike<number>): LocalPoints {
  const here = new Map<number, number>();
  const points: number[] = [];
  const local = (point: number): number => {
    const known = here.get(point);
    if (known !== undefined) return known;
    here.set(point, points.length);
    points.push(point);
    return points.length - 1;
  };
  const pairs: [number, number][] = [];
  for (let i = 0; i < edges.length; i += 2) pairs.push([local(edges[i]!), local(edges[i + 1]!)]);
  const coords = new Float64Array(points.length * 2);
  const [ox, oy] = points.length > 0 ? [xy[points[0]! * 2]!, xy[points[0]! * 2 + 1]!] : [0, 0];
  points.forEach((point, i) => {
    coords[i * 2] = xy[point * 2]! - ox;
    coords[i * 2 + 1] = xy[point * 2 + 1]! - oy;
  });
  return { points, coords, edges: pairs };
}

/** Null where the edges cross, touch points or cannot be told into inside and outside. */
function constrainedDelaunay({ coords, points, edges }: LocalPoints): PlaneTriangulation | null {
  if (points.length < 3) return null;
  const delaunay = new Delaunator(coords);
  if (delaunay.triangles.length === 0) return null;
  try {
    const constrained = new Constrainautor(delaunay);
    for (const [from, to] of edges) constrained.constrainOne(from, to);
  } catch {
    return null;
  }
  const { triangles: corners, halfedges } = delaunay;
  const count = points.length;
  const directed = new Set(edges.map(([from, to]) => from * count + to));
  if (directed.size !== edges.length) return null;
  // Delaunator's triangles run clockwise in a frame whose y goes up, so each edge is read backwards.
  const turn = (half: number): number => (half % 3 === 2 ? half - 2 : half + 1);
  const forward = (half: number): number => corners[turn(half)]! * count + corners[half]!;
  const backward = (half: number): number => corners[half]! * count + corners[turn(half)]!;
  const clockwise = isClockwise(coords, corners);
  const keyInside = clockwise ? forward : backward;
  const keyOutside = clockwise ? backward : forward;

  const inside = new Uint8Array(corners.length / 3);
  const queue: number[] = [];
  for (let half = 0; half < corners.length; half++) {
    const triangle = (half / 3) | 0;
    if (!inside[triangle] && directed.has(keyInside(half))) {
      inside[triangle] = 1;
      queue.push(triangle);
    }
  }
  for (let triangle = queue.pop(); triangle !== undefined; triangle = queue.pop()) {
    for (let half = triangle * 3; half < triangle * 3 + 3; half++) {
      if (directed.has(keyInside(half))) continue;
      if (directed.has(keyOutside(half))) return null;
      const other = halfedges[half]!;
      if (other < 0) return null;
      const neighbour = (other / 3) | 0;
      if (inside[neighbour]) continue;
      inside[neighbour] = 1;
      queue.push(neighbour);
    }
  }
  const triangles: number[] = [];
  inside.forEach((flag, t) => {
    if (!flag) return;
    const [a, b, c] = [corners[t * 3]!, corners[t * 3 + 1]!, corners[t * 3 + 2]!];
    triangles.push(a, clockwise ? c : b, clockwise ? b : c);
  });
  const flat = edges.flat();
  return sameBoundary(triangles, flat) ? { triangles, exact: true } : null;
}

function isClockwise(coords: Float64Array, corners: ArrayLike<number>): boolean {
  let area = 0;
  for (let i = 0; i < corners.length; i += 3) {
    const [a, b, c] = [corners[i]! * 2, corners[i + 1]! * 2, corners[i + 2]! * 2];
    area +=
      (coords[b]! - coords[a]!) * (coords[c + 1]! - coords[a + 1]!) -
      (coords[c]! - coords[a]!) * (coords[b + 1]! - coords[a + 1]!);
  }
  return area < 0;
}

/** Whether the edges of the triangles that no neighbour takes back are exactly `edges`. */
function sameBoundary(triangles: readonly number[], edges: ArrayLike<number>): boolean {
  const balance = new Map<string, number>();
  const count = (from: number, to: number, by: number): void => {
    const key = from < to ? `${from},${to}` : `${to},${from}`;
    balance.set(key, (balance.get(key) ?? 0) + (from < to ? by : -by));
  };
  for (let i = 0; i < triangles.length; i += 3)
    for (let k = 0; k < 3; k++) count(triangles[i + k]!, triangles[i + ((k + 1) % 3)]!, 1);
  for (let i = 0; i < edges.length; i += 2) count(edges[i]!, edges[i + 1]!, -1);
  return [...balance.values()].every((sum) => sum === 0);
}

/** Closed walks without a repeated point that use every edge once. */
function loopsOf(edges: ArrayLike<number>): number[][] {
  const out = new Map<number, number[]>();
  for (let i = 0; i < edges.length; i += 2) {
    const list = out.get(edges[i]!);
    if (list) list.push(edges[i + 1]!);
    else out.set(edges[i]!, [edges[i + 1]!]);
  }
  const loops: number[][] = [];
  for (const start of out.keys()) {
    const path = [start];
    const place = new Map([[start, 0]]);
    for (let to = out.get(start)!.pop(); to !== undefined; to = out.get(path.at(-1)!)?.pop()) {
      const seen = place.get(to);
      if (seen === undefined) {
        place.set(to, path.length);
        path.push(to);
        continue;
      }
      const loop = path.splice(seen + 1);
      for (const point of loop) place.delete(point);
      loops.push([to, ...loop]);
    }
  }
  return loops;
}

function loopArea(xy: ArrayLike<number>, loop: readonly number[]): number {
  const [ox, oy] = [xy[loop[0]! * 2]!, xy[loop[0]! * 2 + 1]!];
  let twice = 0;
  loop.forEach((a, i) => {
    const b = loop[(i + 1) % loop.length]!;
    twice += (xy[a * 2]! - ox) * (xy[b * 2 + 1]! - oy) - (xy[b * 2]! - ox) * (xy[a * 2 + 1]! - oy);
  });
  return twice / 2;
}

const EQUAL_AREA = 1e-9;

/** Whether no triangle lies over another or outside: then all of them together have the outline's own area. */
function coversOnce(
  xy: ArrayLike<number>,
  triangles: readonly number[],
  loops: readonly number[][],
): boolean {
  let covered = 0;
  for (let i = 0; i < triangles.length; i += 3) covered += Math.abs(loopArea(xy, triangles.slice(i, i + 3)));
  const outline = loops.reduce((sum, loop) => sum + loopArea(xy, loop), 0);
  return Math.abs(covered - outline) <= EQUAL_AREA * covered;
}

/** Null unless there is exactly one outer loop; earcut's own order of corners is set right. */
function earcutLoops(xy: ArrayLike<number>, loops: readonly number[][]): number[] | null {
  const outer = loops.filter((loop) => loopArea(xy, loop) > 0);
  if (outer.length !== 1) return null;
  const ordered = [outer[0]!, ...loops.filter((loop) => loop !== outer[0])];
  const points = ordered.flat();
  const holes: number[] = [];
  let at = 0;
  for (const loop of ordered) {
    if (at > 0) holes.push(at);
    at += loop.length;
  }
  const triangles = earcut(
    points.flatMap((i) => [xy[i * 2]!, xy[i * 2 + 1]!]),
    holes,
  ).map((i) => points[i]!);
  const turned = triangles.reduce(
    (sum, _, i) => (i % 3 === 0 ? sum + loopArea(xy, triangles.slice(i, i + 3)) : sum),
    0,
  );
  if (turned < 0)
    for (let i = 0; i < triangles.length; i += 3)
      triangles.splice(i + 1, 2, triangles[i + 2]!, triangles[i + 1]!);
  return triangles;
}

const fan = (loop: readonly number[]): number[] =>
  loop.slice(2).flatMap((point, i) => [loop[0]!, loop[i + 1]!, point]);
