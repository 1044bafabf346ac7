import type { TriangleMesh } from '../../geometry/triangle-mesh.ts';
import type { CutPlane } from './mesh-cut.ts';
import { type LinePart, type SweptPolygon, sweep } from './sweep.ts';

/** What a mesh covers of a plane it is projected on at right angles. */
export interface ProjectedOutline {
  /** Together they fill what is covered; they may lie side by side, so they are for filling and not for drawing round. (s, t), two numbers a point. */
  readonly fills: readonly Float64Array[];
  /** The outline itself. */
  readonly edges: readonly Float64Array[];
  /** Least and greatest distance of the mesh from the plane, metres; positive to the right of someone who walks along it. */
  readonly off: readonly [least: number, most: number];
}

/** Parts of a line this near to one another, metres, are one: triangles that share an edge meet up to rounding. */
const JOINS = 1e-6;
/** At most so many lines are looked along first; the outline of more than these on paper could not be told apart. */
const MOST_PLACES = 1500;
/** Metres: lines nearer to one another than this show nothing new. */
const LEAST_SPACING = 0.05;
const BUCKETS = 256;
/** Metres to each side of a corner at which the outline is looked at. */
const STEP = 5e-4;
/** Metres to each side of a step of the outline at which it is asked what is covered there. */
const BESIDE = 2e-3;

/**
 * The outline of a mesh seen at right angles to a plane: swept along s, at each place the union of what its triangles cover there. Exact on
 * the lines through its vertices, where they are no nearer than 5 cm; in between the outline is straight. Ends and gaps are found to a millimetre.
 * @returns null where the mesh is empty
 */
export const projectedOutline = (mesh: TriangleMesh, plane: CutPlane): ProjectedOutline | null => {
  const { s, t, off } = placed(mesh, plane);
  const [low, high] = extent(s);
  if (!(high > low)) return null;
  const scan = createScan(mesh, s, t, [low, high]);
  const polygons = sweep(placesOf(s, low, high), scan);
  return {
    fills: polygons.map(({ ring }) => ring),
    edges: outlineOf(polygons, scan),
    off: extent(off),
  };
};

const placed = ({ positions }: TriangleMesh, { origin, right, up }: CutPlane) => {
  const count = positions.length / 3;
  const [s, t, off] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < count; i++) {
    const [e, n, u] = [0, 1, 2].map((k) => positions[i * 3 + k]! - origin[k]!) as [number, number, number];
    s[i] = e * right[0] + n * right[1] + u * right[2];
    t[i] = e * up[0] + n * up[1] + u * up[2];
    off[i] = e * right[1] - n * right[0];
  }
  return { s, t, off };
};

const extent = (values: Float64Array): [number, number] => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
};

const placesOf = (s: Float64Array, low: number, high: number): number[] => {
  const spacing = Math.max(LEAST_SPACING, (high - low) / MOST_PLACES);
  const places = [low];
  // On both sides of a corner: what is upright in the projection is a step there.
  for (const at of Float64Array.from(s).sort())
    if (at - places.at(-1)! >= spacing && high - at > BESIDE) places.push(at - STEP, at + STEP);
  return [...places, high];
};

const createScan = (
  { indices }: TriangleMesh,
  s: Float64Array,
  t: Float64Array,
  [low, high]: readonly [number, number],
): ((at: number) => LinePart[]) => {
  const width = (high - low) / BUCKETS;
  const bucketOf = (at: number): number => Math.min(BUCKETS - 1, Math.max(0, Math.floor((at - low) / width)));
  const buckets: number[][] = Array.from({ length: BUCKETS }, () => []);
  for (let i = 0; i < indices.length; i += 3) {
    const corners = [s[indices[i]!]!, s[indices[i + 1]!]!, s[indices[i + 2]!]!];
    const last = bucketOf(Math.max(...corners));
    for (let b = bucketOf(Math.min(...corners)); b <= last; b++) buckets[b]!.push(i);
  }
  return (at) => {
    const spans: [number, number][] = [];
    for (const i of buckets[bucketOf(at)]!) {
      const span = spanOf([indices[i]!, indices[i + 1]!, indices[i + 2]!], s, t, at);
      if (span) spans.push(span);
    }
    return joined(spans);
  };
};

/** What a triangle covers of the line at `at`; null: it does not reach it. */
const spanOf = (
  corners: readonly [number, number, number],
  s: Float64Array,
  t: Float64Array,
  at: number,
): [number, number] | null => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let k = 0; k < 3; k++) {
    const [a, b] = [corners[k]!, corners[(k + 1) % 3]!];
    const [sa, sb] = [s[a]!, s[b]!];
    if (Math.min(sa, sb) > at || Math.max(sa, sb) < at) continue;
    const ends = sa === sb ? [t[a]!, t[b]!] : [t[a]! + ((at - sa) / (sb - sa)) * (t[b]! - t[a]!)];
    for (const value of ends) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low <= high ? [low, high] : null;
};

const joined = (spans: [number, number][]): LinePart[] => {
  spans.sort((a, b) => b[1] - a[1]);
  const parts: { key: string; high: number; low: number }[] = [];
  for (const [low, high] of spans) {
    const last = parts.at(-1);
    if (last && high >= last.low - JOINS) last.low = Math.min(last.low, low);
    else parts.push({ key: '', high, low });
  }
  return parts.filter(({ high, low }) => high - low > JOINS);
};

/** The upright steps of the outline are found by themselves, so the sides end where they have one. */
const isStep = (line: readonly number[], i: number): boolean =>
  line[i]! - line[i - 2]! <= 2 * BESIDE && Math.abs(line[i + 1]! - line[i - 1]!) > BESIDE;

const outlineOf = (
  polygons: readonly SweptPolygon<LinePart>[],
  scan: (at: number) => readonly LinePart[],
): Float64Array[] => {
  const edges: Float64Array[] = [];
  const steps: number[] = [];
  for (const { at, parts } of polygons) {
    steps.push(at[0]!, at.at(-1)!);
    for (const end of ['high', 'low'] as const) {
      const side = at.flatMap((s, i) => [s, parts[i]![end]]);
      let from = 0;
      for (let i = 2; i < side.length; i += 2) {
        if (!isStep(side, i)) continue;
        steps.push((side[i]! + side[i - 2]!) / 2);
        if (i - from > 2) edges.push(Float64Array.from(side.slice(from, i)));
        from = i;
      }
      if (side.length - from > 2) edges.push(Float64Array.from(side.slice(from)));
    }
  }
  let last = Number.NEGATIVE_INFINITY;
  for (const s of steps.sort((a, b) => a - b)) {
    if (s - last < 2 * BESIDE) continue;
    last = s;
    for (const [low, high] of differing(scan(s - BESIDE), scan(s + BESIDE)))
      if (high - low > 2 * BESIDE) edges.push(Float64Array.of(s, low, s, high));
  }
  return edges;
};

/** Where one of two lines is covered and the other is not. */
const differing = (a: readonly LinePart[], b: readonly LinePart[]): [number, number][] => {
  const borders = [...a, ...b].flatMap(({ high, low }) => [high, low]).sort((x, y) => x - y);
  const covers = (parts: readonly LinePart[], t: number) =>
    parts.some(({ high, low }) => low < t && t < high);
  return borders.slice(1).flatMap((high, i): [number, number][] => {
    const middle = (high + borders[i]!) / 2;
    return covers(a, middle) !== covers(b, middle) ? [[borders[i]!, high]] : [];
  });
};
