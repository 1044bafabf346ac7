import { MeshoptSimplifier, type SimplifierFlags } from 'meshoptimizer/simplifier';
import type { CompactMesh } from './compact.ts';
import type { LayerMesh } from './layer-mesh.ts';
import { GRID_STEP } from './quantise.ts';

export interface SimplifyOptions {
  /** Triangles wanted. */
  readonly triangles: number;
  /** Metres no vertex may move beyond, by the simplifier's own reckoning. */
  readonly maxError: number;
  /** Vertices (layer-wide numbers) that must stay: the tile's border. */
  readonly isLocked: (vertex: number) => boolean;
}

/** How much a bend of the shading counts against a metre of movement; small: shape comes first. */
const NORMAL_WEIGHT = 0.02;
/** Above this multiple of the wanted triangles the first, shape-keeping pass counts as stuck. */
const STUCK = 1.5;
/** Triangles a feature keeps at least where it has them: two make a visible strip from either side. */
const LAST_TRIANGLES = 4;

const doubleArea = (mesh: LayerMesh, a: number, b: number, c: number): number => {
  const p = mesh.positions;
  const [ux, uy, uz] = [0, 1, 2].map((k) => p[3 * b + k]! - p[3 * a + k]!) as [number, number, number];
  const [vx, vy, vz] = [0, 1, 2].map((k) => p[3 * c + k]! - p[3 * a + k]!) as [number, number, number];
  return Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx);
};

/** The largest triangles of the features that are in `before` and no longer in `after`. */
const rescued = (mesh: LayerMesh, before: Uint32Array, after: Uint32Array): number[] => {
  const alive = new Set<number>();
  for (const vertex of after) alive.add(mesh.feature[vertex]!);
  const lost = new Map<number, { at: number; area: number }[]>();
  for (let i = 0; i < before.length; i += 3) {
    const feature = mesh.feature[before[i]!]!;
    if (alive.has(feature)) continue;
    const triangles = lost.get(feature) ?? [];
    triangles.push({ at: i, area: doubleArea(mesh, before[i]!, before[i + 1]!, before[i + 2]!) });
    lost.set(feature, triangles);
  }
  return [...lost.values()].flatMap((triangles) =>
    triangles
      .sort((a, b) => b.area - a.area || a.at - b.at)
      .slice(0, LAST_TRIANGLES)
      .flatMap(({ at }) => [before[at]!, before[at + 1]!, before[at + 2]!]),
  );
};

/** Bits of meshoptimizer's vertex_lock: the vertex stays; seams through it stay although seams may go elsewhere. */
const LOCKED = 1;
const SEAM_KEPT = 2;

const vertexLocks = (
  mesh: LayerMesh,
  vertices: Uint32Array,
  positions: Float32Array,
  isLocked: SimplifyOptions['isLocked'],
): Uint8Array => {
  const place = MeshoptSimplifier.generatePositionRemap(positions, 3);
  const locks = new Uint8Array(vertices.length);
  const isSeam = new Uint8Array(vertices.length);
  for (let i = 0; i < vertices.length; i++)
    if (mesh.feature[vertices[i]!] !== mesh.feature[vertices[place[i]!]!]) isSeam[place[i]!] = 1;
  for (let i = 0; i < vertices.length; i++)
    locks[i] = (isLocked(vertices[i]!) ? LOCKED : 0) | (isSeam[place[i]!] ? SEAM_KEPT : 0);
  return locks;
};

/**
 * Fewer triangles over a subset of the same vertices (layer-wide numbers in and out). Seams between features are
 * kept, locked vertices stay, and no feature vanishes. The simplifier's own error estimate is not handed on: on tubes
 * it is metres too high, on hills a third too low (measured-error.ts measures instead).
 */
export const simplifyTile = async (
  mesh: LayerMesh,
  { indices, vertices }: CompactMesh,
  options: SimplifyOptions,
): Promise<Uint32Array> => {
  await MeshoptSimplifier.ready;
  const positions = new Float32Array(3 * vertices.length);
  const normals = new Float32Array(3 * vertices.length);
  for (let i = 0; i < vertices.length; i++) {
    const vertex = vertices[i]!;
    for (let k = 0; k < 3; k++) {
      positions[3 * i + k] =
        (mesh.positions[3 * vertex + k]! - mesh.positions[3 * vertices[0]! + k]!) * GRID_STEP;
      normals[3 * i + k] = mesh.normals[3 * vertex + k]! / 127;
    }
  }
  const locks = vertexLocks(mesh, vertices, positions, options.isLocked);
  const reduce = (from: Uint32Array, flags: SimplifierFlags[]): Uint32Array =>
    MeshoptSimplifier.simplifyWithAttributes(
      from,
      positions,
      3,
      normals,
      3,
      [NORMAL_WEIGHT, NORMAL_WEIGHT, NORMAL_WEIGHT],
      locks,
      Math.min(from.length, 3 * options.triangles),
      options.maxError,
      ['ErrorAbsolute', ...flags],
    )[0];
  let fewer = reduce(indices, []);
  // Facetted bodies have a sharp edge at every vertex, which counts as a seam that must not move: such tiles may
  // lose sharp edges, never the seams between features.
  if (fewer.length / 3 > STUCK * options.triangles) fewer = reduce(fewer, ['Permissive']);
  const before = indices.map((i) => vertices[i]!);
  const after = fewer.map((i) => vertices[i]!);
  const back = rescued(mesh, before, after);
  const whole = new Uint32Array(after.length + back.length);
  whole.set(after);
  whole.set(back, after.length);
  return whole;
};
