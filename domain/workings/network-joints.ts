import type { Vec3 } from '../geometry/bounds.ts';

/** A place on a line where a node lies. */
export interface Joint {
  /** Vertex number, with the share of the way to the next one after the point. */
  readonly place: number;
  readonly at: Vec3;
  /** Joints with the same number are one node. */
  readonly cluster: number;
}

interface Candidate {
  readonly line: number;
  readonly place: number;
  readonly at: Vec3;
}

/** Of a hash cell, metres, where the tolerance is smaller: roadway segments are tens of metres long. */
const CELL = 10;

/**
 * Joints of every line in order along it, its two ends always among them. Lines meet where ends, or with `joinInterior`
 * an end and any place of a line, or two vertices, are within the tolerance.
 */
export function findJoints(
  lines: readonly (readonly Vec3[])[],
  tolerance: number,
  joinInterior: boolean,
): Joint[][] {
  const found: Candidate[] = [];
  const byLine = lines.map(() => new Map<number, number>());
  /** A joint already within the tolerance on the same line serves again: no slivers of roadway between two. */
  const numberOf = (line: number, place: number, at: Vec3): number => {
    for (const [theirs, known] of byLine[line]!)
      if (
        distance(found[known]!.at, at) <= tolerance &&
        lengthBetween(lines[line]!, theirs, place) <= RETURN * tolerance
      )
        return known;
    byLine[line]!.set(place, found.length);
    found.push({ line, place, at });
    return found.length - 1;
  };
  lines.forEach((points, line) => {
    // Both ends of a line are joints, however near to each other they are.
    for (const place of [0, points.length - 1]) {
      byLine[line]!.set(place, found.length);
      found.push({ line, place, at: points[place]! });
    }
  });
  const joins: [number, number][] = [];
  const ends = found.slice();
  const endCells = createCells<number>(Math.max(tolerance, CELL));
  ends.forEach(({ at }, i) => {
    for (const other of endCells.near(at, tolerance))
      if (distance(at, ends[other]!.at) <= tolerance) joins.push([other, i]);
    endCells.add(i, at, at);
  });
  if (joinInterior) joinInside(lines, ends, tolerance, numberOf, joins);

  const parent = found.map((_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) r = parent[r]!;
    parent[i] = r;
    return r;
  };
  for (const [a, b] of joins) {
    const [low, high] = [Math.min(root(a), root(b)), Math.max(root(a), root(b))];
    parent[high] = low;
  }
  return byLine.map((places) =>
    [...places.entries()]
      .sort(([a], [b]) => a - b)
      .map(([place, number]) => ({ place, at: found[number]!.at, cluster: root(number) })),
  );
}

/** Tolerances a line must run on before it can come back to its own end. */
const RETURN = 4;

function lengthBetween(points: readonly Vec3[], a: number, b: number): number {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  const at = (place: number): Vec3 => {
    const i = Math.min(Math.floor(place), points.length - 2);
    return between(points[i]!, points[i + 1]!, place - i);
  };
  let sum = 0;
  let last = at(from);
  for (let i = Math.floor(from) + 1; i < to; i++) {
    sum += distance(last, points[i]!);
    last = points[i]!;
  }
  return sum + distance(last, at(to));
}

