import type { Box3, Vec3 } from '../geometry/bounds.ts';
import type { TriangleMesh } from '../geometry/triangle-mesh.ts';

/**
 * Triangles in a tree of boxes (a bounding volume hierarchy), so that a search looks at the few that can matter.
 * Nodes are numbered from the root, 0; the left child of `i` is `i + 1`.
 */
export interface TriangleTree {
  readonly triangles: number;
  readonly box: Box3;
  /** 6 doubles a node: min east, north, up, max east, north, up. */
  readonly boxes: Float64Array;
  /** By node: the right child; of a leaf the first of its triangles (in tree order). */
  readonly next: Uint32Array;
  /** By node: how many triangles a leaf holds; 0 where the node is not a leaf. */
  readonly count: Uint8Array;
  /** 9 doubles a triangle, in tree order. */
  readonly corners: Float64Array;
  /** Tree order → number in the mesh. */
  readonly order: Uint32Array;
  /** A corner of every part that shares no corner number with the others, 3 doubles a part. */
  readonly parts: Float64Array;
}

const LEAF = 2;
/** Where a node is cut is looked for among so many evenly spaced planes. */
const BINS = 12;
/** For so few triangles looking for the best plane costs more than it saves. */
const FEW = 12;

/** @throws RangeError where the mesh has no triangle or a corner is not a number */
export function createTriangleTree({ positions, indices }: TriangleMesh): TriangleTree {
  const triangles = indices.length / 3;
  if (triangles === 0) throw new RangeError('a mesh without triangles is nowhere, so nothing is near it');
  const { bounds, centres } = boundsOfTriangles(positions, indices);
  const order = new Uint32Array(triangles);
  for (let t = 0; t < triangles; t++) order[t] = t;
  const split = createSplitter(bounds, centres, order);
  const boxes = new Float64Array(triangles * 12);
  const next = new Uint32Array(triangles * 2);
  const count = new Uint8Array(triangles * 2);
  let nodes = 0;
  const build = (from: number, to: number): void => {
    const node = nodes++;
    boundsOfRange(bounds, order, from, to, boxes, node * 6);
    if (to - from <= LEAF) {
      next[node] = from;
      count[node] = to - from;
      return;
    }
    const middle = split(from, to);
    build(from, middle);
    next[node] = nodes;
    build(middle, to);
  };
  build(0, triangles);
  const corners = new Float64Array(triangles * 9);
  for (let i = 0; i < triangles; i++)
    for (let c = 0; c < 3; c++) {
      const from = indices[order[i]! * 3 + c]! * 3;
      const to = i * 9 + c * 3;
      corners[to] = positions[from]!;
      corners[to + 1] = positions[from + 1]!;
      corners[to + 2] = positions[from + 2]!;
    }
  return {
    triangles,
    box: { min: [boxes[0]!, boxes[1]!, boxes[2]!], max: [boxes[3]!, boxes[4]!, boxes[5]!] },
    boxes: boxes.slice(0, nodes * 6),
    next: next.slice(0, nodes),
    count: count.slice(0, nodes),
    corners,
    order,
    parts: cornerOfParts(positions, indices),
  };
}

/** Boxes (6 doubles a triangle, as those of nodes) and their centres (3 doubles). */
function boundsOfTriangles(positions: Float64Array, indices: Uint32Array) {
  const triangles = indices.length / 3;
  const bounds = new Float64Array(triangles * 6);
  const centres = new Float64Array(triangles * 3);
  for (let t = 0; t < triangles; t++) {
    const [a, b, c] = [indices[t * 3]! * 3, indices[t * 3 + 1]! * 3, indices[t * 3 + 2]! * 3];
    for (let k = 0; k < 3; k++) {
      const x = positions[a + k]!;
      const y = positions[b + k]!;
      const z = positions[c + k]!;
      const low = Math.min(x, y, z);
      const high = Math.max(x, y, z);
      if (!Number.isFinite(high - low)) throw new RangeError(`a corner of triangle ${t} is not a number`);
      bounds[t * 6 + k] = low;
      bounds[t * 6 + 3 + k] = high;
      centres[t * 3 + k] = (low + high) / 2;
    }
  }
  return { bounds, centres };
}

function boundsOfRange(
  bounds: Float64Array,
  order: Uint32Array,
  from: number,
  to: number,
  out: Float64Array,
  at: number,
): void {
  let [x, y, z, u, v, w] = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (let i = from; i < to; i++) {
    const b = order[i]! * 6;
    if (bounds[b]! < x) x = bounds[b]!;
    if (bounds[b + 1]! < y) y = bounds[b + 1]!;
    if (bounds[b + 2]! < z) z = bounds[b + 2]!;
    if (bounds[b + 3]! > u) u = bounds[b + 3]!;
    if (bounds[b + 4]! > v) v = bounds[b + 4]!;
    if (bounds[b + 5]! > w) w = bounds[b + 5]!;
  }
  out[at] = x;
  out[at + 1] = y;
  out[at + 2] = z;
  out[at + 3] = u;
  out[at + 4] = v;
  out[at + 5] = w;
}

function cornerOfParts(positions: Float64Array, indices: Uint32Array): Float64Array {
  const parent = new Int32Array(positions.length / 3);
  for (let i = 0; i < parent.length; i++) parent[i] = i;
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) {
      parent[r] = parent[parent[r]!]!;
      r = parent[r]!;
    }
    return r;
  };
  for (let i = 0; i < indices.length; i += 3)
    for (let k = 1; k < 3; k++) parent[root(indices[i + k]!)] = root(indices[i]!);
  const found: number[] = [];
  const seen = new Uint8Array(parent.length);
  for (let i = 0; i < indices.length; i += 3) {
    const part = root(indices[i]!);
    if (seen[part]) continue;
    seen[part] = 1;
    found.push(positions[part * 3]!, positions[part * 3 + 1]!, positions[part * 3 + 2]!);
  }
  return Float64Array.from(found);
}

