import { MeshoptTangents } from 'meshoptimizer/tangents';
import { UNKNOWN_DEVIATION } from '../../domain/contracts/deviation.ts';
import type { FeatureMesh } from '../model/layer-model.ts';
import { GRID_STEP, toGrid } from './quantise.ts';
import { weldPositions } from './weld.ts';

/** Edges sharper than this are drawn sharp. */
const CREASE_ANGLE = Math.PI / 6;

/** One feature on the grid: welded, without collapsed triangles, with a normal at every vertex. ENU, Z up. */
export interface GridMesh {
  /** 3 grid steps a vertex. */
  readonly positions: Int32Array;
  /** 3 signed bytes a vertex, −127…127. */
  readonly normals: Int8Array;
  /** Metres a vertex, never NaN (domain/contracts/deviation.ts); null where the feature has none. */
  readonly deviation: Float32Array | null;
  readonly indices: Uint32Array;
}

const snap = (mesh: FeatureMesh): Int32Array => {
  const snapped = new Int32Array(mesh.positions.length);
  for (let i = 0; i < snapped.length; i++) {
    const metres = mesh.positions[i]!;
    if (!(Math.abs(metres) < 16_000_000))
      throw new Error(`vertex ${Math.floor(i / 3)}: coordinate ${metres} m is outside the mine's frame`);
    snapped[i] = toGrid(metres);
  }
  return snapped;
};

/** Triangles whose three corners are still three places on the grid, as indices into the welded places. */
const liveTriangles = (indices: Uint32Array, group: Uint32Array): Uint32Array => {
  const kept = new Uint32Array(indices.length);
  let length = 0;
  for (let i = 0; i < indices.length; i += 3) {
    if (Math.max(indices[i]!, indices[i + 1]!, indices[i + 2]!) >= group.length)
      throw new Error(`triangle ${i / 3} names a vertex that does not exist`);
    const a = group[indices[i]!]!;
    const b = group[indices[i + 1]!]!;
    const c = group[indices[i + 2]!]!;
    if (a === b || b === c || c === a) continue;
    kept[length] = i;
    length++;
  }
  return kept.slice(0, length);
};

/** A feature thinner than the grid everywhere is still a feature: it stays as one 8 mm triangle. */
const speck = (snapped: Int32Array, deviation: Float32Array | null): GridMesh => {
  const [e, n, u] = [snapped[0]!, snapped[1]!, snapped[2]!];
  return {
    positions: new Int32Array([e, n, u, e + 1, n, u, e, n + 1, u]),
    normals: new Int8Array([0, 0, 127, 0, 0, 127, 0, 0, 127]),
    deviation: deviation && Float32Array.of(deviation[0]!, deviation[0]!, deviation[0]!),
    indices: new Uint32Array([0, 1, 2]),
  };
};

/** The larger of those that meet at a place: what is known better must not speak for what is not. */
const deviationOfPlaces = (deviation: Float32Array, group: Uint32Array, count: number): Float32Array => {
  const places = new Float32Array(count);
  for (let vertex = 0; vertex < group.length; vertex++) {
    const own = deviation[vertex]!;
    const place = group[vertex]!;
    places[place] = Math.max(places[place]!, Number.isNaN(own) ? UNKNOWN_DEVIATION : own);
  }
  return places;
};

/** Normals a corner, smooth over edges below the crease angle. `corners` index `places` (3 steps each). */
const creaseNormals = (corners: Uint32Array, places: Int32Array): Float32Array => {
  // Relative to the first vertex, so float32 holds the steps exactly however far the feature is from the origin.
  const local = new Float32Array(places.length);
  for (let i = 0; i < local.length; i++) local[i] = (places[i]! - places[i % 3]!) * GRID_STEP;
  return MeshoptTangents.generateNormals(corners, local, 3, CREASE_ANGLE);
};

const toByte = (value: number): number =>
  Number.isFinite(value) ? Math.round(Math.max(-1, Math.min(1, value)) * 127) : 0;

/**
 * Snaps a feature to the grid. Vertices are shared where place and normal are equal; triangles that collapse on
 * the grid are left out. Throws when the mesh has no triangle, a coordinate is not a number or an index is wrong.
 */
export const gridMesh = async (mesh: FeatureMesh): Promise<GridMesh> => {
  await MeshoptTangents.ready;
  if (mesh.indices.length < 3 || mesh.indices.length % 3 !== 0) throw new Error('a mesh without triangles');
  const snapped = snap(mesh);
  const { group, count } = weldPositions(snapped);
  const starts = liveTriangles(mesh.indices, group);
  const placeDeviation = mesh.deviation ? deviationOfPlaces(mesh.deviation, group, count) : null;
  if (starts.length === 0) return speck(snapped, placeDeviation);

  const places = new Int32Array(3 * count);
  for (let vertex = 0; vertex < group.length; vertex++)
    places.set(snapped.subarray(3 * vertex, 3 * vertex + 3), 3 * group[vertex]!);
  const corners = new Uint32Array(3 * starts.length);
  for (let t = 0; t < starts.length; t++)
    for (let k = 0; k < 3; k++) corners[3 * t + k] = group[mesh.indices[starts[t]! + k]!]!;

  const given = mesh.normals;
  const made = given ? null : creaseNormals(corners, places);
  const positions = new Int32Array(3 * corners.length);
  const normals = new Int8Array(3 * corners.length);
  const indices = new Uint32Array(corners.length);
  const deviation = placeDeviation && new Float32Array(corners.length);
  // Vertices already made at each place form a chain: a place has one vertex for each different normal.
  const first = new Int32Array(count).fill(-1);
  const next = new Int32Array(corners.length);
  let vertices = 0;
  for (let corner = 0; corner < corners.length; corner++) {
    const source = given ?? made!;
    const at = given ? 3 * mesh.indices[starts[Math.floor(corner / 3)]! + (corner % 3)]! : 3 * corner;
    let x = toByte(source[at]!);
    let y = toByte(source[at + 1]!);
    let z = toByte(source[at + 2]!);
    if (x === 0 && y === 0 && z === 0) [x, y, z] = [0, 0, 127];
    const place = corners[corner]!;
    let vertex = first[place]!;
    while (
      vertex >= 0 &&
      (normals[3 * vertex] !== x || normals[3 * vertex + 1] !== y || normals[3 * vertex + 2] !== z)
    )
      vertex = next[vertex]!;
    if (vertex < 0) {
      vertex = vertices++;
      for (let axis = 0; axis < 3; axis++) positions[3 * vertex + axis] = places[3 * place + axis]!;
      normals[3 * vertex] = x;
      normals[3 * vertex + 1] = y;
      normals[3 * vertex + 2] = z;
      if (deviation) deviation[vertex] = placeDeviation![place]!;
      next[vertex] = first[place]!;
      first[place] = vertex;
    }
    indices[corner] = vertex;
  }
  return {
    positions: positions.slice(0, 3 * vertices),
    normals: normals.slice(0, 3 * vertices),
    deviation: deviation?.slice(0, vertices) ?? null,
    indices,
  };
};
