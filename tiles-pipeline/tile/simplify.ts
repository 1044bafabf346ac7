import { MeshoptSimplifier } from 'meshoptimizer/simplifier';
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

/**
 * Fewer triangles over a subset of the same vertices (layer-wide numbers in and out). Seams between features are
 * kept, locked vertices stay, and no feature vanishes. `error` is the simplifier's estimate in metres.
 */
export const simplifyTile = async (
  mesh: LayerMesh,
  { indices, vertices }: CompactMesh,
  options: SimplifyOptions,
): Promise<{ indices: Uint32Array; error: number }> => {
  await MeshoptSimplifier.ready;
  const positions = new Float32Array(3 * vertices.length);
  const normals = new Float32Array(3 * vertices.length);
  const lock = new Uint8Array(vertices.length);
  for (let i = 0; i < vertices.length; i++) {
    const vertex = vertices[i]!;
    for (let k = 0; k < 3; k++) {
      positions[3 * i + k] =
        (mesh.positions[3 * vertex + k]! - mesh.positions[3 * vertices[0]! + k]!) * GRID_STEP;
      normals[3 * i + k] = mesh.normals[3 * vertex + k]! / 127;
    }
    lock[i] = options.isLocked(vertex) ? 1 : 0;
  }
  const [fewer, error] = MeshoptSimplifier.simplifyWithAttributes(
    indices,
    positions,
    3,
    normals,
    3,
    [NORMAL_WEIGHT, NORMAL_WEIGHT, NORMAL_WEIGHT],
    lock,
    Math.min(indices.length, 3 * options.triangles),
    options.maxError,
    ['ErrorAbsolute'],
  );
  const before = indices.map((i) => vertices[i]!);
  const after = fewer.map((i) => vertices[i]!);
  const back = rescued(mesh, before, after);
  const whole = new Uint32Array(after.length + back.length);
  whole.set(after);
  whole.set(back, after.length);
  return { indices: whole, error };
};
