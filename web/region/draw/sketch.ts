import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import { type Position, positionsOf, redrawn, rounded } from '../../ledger/edit/coordinate-text.ts';

/** What is drawn on the map: corners are added, moved, put between and taken away. */
export type Sketch = Exclude<HazardPlace, { kind: 'feature' }>;
type Place = readonly [longitude: number, latitude: number];

/** With one more corner at the end; a point moves there. The same place twice is one corner: a double click is two clicks. */
export const added = (sketch: Sketch, at: Place): HazardPlace => {
  const next = rounded(at);
  if (sketch.kind === 'point') return redrawn(sketch, [next]);
  const corners = positionsOf(sketch);
  const last = corners.at(-1);
  return last && last[0] === next[0] && last[1] === next[1] ? sketch : redrawn(sketch, [...corners, next]);
};

export const moved = (sketch: Sketch, corner: number, at: Place): HazardPlace =>
  redrawn(
    sketch,
    positionsOf(sketch).map((one, i): Position => (i === corner ? rounded(at) : one)),
  );

/** With a corner put in after another. */
export const putAfter = (sketch: Sketch, corner: number, at: Place): HazardPlace =>
  redrawn(sketch, positionsOf(sketch).toSpliced(corner + 1, 0, rounded(at)));

/** Without a corner; -1: the last. */
export const without = (sketch: Sketch, corner: number): HazardPlace =>
  redrawn(sketch, positionsOf(sketch).toSpliced(corner, 1));

/** Why it is not whole yet. null: it is. */
export const shortOf = (sketch: Sketch): number | null => {
  const least = { point: 1, line: 2, polygon: 3 }[sketch.kind];
  const short = least - positionsOf(sketch).length;
  return short > 0 ? short : null;
};