/** Ends that touch a line between its ends, and vertices that two lines share. */
function joinInside(
  lines: readonly (readonly Vec3[])[],
  ends: readonly Candidate[],
  tolerance: number,
  numberOf: (line: number, place: number, at: Vec3) => number,
  joins: [number, number][],
): void {
  const size = Math.max(tolerance, CELL);
  const segments = createCells<readonly [line: number, segment: number]>(size);
  const vertices = createCells<readonly [line: number, vertex: number]>(size);
  lines.forEach((points, line) => {
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1]!, points[i]!];
      // A long slanting segment fills few of the cells of its box: it is entered piece by piece.
      const steps = Math.max(1, Math.ceil(distance(a, b) / size));
      for (let k = 0; k < steps; k++)
        segments.add([line, i - 1], between(a, b, k / steps), between(a, b, (k + 1) / steps));
    }
  });
  ends.forEach((end, number) => {
    const nearest = new Map<number, { place: number; at: Vec3; away: number }>();
    for (const [line, segment] of segments.near(end.at, tolerance)) {
      const points = lines[line]!;
      const hit = closest(end.at, points[segment]!, points[segment + 1]!);
      if (hit.away > tolerance) continue;
      const place = segment + hit.share;
      // Every end lies on its own line; only a line that comes back to itself touches it.
      if (line === end.line && lengthBetween(points, end.place, place) <= RETURN * tolerance) continue;
      const best = nearest.get(line);
      if (!best || hit.away < best.away || (hit.away === best.away && place < best.place))
        nearest.set(line, { place, at: hit.at, away: hit.away });
    }
    for (const [line, hit] of [...nearest].sort(([a], [b]) => a - b))
      joins.push([number, numberOf(line, ...onVertex(lines[line]!, hit, tolerance))]);
  });
  lines.forEach((points, line) => {
    for (let vertex = 1; vertex + 1 < points.length; vertex++) {
      const at = points[vertex]!;
      for (const [other, theirs] of vertices.near(at, tolerance))
        if (other !== line && distance(at, lines[other]![theirs]!) <= tolerance)
          joins.push([numberOf(other, theirs, lines[other]![theirs]!), numberOf(line, vertex, at)]);
    }
    for (let vertex = 1; vertex + 1 < points.length; vertex++)
      vertices.add([line, vertex], points[vertex]!, points[vertex]!);
  });
}

/** A vertex within the tolerance is taken rather than a new point beside it. */
function onVertex(
  points: readonly Vec3[],
  hit: { place: number; at: Vec3 },
  tolerance: number,
): [place: number, at: Vec3] {
  for (const vertex of [Math.round(hit.place), Math.floor(hit.place), Math.ceil(hit.place)])
    if (vertex > 0 && vertex < points.length - 1 && distance(points[vertex]!, hit.at) <= tolerance)
      return [vertex, points[vertex]!];
  return [hit.place, hit.at];
}

const distance = (a: Vec3, b: Vec3): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const between = (a: Vec3, b: Vec3, share: number): Vec3 => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

function closest(p: Vec3, a: Vec3, b: Vec3): { share: number; at: Vec3; away: number } {
  const d: Vec3 = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const square = d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
  const run = (p[0] - a[0]) * d[0] + (p[1] - a[1]) * d[1] + (p[2] - a[2]) * d[2];
  const share = square > 0 ? Math.min(1, Math.max(0, run / square)) : 0;
  const at = between(a, b, share);
  return { share, at, away: distance(p, at) };
}

/** Things by the cubic cells their boxes touch. */
function createCells<T>(size: number) {
  const cells = new Map<string, T[]>();
  const range = (from: number, to: number): number[] => {
    const [low, high] = [Math.floor(Math.min(from, to) / size), Math.floor(Math.max(from, to) / size)];
    return Array.from({ length: high - low + 1 }, (_, i) => low + i);
  };
  const keys = (a: Vec3, b: Vec3): string[] =>
    range(a[0], b[0]).flatMap((x) =>
      range(a[1], b[1]).flatMap((y) => range(a[2], b[2]).map((z) => `${x},${y},${z}`)),
    );
  return {
    add(item: T, a: Vec3, b: Vec3): void {
      for (const key of keys(a, b)) {
        const list = cells.get(key);
        if (list) list.push(item);
        else cells.set(key, [item]);
      }
    },
    near(at: Vec3, reach: number): T[] {
      const low: Vec3 = [at[0] - reach, at[1] - reach, at[2] - reach];
      const high: Vec3 = [at[0] + reach, at[1] + reach, at[2] + reach];
      return [...new Set(keys(low, high).flatMap((key) => cells.get(key) ?? []))];
    },
  };
}
