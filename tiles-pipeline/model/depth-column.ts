import type { PlacedSource } from './mine-context.ts';
import type { RecordSet } from './records.ts';
import type { Roles } from './roles.ts';

/** A depth that is an elevation with the sign turned agrees with it to this much. */
const SAME_METRES = 5;

/**
 * A depth column beside heights is easily taken for "minus Z". Says in how many rows it is not (depth below the
 * surface, or a slip) and by how much; empty cells are named. The heights of the line are what is drawn.
 */
export const reportDepthColumn = (set: RecordSet, roles: Roles, placed: PlacedSource): void => {
  if (!roles.has('depth')) return;
  const column = roles.column('depth');
  const references: number[] = [];
  for (const record of set.records) {
    const depth = roles.number(record, 'depth');
    if (depth === null) {
      placed.log.warn('depth-empty', { row: record.row, column, feature: String(record.row) });
      continue;
    }
    if (record.geometry?.type !== 'lines') continue;
    const heights = record.geometry.lines.flatMap((line) => line.flatMap(([, , z]) => (z ? [z] : [])));
    if (heights.length === 0) continue;
    const mean = heights.reduce((sum, z) => sum + z, 0) / heights.length;
    references.push(placed.place.metres(depth + mean));
  }
  const differing = references.filter((one) => Math.abs(one) > SAME_METRES).sort((a, b) => a - b);
  if (differing.length === 0) return;
  placed.log.note('depth-below-surface', {
    column,
    params: {
      count: differing.length,
      rows: references.length,
      median: Math.round(differing[differing.length >> 1]!),
    },
  });
};
