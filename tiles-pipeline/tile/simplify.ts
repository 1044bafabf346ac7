import { MeshoptSimplifier, type SimplifierFlags } from 'meshoptimizer/simplifier';
import type { CompactMesh } from './compact.ts';
import { sortByDamage } from './feature-damage.ts';
import { joinLists } from './index-lists.ts';
import type { LayerMesh } from './layer-mesh.ts';
import { GRID_STEP } from './quantise.ts';

export interface SimplifyOptions {
  /** Triangles wanted. */
  readonly triangles: number;
  /** Metres the surface may be off. */
  readonly maxError: number;
  /**
   * `false`: features that touch stay together and the whole tile is one surface. `true`: every feature is simplified
   * for itself and measured, so none is off by more than `maxError`, at the price of hairlines between touching ones.
   */
  readonly eachFeature: boolean;
  /** Vertices (layer-wide numbers) that must stay: the tile's border. */
  readonly isLocked: (vertex: number) => boolean;
}

/** How much a bend of the shading counts against a metre of movement; small: shape comes first. */
const NORMAL_WEIGHT = 0.02;
/** Above this multiple of the wanted triangles the first, shape-keeping pass counts as stuck. */
const STUCK = 1.5;
/** The simplifier's own estimate on thin tubes is several times the true error; with features measured it may run on. */
const ESTIMATE_SLACK = 8;
/** A feature that a pass damaged is tried again with this many times the triangles; damaged thrice, it stays whole. */
const GENTLER = [1, 1.7, 2.6] as const;
/** Millimetre shifts that make touching features different places for the simplifier. Neighbours differ in number. */
const SHIFTS = 16;
const SHIFT = 0.001;

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
 * Fewer triangles over a subset of the same vertices (layer-wide numbers in and out). Locked vertices stay and no
 * feature vanishes. The simplifier's own error estimate is not handed on: on tubes
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
    if (options.eachFeature) positions[3 * i] = positions[3 * i]! + SHIFT * (mesh.feature[vertex]! % SHIFTS);
  }
  const locks = vertexLocks(mesh, vertices, positions, options.isLocked);
  const pass = (from: Uint32Array, triangles: number, flags: SimplifierFlags[]): Uint32Array =>
    MeshoptSimplifier.simplifyWithAttributes(
      from,
      positions,
      3,
      normals,
      3,
      [NORMAL_WEIGHT, NORMAL_WEIGHT, NORMAL_WEIGHT],
      locks,
      Math.min(from.length, 3 * Math.ceil(triangles)),
      options.eachFeature ? ESTIMATE_SLACK * options.maxError : options.maxError,
      ['ErrorAbsolute', ...flags],
    )[0];
  const reduce = (from: Uint32Array, triangles: number): Uint32Array => {
    const fewer = pass(from, triangles, []);
    // Facetted bodies have a sharp edge at every vertex, which counts as a seam that must not move: such tiles may
    // lose sharp edges, never the seams between features.
    return fewer.length / 3 > STUCK * triangles ? pass(fewer, triangles, ['Permissive']) : fewer;
  };
  const layerWide = (list: Uint32Array): Uint32Array => list.map((i) => vertices[i]!);

  const whole = layerWide(indices);
  if (!options.eachFeature) {
    const { good, damaged } = sortByDamage(mesh, whole, layerWide(reduce(indices, options.triangles)), null);
    return joinLists([good, damaged]);
  }
  const toTile = new Map(Array.from(vertices, (vertex, i) => [vertex, i]));
  const done: Uint32Array[] = [];
  let left = whole;
  for (const gentler of GENTLER) {
    if (left.length === 0) break;
    const own = left.map((vertex) => toTile.get(vertex)!);
    const share = Math.min(1, (gentler * options.triangles * 3) / indices.length);
    const { good, damaged } = sortByDamage(
      mesh,
      left,
      layerWide(reduce(own, (share * own.length) / 3)),
      options.maxError,
    );
    done.push(good);
    left = damaged;
  }
  return joinLists([...done, left]);
};
