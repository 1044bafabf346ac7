import type { Body } from '../clearance/body.ts';
import type { SubsidenceZones } from '../contracts/neighbours.ts';
import { type GridLine, levelLines } from '../geometry/level-lines.ts';
import { areaInPlan } from '../geometry/plan-polygon.ts';
import { simplifiedRing } from '../geometry/simplified-ring.ts';
import { type DrawCone, zoneReach } from './subsidence-gap.ts';
import { type ZoneDepth, zoneDepth } from './zone-depth.ts';

/** One of the two goafs: its body, its draw angle, and how far the edge of its zone may be off (metres; null: not known). */
export interface ZoneSide {
  readonly body: Body;
  readonly cone: DrawCone;
  readonly off: number | null;
}

/** As they are before anybody is kept from them. */
export type WholeZones = SubsidenceZones & {
  readonly [K in 'here' | 'there' | 'overlap' | 'squareMetres']: NonNullable<SubsidenceZones[K]>;
};

/** Cells along the longer side. The edge of a zone is round or straight: between nodes it is off by a thousandth of a cell's square. */
const CELLS = 48;
/** Metres a drawn outline may be off its zone's edge, before its points are put on whole metres: less than a line is wide. */
const TOLERANCE = 1;

interface Field {
  readonly west: number;
  readonly south: number;
  readonly cell: number;
  readonly width: number;
  readonly height: number;
  readonly depths: readonly Float64Array[];
}

type Plan = readonly [west: number, south: number, east: number, north: number];

/**
 * The zones on the ground that two goafs may pull down, and where they overlap: their edges are level lines of how deep a place
 * lies in them. `least` and `most` are the overlap of zones that are smaller and larger by what each may be off.
 * @param ground height of the level ground, metres up; not below the bodies
 */
export function subsidenceZones(here: ZoneSide, there: ZoneSide, ground: number): WholeZones {
  const zone = ({ body, cone }: ZoneSide): { plan: Plan; depth: ZoneDepth } => ({
    plan: planOf(body, cone, ground),
    depth: zoneDepth(body, cone, ground),
  });
  const [a, b] = [zone(here), zone(there)];
  const isKnown = here.off !== null && there.off !== null;
  const [offA, offB] = isKnown ? [here.off, there.off] : [0, 0];
  const both = fieldOf(intersection(grown(a.plan, offA), grown(b.plan, offB)), [
    { depth: a.depth, levels: [-offA, offA] },
    { depth: b.depth, levels: [-offB, offB] },
  ]);
  const overlap = (more: number): Ring[] =>
    both === null ? [] : ringsOf(both, (at) => Math.min(at(0) + more * offA, at(1) + more * offB));
  const shared = overlap(0);
  const outline = ({ plan, depth }: typeof a): [number, number][][] => {
    const field = fieldOf(plan, [{ depth, levels: [0, 0] }]);
    return field === null ? [] : drawnRings(ringsOf(field, (at) => at(0)));
  };
  return {
    ground,
    here: outline(a),
    there: outline(b),
    overlap: drawnRings(shared),
    squareMetres: areaOf(shared),
    least: isKnown ? areaOf(overlap(-1)) : null,
    most: isKnown ? areaOf(overlap(1)) : null,
  };
}

type Ring = readonly (readonly [number, number])[];

/** Holes run the other way round than outlines. */
const areaOf = (rings: readonly Ring[]): number =>
  Math.abs(rings.reduce((sum, ring) => sum + Math.sign(turning(ring)) * areaInPlan([ring]), 0));

function turning(ring: Ring): number {
  return ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]!;
    return sum + (x - ring[0]![0]) * (v - ring[0]![1]) - (u - ring[0]![0]) * (y - ring[0]![1]);
  }, 0);
}

const drawn = (ring: Ring): [number, number][] =>
  simplifiedRing(ring, TOLERANCE).map(([x, y]) => [Math.round(x), Math.round(y)]);

/** What is smaller than the tolerance has no outline: its area is told all the same. */
const drawnRings = (rings: readonly Ring[]): [number, number][][] =>
  rings.map(drawn).filter((ring) => ring.length >= 3);

function planOf({ tree, radius }: Body, cone: DrawCone, ground: number): Plan {
  const { min, max } = tree.box;
  return grown([min[0], min[1], max[0], max[1]], zoneReach(cone, ground - min[2], radius));
}

const grown = ([west, south, east, north]: Plan, by: number): Plan => [
  west - by,
  south - by,
  east + by,
  north + by,
];

const intersection = (a: Plan, b: Plan): Plan => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

interface Measured {
  readonly depth: ZoneDepth;
  /** Between the least and the most of these the depths must be exact. */
  readonly levels: readonly [least: number, most: number];
}

/** Depths at the nodes of a grid over a plan and a cell beyond it, where all is outside; null: there is no plan. */
function fieldOf([west, south, east, north]: Plan, of: readonly Measured[]): Field | null {
  if (!(east > west && north > south)) return null;
  const cell = Math.max(east - west, north - south) / CELLS;
  const columns = Math.ceil((east - west) / cell) + 3;
  const rows = Math.ceil((north - south) / cell) + 3;
  const grid = { west: west - cell, south: south - cell, cell, width: columns, height: rows };
  return { ...grid, depths: of.map((one) => depthsOf(grid, one)) };
}

/** Nodes on a side of the blocks asked first, and of those whose nodes are asked one by one. */
const BLOCKS = { first: 16, last: 2 } as const;

/** A depth changes by no more than the way: where one place is deep enough inside or far outside, all around it are. */
function depthsOf(
  { west, south, cell, width, height }: Omit<Field, 'depths'>,
  { depth, levels: [least, most] }: Measured,
): Float64Array {
  const depths = new Float64Array(width * height);
  const ask = (column: number, row: number, size: number): void => {
    if (column >= width || row >= height) return;
    const [columns, rows] = [Math.min(size, width - column), Math.min(size, height - row)];
    const middle = depth(west + (column + columns / 2) * cell, south + (row + rows / 2) * cell);
    const away = (Math.sqrt(rows * rows + columns * columns) / 2 + 1) * cell;
    const isAlike = middle - away > most || middle + away < least;
    if (!isAlike && size > BLOCKS.last) {
      const half = size / 2;
      for (const [right, up] of QUARTERS) ask(column + right * half, row + up * half, half);
      return;
    }
    for (let j = row; j < row + rows; j++)
      for (let i = column; i < column + columns; i++)
        depths[j * width + i] = isAlike ? middle : depth(west + i * cell, south + j * cell);
  };
  for (let row = 0; row < height; row += BLOCKS.first)
    for (let column = 0; column < width; column += BLOCKS.first) ask(column, row, BLOCKS.first);
  return depths;
}
const QUARTERS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;

function ringsOf(
  { west, south, cell, width, height, depths }: Field,
  value: (at: (field: number) => number) => number,
): Ring[] {
  const heights = Float64Array.from({ length: width * height }, (_, i) =>
    value((field) => depths[field]![i]!),
  );
  // All around is outside, so every line is a ring.
  return levelLines({ width, height, heights }, 0).map((line: GridLine) =>
    line.slice(1).map(([i, j]): [number, number] => [west + i * cell, south + j * cell]),
  );
}
