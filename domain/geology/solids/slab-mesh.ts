import type { TriangleMesh } from '../../geometry/triangle-mesh.ts';
import type { GridSpec } from '../geological-model.ts';
import type { UnitSlab } from './unit-slabs.ts';

/** How a cell is split, everywhere alike, so that the base of one unit and the top of the next are the same triangles. */
const SPLIT = [
  [0, 1, 3],
  [0, 3, 2],
] as const;

/** A closed body of a slab that still knows which of its triangles are the base of the unit. */
export interface SlabMesh extends TriangleMesh {
  /** One a triangle: 1 = part of the unit's base, 0 = its top, a wall or a fault. */
  readonly isBase: Uint8Array;
}

/**
 * A slab as a closed mesh: two triangles a cell on top and below, walls where its neighbours are not known. Where top and
 * base meet they share their vertices, so the unit ends in an edge and not in a sliver. Parts that only touch have vertices
 * of their own: by index every edge has two triangles.
 */
export const slabMesh = (grid: GridSpec, { top, base }: Pick<UnitSlab, 'top' | 'base'>): SlabMesh => {
  const triangles = planTriangles(grid, top, base);
  const isThick = (node: number): boolean => base[node]! < top[node]!;
  const edges = planEdges(triangles, top.length);
  const fan = joinFans(triangles, edges, isThick);
  const touching = touchingFans(triangles, edges, isThick, fan);

  const positions: number[] = [];
  const vertexOf = new Map<number, { readonly above: number; readonly below: number }>();
  const add = (node: number, up: number): number => {
    const east = grid.east + (node % grid.columns) * grid.cell;
    const north = grid.north + Math.floor(node / grid.columns) * grid.cell;
    return positions.push(east, north, up) / 3 - 1;
  };
  const at = (corner: number) => {
    const own = fan(corner);
    let found = vertexOf.get(own);
    if (!found) {
      const node = triangles[corner]!;
      const above = add(node, top[node]!);
      found = { above, below: isThick(node) || touching.has(own) ? add(node, base[node]!) : above };
      vertexOf.set(own, found);
    }
    return found;
  };

  const indices: number[] = [];
  const isBase: number[] = [];
  const put = (a: number, b: number, c: number, base = 0): void => {
    if (a === b || b === c || c === a) return;
    indices.push(a, b, c);
    isBase.push(base);
  };
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [at(t), at(t + 1), at(t + 2)];
    put(a.above, b.above, c.above);
    put(a.below, c.below, b.below, 1);
  }
  for (const sides of edges.values()) {
    if (sides.length !== 1) continue;
    const [from, to] = [at(sides[0]!.from), at(sides[0]!.to)];
    put(from.below, to.below, to.above);
    put(from.below, to.above, from.above);
  }
  return {
    positions: Float64Array.from(positions),
    indices: Uint32Array.from(indices),
    isBase: Uint8Array.from(isBase),
  };
};

/** Nodes of the triangles the slab has a thickness in, counter-clockwise from above, three a triangle. */
const planTriangles = ({ columns, rows }: GridSpec, top: Float64Array, base: Float64Array): number[] => {
  const found: number[] = [];
  for (let j = 0; j < rows - 1; j++)
    for (let i = 0; i < columns - 1; i++) {
      const at = j * columns + i;
      const corners = [at, at + 1, at + columns, at + columns + 1];
      if (corners.some((node) => Number.isNaN(base[node]!))) continue;
      for (const split of SPLIT) {
        const nodes = split.map((corner) => corners[corner]!);
        if (nodes.some((node) => base[node]! < top[node]!)) found.push(...nodes);
      }
    }
  return found;
};

/** A side of a triangle: its corners by their place in the list of triangles. */
interface Side {
  readonly from: number;
  readonly to: number;
}

const planEdges = (triangles: readonly number[], nodes: number): Map<number, Side[]> => {
  const edges = new Map<number, Side[]>();
  for (let t = 0; t < triangles.length; t += 3)
    for (let k = 0; k < 3; k++) {
      const side = { from: t + k, to: t + ((k + 1) % 3) };
      const [a, b] = [triangles[side.from]!, triangles[side.to]!];
      const key = a < b ? a * nodes + b : b * nodes + a;
      const sides = edges.get(key);
      if (sides) sides.push(side);
      else edges.set(key, [side]);
    }
  return edges;
};

/** Corners at a node are one vertex where their triangles hang together over an edge that has a thickness. */
const joinFans = (
  triangles: readonly number[],
  edges: ReadonlyMap<number, readonly Side[]>,
  isThick: (node: number) => boolean,
): ((corner: number) => number) => {
  const parent = Int32Array.from(triangles, (_, corner) => corner);
  const root = (corner: number): number => {
    let r = corner;
    while (parent[r] !== r) {
      parent[r] = parent[parent[r]!]!;
      r = parent[r]!;
    }
    return r;
  };
  for (const [a, b] of edges.values()) {
    if (!a || !b) continue;
    if (!isThick(triangles[a.from]!) && !isThick(triangles[a.to]!)) continue;
    parent[root(a.from)] = root(b.to);
    parent[root(a.to)] = root(b.from);
  }
  return root;
};

/**
 * Fans at both ends of an edge where top and base meet though the slab goes all round it: a crease and no end. There top
 * and base only touch, each with its own vertices, else four triangles would have the edge.
 */
const touchingFans = (
  triangles: readonly number[],
  edges: ReadonlyMap<number, readonly Side[]>,
  isThick: (node: number) => boolean,
  fan: (corner: number) => number,
): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const [a, b] of edges.values()) {
    if (!a || !b || isThick(triangles[a.from]!) || isThick(triangles[a.to]!)) continue;
    if (fan(a.from) !== fan(b.to) || fan(a.to) !== fan(b.from)) continue;
    found.add(fan(a.from)).add(fan(a.to));
  }
  return found;
};
