import type { PlacedSource } from './mine-context.ts';
import type { RecordSet } from './records.ts';
import type { Roles } from './roles.ts';

/** A depth that is an elevation with the sign turned agrees with it to this much on average. */
const SAME_METRES = 5;

/**
 * A depth column beside heights is easily taken for "minus Z". Says what it is: the median of depth + Z is the
 * elevation depth is counted from, 0 only where depth really is −Z. Empty cells are named.
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
  references.sort((a, b) => a - b);
  const reference = references[references.length >> 1];
  if (reference === undefined || Math.abs(reference) <= SAME_METRES) return;
  placed.log.note('depth-below-surface', { column, params: { reference: Math.round(reference) } });
};
