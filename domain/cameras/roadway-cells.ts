import type { RoadwayNetwork } from '../contracts/network.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { STEEP_SHARE } from './roadway-segments.ts';

/** Where a person's chest is: the height above the floor at which a stretch counts as seen, metres. */
export const LOOK_HEIGHT = 1.2;
/** A place further than this from every roadway's line is not on the network, metres. */
export const ON_NETWORK = 5;

/**
 * All roadways in steps of about a metre: each edge in equal cells, each cell judged by one point in its middle, so
 * that lengths of cells add up to the lengths of edges.
 */
export interface RoadwayCells {
  readonly count: number;
  /** Index of the edge of a cell. */
  readonly edge: Int32Array;
  /** First cell of an edge; one entry more than edges. */
  readonly first: Int32Array;
  /** 3 a cell: the point that is looked at, ENU metres. */
  readonly look: Float64Array;
  /** Length of the cells of a cell's edge, metres. */
  readonly step: Float64Array;
  /** Cells whose point lies within `reach` metres of a point. */
  near(at: Vec3, reach: number): Int32Array;
  /** Where a place is on the network; null where no roadway comes within `ON_NETWORK` of it. */
  footOf(at: Vec3): NetworkFoot | null;
  /** Cells within `reach` metres of a foot along the roadways, the foot's own first. */
  around(foot: NetworkFoot, reach: number): Int32Array;
}

/** The point of the network nearest to a place. */
export interface NetworkFoot {
  readonly edge: number;
  /** Metres from the edge's start. */
  readonly along: number;
  /** Metres from the place. */
  readonly distance: number;
}

const STEP = 1;
const GRID = 20;

export function createRoadwayCells(network: RoadwayNetwork): RoadwayCells {
  const edges = network.edges;
  const lines = edges.map(({ line }) => measured(line));
  const numbers = lines.map(({ length }) => Math.max(1, Math.round(length / STEP)));
  const first = new Int32Array(edges.length + 1);
  numbers.forEach((n, i) => {
    first[i + 1] = first[i]! + n;
  });
  const count = first[edges.length]!;
  const edge = new Int32Array(count);
  const look = new Float64Array(count * 3);
  const step = new Float64Array(count);
  const squares = new Map<string, number[]>();
  const square = (v: number) => Math.floor(v / GRID);
  lines.forEach((line, i) => {
    const n = numbers[i]!;
    const above = Math.min(LOOK_HEIGHT, edges[i]!.height / 2);
    for (let k = 0; k < n; k++) {
      const cell = first[i]! + k;
      const at = line.pointAt(((k + 0.5) * line.length) / n, above);
      edge[cell] = i;
      step[cell] = line.length / n;
      look.set(at, cell * 3);
      const key = `${square(at[0])} ${square(at[1])}`;
      const list = squares.get(key);
      if (list) list.push(cell);
      else squares.set(key, [cell]);
    }
  });
  const edgesAt = new Map<number, number[]>();
  edges.forEach(({ from, to }, i) => {
    for (const node of new Set([from, to])) edgesAt.set(node, [...(edgesAt.get(node) ?? []), i]);
  });

  return {
    count,
    edge,
    first,
    look,
    step,
    near(at, reach) {
      const found: number[] = [];
      for (let x = square(at[0] - reach); x <= square(at[0] + reach); x++)
        for (let y = square(at[1] - reach); y <= square(at[1] + reach); y++)
          for (const cell of squares.get(`${x} ${y}`) ?? []) {
            const dx = look[cell * 3]! - at[0];
            const dy = look[cell * 3 + 1]! - at[1];
            const dz = look[cell * 3 + 2]! - at[2];
            if (dx * dx + dy * dy + dz * dz <= reach * reach) found.push(cell);
          }
      return Int32Array.from(found).sort();
    },
    footOf(at) {
      let best: NetworkFoot | null = null;
      lines.forEach((line, i) => {
        const { along, distance } = line.nearest(at);
        if (distance <= ON_NETWORK && (best === null || distance < best.distance))
          best = { edge: i, along, distance };
      });
      return best;
    },
    around(foot, reach) {
      // Metres from the foot to every node that can be reached, then every cell by the nearer of its edge's ends.
      const own = edges[foot.edge]!;
      const reached = new Map<number, number>();
      const waiting: [node: number, metres: number][] = [
        [own.from, foot.along],
        [own.to, lines[foot.edge]!.length - foot.along],
      ];
      while (waiting.length > 0) {
        waiting.sort((a, b) => b[1] - a[1]);
        const [node, metres] = waiting.pop()!;
        if (metres > reach || (reached.get(node) ?? Infinity) <= metres) continue;
        reached.set(node, metres);
        for (const i of edgesAt.get(node)!) {
          const { from, to } = edges[i]!;
          waiting.push([from === node ? to : from, metres + lines[i]!.length]);
        }
      }
      const found = new Set<number>();
      const ownCells = numbers[foot.edge]!;
      const ownCell = Math.min(
        ownCells - 1,
        Math.floor((foot.along / (lines[foot.edge]!.length || 1)) * ownCells),
      );
      found.add(first[foot.edge]! + ownCell);
      const touched = new Set([foot.edge, ...[...reached.keys()].flatMap((node) => edgesAt.get(node)!)]);
      for (const i of touched) {
        const { from, to } = edges[i]!;
        const { length } = lines[i]!;
        for (let k = 0; k < numbers[i]!; k++) {
          const along = ((k + 0.5) * length) / numbers[i]!;
          const metres = Math.min(
            (reached.get(from) ?? Infinity) + along,
            (reached.get(to) ?? Infinity) + length - along,
            i === foot.edge ? Math.abs(along - foot.along) : Infinity,
          );
          if (metres <= reach) found.add(first[i]! + k);
        }
      }
      return Int32Array.from(found);
    },
  };
}

