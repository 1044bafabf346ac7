import type { Metres } from '../units/quantities.ts';
import { triangulateOutline } from './plane-triangulation.ts';
import { compactMesh, edgeReport, signedVolume, type TriangleMesh } from './triangle-mesh.ts';

/**
 * Cuts of closed solids by a water level. Own code, not manifold-3d's trimByPlane: that one takes single-precision
 * vertices, refuses meshes it does not find manifold, and starts asynchronously; this keeps doubles, works on every
 * closed mesh and answers at once.
 */

/**
 * Vertices this near the level count as on it. Cutting a hair beside a vertex makes points too close together to
 * triangulate; a tenth of a micrometre of water is nothing.
 */
const ON_LEVEL = 1e-7;

/**
 * The part of a closed solid below a level, as a closed mesh with its lid; null where nothing is below. The whole
 * solid where nothing is above.
 * @throws RangeError where the mesh has an open edge: it has no inside
 */
export function partBelowLevel(mesh: TriangleMesh, level: Metres): TriangleMesh | null {
  const solid = facingOut(mesh);
  const { positions, indices } = solid;
  const below = (vertex: number): boolean => positions[vertex * 3 + 2]! < level - ON_LEVEL;
  let low = 0;
  for (const vertex of indices) if (below(vertex)) low++;
  if (low === 0) return null;
  if (highest(solid) <= level + ON_LEVEL) return solid;

  const cut = createEdgeCutter(positions, level);
  const kept: number[] = [];
  const keep = (a: number, b: number, c: number): void => {
    if (a !== b && b !== c && c !== a) kept.push(a, b, c);
  };
  const rim = createRim();
  for (let i = 0; i < indices.length; i += 3) {
    const corners = [indices[i]!, indices[i + 1]!, indices[i + 2]!];
    const count = corners.filter(below).length;
    if (count === 0) continue;
    if (count === 3) {
      keep(corners[0]!, corners[1]!, corners[2]!);
      continue;
    }
    // Turned so that the corner alone on its side comes first.
    const lone = corners.findIndex((corner) => below(corner) === (count === 1));
    const [a, b, c] = [corners[lone]!, corners[(lone + 1) % 3]!, corners[(lone + 2) % 3]!];
    if (count === 1) {
      const ab = cut.point(a, b);
      const ac = cut.point(a, c);
      keep(a, ab, ac);
      rim.add(ab, ac);
    } else {
      const ba = cut.point(b, a);
      const ca = cut.point(c, a);
      keep(b, c, ca);
      keep(b, ca, ba);
      rim.add(ca, ba);
    }
  }
  const all = cut.positions();
  const xy = new Float64Array((all.length / 3) * 2);
  for (let v = 0; v < all.length / 3; v++) {
    xy[v * 2] = all[v * 3]!;
    xy[v * 2 + 1] = all[v * 3 + 1]!;
  }
  // The lid runs each rim edge the other way, and faces up.
  const lid = triangulateOutline(xy, rim.reversed());
  return compactMesh({ positions: all, indices: Uint32Array.from([...kept, ...lid.triangles]) });
}

/**
 * m³ of a closed solid below a level, without building the part: the divergence theorem measured from the level
 * itself, where the lid adds nothing.
 * @throws RangeError as `partBelowLevel`
 */
export function volumeBelowLevel(mesh: TriangleMesh, level: Metres): number {
  const { positions: p, indices } = facingOut(mesh);
  const [ox, oy] = [p[0] ?? 0, p[1] ?? 0];
  let volume = 0;
  const polygon: [number, number, number][] = [];
  for (let i = 0; i < indices.length; i += 3) {
    polygon.length = 0;
    for (let k = 0; k < 3; k++) {
      const a = indices[i + k]! * 3;
      const b = indices[i + ((k + 1) % 3)]! * 3;
      const [ax, ay, az] = [p[a]! - ox, p[a + 1]! - oy, p[a + 2]! - level];
      const bz = p[b + 2]! - level;
      if (az <= 0) polygon.push([ax, ay, az]);
      if ((az < 0 && bz > 0) || (az > 0 && bz < 0)) {
        const t = az / (az - bz);
        polygon.push([ax + t * (p[b]! - ox - ax), ay + t * (p[b + 1]! - oy - ay), 0]);
      }
    }
    for (let k = 2; k < polygon.length; k++) {
      const [a, b, c] = [polygon[0]!, polygon[k - 1]!, polygon[k]!];
      const area = ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
      volume += (area * (a[2] + b[2] + c[2])) / 3;
    }
  }
  return volume;
}

function facingOut(mesh: TriangleMesh): TriangleMesh {
  const { open } = edgeReport(mesh);
  if (open > 0) throw new RangeError(`mesh is not closed: ${open} open edges`);
  if (signedVolume(mesh) >= 0) return mesh;
  const indices = mesh.indices.slice();
  for (let i = 0; i < indices.length; i += 3) {
    indices[i + 1] = mesh.indices[i + 2]!;
    indices[i + 2] = mesh.indices[i + 1]!;
  }
  return { positions: mesh.positions, indices };
}

const highest = ({ positions, indices }: TriangleMesh): number =>
  indices.reduce((top, vertex) => Math.max(top, positions[vertex * 3 + 2]!), -Infinity);

/** One cut point an edge, shared by both its triangles; a vertex on the level is its own cut point. */
function createEdgeCutter(positions: Float64Array, level: number) {
  const vertices = positions.length / 3;
  const added: number[] = [];
  const byEdge = new Map<number, number>();
  const byPlace = new Map<string, number>();
  return {
    point(low: number, high: number): number {
      const rise = positions[high * 3 + 2]! - level;
      if (rise <= ON_LEVEL) return high;
      const key = low * vertices + high;
      const known = byEdge.get(key);
      if (known !== undefined) return known;
      const fall = level - positions[low * 3 + 2]!;
      const t = fall / (fall + rise);
      const x = positions[low * 3]! + t * (positions[high * 3]! - positions[low * 3]!);
      const y = positions[low * 3 + 1]! + t * (positions[high * 3 + 1]! - positions[low * 3 + 1]!);
      // Where parts touch, two edges meet the level in one place: that must be one point of the lid.
      const place = `${x},${y}`;
      const number = byPlace.get(place) ?? vertices + added.length / 3;
      if (number === vertices + added.length / 3) added.push(x, y, level);
      byPlace.set(place, number);
      byEdge.set(key, number);
      return number;
    },
    positions(): Float64Array {
      const all = new Float64Array(positions.length + added.length);
      all.set(positions);
      all.set(added, positions.length);
      return all;
    },
  };
}

/** Directed edges of the kept part that lie on the level. An edge walked both ways needs no lid. */
function createRim() {
  const edges = new Map<string, { from: number; to: number; count: number }>();
  return {
    add(from: number, to: number): void {
      if (from === to) return;
      const opposite = edges.get(`${to},${from}`);
      if (opposite && opposite.count > 0) {
        opposite.count--;
        return;
      }
      const edge = edges.get(`${from},${to}`);
      if (edge) edge.count++;
      else edges.set(`${from},${to}`, { from, to, count: 1 });
    },
    reversed: (): number[] =>
      [...edges.values()].flatMap(({ from, to, count }) => Array<number[]>(count).fill([to, from]).flat()),
  };
}
