import type { RoadwayNetwork } from '../contracts/network.ts';

/**
 * Where on the roadway network something is: the nearest edge and how far along it. Asked for every person once a
 * second, so the segments that can be nearest are worked out once for each small cube of space that anyone visits.
 */
export interface NetworkIndex {
  readonly network: RoadwayNetwork;
  readonly edgeCount: number;
  /** Metres along each edge, by its line. */
  readonly edgeLength: Float64Array;
  /** Node numbers (positions in network.nodes) of each edge. */
  readonly edgeFrom: Int32Array;
  readonly edgeTo: Int32Array;
  /** Edges at each node. */
  readonly edgesAt: readonly (readonly number[])[];
  /**
   * Puts ENU metres on the network; the answer is in `foot` until the next call.
   * @returns false where nothing of the network is within OFF_NETWORK_METRES
   */
  snap(x: number, y: number, z: number): boolean;
  readonly foot: { edge: number; offset: number; distance: number };
}

/**
 * Farther from every roadway axis than this one is not on the network: in a stope, in the pit or on the surface. Wide
 * halls are about 10 m across and positions are metres wrong at worst.
 */
export const OFF_NETWORK_METRES = 15;

/** Edge of a cube, metres. */
const CELL = 8;
const HALF_DIAGONAL = (CELL * Math.sqrt(3)) / 2;