/** A line with its length, the points along it and the nearest one to a place. */
export function measured(line: readonly Vec3[]) {
  const starts: number[] = [0];
  for (let i = 1; i < line.length; i++) {
    const [p, q] = [line[i - 1]!, line[i]!];
    starts.push(starts[i - 1]! + Math.hypot(q[0] - p[0], q[1] - p[1], q[2] - p[2]));
  }
  const length = starts.at(-1)!;
  return {
    length,
    /** Metres from the start to each of its points. */
    starts: starts as readonly number[],
    /** The point this far along, raised by `above` where there is a floor to stand on. */
    pointAt(along: number, above: number): Vec3 {
      let i = 1;
      while (i < line.length - 1 && starts[i]! < along) i++;
      const [p, q] = [line[i - 1]!, line[i]!];
      const piece = starts[i]! - starts[i - 1]!;
      const t = piece > 0 ? (along - starts[i - 1]!) / piece : 0;
      const level = piece > 0 && Math.hypot(q[0] - p[0], q[1] - p[1]) / piece >= STEEP_SHARE;
      return [
        p[0] + (q[0] - p[0]) * t,
        p[1] + (q[1] - p[1]) * t,
        p[2] + (q[2] - p[2]) * t + (level ? above : 0),
      ];
    },
    /** Horizontal heading of the piece at this place, degrees clockwise from north; null in raises and shafts. */
    headingAt(along: number): number | null {
      let i = 1;
      while (i < line.length - 1 && starts[i]! < along) i++;
      const [p, q] = [line[i - 1]!, line[i]!];
      const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
      const piece = starts[i]! - starts[i - 1]!;
      if (!(piece > 0) || Math.hypot(dx, dy) / piece < STEEP_SHARE) return null;
      return ((Math.atan2(dx, dy) * 180) / Math.PI + 360) % 360;
    },
    nearest(at: Vec3): { along: number; distance: number } {
      let best = { along: 0, distance: Infinity };
      for (let i = 1; i < line.length; i++) {
        const [p, q] = [line[i - 1]!, line[i]!];
        const d: Vec3 = [q[0] - p[0], q[1] - p[1], q[2] - p[2]];
        const square = d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
        const dot = (at[0] - p[0]) * d[0] + (at[1] - p[1]) * d[1] + (at[2] - p[2]) * d[2];
        const t = square > 0 ? Math.min(1, Math.max(0, dot / square)) : 0;
        const distance = Math.hypot(
          p[0] + d[0] * t - at[0],
          p[1] + d[1] * t - at[1],
          p[2] + d[2] * t - at[2],
        );
        if (distance < best.distance) best = { along: starts[i - 1]! + t * Math.sqrt(square), distance };
      }
      return best;
    },
  };
}
