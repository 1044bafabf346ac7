import type { Body } from '../clearance/body.ts';
import { type GridLine, levelLines } from '../geometry/level-lines.ts';
import { simplifiedRing } from '../geometry/simplified-ring.ts';
import { type DrawCone, zoneReach } from './subsidence-gap.ts';
import type { ZoneDepth } from './zone-depth.ts';

/** Cells along the longer side. The edge of a zone is round or straight: between nodes it is off by a thousandth of a cell's square. */
const CELLS = 48;
/** Metres a drawn outline may be off its zone's edge, before its points are put on whole metres: less than a line is wide. */
const TOLERANCE = 1;

/** How deep places lie in several zones, at the nodes of one grid. */
export interface Field {
  readonly west: number;
  readonly south: number;
  readonly cell: number;
  readonly width: number;
  readonly height: number;
  readonly depths: readonly Float64Array[];
}

export type Plan = readonly [west: number, south: number, east: number, north: number];

export type Ring = readonly (readonly [number, number])[];

const drawn = (ring: Ring): [number, number][] =>
  simplifiedRing(ring, TOLERANCE).map(([x, y]) => [Math.round(x), Math.round(y)]);

/** What is smaller than the tolerance has no outline: its area is told all the same. */
export const drawnRings = (rings: readonly Ring[]): [number, number][][] =>
  rings.map(drawn).filter((ring) => ring.length >= 3);

/** What holds a body's zone. */
export function zonePlan({ tree, radius }: Body, cone: DrawCone, ground: number): Plan {
  const { min, max } = tree.box;
  return grown([min[0], min[1], max[0], max[1]], zoneReach(cone, ground - min[2], radius));
}

export const grown = ([west, south, east, north]: Plan, by: number): Plan => [
  west - by,
  south - by,
  east + by,
  north + by,
];

export interface Measured {
  readonly depth: ZoneDepth;
  /** Between the least and the most of these the depths must be exact. */
  readonly levels: readonly [least: number, most: number];
}

/**
 * Depths at the nodes of a grid over a plan and a cell beyond it, where all is outside; null: there is no plan.
 * @param cells along the longer side
 */
export function fieldOf(
  [west, south, east, north]: Plan,
  of: readonly Measured[],
  cells = CELLS,
): Field | null {
  if (!(east > west && north > south)) return null;
  const cell = Math.max(east - west, north - south) / cells;
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

/** Outlines and holes of where a value made of a node's depths is above nought. */
export function levelRings(
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
