import type { LayerMesh } from './layer-mesh.ts';
import {
  emptyGridBox,
  type GridBox,
  growGridBox,
  joinGridBoxes,
  MAX_QUANTISED_SPAN,
  toGrid,
} from './quantise.ts';

export interface QuadtreeLimits {
  /** A tile with more triangles is split. */
  readonly maxTriangles: number;
  /** A tile too wide for 16 bits is split only above this: otherwise scattered layers become crowds of tiny tiles. */
  readonly wideTriangles: number;
  /** Keep a feature in one tile while it is no larger than the cell. */
  readonly keepWhole: boolean;
}

/**
 * Features kept whole are often scattered (boreholes over 100 km): splitting them for 16 bits only would repeat every
 * feature and its attributes on many nearly empty levels, so these stay float32 until they are many.
 */
export const QUADTREE_LIMITS = {
  simplify: { maxTriangles: 60_000, wideTriangles: 20_000, keepWhole: false },
  keep: { maxTriangles: 60_000, wideTriangles: 60_000, keepWhole: true },
} as const;

/** A cell of the plan. Leaves hold triangles; parents hold children and are filled by simplification. */
export interface TileNode {
  readonly name: string;
  readonly level: number;
  /** Side of the cell in grid steps. */
  readonly size: number;
  readonly parent: TileNode | null;
  readonly children: TileNode[];
  /** Layer-wide vertex indices, 3 a triangle; empty for a parent. */
  readonly leafIndices: Uint32Array;
}

const BASE_CELL = toGrid(500);
const MAX_LEVEL = 14;

/** Smallest square of 500 m × 2^k, its corner on a multiple of an eighth of its side, that covers the plan. */
const rootCell = (box: GridBox): { east: number; north: number; size: number } => {
  const span = Math.max(box[3] - box[0], box[4] - box[1], 1);
  let size = BASE_CELL;
  while (size > BASE_CELL / 32 && (size / 2) * 0.875 >= span) size /= 2;
  while (size * 0.875 < span) size *= 2;
  const corner = (at: number) => Math.floor(at / (size / 8)) * (size / 8);
  return { east: corner(box[0]), north: corner(box[1]), size };
};

const planSpan = (mesh: LayerMesh, triangles: Uint32Array): number => {
  const box = emptyGridBox();
  for (const t of triangles)
    for (let k = 0; k < 3; k++) growGridBox(box, mesh.positions, mesh.indices[3 * t + k]!);
  return Math.max(box[3] - box[0], box[4] - box[1]);
};

/** A level is worth its bytes only when no child repeats most of it. */
const HEAVY_CHILD = 0.6;

const trianglesUnder = (node: TileNode): number =>
  node.children.length === 0
    ? node.leafIndices.length / 3
    : node.children.reduce((sum, child) => sum + trianglesUnder(child), 0);

/**
 * Puts the children of a heavy child in its place. Where nearly all of a layer lies in one corner (boreholes of a
 * region) the strict quadtree is a chain of tiles that each hold nearly the same.
 */
const withoutRepeatedLevels = (node: TileNode, parent: TileNode | null): TileNode => {
  const total = trianglesUnder(node);
  const opened = (child: TileNode): TileNode[] =>
    child.children.length > 0 && trianglesUnder(child) > HEAVY_CHILD * total
      ? child.children.flatMap(opened)
      : [child];
  const copy: TileNode = { ...node, parent, level: parent ? parent.level + 1 : 0, children: [] };
  for (const child of node.children.flatMap(opened)) copy.children.push(withoutRepeatedLevels(child, copy));
  return copy;
};

/**
 * Sorts a layer's triangles into a quadtree in plan, deterministically. A triangle belongs to the cell of its
 * centroid; with `keepWhole`, to the cell of its feature's centre while the feature is no larger than the cell.
 * Levels with a single child, or with one that holds most of them, are skipped. Vertices are never moved or copied, so neighbours share them.
 */
export const splitIntoTiles = (mesh: LayerMesh, limits: QuadtreeLimits): TileNode => {
  const { positions, indices, feature, featureBoxes } = mesh;

  const anchor = (triangle: number, axis: 0 | 1, cell: number): number => {
    const vertex = indices[3 * triangle]!;
    if (limits.keepWhole) {
      const box = featureBoxes[feature[vertex]!]!;
      if (box[3] - box[0] <= cell && box[4] - box[1] <= cell) return (box[axis] + box[axis + 3]!) / 2;
    }
    const b = indices[3 * triangle + 1]!;
    const c = indices[3 * triangle + 2]!;
    return (positions[3 * vertex + axis]! + positions[3 * b + axis]! + positions[3 * c + axis]!) / 3;
  };

  const grow = (
    triangles: Uint32Array,
    east: number,
    north: number,
    size: number,
    name: string,
    parent: TileNode | null,
    depth: number,
  ): TileNode => {
    const tooMany = triangles.length > limits.maxTriangles;
    const tooWide =
      triangles.length > limits.wideTriangles &&
      size >= BASE_CELL / 2 &&
      planSpan(mesh, triangles) > MAX_QUANTISED_SPAN;
    const level = parent ? parent.level + 1 : 0;
    if (depth >= MAX_LEVEL || !(tooMany || tooWide)) {
      const leafIndices = new Uint32Array(3 * triangles.length);
      for (let i = 0; i < triangles.length; i++)
        for (let k = 0; k < 3; k++) leafIndices[3 * i + k] = indices[3 * triangles[i]! + k]!;
      return { name, level, size, parent, children: [], leafIndices };
    }
    const half = size / 2;
    const quarter = new Uint8Array(triangles.length);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < triangles.length; i++) {
      const t = triangles[i]!;
      const q = (anchor(t, 0, half) >= east + half ? 1 : 0) + (anchor(t, 1, half) >= north + half ? 2 : 0);
      quarter[i] = q;
      counts[q] = counts[q]! + 1;
    }
    const parts = counts.map((n) => new Uint32Array(n));
    const filled = [0, 0, 0, 0];
    for (let i = 0; i < triangles.length; i++) {
      const q = quarter[i]!;
      parts[q]![filled[q]!] = triangles[i]!;
      filled[q] = filled[q]! + 1;
    }
    const cell = (q: number): [number, number] => [east + (q & 1) * half, north + (q >> 1) * half];
    const only = counts.indexOf(triangles.length);
    if (only >= 0) {
      const [e, n] = cell(only);
      return grow(triangles, e, n, half, `${name}${only}`, parent, depth + 1);
    }
    const node: TileNode = { name, level, size, parent, children: [], leafIndices: new Uint32Array(0) };
    for (const [q, part] of parts.entries()) {
      if (part.length === 0) continue;
      const [e, n] = cell(q);
      node.children.push(grow(part, e, n, half, `${name}${q}`, node, depth + 1));
    }
    return node;
  };

  const all = new Uint32Array(indices.length / 3);
  for (let i = 0; i < all.length; i++) all[i] = i;
  const root = rootCell(joinGridBoxes(featureBoxes));
  return withoutRepeatedLevels(grow(all, root.east, root.north, root.size, 'r', null, 0), null);
};

/** The leaves under a node, west to east and south to north. */
export const leavesOf = (node: TileNode): TileNode[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
