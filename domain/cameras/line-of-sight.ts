import type { RoadwayNetwork } from '../contracts/network.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { createFreeSpace, type FreeSpace } from './free-space.ts';
import { createRoadwayCells, type RoadwayCells } from './roadway-cells.ts';
import { isInView, type ViewCone } from './view-cone.ts';

/** Height of the ground, ENU metres, at a place in plan; null where it is not known. */
export type Terrain = (east: number, north: number) => number | null;

/** A mine as cameras see it. Build it once a network; it takes milliseconds. */
export interface Surroundings {
  readonly network: RoadwayNetwork;
  readonly space: FreeSpace;
  readonly cells: RoadwayCells;
  readonly terrain: Terrain | null;
}

export const createSurroundings = (
  network: RoadwayNetwork,
  terrain: Terrain | null = null,
): Surroundings => ({
  network,
  space: createFreeSpace(network),
  cells: createRoadwayCells(network),
  terrain,
});

/** A piece of an edge, metres from its start. */
export interface Stretch {
  readonly edge: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Where a camera looks from. `roadway`: sight runs within the hollow of the roadways; `surface`: above ground, sight
 * runs over the terrain; `unknown`: neither can be told, so nothing is called seen.
 */
export type Standpoint =
  | { readonly in: 'roadway'; readonly at: Vec3; readonly movedBy: number }
  | { readonly in: 'surface'; readonly at: Vec3 }
  | { readonly in: 'unknown'; readonly at: Vec3 };

/** Lower than this over the ground a thing cannot be said to stand on the surface, metres. */
const UNDER_GROUND = -0.5;

export const standpoint = ({ space, terrain }: Surroundings, at: Vec3): Standpoint => {
  const inside = space.inside(at);
  if (inside) return { in: 'roadway', ...inside };
  const ground = terrain?.(at[0], at[1]) ?? null;
  if (ground !== null && at[2] - ground >= UNDER_GROUND) return { in: 'surface', at };
  return { in: 'unknown', at };
};

/** Cells of the roadways a camera in a roadway sees, in rising order. `cone.at` must be the standpoint's `at`. */
export function seenCells({ space, cells }: Surroundings, cone: ViewCone): Int32Array {
  const near = space.near(cone.at, cone.range);
  const found: number[] = [];
  for (const cell of cells.near(cone.at, cone.range)) {
    const [x, y, z] = [cells.look[cell * 3]!, cells.look[cell * 3 + 1]!, cells.look[cell * 3 + 2]!];
    if (isInView(cone, x, y, z) && isFree(space, cone.at, x, y, z, near)) found.push(cell);
  }
  return Int32Array.from(found);
}

/** Whether the straight line between two points stays in the hollow all the way. */
export function isFree(
  space: FreeSpace,
  at: Vec3,
  x: number,
  y: number,
  z: number,
  near: Int32Array,
): boolean {
  const [dx, dy, dz] = [x - at[0], y - at[1], z - at[2]];
  const distance = Math.hypot(dx, dy, dz);
  if (distance === 0) return true;
  const direction: Vec3 = [dx / distance, dy / distance, dz / distance];
  return space.freeAlong(at, direction, distance, near) >= distance;
}

/** How closely the ground is looked at along a sight line over it, metres. */
const GROUND_STEP = 2;

/**
 * How far one sees over the ground from `at` along a unit vector, metres, `most` at most. Where the height of the
 * ground is not known the sight ends: what lies beyond is not called seen.
 */
export function freeOverGround(terrain: Terrain, at: Vec3, direction: Vec3, most: number): number {
  for (let done = 0; done < most; ) {
    const next = Math.min(most, done + GROUND_STEP);
    const ground = terrain(at[0] + direction[0] * next, at[1] + direction[1] * next);
    if (ground === null || at[2] + direction[2] * next < ground) return done;
    done = next;
  }
  return most;
}

/** Neighbouring cells of an edge joined to stretches, by edge in the network's order. `cells` must rise. */
export function stretchesOf(surroundings: Surroundings, seen: Int32Array): Stretch[] {
  const { network, cells } = surroundings;
  const found: Stretch[] = [];
  for (let i = 0; i < seen.length; ) {
    const edge = cells.edge[seen[i]!]!;
    let last = i;
    while (
      last + 1 < seen.length &&
      seen[last + 1] === seen[last]! + 1 &&
      cells.edge[seen[last + 1]!] === edge
    )
      last++;
    const step = cells.step[seen[i]!]!;
    const start = cells.first[edge]!;
    found.push({
      edge: network.edges[edge]!.id,
      from: (seen[i]! - start) * step,
      to: (seen[last]! - start + 1) * step,
    });
    i = last + 1;
  }
  return found;
}

/** Metres of roadway in a set of cells. */
export const metresOf = ({ step }: RoadwayCells, cells: Iterable<number>): number => {
  let sum = 0;
  for (const cell of cells) sum += step[cell]!;
  return sum;
};