/** A line as a tree: each of its pieces is a triangle that has collapsed to a segment. */
export const createLineTree = (line: readonly Vec3[]): TriangleTree => {
  const pieces = Math.max(1, line.length - 1);
  return createTriangleTree({
    positions: Float64Array.from(line.flat()),
    indices: Uint32Array.from(
      Array.from({ length: line.length > 0 ? pieces : 0 }, (_, i) => {
        const to = Math.min(i + 1, line.length - 1);
        return [i, to, to];
      }).flat(),
    ),
  });
};

/**
 * Sorts a range of `order` into two parts, neither empty, and returns where the second begins: along the axis the centres
 * are spread on most, at the plane that makes the boxes smallest (surface area heuristic, after Wald 2007).
 */
function createSplitter(bounds: Float64Array, centres: Float64Array, order: Uint32Array) {
  const filled = new Uint32Array(BINS);
  const binBoxes = new Float64Array(BINS * 6);
  const leftCost = new Float64Array(BINS);
  const grown = new Float64Array(6);

  const clear = (box: Float64Array, at: number): void => {
    for (let k = 0; k < 3; k++) {
      box[at + k] = Infinity;
      box[at + 3 + k] = -Infinity;
    }
  };
  const grow = (box: Float64Array, at: number, by: Float64Array, byAt: number): void => {
    for (let k = 0; k < 3; k++) {
      if (by[byAt + k]! < box[at + k]!) box[at + k] = by[byAt + k]!;
      if (by[byAt + 3 + k]! > box[at + 3 + k]!) box[at + 3 + k] = by[byAt + 3 + k]!;
    }
  };
  const halfArea = (): number => {
    const x = grown[3]! - grown[0]!;
    const y = grown[4]! - grown[1]!;
    const z = grown[5]! - grown[2]!;
    return x * y + y * z + z * x;
  };
  /** Puts those before a bin in front and returns where the others begin. */
  const part = (from: number, to: number, binOf: (t: number) => number, bin: number): number => {
    let i = from;
    let j = to - 1;
    while (i <= j) {
      const t = order[i]!;
      if (binOf(t) < bin) i++;
      else {
        order[i] = order[j]!;
        order[j--] = t;
      }
    }
    return i;
  };

  return (from: number, to: number): number => {
    let axis = 0;
    let low = 0;
    let widest = -1;
    for (let k = 0; k < 3; k++) {
      let least = Infinity;
      let most = -Infinity;
      for (let i = from; i < to; i++) {
        const centre = centres[order[i]! * 3 + k]!;
        if (centre < least) least = centre;
        if (centre > most) most = centre;
      }
      if (most - least > widest) [axis, low, widest] = [k, least, most - least];
    }
    const middle = (from + to) >> 1;
    // All centres in one point: any two halves are as good.
    if (!(widest > 0)) return middle;
    if (to - from <= FEW) {
      order.subarray(from, to).sort((a, b) => centres[a * 3 + axis]! - centres[b * 3 + axis]!);
      return middle;
    }
    const scale = BINS / widest;
    const binOf = (t: number): number =>
      Math.min(BINS - 1, Math.floor((centres[t * 3 + axis]! - low) * scale));
    filled.fill(0);
    for (let bin = 0; bin < BINS; bin++) clear(binBoxes, bin * 6);
    for (let i = from; i < to; i++) {
      const bin = binOf(order[i]!);
      filled[bin]!++;
      grow(binBoxes, bin * 6, bounds, order[i]! * 6);
    }
    clear(grown, 0);
    let left = 0;
    for (let bin = 0; bin < BINS - 1; bin++) {
      grow(grown, 0, binBoxes, bin * 6);
      left += filled[bin]!;
      leftCost[bin] = left === 0 ? Infinity : left * halfArea();
    }
    clear(grown, 0);
    let right = 0;
    let best = Infinity;
    let bestBin = -1;
    for (let bin = BINS - 1; bin > 0; bin--) {
      grow(grown, 0, binBoxes, bin * 6);
      right += filled[bin]!;
      if (right === 0) continue;
      const cost = leftCost[bin - 1]! + right * halfArea();
      if (cost < best) [best, bestBin] = [cost, bin];
    }
    return bestBin < 0 ? middle : part(from, to, binOf, bestBin);
  };
}

/** Square of the distance between two nodes' boxes, m²; 0 where they overlap. */
export function boxGapSquare(a: Float64Array, aAt: number, b: Float64Array, bAt: number): number {
  let sum = 0;
  for (let k = 0; k < 3; k++) {
    const gap = Math.max(a[aAt + k]! - b[bAt + 3 + k]!, b[bAt + k]! - a[aAt + 3 + k]!);
    if (gap > 0) sum += gap * gap;
  }
  return sum;
}

/** Whether the box of a leaf is nearer to a box than a distance (its square, m²). */
export function isBoxNear(box: Float64Array, { boxes, next, count }: TriangleTree, square: number): boolean {
  const stack = [0];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (boxGapSquare(box, 0, boxes, node * 6) >= square) continue;
    if (count[node]! > 0) return true;
    stack.push(next[node]!, node + 1);
  }
  return false;
}
