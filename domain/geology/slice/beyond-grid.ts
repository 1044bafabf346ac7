import type { GridSpec } from '../geological-model.ts';
import type { SectionPiece } from '../section/section.ts';
import { type CutOpening, ringInOpening } from './cut-opening.ts';
import { lineInRectangle, type PlanRectangle } from './line-in-rectangle.ts';

/** A model says nothing beyond its grid: what of a cut lies there is rock all the same, and is not to look like air. */

/** Heights no mine reaches, metres. */
const ALL = [-1e6, 1e6] as const;

const rectangleOf = ({ east, north, cell, columns, rows }: GridSpec): PlanRectangle => [
  [east, east + (columns - 1) * cell],
  [north, north + (rows - 1) * cell],
];

/** The parts of a curtain piece's rings, in its own (s, t) from its beginning, that lie beyond the grid. */
export const ringsBeyondGrid = (
  rings: readonly Float64Array[],
  { from, to, plane: { origin, right } }: SectionPiece,
  grid: GridSpec,
): Float64Array[] => {
  const within = lineInRectangle([origin[0], origin[1]], [right[0], right[1]], rectangleOf(grid));
  if (!within) return [...rings];
  const [enters, leaves] = within;
  return inOpenings(rings, [
    { s: [0, enters], t: ALL },
    { s: [Math.max(0, leaves), to - from], t: ALL },
  ]);
};

/** The parts of rings in plan, (east, north), that lie beyond the grid. */
export const planBeyondGrid = (rings: readonly Float64Array[], grid: GridSpec): Float64Array[] => {
  const [[west, east], [south, north]] = rectangleOf(grid);
  return inOpenings(rings, [
    { s: [-1e6, west], t: ALL },
    { s: [east, 1e6], t: ALL },
    { s: [west, east], t: [-1e6, south] },
    { s: [west, east], t: [north, 1e6] },
  ]);
};

const inOpenings = (rings: readonly Float64Array[], openings: readonly CutOpening[]): Float64Array[] =>
  openings.flatMap((opening) =>
    opening.s[1] - opening.s[0] > 1e-6 && opening.t[1] - opening.t[0] > 1e-6
      ? rings.flatMap((ring) => ringInOpening(ring, opening) ?? [])
      : [],
  );
