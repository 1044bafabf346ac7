import type { Vec3 } from '../../geometry/bounds.ts';
import type { TriangleMesh } from '../../geometry/triangle-mesh.ts';
import { visitRunsAt } from './triangle-runs.ts';

/** A plane with its own axes: s along `right`, t along `up`, both from `origin`; unit vectors at right angles. */
export interface CutPlane {
  readonly origin: Vec3;
  readonly right: Vec3;
  readonly up: Vec3;
}

/** Lines where a plane meets a mesh, (s, t) two numbers each. */
export interface MeshCut {
  /** Closed lines: together, by the even-odd rule, they bound what of a closed mesh lies in the plane. */
  readonly rings: readonly Float64Array[];
  /** Lines that end: where the mesh is open. */
  readonly lines: readonly Float64Array[];
}

/** Metres of each vertex from the plane; only those of triangles near it are written, and only those are read. */
let sides = new Float64Array(0);

const dot = (a: Vec3, x: number, y: number, z: number): number => a[0] * x + a[1] * y + a[2] * z;

/**
 * Cuts a mesh by a plane. A vertex on the plane counts as lying on its positive side: every edge is then crossed or not, and
 * a closed mesh gives closed lines only, whatever touches the plane (H. Edelsbrunner, E. Mücke, Simulation of Simplicity,
 * ACM TOG 9(1), 1990, in its plainest form).
 */
export const cutMesh = (mesh: TriangleMesh, plane: CutPlane): MeshCut => {
  const { positions, indices } = mesh;
  const { origin, right, up } = plane;
  const normal: Vec3 = [
    right[1] * up[2] - right[2] * up[1],
    right[2] * up[0] - right[0] * up[2],
    right[0] * up[1] - right[1] * up[0],
  ];
  const count = positions.length / 3;
  if (sides.length < count) sides = new Float64Array(count * 2);
  const side = sides;

  const points: number[] = [];
  const byEdge = new Map<number, number>();
  const crossing = (a: number, b: number): number => {
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = low * count + high;
    const known = byEdge.get(key);
    if (known !== undefined) return known;
    const f = side[low]! / (side[low]! - side[high]!);
    const at = (k: number) => {
      const from = positions[low * 3 + k]!;
      return from + f * (positions[high * 3 + k]! - from) - origin[k]!;
    };
    const [x, y, z] = [at(0), at(1), at(2)];
    const number = points.length / 2;
    points.push(dot(right, x, y, z), dot(up, x, y, z));
    byEdge.set(key, number);
    return number;
  };
  /** From one crossing to the next: a triangle is entered over one edge and left over another. */
  const starts: number[] = [];
  const ends: number[] = [];
  const cutTriangle = (i: number): void => {
    const a = indices[i]!;
    const b = indices[i + 1]!;
    const c = indices[i + 2]!;
    const sa = side[a]! >= 0;
    const sb = side[b]! >= 0;
    const sc = side[c]! >= 0;
    if (sa === sb && sb === sc) return;
    // The corner alone on its side first; the way round says which side is left.
    const [p, q, r] = sa !== sb ? (sa !== sc ? [a, b, c] : [b, c, a]) : [c, a, b];
    const [one, other] = [crossing(p, q), crossing(p, r)];
    if (side[p]! >= 0) {
      starts.push(one);
      ends.push(other);
    } else {
      starts.push(other);
      ends.push(one);
    }
  };
  visitRunsAt(mesh, origin, normal, (from, to) => {
    for (let i = from; i < to; i++) {
      const v = indices[i]! * 3;
      side[v / 3] =
        normal[0] * (positions[v]! - origin[0]) +
        normal[1] * (positions[v + 1]! - origin[1]) +
        normal[2] * (positions[v + 2]! - origin[2]);
    }
    for (let i = from; i < to; i += 3) cutTriangle(i);
  });
  return starts.length === 0 ? { rings: [], lines: [] } : chain(starts, ends, points);
};

