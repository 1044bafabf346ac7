import { DEPTH_SLACK } from './hole-depths.ts';
import type { LoggedInterval } from './hole-intervals.ts';
import type { Hole } from './holes.ts';

/** A stretch of a hole, logged or not, metres along it. */
export interface LoggedStretch {
  readonly from: number;
  readonly to: number;
  /** null: nobody logged it. */
  readonly interval: LoggedInterval | null;
  /** It begins above the end of one before it. */
  readonly overlaps: boolean;
}

/** Every metre of a hole from its top down: its intervals, and between and below them what is in no log. Overlaps and gaps are warned of. */
export const loggedStretches = ({
  key,
  depth,
  intervals,
}: Pick<Hole, 'key' | 'depth' | 'intervals'>): LoggedStretch[] => {
  const found: LoggedStretch[] = [];
  const unlogged = (from: number, to: number): LoggedStretch => ({
    from,
    to,
    interval: null,
    overlaps: false,
  });
  let covered = 0;
  for (const interval of intervals) {
    const { from, to, row } = interval;
    const { log } = interval.read.placed;
    const at = { row, feature: key };
    const overlaps = from < covered - DEPTH_SLACK;
    if (overlaps)
      log.warn('interval-overlap', {
        ...at,
        value: `${from.toFixed(2)} – ${to.toFixed(2)}`,
        params: { depth: covered.toFixed(2) },
      });
    if (from > covered + DEPTH_SLACK) {
      // Above the first interval lies what was not cored, not a hole in the log.
      if (covered > 0)
        log.warn('interval-gap', { ...at, params: { from: covered.toFixed(2), to: from.toFixed(2) } });
      found.push(unlogged(covered, from));
    }
    found.push({ from, to, interval, overlaps });
    covered = Math.max(covered, to);
  }
  if (depth > covered + DEPTH_SLACK) found.push(unlogged(covered, depth));
  return found;
};
