import type { Metres } from '../units/quantities.ts';
import { type Box3, boxCentre, boxOfPositions } from './bounds.ts';
import { createPointIndex } from './point-index.ts';

/** Indexed triangles: 3 doubles a vertex (ENU metres), 3 indices a triangle, counter-clockwise seen from outside. */
export interface TriangleMesh {
  readonly positions: Float64Array;
  readonly indices: Uint32Array;
}

export interface WeldedMesh extends TriangleMesh {
  /** Triangles that lost a corner to the weld and were left out. */
  readonly collapsedTriangles: number;
}

/** What the edges say about a mesh, by index: weld first where a file repeats its vertices. */
export interface EdgeReport {
  /** Edges with one triangle. */
  readonly open: number;
  /** Edges with more than two triangles. */
  readonly nonManifold: number;
  /** Edges whose two triangles run the same way, so one of them is inside out. */
  readonly misoriented: number;
  /** Parts connected over edges. */
  readonly components: number;
  /** No open and no non-manifold edge, and at least one triangle. */
  readonly closed: boolean;
}

export const boundingBox = (mesh: TriangleMesh): Box3 => boxOfPositions(mesh.positions);

/**
 * Makes one vertex of those within `tolerance` of an earlier one (0: exactly equal), in order of appearance, and
 * drops vertices no triangle uses.
 */
export function weldVertices(positions: Float64Array, indices: Uint32Array, tolerance: Metres): WeldedMesh {
  const index = createPointIndex(tolerance);
  const newOf = new Int32Array(positions.length / 3).fill(-1);
  const out = new Uint32Array(indices.length);
  let at = 0;
  const weld = (vertex: number): number => {
    if (newOf[vertex]! < 0) newOf[vertex] = index.addAt(positions, vertex * 3);
    return newOf[vertex]!;
  };
  for (let i = 0; i < indices.length; i += 3) {
    const a = weld(indices[i]!);
    const b = weld(indices[i + 1]!);
    const c = weld(indices[i + 2]!);
    if (a === b || b === c || c === a) continue;
    out[at++] = a;
    out[at++] = b;
    out[at++] = c;
  }
  const collapsedTriangles = (indices.length - at) / 3;
  const mesh = { positions: index.points(), indices: out.slice(0, at) };
  return { ...(collapsedTriangles > 0 ? compactMesh(mesh) : mesh), collapsedTriangles };
}

/** The same triangles without unused vertices. */
export function compactMesh({ positions, indices }: TriangleMesh): TriangleMesh {
  const newOf = new Int32Array(positions.length / 3).fill(-1);
  const out = new Uint32Array(indices.length);
  let count = 0;
  for (let i = 0; i < indices.length; i++) {
    const old = indices[i]!;
    if (newOf[old]! < 0) newOf[old] = count++;
    out[i] = newOf[old]!;
  }
  const packed = new Float64Array(count * 3);
  for (let old = 0; old < newOf.length; old++) {
    const to = newOf[old]!;
    if (to >= 0) packed.set(positions.subarray(old * 3, old * 3 + 3), to * 3);
  }
  return { positions: packed, indices: out };
}

export function edgeReport({ positions, indices }: TriangleMesh): EdgeReport {
  const vertices = positions.length / 3;
  const triangles = indices.length / 3;
  /** By edge: uses, uses from low to high index, a triangle on it. */
  const uses = new Map<number, { all: number; upward: number; triangle: number }>();
  const parent = Int32Array.from({ length: triangles }, (_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) {
      parent[r] = parent[parent[r]!]!;
      r = parent[r]!;
    }
    return r;
  };
  for (let triangle = 0; triangle < triangles; triangle++) {
    for (let k = 0; k < 3; k++) {
      const from = indices[triangle * 3 + k]!;
      const to = indices[triangle * 3 + ((k + 1) % 3)]!;
      const key = from < to ? from * vertices + to : to * vertices + from;
      const use = uses.get(key);
      const upward = from < to ? 1 : 0;
      if (!use) uses.set(key, { all: 1, upward, triangle });
      else {
        use.all++;
        use.upward += upward;
        parent[root(triangle)] = root(use.triangle);
      }
    }
  }
  let open = 0;
  let nonManifold = 0;
  let misoriented = 0;
  for (const { all, upward } of uses.values()) {
    if (all === 1) open++;
    else if (all > 2) nonManifold++;
    else if (upward !== 1) misoriented++;
  }
  let components = 0;
  for (let i = 0; i < triangles; i++) if (parent[i] === i) components++;
  return {
    open,
    nonManifold,
    misoriented,
    components,
    closed: open === 0 && nonManifold === 0 && triangles > 0,
  };
}

/** m². */
export function surfaceArea({ positions: p, indices }: TriangleMesh): number {
  let twice = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i]! * 3, indices[i + 1]! * 3, indices[i + 2]! * 3];
    const ux = p[b]! - p[a]!;
    const uy = p[b + 1]! - p[a + 1]!;
    const uz = p[b + 2]! - p[a + 2]!;
    const vx = p[c]! - p[a]!;
    const vy = p[c + 1]! - p[a + 1]!;
    const vz = p[c + 2]! - p[a + 2]!;
    twice += Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx);
  }
  return twice / 2;
}

/**
 * m³, by the divergence theorem; positive where triangles face outward. Means something on closed meshes only.
 * Tetrahedra are taken from the middle of the mesh: from a far origin their sizes would swallow the answer's digits.
 */
export function signedVolume(mesh: TriangleMesh): number {
  const { positions: p, indices } = mesh;
  if (indices.length === 0) return 0;
  const [ox, oy, oz] = boxCentre(boundingBox(mesh));
  let six = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i]! * 3, indices[i + 1]! * 3, indices[i + 2]! * 3];
    const ax = p[a]! - ox;
    const ay = p[a + 1]! - oy;
    const az = p[a + 2]! - oz;
    const bx = p[b]! - ox;
    const by = p[b + 1]! - oy;
    const bz = p[b + 2]! - oz;
    const cx = p[c]! - ox;
    const cy = p[c + 1]! - oy;
    const cz = p[c + 2]! - oz;
    six += ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
  }
  return six / 6;
}

export { orientOutward } from './orient-outward.ts';