const chain = (starts: readonly number[], ends: readonly number[], points: readonly number[]): MeshCut => {
  const size = points.length / 2;
  const touching: number[][] = Array.from({ length: size }, () => []);
  starts.forEach((start, k) => {
    touching[start]!.push(k);
    touching[ends[k]!]!.push(k);
  });
  const used = new Uint8Array(starts.length);
  const rings: Float64Array[] = [];
  const lines: Float64Array[] = [];
  const follow = (first: number): void => {
    const path = [first];
    let at = first;
    for (;;) {
      const next = touching[at]!.find((k) => !used[k]);
      if (next === undefined) break;
      used[next] = 1;
      at = starts[next] === at ? ends[next]! : starts[next]!;
      if (at === first) break;
      path.push(at);
    }
    if (path.length < 2) return;
    const coordinates = Float64Array.from(path.flatMap((p) => [points[p * 2]!, points[p * 2 + 1]!]));
    if (at === first && path.length > 2) rings.push(coordinates);
    else lines.push(coordinates);
  };
  // Lines that end are followed from an end, or they would be found in two halves.
  for (let p = 0; p < size; p++) if (touching[p]!.length === 1 && !used[touching[p]![0]!]) follow(p);
  starts.forEach((start, k) => {
    if (!used[k]) follow(start);
  });
  return { rings, lines };
};

/** m², by the even-odd rule where rings do not cross: holes are rings within rings, and their area is taken off. */
export const ringsArea = (rings: readonly Float64Array[]): number =>
  Math.abs(
    rings.reduce((sum, ring) => {
      const inside = rings.filter((other) => other !== ring && contains(other, ring[0]!, ring[1]!)).length;
      return sum + (inside % 2 === 0 ? 1 : -1) * Math.abs(ringArea(ring));
    }, 0),
  );

/** Signed area of one ring, m². */
export const ringArea = (ring: Float64Array): number => {
  let twice = 0;
  const count = ring.length / 2;
  for (let i = 0, j = count - 1; i < count; j = i++)
    twice += ring[j * 2]! * ring[i * 2 + 1]! - ring[i * 2]! * ring[j * 2 + 1]!;
  return twice / 2;
};

export const contains = (ring: Float64Array, s: number, t: number): boolean => {
  let inside = false;
  const count = ring.length / 2;
  for (let i = 0, j = count - 1; i < count; j = i++) {
    const [si, ti, sj, tj] = [ring[i * 2]!, ring[i * 2 + 1]!, ring[j * 2]!, ring[j * 2 + 1]!];
    if (ti > t !== tj > t && s < ((sj - si) * (t - ti)) / (tj - ti) + si) inside = !inside;
  }
  return inside;
};

/** The part of a ring between two values of s (I. Sutherland, G. Hodgman 1974); it may run along the edge. */
export const clipRing = (ring: Float64Array, low: number, high: number): Float64Array | null => {
  const lower = clipHalf(ring, (s) => s - low);
  const both = lower ? clipHalf(lower, (s) => high - s) : null;
  return both && both.length >= 6 ? both : null;
};

const clipHalf = (ring: Float64Array, inside: (s: number) => number): Float64Array | null => {
  const count = ring.length / 2;
  const out: number[] = [];
  for (let i = 0, j = count - 1; i < count; j = i++) {
    const [si, ti, sj, tj] = [ring[i * 2]!, ring[i * 2 + 1]!, ring[j * 2]!, ring[j * 2 + 1]!];
    const [di, dj] = [inside(si), inside(sj)];
    if (di >= 0 !== dj >= 0) {
      const f = dj / (dj - di);
      out.push(sj + f * (si - sj), tj + f * (ti - tj));
    }
    if (di >= 0) out.push(si, ti);
  }
  return out.length >= 6 ? Float64Array.from(out) : null;
};

/** The pieces of a line between two values of s. */
export const clipLine = (line: Float64Array, low: number, high: number): Float64Array[] => {
  const pieces: Float64Array[] = [];
  let piece: number[] = [];
  const end = () => {
    if (piece.length >= 4) pieces.push(Float64Array.from(piece));
    piece = [];
  };
  for (let i = 1; i < line.length / 2; i++) {
    const [s0, t0, s1, t1] = [line[i * 2 - 2]!, line[i * 2 - 1]!, line[i * 2]!, line[i * 2 + 1]!];
    const at = (s: number) => (s1 === s0 ? 0 : (s - s0) / (s1 - s0));
    let [f0, f1] = [0, 1];
    if (s0 === s1) {
      if (s0 < low || s0 > high) {
        end();
        continue;
      }
    } else {
      const [a, b] = [at(low), at(high)];
      f0 = Math.max(0, Math.min(a, b));
      f1 = Math.min(1, Math.max(a, b));
      if (f0 >= f1) {
        end();
        continue;
      }
    }
    if (f0 > 0) end();
    if (piece.length === 0) piece.push(s0 + f0 * (s1 - s0), t0 + f0 * (t1 - t0));
    piece.push(s0 + f1 * (s1 - s0), t0 + f1 * (t1 - t0));
    if (f1 < 1) end();
  }
  end();
  return pieces;
};