export const createNetworkIndex = (network: RoadwayNetwork): NetworkIndex => {
  const { nodes, edges } = network;
  const nodeAt = new Map(nodes.map(({ id }, i) => [id, i]));
  const edgeLength = new Float64Array(edges.length);
  const edgeFrom = Int32Array.from(edges, ({ from }) => nodeAt.get(from)!);
  const edgeTo = Int32Array.from(edges, ({ to }) => nodeAt.get(to)!);
  const edgesAt: number[][] = nodes.map(() => []);

  const count = edges.reduce((sum, { line }) => sum + line.length - 1, 0);
  /** 8 a segment: start, direction by its length, length, metres along the edge where it starts. */
  const segments = new Float64Array(count * 8);
  const segmentEdge = new Int32Array(count);
  let s = 0;
  edges.forEach(({ line }, edge) => {
    edgesAt[edgeFrom[edge]!]!.push(edge);
    if (edgeTo[edge] !== edgeFrom[edge]) edgesAt[edgeTo[edge]!]!.push(edge);
    let along = 0;
    for (let i = 1; i < line.length; i++) {
      const [ax, ay, az] = line[i - 1]!;
      const [bx, by, bz] = line[i]!;
      const length = Math.hypot(bx - ax, by - ay, bz - az);
      const per = length > 0 ? 1 / length : 0;
      segments.set([ax, ay, az, (bx - ax) * per, (by - ay) * per, (bz - az) * per, length, along], s * 8);
      segmentEdge[s++] = edge;
      along += length;
    }
    edgeLength[edge] = along;
  });

  let reached = 0;
  /** Squared distance to a segment; how far along it the foot is stays in `reached`. */
  const squaredTo = (segment: number, x: number, y: number, z: number): number => {
    const o = segment * 8;
    const dx = x - segments[o]!;
    const dy = y - segments[o + 1]!;
    const dz = z - segments[o + 2]!;
    const along = dx * segments[o + 3]! + dy * segments[o + 4]! + dz * segments[o + 5]!;
    const t = along < 0 ? 0 : along > segments[o + 6]! ? segments[o + 6]! : along;
    reached = t;
    const ex = dx - t * segments[o + 3]!;
    const ey = dy - t * segments[o + 4]!;
    const ez = dz - t * segments[o + 5]!;
    return ex * ex + ey * ey + ez * ez;
  };

  /** Segments by coarse block, so that a new cell need not look at all of them. */
  const BLOCK = 64;
  const blocks = new Map<string, number[]>();
  for (let i = 0; i < count; i++) {
    const reach = OFF_NETWORK_METRES + 2 * HALF_DIAGONAL;
    const [lo, hi] = [0, 1, 2].reduce<[number[], number[]]>(
      ([low, high], axis) => {
        const a = segments[i * 8 + axis]!;
        const b = a + segments[i * 8 + 3 + axis]! * segments[i * 8 + 6]!;
        low.push(Math.floor((Math.min(a, b) - reach) / BLOCK));
        high.push(Math.floor((Math.max(a, b) + reach) / BLOCK));
        return [low, high];
      },
      [[], []],
    );
    for (let x = lo[0]!; x <= hi[0]!; x++)
      for (let y = lo[1]!; y <= hi[1]!; y++)
        for (let z = lo[2]!; z <= hi[2]!; z++) {
          const key = `${x} ${y} ${z}`;
          const list = blocks.get(key);
          if (list) list.push(i);
          else blocks.set(key, [i]);
        }
  }

  // Cells are numbered within the network's own box: small whole numbers make far quicker keys than large ones.
  const reachCells = Math.ceil(OFF_NETWORK_METRES / CELL) + 1;
  const low = [0, 1, 2].map((axis) => {
    let min = Number.POSITIVE_INFINITY;
    for (const { line } of edges) for (const p of line) min = Math.min(min, p[axis]!);
    return Math.floor(min / CELL) - reachCells;
  });
  const size = [0, 1, 2].map((axis) => {
    let max = Number.NEGATIVE_INFINITY;
    for (const { line } of edges) for (const p of line) max = Math.max(max, p[axis]!);
    return Math.floor(max / CELL) + reachCells + 1 - low[axis]!;
  });
  const [lowX, lowY, lowZ] = low as [number, number, number];
  const [sizeX, sizeY, sizeZ] = size as [number, number, number];

  const NONE = new Int32Array(0);
  const cells = new Map<number, Int32Array>();
  /** Of the segments of a block, used again for each new cell. */
  const distances = new Float64Array(
    [...blocks.values()].reduce((most, { length }) => Math.max(most, length), 0),
  );
  const candidatesOf = (x: number, y: number, z: number): Int32Array => {
    const cx = Math.floor(x / CELL);
    const cy = Math.floor(y / CELL);
    const cz = Math.floor(z / CELL);
    const [ix, iy, iz] = [cx - lowX, cy - lowY, cz - lowZ];
    if (!(ix >= 0 && iy >= 0 && iz >= 0 && ix < sizeX && iy < sizeY && iz < sizeZ)) return NONE;
    const key = (ix * sizeY + iy) * sizeZ + iz;
    const known = cells.get(key);
    if (known) return known;
    const mx = (cx + 0.5) * CELL;
    const my = (cy + 0.5) * CELL;
    const mz = (cz + 0.5) * CELL;
    const near =
      blocks.get(`${Math.floor(mx / BLOCK)} ${Math.floor(my / BLOCK)} ${Math.floor(mz / BLOCK)}`) ?? [];
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < near.length; i++) {
      distances[i] = Math.sqrt(squaredTo(near[i]!, mx, my, mz));
      if (distances[i]! < best) best = distances[i]!;
    }
    let list = NONE;
    if (best <= OFF_NETWORK_METRES + HALF_DIAGONAL) {
      // The nearest to any point of the cube is no farther from its middle than the middle's nearest plus a diagonal.
      const farthest = best + 2 * HALF_DIAGONAL;
      let kept = 0;
      for (let i = 0; i < near.length; i++) if (distances[i]! <= farthest) kept++;
      list = new Int32Array(kept);
      kept = 0;
      for (let i = 0; i < near.length; i++) if (distances[i]! <= farthest) list[kept++] = near[i]!;
    }
    cells.set(key, list);
    return list;
  };

  const foot = { edge: -1, offset: 0, distance: 0 };
  return {
    network,
    edgeCount: edges.length,
    edgeLength,
    edgeFrom,
    edgeTo,
    edgesAt,
    foot,
    snap: (x, y, z) => {
      const candidates = candidatesOf(x, y, z);
      let best = OFF_NETWORK_METRES * OFF_NETWORK_METRES;
      let found = -1;
      let offset = 0;
      for (let i = 0; i < candidates.length; i++) {
        const squared = squaredTo(candidates[i]!, x, y, z);
        if (squared > best || (squared === best && found >= 0)) continue;
        best = squared;
        found = candidates[i]!;
        offset = reached;
      }
      if (found < 0) return false;
      foot.edge = segmentEdge[found]!;
      foot.offset = segments[found * 8 + 7]! + offset;
      foot.distance = Math.sqrt(best);
      return true;
    },
  };
};
