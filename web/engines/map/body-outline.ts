import { multiply4, transformPoint } from '../../../domain/frame/matrix4.ts';
import { compactMesh, type TriangleMesh, weldVertices } from '../../../domain/geometry/triangle-mesh.ts';
import { creaseEdges } from '../../../domain/measure/crease-edges.ts';
import { metres } from '../../../domain/units/quantities.ts';
import { nodeMatrix, type PlacedNode } from '../node-matrix.ts';
import type { Point3 } from './scene-colours.ts';

/** A glTF as loaders.gl leaves it: objects in place of indices, columns as typed arrays. */
interface Column {
  readonly value: ArrayLike<number>;
}
interface Primitive {
  readonly mode?: number;
  readonly attributes: Readonly<Record<string, Column | undefined>>;
  readonly indices?: Column;
}
interface Node extends PlacedNode {
  readonly mesh?: { readonly primitives: readonly Primitive[] };
  readonly children?: readonly Node[];
}
interface Gltf {
  readonly scene?: { readonly nodes?: readonly Node[] };
  readonly scenes?: readonly { readonly nodes?: readonly Node[] }[];
}

const TRIANGLES = 4;
/** Corners nearer than this are one: shading repeats them, and tiles round to millimetres. */
const SAME_CORNER = metres(0.02);

/** What outlines one body of a tile. */
export interface BodyOutline {
  /** Edges one sees: where faces meet at an angle, and rims. */
  readonly edges: readonly { readonly from: Point3; readonly to: Point3 }[];
  /** Middle of its highest corners' box, for a name. */
  readonly top: Point3;
}

/** Triangles of one body, in the frame `matrix` leads to; null: the primitive holds none of it. */
const meshOf = (primitive: Primitive, feature: number, matrix: readonly number[]): TriangleMesh | null => {
  const { POSITION, _FEATURE_ID_0: ids } = primitive.attributes;
  if ((primitive.mode ?? TRIANGLES) !== TRIANGLES || !POSITION || !ids) return null;
  const count = primitive.indices?.value.length ?? POSITION.value.length / 3;
  const indices: number[] = [];
  for (let i = 0; i < count; i++) {
    const vertex = primitive.indices?.value[i] ?? i;
    if (Math.round(ids.value[vertex]!) === feature) indices.push(vertex);
  }
  if (indices.length === 0) return null;
  const own = compactMesh({
    positions: Float64Array.from(POSITION.value),
    indices: Uint32Array.from(indices.slice(0, indices.length - (indices.length % 3))),
  });
  const positions = new Float64Array(own.positions.length);
  for (let at = 0; at < positions.length; at += 3)
    positions.set(
      transformPoint(matrix, own.positions[at]!, own.positions[at + 1]!, own.positions[at + 2]!),
      at,
    );
  return weldVertices(positions, own.indices, SAME_CORNER);
};

const edgesOf = (mesh: TriangleMesh): BodyOutline['edges'] => {
  const { positions, indices } = mesh;
  const sides = creaseEdges(mesh);
  const corner = (vertex: number): Point3 => [
    positions[vertex * 3]!,
    positions[vertex * 3 + 1]!,
    positions[vertex * 3 + 2]!,
  ];
  // Each edge once, though it is a side of two triangles.
  const seen = new Set<number>();
  const vertices = positions.length / 3;
  const edges: { from: Point3; to: Point3 }[] = [];
  for (let side = 0; side < indices.length; side++) {
    if (((sides[Math.floor(side / 3)]! >> (side % 3)) & 1) === 0) continue;
    const [a, b] = [indices[side]!, indices[side % 3 === 2 ? side - 2 : side + 1]!];
    const key = Math.min(a, b) * vertices + Math.max(a, b);
    if (seen.has(key)) continue;
    seen.add(key);
    edges.push({ from: corner(a), to: corner(b) });
  }
  return edges;
};

/**
 * The outline of the body with a number in a tile of a bundle.
 * @param matrix from the tile's scene into metres east, north, up, 4 × 4 column-major
 * @returns null: the tile has no faces of it
 */
export const bodyOutline = (gltf: object, feature: number, matrix: readonly number[]): BodyOutline | null => {
  const { scene, scenes } = gltf as Gltf;
  const meshes: TriangleMesh[] = [];
  const visit = (node: Node, parent: readonly number[]): void => {
    const placed = multiply4(parent, nodeMatrix(node));
    for (const primitive of node.mesh?.primitives ?? []) {
      const mesh = meshOf(primitive, feature, placed);
      if (mesh) meshes.push(mesh);
    }
    for (const child of node.children ?? []) visit(child, placed);
  };
  for (const node of scene?.nodes ?? scenes?.[0]?.nodes ?? []) visit(node, matrix);
  if (meshes.length === 0) return null;
  let [west, south, east, north, high] = [Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (const { positions } of meshes)
    for (let at = 0; at < positions.length; at += 3) {
      [west, east] = [Math.min(west, positions[at]!), Math.max(east, positions[at]!)];
      [south, north] = [Math.min(south, positions[at + 1]!), Math.max(north, positions[at + 1]!)];
      high = Math.max(high, positions[at + 2]!);
    }
  return { edges: meshes.flatMap(edgesOf), top: [(west + east) / 2, (south + north) / 2, high] };
};
